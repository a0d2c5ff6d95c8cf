"""At once instead of once a day, quiet hours, and a pause."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.models import Delivery, ReminderSettings
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import AT_EIGHT, TUESDAY, the_pause_is_over

SETTINGS = reverse("outreach:reminder-settings")
MIDNIGHT = datetime(2026, 11, 23, 23, tzinfo=UTC)  # where Tuesday begins for Ada


@pytest.fixture
def at_once(ada) -> ReminderSettings:
    return ReminderSettings.objects.create(owner=ada, mode=ReminderSettings.Mode.IMMEDIATE)


def test_at_once_means_as_soon_as_the_day_begins(at_once, promise, mails):
    promise()

    tick(MIDNIGHT - timedelta(minutes=1))
    assert not mails.received
    tick(MIDNIGHT)
    tick(MIDNIGHT + timedelta(minutes=1))

    assert len(mails.received) == 1


def test_at_once_what_comes_later_is_a_mail_of_its_own(at_once, ada, promise, mails):
    promise()
    tick(AT_EIGHT)

    promise(Contact.objects.create(owner=ada, name="Lena Fischer"))
    tick(AT_EIGHT + timedelta(hours=1))

    first, second = mails.received
    assert "Lena Fischer" not in first.message.get_body(("plain",)).get_content()
    assert "Grace Hollis" not in second.message.get_body(("plain",)).get_content()


def test_at_once_keeps_the_quiet_hours(at_once, promise, mails):
    ReminderSettings.objects.update(quiet_from=22, quiet_until=8)
    promise()

    tick(MIDNIGHT)
    tick(AT_EIGHT - timedelta(minutes=1))
    assert not mails.received
    tick(AT_EIGHT)

    assert len(mails.received) == 1


def test_a_second_try_waits_for_the_end_of_the_quiet_hours(ada, promise, mails):
    ReminderSettings.objects.create(owner=ada, quiet_from=9, quiet_until=11)
    promise()
    mails.answers.append("451 4.3.0 Later")
    tick(AT_EIGHT)

    the_pause_is_over()
    tick(AT_EIGHT + timedelta(hours=1))
    assert not mails.received
    assert "quiet hours" in Delivery.objects.get().error
    the_pause_is_over()
    tick(AT_EIGHT + timedelta(hours=3))

    assert len(mails.received) == 1


@pytest.mark.parametrize(
    ("quiet_from", "quiet_until", "hour", "hours"),
    [(22, 8, 23, 9), (22, 8, 3, 5), (22, 8, 8, 0), (22, 8, 12, 0), (12, 14, 13, 1), (9, 9, 9, 0)],
)
def test_quiet_hours_go_over_midnight(quiet_from, quiet_until, hour, hours):
    rule = ReminderSettings(quiet_from=quiet_from, quiet_until=quiet_until)

    assert rule.quiet_for(datetime(2026, 11, 24, hour, tzinfo=UTC)) == timedelta(hours=hours)


def test_a_digest_at_a_quiet_hour_comes_when_they_end_and_all_say_so(
    client, ada, promise, mails, monday
):
    chosen = {"is_on": "on", "mode": "digest", "hour": "8", "weekdays": list("01234")}
    said = "at 10:00, when your quiet hours end, on weekdays"
    promise()

    saved = client.post(SETTINGS, {**chosen, "quiet_from": "7", "quiet_until": "10"}, follow=True)
    page = saved.content.decode()
    tick(AT_EIGHT + timedelta(minutes=119))
    assert not mails.received
    tick(AT_EIGHT + timedelta(hours=2))

    [mail] = mails.received
    assert f"You get this {said}" in mail.message.get_body(("plain",)).get_content()
    assert f"Saved. You are reminded {said}" in page
    assert f"What is due is mailed {said}" in page
    assert "at 10:00." in page.split("Your next reminder can come on")[1].split("</p>")[0]


def test_a_digest_that_is_quiet_over_midnight_comes_in_the_morning(ada, promise, mails):
    ReminderSettings.objects.create(owner=ada, hour=22, quiet_from=20, quiet_until=9)
    promise()

    tick(AT_EIGHT + timedelta(minutes=59))
    assert not mails.received
    tick(AT_EIGHT + timedelta(hours=1))

    assert len(mails.received) == 1


def test_nothing_comes_in_a_pause_and_all_of_it_after(ada, promise, mails):
    ReminderSettings.objects.create(owner=ada, paused_until=date(2026, 11, 26))
    promise()

    tick(AT_EIGHT)
    tick(AT_EIGHT + timedelta(days=1))
    assert not mails.received
    tick(AT_EIGHT + timedelta(days=2))

    [mail] = mails.received
    assert "due since Tuesday" in mail.message.get_body(("plain",)).get_content()


def test_a_pause_stops_even_what_was_planned(ada, promise, mails):
    promise()
    mails.answers.append("451 4.3.0 Later")
    tick(AT_EIGHT)

    ReminderSettings.objects.create(owner=ada, paused_until=TUESDAY + timedelta(days=1))
    the_pause_is_over()
    tick(AT_EIGHT)
    assert not mails.received
    tick(AT_EIGHT + timedelta(days=1))

    assert len(mails.received) == 1


def test_all_of_it_can_be_chosen_on_the_page(client, ada):
    client.post(
        SETTINGS,
        {
            "is_on": "on",
            "mode": "immediate",
            "hour": "8",
            "weekdays": ["0"],
            "quiet_from": "22",
            "quiet_until": "7",
            "paused_until": "2027-01-07",
        },
    )

    rule = ReminderSettings.objects.get(owner=ada)
    assert (rule.mode, rule.quiet_from, rule.quiet_until) == ("immediate", 22, 7)
    assert rule.paused_until == date(2027, 1, 7)
    page = client.get(reverse("outreach:reminders")).content.decode()
    assert "as soon as something is due, but not from 22:00 to 07:00" in page


def test_quiet_hours_without_an_end_are_refused(client):
    chosen = {"is_on": "on", "mode": "digest", "hour": "8", "weekdays": ["0"], "quiet_from": "22"}

    answer = client.post(SETTINGS, chosen)

    assert answer.status_code == 422
    assert "Quiet hours need a beginning and an end." in answer.content.decode()
