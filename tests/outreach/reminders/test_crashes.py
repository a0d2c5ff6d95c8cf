"""Whatever dies or sleeps on our side, each reminder arrives, and no worker undoes another's."""

from contextlib import suppress

import pytest

from outreach.models import Delivery
from outreach.reminders import emails, sending
from outreach.reminders.models import LEASE, MAX_CRASHES
from outreach.reminders.smtp import Postman
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import (
    AT_EIGHT,
    the_lease_runs_out,
    the_pause_is_over,
    tick_again,
)

State = Delivery.State


class Killed(BaseException):
    """What `kill -9` looks like from inside."""


def test_killed_after_the_claim_it_goes_when_the_lease_is_over(delivery, mails, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(Postman, "deliver", _killed)
        with pytest.raises(Killed):
            tick(AT_EIGHT)
    tick_again()
    assert not mails.received

    the_lease_runs_out()
    tick_again()

    assert len(mails.received) == 1


def test_killed_before_the_answer_was_recorded_it_goes_once_more_and_no_more(
    delivery, mails, monkeypatch
):
    with monkeypatch.context() as broken:
        broken.setattr(sending, "_sent", _killed)
        with pytest.raises(Killed):
            tick(AT_EIGHT)
    delivery.refresh_from_db()
    assert delivery.state == State.HANDED
    the_lease_runs_out()

    tick_again()
    tick_again()

    assert len({mail.message["Message-ID"] for mail in mails.received}) == 1
    assert len(mails.received) == 2


def test_killed_twice_before_the_answer_was_recorded_we_say_that_we_do_not_know(
    delivery, mails, monkeypatch
):
    for _ in range(2):
        with monkeypatch.context() as broken:
            broken.setattr(sending, "_sent", _killed)
            with pytest.raises(Killed):
                tick_again()
        the_lease_runs_out()

    tick_again()

    delivery.refresh_from_db()
    assert delivery.state == State.UNKNOWN
    assert len(mails.received) == 2


def test_a_worker_that_slept_through_its_lease_sends_nothing(delivery, mails):
    [asleep] = Delivery.objects.claim(now=AT_EIGHT, worker="asleep")
    the_lease_runs_out()
    tick_again()

    assert not asleep.hand_over()
    assert not asleep.note_sent("250 OK")
    assert not asleep.settle(State.FAILED)
    assert len(mails.received) == 1


def test_a_lease_outlasts_all_that_one_mail_may_wait_for():
    connect, greeting, hello, tls, log_in = 1, 1, 2, 3, 3
    one_mail = 6  # noop, mail, rcpt, data, the text, its answer

    answers = connect + greeting + hello + tls + log_in

    assert LEASE.total_seconds() > 20 * max(answers, one_mail)


def test_one_that_cannot_be_written_holds_up_nobody(ten_people, mails, monkeypatch):
    write = emails.reminder

    def poisoned(delivery, material, *, now):
        if delivery.owner == ten_people[3]:
            raise ValueError("poison")
        return write(delivery, material, now=now)

    monkeypatch.setattr(emails, "reminder", poisoned)

    for _ in range(MAX_CRASHES + 1):
        tick(AT_EIGHT)
        the_pause_is_over()

    assert len(mails.received) == 9
    parked = Delivery.objects.get(owner=ten_people[3])
    assert (parked.state, parked.crashes) == (State.FAILED, MAX_CRASHES)
    assert "poison" in parked.error


def test_one_that_kills_the_worker_takes_nobody_with_it(ten_people, mails, monkeypatch):
    write, settle = emails.reminder, Delivery.settle

    def deadly(delivery, material, *, now):
        if delivery.owner == ten_people[3]:
            monkeypatch.setattr(Delivery, "settle", lambda *_args, **_kwargs: False)  # dead
            raise Killed
        return write(delivery, material, now=now)

    monkeypatch.setattr(emails, "reminder", deadly)

    for _ in range(2 * MAX_CRASHES):
        with suppress(Killed):
            tick(AT_EIGHT)
        monkeypatch.setattr(Delivery, "settle", settle)
        the_lease_runs_out()

    assert len(mails.received) == 9
    assert Delivery.objects.get(owner=ten_people[3]).state == State.FAILED


def _killed(*_args: object, **_kwargs: object) -> None:
    raise Killed
