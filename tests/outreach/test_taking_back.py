"""Every click can be taken back, and no click counts twice."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from outreach.models import Action, FollowUp, Message
from tests.outreach.conftest import follow_ups_of

DEFAULT = b"I already sent the default one"


def undo_offered_by(answer) -> str:
    [message] = get_messages(answer.wsgi_request)
    return message.extra_tags.removeprefix("undo:")


@pytest.mark.parametrize("what", ["accept", "reply", "decline", "unanswered"])
def test_what_became_of_a_message_can_be_taken_back(bare_request, client, grace, what):
    before = follow_ups_of(grace)
    said = client.post(reverse(f"outreach:message-{what}", args=[bare_request.pk]))

    answer = client.post(undo_offered_by(said))

    bare_request.refresh_from_db()
    assert answer.status_code == 302
    assert bare_request.state == Message.State.SENT
    assert follow_ups_of(grace) == before


@pytest.mark.parametrize(
    ("what", "values"),
    [("done", {}), ("replied", {}), ("snooze", {"when": "next_week"}), ("let-go", {})],
)
def test_what_was_done_about_a_follow_up_can_be_taken_back(
    bare_request, client, grace, what, values
):
    before = follow_ups_of(grace)
    url = reverse(f"outreach:follow-up-{what}", args=[FollowUp.objects.get().pk])
    said = client.post(url, values)
    assert follow_ups_of(grace) != before

    client.post(undo_offered_by(said))

    assert follow_ups_of(grace) == before


def test_a_default_request_taken_back_was_never_sent(monday, client, grace):
    said = client.post(reverse("outreach:default-send", args=[grace.pk]))

    client.post(undo_offered_by(said))

    assert not Message.objects.exists()
    assert not FollowUp.objects.exists()


def test_a_letter_taken_back_is_a_draft_again_with_its_words(monday, client, letter):
    words = letter.body
    url = reverse("outreach:message-send", args=[letter.contact_id])
    said = client.post(
        url, {"letter_id": letter.pk, "channel": "email", "purpose": "connect", "body": words}
    )

    client.post(undo_offered_by(said))

    letter.refresh_from_db()
    assert (letter.state, letter.body, letter.verdict) == ("draft", words, "")


def test_taking_back_twice_changes_nothing_more_and_says_so(bare_request, client, grace):
    said = client.post(reverse("outreach:message-accept", args=[bare_request.pk]))
    undo = undo_offered_by(said)
    client.post(undo)

    answer = client.post(undo)

    assert answer.status_code == 409
    assert b"taken back already" in answer.content


def test_what_happened_since_is_not_overwritten(bare_request, monday, client, grace):
    said = client.post(reverse("outreach:message-accept", args=[bare_request.pk]))
    monday.shift(timedelta(hours=1))
    client.post(reverse("outreach:message-reply", args=[bare_request.pk]))

    answer = client.post(undo_offered_by(said))

    bare_request.refresh_from_db()
    assert answer.status_code == 409
    assert bare_request.state == Message.State.REPLIED


@pytest.mark.parametrize("what", ["accept", "reply", "decline", "unanswered"])
def test_saying_it_twice_counts_once_and_says_so(bare_request, client, what):
    url = reverse(f"outreach:message-{what}", args=[bare_request.pk])
    client.post(url)
    actions = Action.objects.count()

    answer = client.post(url)

    assert answer.status_code == 409
    assert Action.objects.count() == actions


def test_a_second_default_request_is_refused_while_one_is_waiting(bare_request, client, grace):
    answer = client.post(reverse("outreach:default-send", args=[grace.pk]))

    assert answer.status_code == 409
    assert b"waiting already" in answer.content
    assert Message.objects.count() == 1


@pytest.mark.parametrize("then", ["", "accept", "withdraw"])
def test_the_default_request_is_offered_only_where_one_can_go_out(monday, client, grace, then):
    compose = reverse("outreach:message-compose", args=[grace.pk])
    pages = (grace.get_absolute_url(), compose, f"{compose}?channel=email")
    for page in pages:
        assert DEFAULT in client.get(page).content
    client.post(reverse("outreach:default-send", args=[grace.pk]))
    if then:
        client.post(reverse(f"outreach:message-{then}", args=[Message.objects.get().pk]))

    for page in pages:
        assert DEFAULT not in client.get(page).content


def test_a_letter_by_mail_leaves_the_default_request_on_offer(monday, client, letter, grace):
    letter.state, letter.sent_at = Message.State.SENT, timezone.now()
    letter.save()

    assert DEFAULT in client.get(grace.get_absolute_url()).content


def test_a_letter_sent_by_a_double_click_is_one_message(monday, client, letter):
    url = reverse("outreach:message-send", args=[letter.contact_id])
    values = {"letter_id": letter.pk, "channel": "email", "purpose": "connect", "body": "Dear G"}
    client.post(url, values)

    answer = client.post(url, {**values, "body": "Other words"})

    letter.refresh_from_db()
    assert answer.status_code == 409
    assert letter.body == "Dear G"
    assert Message.objects.count() == 1


def test_a_default_request_that_was_accepted_since_is_not_deleted(monday, client, grace):
    said = client.post(reverse("outreach:default-send", args=[grace.pk]))
    client.post(reverse("outreach:message-accept", args=[Message.objects.get().pk]))

    answer = client.post(undo_offered_by(said))

    assert answer.status_code == 409
    assert Message.objects.get().state == Message.State.ACCEPTED


def test_nobody_who_accepted_is_sent_a_request_again(bare_request, client, grace):
    client.post(reverse("outreach:message-accept", args=[bare_request.pk]))

    answer = client.post(reverse("outreach:default-send", args=[grace.pk]))

    assert answer.status_code == 409
    assert b"accepted a request before" in answer.content


@pytest.mark.parametrize("when", [{"when": "tomorrow"}, {"when": "date", "until": "x"}])
def test_what_is_closed_cannot_be_put_off(bare_request, client, when):
    follow_up = FollowUp.objects.get()
    client.post(reverse("outreach:follow-up-let-go", args=[follow_up.pk]))

    answer = client.post(reverse("outreach:follow-up-snooze", args=[follow_up.pk]), when)

    assert answer.status_code == 409
    assert b"closed already: let go" in answer.content


def test_a_draft_that_was_thrown_away_comes_back(client, letter):
    discard = reverse("outreach:message-discard", args=[letter.pk])
    said = client.post(discard)
    assert not Message.objects.exists()

    client.post(undo_offered_by(said))

    assert Message.objects.get().body == letter.body
    assert client.post(discard).status_code == 302
    assert client.post(discard).status_code == 404


def test_what_was_sent_cannot_be_thrown_away(client, bare_request):
    answer = client.post(reverse("outreach:message-discard", args=[bare_request.pk]))

    assert answer.status_code == 409
    assert Message.objects.exists()
