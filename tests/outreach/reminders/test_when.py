"""One digest a day, at the user's hour by the user's clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.followups import services as follow_ups
from outreach.models import Delivery, FollowUp, ReminderSettings
from outreach.reminders.digests import plan_digests
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import AT_EIGHT, TUESDAY

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def live_in(zone: str) -> None:
    Profile.objects.update(time_zone=zone)


def remind(user, **chosen: object) -> None:
    ReminderSettings.objects.create(owner=user, **chosen)


def test_nothing_comes_before_the_hour_and_one_mail_at_it(promise, mails):
    promise()

    tick(AT_EIGHT - MINUTE)
    assert not Delivery.objects.exists()
    tick(AT_EIGHT)

    assert len(mails.received) == 1


def test_a_digest_with_nothing_in_it_is_not_sent(ada, mails):
    tick(AT_EIGHT)

    assert not Delivery.objects.exists()


def test_ticking_again_and_again_sends_one_mail(promise, mails):
    promise()

    for minutes in range(0, 120, 10):
        tick(AT_EIGHT + minutes * MINUTE)

    assert len(mails.received) == 1


def test_what_was_told_is_not_told_again_the_next_day(promise, mails):
    promise()

    tick(AT_EIGHT)
    tick(AT_EIGHT + DAY)

    assert len(mails.received) == 1
    assert Delivery.objects.count() == 1


def test_what_was_put_off_is_told_again_on_its_new_day(promise, mails):
    promise()
    tick(AT_EIGHT)

    follow_ups.snooze(FollowUp.objects.get(), until=TUESDAY + 2 * DAY)
    tick(AT_EIGHT + DAY)
    assert len(mails.received) == 1
    tick(AT_EIGHT + 2 * DAY)

    assert len(mails.received) == 2


def test_several_that_are_due_come_in_one_mail(ada, promise, mails):
    for name in ("Marcus Oyelaran", "Lena Fischer", "Ana Ruiz"):
        promise(Contact.objects.create(owner=ada, name=name))

    tick(AT_EIGHT)

    assert len(mails.received) == 1


def test_nothing_comes_on_a_weekend_unless_asked(promise, mails):
    promise(on=date(2026, 11, 28))

    tick(AT_EIGHT + 4 * DAY)  # Saturday
    tick(AT_EIGHT + 5 * DAY)
    assert not mails.received
    tick(AT_EIGHT + 6 * DAY)

    assert len(mails.received) == 1


def test_the_user_chooses_hour_and_days(ada, promise, mails):
    remind(ada, hour=19, weekdays="1")
    promise()

    tick(AT_EIGHT)
    assert not mails.received
    tick(AT_EIGHT + timedelta(hours=11))

    assert len(mails.received) == 1


def test_reminders_that_are_off_stay_off(ada, promise, mails):
    remind(ada, is_on=False)
    promise()

    tick(AT_EIGHT)

    assert not Delivery.objects.exists()


def test_after_downtime_one_mail_says_since_when(ada, promise, mails):
    promise(on=date(2026, 11, 20))
    promise(Contact.objects.create(owner=ada, name="Lena Fischer"), on=date(2026, 11, 23))

    tick(AT_EIGHT + timedelta(hours=3))

    [mail] = mails.received
    text = mail.message.get_body(("plain",)).get_content()
    assert "The oldest has been due since Friday." in text
    assert "Lena Fischer" in text


def test_what_falls_due_after_the_hour_comes_the_same_day(promise, mails):
    tick(AT_EIGHT)
    promise()

    tick(AT_EIGHT + timedelta(hours=5))

    assert len(mails.received) == 1


@pytest.mark.parametrize(
    ("zone", "due_on", "first"),
    [
        ("Pacific/Kiritimati", date(2026, 11, 25), datetime(2026, 11, 24, 18, tzinfo=UTC)),
        ("Etc/GMT+12", date(2026, 11, 24), datetime(2026, 11, 24, 20, tzinfo=UTC)),
        ("Asia/Kathmandu", date(2026, 11, 24), datetime(2026, 11, 24, 2, 15, tzinfo=UTC)),
        ("America/Toronto", date(2026, 11, 24), datetime(2026, 11, 24, 13, tzinfo=UTC)),
    ],
)
def test_the_day_and_the_hour_are_those_of_the_user(promise, mails, zone, due_on, first):
    live_in(zone)
    promise(on=due_on)

    tick(first - MINUTE)
    assert not mails.received
    tick(first)

    assert len(mails.received) == 1


@pytest.mark.parametrize(
    ("zone", "day", "hour", "first"),
    [
        ("Europe/Berlin", date(2027, 3, 28), 2, datetime(2027, 3, 28, 1, tzinfo=UTC)),
        ("Europe/Berlin", date(2027, 10, 31), 2, datetime(2027, 10, 31, 0, tzinfo=UTC)),
        ("America/New_York", date(2027, 3, 14), 2, datetime(2027, 3, 14, 7, tzinfo=UTC)),
        ("America/New_York", date(2027, 11, 7), 1, datetime(2027, 11, 7, 5, tzinfo=UTC)),
        ("Australia/Lord_Howe", date(2027, 4, 4), 1, datetime(2027, 4, 3, 14, tzinfo=UTC)),
        ("Africa/Casablanca", date(2027, 2, 7), 2, datetime(2027, 2, 7, 1, tzinfo=UTC)),
    ],
)
def test_an_hour_that_is_missing_or_comes_twice_reminds_once(
    ada, promise, mails, zone, day, hour, first
):
    live_in(zone)
    remind(ada, hour=hour, weekdays="0123456")
    promise(on=day)

    tick(first - MINUTE)
    assert not mails.received
    for quarter in range(16):
        tick(first + quarter * 15 * MINUTE)

    assert len(mails.received) == 1


def test_a_user_whose_zone_is_unknown_is_reminded_by_utc(promise, mails):
    live_in("Atlantis/Poseidonis")
    promise()

    tick(datetime(2026, 11, 24, 7, 59, tzinfo=UTC))
    assert not mails.received
    tick(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    assert len(mails.received) == 1


def test_two_planners_make_one_digest_and_neither_minds(promise, monkeypatch):
    promise()
    tick(AT_EIGHT - MINUTE)
    overtaken: list[int] = []
    known = Delivery.objects.filter

    def while_the_other_plans(*args, **kwargs):
        if "key__in" in kwargs and not overtaken:
            overtaken.append(0)
            before = list(known(*args, **kwargs).values_list("key", flat=True))
            overtaken[0] = plan_digests(AT_EIGHT)
            return known(key__in=before)
        return known(*args, **kwargs)

    monkeypatch.setattr(Delivery.objects, "filter", while_the_other_plans)

    planned = plan_digests(AT_EIGHT)

    assert (overtaken, planned) == ([1], 0)
    assert Delivery.objects.get().reminded.count() == 1


@pytest.mark.parametrize("idle", [1, 20])
def test_planning_asks_no_more_when_more_people_have_nothing_due(
    promise, django_user_model, django_assert_num_queries, idle
):
    promise()
    tick(AT_EIGHT - MINUTE)
    for number in range(idle):
        django_user_model.objects.create_user(f"idle{number}@example.org")

    with django_assert_num_queries(13):
        plan_digests(AT_EIGHT)
