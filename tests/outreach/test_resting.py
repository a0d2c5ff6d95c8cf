"""Two silent follow-ups, then it rests for a quarter; nothing goes there by accident."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from outreach.models import FollowUp, Message
from tests.outreach.conftest import follow_ups_of
from tests.outreach.test_pending_invitations import send


@pytest.fixture
def resting(monday, client, met, letter, grace) -> FollowUp:
    """Grace was written to three times and has not answered."""
    send(client, letter)
    for days in (7, 14):
        monday.shift(timedelta(days=days))
        send(client, Message(contact=grace, channel="email", purpose="follow_up", body=letter.body))
    return FollowUp.objects.get(reason="parked")


def test_after_two_silent_follow_ups_it_rests_for_a_quarter(resting, grace):
    assert resting.due_on == date(2026, 12, 14) + timedelta(days=91)
    assert [row[3] for row in follow_ups_of(grace)] == ["done", "done", "open"]


def test_a_fourth_message_is_not_recorded_by_accident(resting, client, letter, grace):
    fourth = Message(contact=grace, channel="email", purpose="follow_up", body="A fourth, by habit")

    refused = send(client, fourth)
    assert refused.status_code == 422
    assert "Tick this if you wrote all the same." in refused.content.decode()
    assert "A fourth, by habit" in refused.content.decode()

    assert send(client, fourth, anyway="on").status_code == 302
    resting.refresh_from_db()
    assert resting.state == FollowUp.State.DONE


def test_compose_says_that_it_rests(resting, client, grace):
    page = client.get(reverse("outreach:message-compose", args=[grace.pk])).content.decode()

    assert "Grace has not answered after two follow-ups, so this rests until 15 March." in page


def test_a_default_request_ends_the_rest_and_says_so(resting, client, grace):
    answer = client.post(reverse("outreach:default-send", args=[grace.pk]), follow=True)

    assert "That settles: rested for a while." in answer.content.decode()


def test_a_request_without_a_word_repairs_nothing(monday, client, letter, grace):
    letter.body = "I hope this finds you well. I would love to connect and explore synergies."
    send(client, letter)

    client.post(reverse("outreach:default-send", args=[grace.pk]))

    owed = FollowUp.objects.get(message=letter)
    assert (owed.reason, owed.state) == ("went_generic", "open")


def test_nobody_who_accepted_before_is_sent_a_default_request(bare_request, client, grace):
    for what in ("accept", "reply"):
        client.post(reverse(f"outreach:message-{what}", args=[bare_request.pk]))

    answer = client.post(reverse("outreach:default-send", args=[grace.pk]))

    assert answer.status_code == 409
    assert "accepted a request before" in answer.content.decode()


def test_when_the_quarter_is_over_it_asks_for_a_new_occasion(resting, monday, client, ada, grace):
    monday.shift(timedelta(days=91))
    client.force_login(ada)  # nobody stays signed in for a quarter

    page = client.get(reverse("outreach:today")).content.decode()
    compose = client.get(reverse("outreach:message-compose", args=[grace.pk])).content.decode()

    assert "Is there a new occasion?" in page
    assert "rests until" not in compose


def test_an_answer_after_all_ends_the_rest(resting, client, letter):
    answer = client.post(reverse("outreach:message-reply", args=[letter.pk]), follow=True)

    assert "That settles: rested for a while." in answer.content.decode()
    assert not FollowUp.objects.open().exclude(reason="promise").exists()
