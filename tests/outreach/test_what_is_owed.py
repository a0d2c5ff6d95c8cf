"""From what was said to what is owed, and when."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from contacts.models import Contact, Promise
from outreach.followups.planner import plan_follow_ups
from outreach.models import FollowUp, Message
from tests.outreach.conftest import follow_ups_of


def say(client, message: Message, what: str) -> None:
    answer = client.post(reverse(f"outreach:message-{what}", args=[message.pk]))
    assert answer.status_code == 302


def send(client, letter: Message) -> None:
    answer = client.post(
        reverse("outreach:message-send", args=[letter.contact_id]),
        {
            "letter_id": letter.pk,
            "channel": letter.channel,
            "purpose": letter.purpose,
            "subject": letter.subject,
            "body": letter.body,
        },
    )
    assert answer.status_code == 302


def act(client, follow_up: FollowUp, what: str, **values: str) -> None:
    answer = client.post(reverse(f"outreach:follow-up-{what}", args=[follow_up.pk]), values)
    assert answer.status_code == 302


def test_a_request_that_went_out_bare_comes_back_the_next_day(bare_request, grace):
    assert follow_ups_of(grace) == [("went_generic", 1, "2026-11-24", "open")]


def test_the_next_day_is_that_of_the_owner_not_of_the_server(monday, client, grace):
    monday.move_to("2026-11-23T23:30:00+00:00")  # already Tuesday in Berlin

    client.post(reverse("outreach:default-send", args=[grace.pk]))

    assert follow_ups_of(grace) == [("went_generic", 1, "2026-11-25", "open")]


def test_a_tailored_letter_waits_a_week_for_its_answer(monday, client, met, letter, grace):
    send(client, letter)

    assert follow_ups_of(grace) == [("no_reply", 1, "2026-11-30", "open")]


def test_a_generic_letter_is_to_be_repaired_the_next_day(monday, client, letter, grace):
    letter.body = "I hope this finds you well. I would love to connect and explore synergies."

    send(client, letter)

    assert follow_ups_of(grace) == [("went_generic", 1, "2026-11-24", "open")]


def test_silence_is_followed_up_twice_and_then_left_alone(monday, client, met, letter, grace):
    send(client, letter)
    monday.shift(timedelta(days=7))
    act(client, FollowUp.objects.get(reason="no_reply", step=1), "done")
    assert ("no_reply", 2, "2026-12-14", "open") in follow_ups_of(grace)
    monday.shift(timedelta(days=14))
    act(client, FollowUp.objects.get(reason="no_reply", step=2), "done")

    monday.shift(timedelta(days=365))
    plan_follow_ups()

    assert [row[0::3] for row in follow_ups_of(grace)] == [
        ("no_reply", "done"),
        ("no_reply", "done"),
        ("parked", "open"),
    ]


def test_writing_again_is_the_follow_up_that_was_due(monday, client, met, letter, grace):
    send(client, letter)
    monday.shift(timedelta(days=7))
    again = Message(contact=grace, channel="email", purpose="follow_up", body=letter.body)

    send(client, again)

    assert follow_ups_of(grace) == [
        ("no_reply", 1, "2026-11-30", "done"),
        ("no_reply", 2, "2026-12-14", "open"),
    ]


def test_saying_that_nobody_answered_brings_the_follow_up_to_tomorrow(
    monday, client, met, letter, grace
):
    send(client, letter)
    monday.shift(timedelta(days=3))

    say(client, letter, "unanswered")

    assert follow_ups_of(grace) == [("no_reply", 1, "2026-11-27", "open")]


def test_an_accepted_request_asks_for_a_first_message_in_two_days(bare_request, client, grace):
    say(client, bare_request, "accept")

    assert follow_ups_of(grace) == [
        ("went_generic", 1, "2026-11-24", "answered"),
        ("accepted_silent", 1, "2026-11-25", "open"),
    ]


def test_the_first_message_after_acceptance_closes_what_asked_for_it(
    bare_request, monday, client, met, letter, grace
):
    say(client, bare_request, "accept")
    monday.shift(timedelta(days=1))

    send(client, letter)

    assert follow_ups_of(grace)[1:] == [
        ("accepted_silent", 1, "2026-11-25", "done"),
        ("no_reply", 1, "2026-12-01", "open"),
    ]


@pytest.mark.parametrize("what", ["reply", "decline"])
def test_an_answer_closes_what_was_owed(bare_request, client, grace, what):
    say(client, bare_request, what)

    assert follow_ups_of(grace) == [("went_generic", 1, "2026-11-24", "answered")]


def test_an_answer_to_one_message_is_an_answer_to_those_before(
    bare_request, monday, client, met, letter, grace
):
    send(client, letter)
    monday.shift(timedelta(days=1))

    say(client, letter, "reply")
    plan_follow_ups()

    assert not FollowUp.objects.open().exclude(reason="promise").exists()


def test_letting_go_is_final(bare_request, client, grace):
    act(client, FollowUp.objects.get(), "let-go")

    plan_follow_ups()

    assert follow_ups_of(grace) == [("went_generic", 1, "2026-11-24", "let_go")]


def test_what_was_put_off_stays_put_off_whatever_is_planned(bare_request, client, grace):
    act(client, FollowUp.objects.get(), "snooze", when="date", until="2026-12-24")

    plan_follow_ups()

    assert follow_ups_of(grace) == [("went_generic", 1, "2026-12-24", "open")]


def test_planning_twice_changes_nothing(bare_request, met, grace):
    plan_follow_ups()

    assert plan_follow_ups() == 0


def test_a_promise_is_owed_on_its_day_and_gone_when_kept(met, grace):
    plan_follow_ups()
    [follow_up] = FollowUp.objects.open()
    assert (follow_up.reason, follow_up.due_on) == ("promise", date(2026, 11, 27))

    Promise.objects.update(kept_at=met.created_at)

    assert not FollowUp.objects.open().exists()


def test_a_promise_that_gets_another_date_is_owed_on_that(met, grace):
    plan_follow_ups()
    Promise.objects.update(due_on=date(2027, 1, 4))

    plan_follow_ups()

    assert [f.due_on for f in FollowUp.objects.open()] == [date(2027, 1, 4)]


def test_an_own_promise_without_a_date_comes_up_in_a_week(monday, ada, grace):
    Promise.objects.create(owner=ada, contact=grace, by="me", text="call")
    Promise.objects.create(owner=ada, contact=grace, by="them", text="call back")

    plan_follow_ups()

    assert [(f.promise.text, f.due_on) for f in FollowUp.objects.open()] == [
        ("call", date(2026, 11, 30))
    ]


def test_doing_what_was_promised_keeps_the_promise(monday, client, met, grace):
    plan_follow_ups()

    act(client, FollowUp.objects.get(reason="promise"), "done")

    assert not Promise.objects.open().exists()


def test_nothing_is_owed_to_an_archived_contact(bare_request, monday, grace):
    Contact.objects.update(archived_at=bare_request.sent_at)

    assert not FollowUp.objects.open().exists()


def test_a_promise_that_was_let_go_is_owed_again_when_it_gets_another_date(client, met, grace):
    plan_follow_ups()
    act(client, FollowUp.objects.get(), "let-go")
    Promise.objects.update(due_on=date(2027, 1, 4))

    plan_follow_ups()

    assert [f.due_on for f in FollowUp.objects.open()] == [date(2027, 1, 4)]


def test_what_is_coming_up_is_told_as_something_to_come(monday, client, met, letter, grace):
    send(client, letter)

    page = client.get(grace.get_absolute_url()).content.decode()

    assert "Sent today; if no reply comes, write again." in page


@pytest.mark.parametrize("days", [["2026-12-24"], ["soon", "2026-12-24"]])
def test_picking_a_day_leads_back_to_the_list_as_it_was_narrowed(bare_request, client, days):
    listed = f"{reverse('outreach:follow-ups')}?when=upcoming&reason=went_generic"
    [link] = re.findall(r'href="([^"]+)">Pick a day', client.get(listed).content.decode())

    answer = client.get(link)
    for day in days:
        form = answer.content.decode().split('name="when" value="date"')[1]
        [back] = re.findall(r'name="next" value="([^"]+)"', form)
        values = {"when": "date", "until": day, "next": unescape(back)}
        answer = client.post(
            reverse("outreach:follow-up-snooze", args=[FollowUp.objects.get().pk]), values
        )

    assert answer["Location"] == listed


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"when": "date"}, "Until which day?"),
        ({"when": "date", "until": "2026-11-23"}, "Choose a day after today."),
        ({"when": "date", "until": "2300-01-01"}, "That is too far off."),
        ({"when": "date", "until": "soon"}, "Enter a valid date."),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(bare_request, client, when, said):
    url = reverse("outreach:follow-up-snooze", args=[FollowUp.objects.get().pk])

    answer = client.post(url, when)

    assert answer.status_code == 422
    assert said in answer.content.decode()
