"""What is owed though nothing was said: keeping in touch, birthdays, and notes of one's own."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.followups.planner import plan_follow_ups
from outreach.models import FollowUp
from tests.outreach.conftest import follow_ups_of, undo
from tests.outreach.test_pending_invitations import send

TODAY = reverse("outreach:today")


def edit(client, contact: Contact, **values: str):
    form = {"name": contact.name, "linkedin_slug": contact.linkedin_slug or ""}
    url = reverse("contacts:contact-edit", args=[contact.pk])
    return client.post(url, form | values)


def log(client, contact: Contact, day: str, **values: str):
    url = reverse("contacts:meeting-add", args=[contact.pk])
    return client.post(url, {"met_on": day, **values}, follow=True)


@pytest.fixture
def quarterly(monday, client, grace) -> Contact:
    """Grace, to be in touch with every quarter; she was added today."""
    edit(client, grace, cadence_days="91")
    return grace


def due_of(contact: Contact, reason: str) -> list[date]:
    return [f.due_on for f in FollowUp.objects.open().filter(contact=contact, reason=reason)]


def test_a_cadence_counts_from_the_last_touch(quarterly):
    assert due_of(quarterly, "keep_in_touch") == [date(2027, 2, 22)]


def test_a_meeting_resets_the_cadence(quarterly, monday, client):
    monday.shift(timedelta(days=29))

    log(client, quarterly, "2026-12-20")

    assert due_of(quarterly, "keep_in_touch") == [date(2027, 3, 21)]


def test_writing_suspends_the_cadence_until_the_conversation_is_over(
    quarterly, monday, client, met, letter
):
    send(client, letter)
    assert due_of(quarterly, "keep_in_touch") == []
    monday.shift(timedelta(days=3))

    client.post(reverse("outreach:message-reply", args=[letter.pk]))

    assert due_of(quarterly, "keep_in_touch") == [date(2026, 11, 26) + timedelta(days=91)]


@pytest.mark.parametrize("what", ["done", "let-go"])
def test_what_was_dealt_with_comes_back_after_another_quarter(quarterly, monday, client, ada, what):
    monday.shift(timedelta(days=100))
    client.force_login(ada)  # nobody stays signed in for a quarter
    [owed] = FollowUp.objects.open()

    client.post(reverse(f"outreach:follow-up-{what}", args=[owed.pk]))

    assert due_of(quarterly, "keep_in_touch") == [date(2027, 3, 3) + timedelta(days=91)]


def test_no_cadence_and_nothing_is_owed(quarterly, client):
    edit(client, quarterly, cadence_days="")

    assert due_of(quarterly, "keep_in_touch") == []


def test_a_birthday_comes_up_on_its_day_and_again_next_year(monday, client, grace):
    edit(client, grace, birthday="24 November 1988")
    assert due_of(grace, "birthday") == [date(2026, 11, 24)]
    monday.shift(timedelta(days=1))
    assert "Grace’s birthday is today." in client.get(TODAY).content.decode()

    client.post(reverse("outreach:follow-up-done", args=[FollowUp.objects.get().pk]))

    assert due_of(grace, "birthday") == [date(2027, 11, 24)]


def test_who_was_born_on_29_february_has_a_birthday_in_every_year(monday, client, ada, grace):
    edit(client, grace, birthday="29 Feb")
    assert due_of(grace, "birthday") == [date(2027, 2, 28)]
    monday.move_to("2028-01-10T09:00:00+00:00")
    client.force_login(ada)
    client.post(reverse("outreach:follow-up-let-go", args=[FollowUp.objects.get().pk]))

    assert due_of(grace, "birthday") == [date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 April", "There is no such day."),
        ("the 5th", "“the” is not a month we know."),
        ("in May", "This is not a birthday."),
        ("5 Brumaire", "is not a month we know."),
        ("1 May 3026", "Nobody you know was born in 3026."),
        ("29 February 2023", "There is no such day."),
    ],
)
def test_what_is_no_birthday_is_said_at_its_field(client, grace, typed, said):
    answer = edit(client, grace, birthday=typed)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert typed in answer.content.decode()


@pytest.mark.parametrize("typed", ["14 May", "May 14", "14th may", "--05-14", "14. May"])
def test_a_birthday_is_read_as_people_write_it(client, grace, typed):
    assert edit(client, grace, birthday=typed).status_code == 302

    grace.refresh_from_db()
    assert grace.birthday == "--05-14"
    assert "Birthday on 14 May" in client.get(grace.get_absolute_url()).content.decode()


def test_birthdays_can_be_switched_off(monday, client, grace):
    edit(client, grace, birthday="24 November")

    client.post(reverse("outreach:follow-up-timings"), timings(birthdays=""))

    assert due_of(grace, "birthday") == []


def test_a_note_of_ones_own_comes_up_on_its_day_and_can_be_taken_back(monday, client, grace):
    url = reverse("outreach:follow-up-add", args=[grace.pk])
    page = client.post(url, {"text": "Ask about Lisbon", "due_on": "2026-11-25"}, follow=True)
    assert "Noted. It comes up on Wednesday." in page.content.decode()
    assert follow_ups_of(grace) == [("own", 1, "2026-11-25", "open")]
    plan_follow_ups()
    monday.shift(timedelta(days=2))
    assert "Ask about Lisbon" in client.get(TODAY).content.decode()

    undo(client, page)

    assert not FollowUp.objects.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"text": "", "due_on": "2026-11-25"}, "One line is enough."),
        ({"text": "x" * 301, "due_on": "2026-11-25"}, "at most 300 characters"),
        ({"text": "Ask", "due_on": "2026-11-22"}, "This day is over."),
        ({"text": "Ask", "due_on": "soon"}, "This is not a date."),
        ({"text": "a\0b", "due_on": "2026-11-25"}, "Null characters are not allowed."),
    ],
)
def test_a_slip_in_a_note_is_said_at_its_field(monday, client, grace, values, said):
    answer = client.post(reverse("outreach:follow-up-add", args=[grace.pk]), values)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_meeting_somebody_settles_what_waited_for_their_answer(monday, client, met, letter, grace):
    send(client, letter)
    monday.shift(timedelta(days=10))

    page = log(client, grace, "2026-12-02").content.decode()

    assert "Logged: you met Grace Hollis. That settles: no reply." in page
    assert follow_ups_of(grace) == [("no_reply", 1, "2026-11-30", "answered")]


def test_meeting_on_the_day_of_the_letter_settles_nothing(monday, client, met, letter, grace):
    send(client, letter)

    log(client, grace, "2026-11-23")

    assert follow_ups_of(grace) == [("no_reply", 1, "2026-11-30", "open")]


def timings(**changed: str) -> dict[str, str]:
    """The form as it stands at first, with these changes."""
    days = {
        "generic_days": "1",
        "accepted_days": "2",
        "no_reply_days": "7",
        "no_reply_again_days": "14",
        "parked_days": "91",
        "pending_days": "14",
        "withdraw_days": "21",
        "locked_days": "21",
        "undated_promise_days": "7",
        "birthdays": "on",
        "birthday_days_before": "0",
    }
    return days | changed


def test_ones_own_days_move_what_is_open_but_not_what_was_put_off(
    bare_request, monday, client, met, letter, grace, ada
):
    other = Contact.objects.create(owner=ada, name="Jo Sandoval")
    client.post(reverse("outreach:default-send", args=[other.pk]))
    mine = FollowUp.objects.get(contact=other)
    client.post(
        reverse("outreach:follow-up-snooze", args=[mine.pk]),
        {"when": "date", "until": "2026-12-24"},
    )

    client.post(reverse("outreach:follow-up-timings"), timings(generic_days="3"))

    assert due_of(grace, "went_generic") == [date(2026, 11, 26)]
    assert due_of(other, "went_generic") == [date(2026, 12, 24)]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"generic_days": ""}, "After how many days?"),
        ({"generic_days": "-1"}, "Give a number of days, from 0 to 3650."),
        ({"parked_days": "99999"}, "Give a number of days, from 0 to 3650."),
        ({"withdraw_days": "7"}, "Withdrawing cannot come before asking another way."),
        ({"no_reply_days": "soon"}, "Give a number of days, from 0 to 3650."),
    ],
)
def test_days_that_cannot_be_are_said_at_the_field(client, ada, changed, said):
    answer = client.post(reverse("outreach:follow-up-timings"), timings(**changed))

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_list_shows_what_is_asked_for(bare_request, monday, client, grace, ada):
    other = Contact.objects.create(owner=ada, name="Jo Sandoval", birthday="--12-24")
    plan_follow_ups()
    monday.shift(timedelta(days=2))
    url = reverse("outreach:follow-ups")

    def shown(**asked: str) -> set[str]:
        return {str(line.follow_up.contact) for line in client.get(url, asked).context["lines"]}

    assert shown() == {"Grace Hollis", "Jo Sandoval"}
    assert shown(when="overdue") == {"Grace Hollis"}
    assert shown(when="upcoming") == {"Jo Sandoval"}
    assert shown(reason="birthday") == {str(other)}
    assert shown(when="today") == set()
    assert (
        "None of your follow-ups is like that."
        in client.get(url, {"when": "today"}).content.decode()
    )
    assert shown(when="whenever", reason="\0") == {"Grace Hollis", "Jo Sandoval"}
