"""Whatever the mail server says, each reminder arrives once or the page says why."""

from itertools import pairwise

import pytest

from contacts.models import Contact
from outreach.models import Delivery, FollowUp
from outreach.reminders import sending
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import AT_EIGHT, the_pause_is_over, tick_again
from tests.servers.smtp import CUT_AFTER_ACCEPTING, CUT_BEFORE_ACCEPTING, DRIP, HANG

State = Delivery.State


def test_the_servers_answer_is_kept(delivery, mails):
    tick(AT_EIGHT)

    delivery.refresh_from_db()
    assert delivery.state == State.SENT
    assert delivery.smtp_reply.startswith("250 ")
    assert delivery.sent_at


@pytest.mark.parametrize("answer", ["451 4.3.0 Later", "452 4.2.2 Full", "421 4.3.2 Closing"])
def test_a_server_that_says_later_is_asked_later(delivery, mails, answer):
    mails.answers.append(answer)

    tick(AT_EIGHT)
    tick(AT_EIGHT)
    assert not mails.received
    tick_again()

    assert not mails.answers
    assert len(mails.received) == 1


def test_the_pauses_grow_to_an_hour(delivery, mails):
    pauses = []
    for _ in range(8):
        mails.answers.append("451 4.3.0 Later")
        tick_again()
        delivery.refresh_from_db()
        pauses.append(delivery.try_at)
    minutes = [round((later - earlier).total_seconds() / 60) for earlier, later in pairwise(pauses)]

    assert minutes == [1, 2, 4, 8, 16, 28, 0]  # differences of 1, 2, 4, 8, 16, 32, 60, 60


def test_a_server_that_never_takes_it_is_given_up_on_in_words(delivery, mails):
    Delivery.objects.update(failures=sending.MOST_FAILURES)
    mails.answers.append("451 4.3.0 Later")

    tick(AT_EIGHT)

    delivery.refresh_from_db()
    assert delivery.state == State.FAILED
    assert "for days" in delivery.error


@pytest.mark.parametrize("answer", ["550 5.1.1 No such mailbox", "552 5.2.2 Too big"])
def test_a_refusal_is_final_and_says_why(delivery, mails, answer):
    mails.answers.append(answer)

    tick(AT_EIGHT)
    tick_again()

    delivery.refresh_from_db()
    assert delivery.state == State.FAILED
    assert answer in delivery.smtp_reply
    assert not mails.received


def test_what_a_failed_reminder_could_not_tell_is_in_the_next(delivery, mails, promise, ada):
    mails.answers.append("550 5.1.1 No such mailbox")
    tick(AT_EIGHT)

    tick(AT_EIGHT.replace(day=25))

    assert len(mails.received) == 1
    assert delivery.reminded.count() == 0


def test_a_server_that_cannot_be_reached_costs_nothing(delivery, mails, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9  # discard: nobody listens
    tick(AT_EIGHT)
    delivery.refresh_from_db()
    assert delivery.state == State.SCHEDULED

    settings.EMAIL_PORT = port
    tick_again()

    assert len(mails.received) == 1


def test_reminders_of_an_outage_become_one_mail(delivery, mails, settings, promise, ada):
    settings.EMAIL_PORT, port = 9, settings.EMAIL_PORT
    tick_again()
    promise(Contact.objects.create(owner=ada, name="Lena Fischer"), on=AT_EIGHT.date())
    tick(AT_EIGHT.replace(day=25))

    settings.EMAIL_PORT = port
    the_pause_is_over()
    tick(AT_EIGHT.replace(day=25, hour=12))

    [mail] = mails.received
    text = mail.message.get_body(("plain",)).get_content()
    assert "Grace Hollis" in text
    assert "Lena Fischer" in text
    delivery.refresh_from_db()
    assert delivery.state == State.DROPPED


@pytest.mark.parametrize("silence", [CUT_BEFORE_ACCEPTING, HANG, DRIP])
def test_after_a_silence_the_same_mail_goes_once_more(delivery, mails, silence):
    mails.answers.append(silence)

    tick(AT_EIGHT)
    tick_again()
    tick_again()

    [mail] = mails.received
    delivery.refresh_from_db()
    assert mail.message["Message-ID"] == delivery.message_id
    assert delivery.state == State.SENT


def test_a_repeat_has_the_message_id_of_the_first(delivery, mails):
    mails.answers.append(CUT_AFTER_ACCEPTING)

    tick(AT_EIGHT)
    tick_again()
    tick_again()

    first, second = mails.received
    assert first.message["Message-ID"] == second.message["Message-ID"]
    assert second.message["References"] == first.message["References"] == delivery.message_id


def test_a_second_silence_is_shown_and_not_tried_again(delivery, mails):
    mails.answers.extend([CUT_AFTER_ACCEPTING, CUT_AFTER_ACCEPTING])

    for _ in range(4):
        tick_again()

    delivery.refresh_from_db()
    assert delivery.state == State.UNKNOWN
    assert len(mails.received) == 2


def test_what_may_not_have_arrived_is_told_again_by_the_next(delivery, mails):
    mails.answers.extend([CUT_BEFORE_ACCEPTING, CUT_BEFORE_ACCEPTING])
    for _ in range(3):
        tick_again()
    assert not mails.received

    tick(AT_EIGHT.replace(day=25))

    [mail] = mails.received
    assert mail.message["Message-ID"] != delivery.message_id


def test_a_refusal_among_ten_stops_only_itself(ten_people, mails):
    mails.answers.extend(["250 OK", "550 5.1.1 No such mailbox"])

    tick(AT_EIGHT)
    tick(AT_EIGHT)

    assert len({mail.recipients for mail in mails.received}) == 9
    assert len(mails.received) == 9


def test_a_line_break_in_a_name_cannot_add_a_header(promise, mails, ada):
    evil = "Grace\r\nBcc: everybody@example.org"
    promise(Contact.objects.create(owner=ada, name=evil))

    tick(AT_EIGHT)

    [mail] = mails.received
    assert mail.recipients == ("ada@example.org",)
    assert mail.message["Bcc"] is None


def test_what_was_closed_before_sending_is_not_mailed(delivery, mails):
    FollowUp.objects.update(state=FollowUp.State.DONE)

    tick(AT_EIGHT)

    delivery.refresh_from_db()
    assert not mails.received
    assert delivery.state == State.DROPPED
    assert "closed" in delivery.error


def test_a_closed_account_gets_no_mail(delivery, mails, ada):
    ada.is_active = False
    ada.save()

    tick(AT_EIGHT)

    delivery.refresh_from_db()
    assert not mails.received
    assert delivery.state == State.DROPPED


def test_a_contact_deleted_before_sending_is_not_mentioned(delivery, mails, grace):
    grace.delete()

    tick(AT_EIGHT)

    delivery.refresh_from_db()
    assert not mails.received
    assert delivery.state == State.DROPPED


def test_a_new_address_is_used_even_by_what_was_planned_before(delivery, mails, ada):
    ada.email = "ada@new.example.org"
    ada.save()

    tick(AT_EIGHT)

    delivery.refresh_from_db()
    assert mails.received[0].recipients == ("ada@new.example.org",)
    assert delivery.recipient == "ada@new.example.org"


def test_a_worker_that_is_to_end_stops_after_the_mail_it_is_at(ten_people, mails):
    tick(AT_EIGHT, is_stopping=lambda: len(mails.received) >= 3)

    assert len(mails.received) == 3
    waiting = Delivery.objects.filter(state=Delivery.State.SCHEDULED, leased_by="")
    assert waiting.count() == 7
