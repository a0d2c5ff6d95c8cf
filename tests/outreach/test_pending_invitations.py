"""An invitation that nobody accepts: another way, withdrawing, the lock, and asking again."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.followups.planner import plan_follow_ups
from outreach.models import FollowUp, Message
from outreach.reminders.links import token_for
from tests.outreach.conftest import follow_ups_of, undo

TODAY = reverse("outreach:today")


@pytest.fixture
def invited(monday, client, met, letter, grace) -> Message:
    """A tailored request that went out today."""
    letter.channel = Message.Channel.LINKEDIN_NOTE
    send(client, letter)
    return Message.objects.get(channel="linkedin_note")


def send(client, letter: Message, **also: str):
    return client.post(
        reverse("outreach:message-send", args=[letter.contact_id]),
        {
            "letter_id": letter.pk,
            "channel": letter.channel,
            "purpose": letter.purpose,
            "subject": letter.subject,
            "body": letter.body,
            **also,
        },
    )


def say(client, message: Message, what: str):
    return client.post(reverse(f"outreach:message-{what}", args=[message.pk]), follow=True)


def test_an_invitation_waits_two_weeks_before_another_way_is_tried(invited, grace):
    assert follow_ups_of(grace) == [("pending", 1, "2026-12-07", "open")]


def test_after_another_way_was_tried_withdrawing_is_suggested_in_the_third_week(
    invited, monday, client, grace
):
    monday.shift(timedelta(days=14))
    client.post(
        reverse("outreach:follow-up-done", args=[FollowUp.objects.get(reason="pending").pk])
    )

    assert follow_ups_of(grace)[1:] == [("pending", 2, "2026-12-14", "open")]
    monday.shift(timedelta(days=7))
    page = client.get(TODAY).content.decode()
    assert "pending for 21 days. Withdraw it on LinkedIn, and ask again later." in page
    assert "I withdrew it" in page


def test_a_blank_request_that_was_repaired_is_still_an_invitation(
    bare_request, monday, client, met, letter
):
    monday.shift(timedelta(hours=1))
    send(client, letter)  # by e-mail

    [owed] = FollowUp.objects.open().filter(message=bare_request)
    assert (owed.reason, owed.asks_to_withdraw, owed.due_on) == (
        "pending",
        True,
        date(2026, 12, 14),
    )


def test_who_was_withdrawn_is_locked_for_three_weeks_and_then_offered_again(
    invited, monday, client, grace
):
    page = say(client, invited, "withdraw").content.decode()
    assert "Grace Hollis comes back once they can be asked again." in page
    assert follow_ups_of(grace)[-1] == ("ask_again", 1, "2026-12-14", "open")

    refused = client.post(reverse("outreach:default-send", args=[grace.pk]))
    assert refused.status_code == 409
    assert "You can ask again on 14 December." in refused.content.decode()
    compose = reverse("outreach:message-compose", args=[grace.pk])
    assert client.get(compose).context["composition"].occasion.channel == "email"
    asked = client.get(compose, {"channel": "linkedin_note"}).content.decode()
    assert "takes no new one until 14 December" in asked

    monday.shift(timedelta(days=21))
    assert "LinkedIn takes a new one again." in client.get(TODAY).content.decode()
    assert client.post(reverse("outreach:default-send", args=[grace.pk])).status_code == 302


def test_a_withdrawal_can_be_said_from_the_mail(invited, monday, client, anonymous):
    monday.shift(timedelta(days=14))
    pending = FollowUp.objects.get(reason="pending")
    client.post(reverse("outreach:follow-up-done", args=[pending.pk]))
    owed = FollowUp.objects.open().get(reason="pending")

    anonymous.post(reverse("outreach:reminder-link", args=[token_for(owed, "withdrew")]))

    invited.refresh_from_db()
    assert invited.state == Message.State.WITHDRAWN


def test_a_new_request_answers_the_offer_to_ask_again(invited, monday, client, letter, grace):
    say(client, invited, "withdraw")
    monday.shift(timedelta(days=21))
    again = Message(contact=grace, channel="linkedin_note", purpose="connect", body=letter.body)

    send(client, again)

    assert FollowUp.objects.get(reason="ask_again").state == FollowUp.State.DONE


def test_a_withdrawal_can_be_taken_back(invited, client, grace):
    undo(client, say(client, invited, "withdraw"))

    assert follow_ups_of(grace) == [("pending", 1, "2026-12-07", "open")]


@pytest.mark.parametrize("channel", ["email", "linkedin_message"])
def test_only_a_request_can_be_withdrawn(monday, client, met, letter, channel):
    letter.channel = channel
    send(client, letter)

    answer = say(client, Message.objects.get(), "withdraw")

    assert answer.status_code == 409
    assert "Only a request can be withdrawn." in answer.content.decode()


def test_an_accepted_invitation_is_not_pending_any_more(invited, client, grace):
    page = say(client, invited, "accept").content.decode()

    assert "accepted" in page
    assert follow_ups_of(grace) == [
        ("accepted_silent", 1, "2026-11-25", "open"),
        ("pending", 1, "2026-12-07", "answered"),
    ]


def test_planning_again_changes_nothing_at_any_step(invited, monday, client):
    say(client, invited, "withdraw")
    monday.shift(timedelta(days=30))

    assert plan_follow_ups() == 0
    assert Contact.objects.count() == 1
