"""The links of a reminder: they act once, after a confirming click, and tell nothing else."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from contacts.models import Contact
from outreach.followups import services
from outreach.models import FollowUp, Message, ReminderSettings
from outreach.reminders.links import token_for
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import AT_EIGHT, LONG_AGO, TUESDAY


@pytest.fixture
def repair(met, bare_request, monday) -> FollowUp:
    """Ada sent Grace the default request on Monday; it is Tuesday, and the mail about it comes."""
    monday.move_to(AT_EIGHT)
    return FollowUp.objects.with_rows().get(message=bare_request)


def stop_path(message) -> str:
    return urlsplit(message["List-Unsubscribe"].strip(" <>")).path


def url(follow_up: FollowUp, name: str) -> str:
    return reverse("outreach:reminder-link", args=[token_for(follow_up, name)])


def test_opening_a_link_only_asks(repair, anonymous):
    answer = anonymous.get(url(repair, "done"))

    assert "Did you do what you owed Grace Hollis?" in answer.content.decode()
    repair.refresh_from_db()
    assert repair.is_open


@pytest.mark.parametrize(
    ("name", "state", "due_on"),
    [
        ("done", "done", TUESDAY),
        ("replied", "answered", TUESDAY),
        ("let-go", "let_go", TUESDAY),
        ("next-week", "open", TUESDAY + timedelta(days=7)),
    ],
)
def test_confirming_does_it_without_log_in(repair, anonymous, name, state, due_on):
    answer = anonymous.post(url(repair, name))

    repair.refresh_from_db()
    assert answer.status_code == 200
    assert (repair.state, repair.due_on) == (state, due_on)


@pytest.mark.parametrize("name", ["done", "replied", "let-go", "next-week"])
def test_a_link_used_twice_says_so_and_does_nothing(repair, anonymous, name):
    anonymous.post(url(repair, name))
    link = reverse("outreach:reminder-link", args=[token_for(repair, name)])

    answer = anonymous.post(link)

    assert answer.status_code == 409
    assert re.search("closed already|put off already", answer.content.decode())


@pytest.mark.parametrize("first", ["done", "let-go"])
def test_an_answer_is_noted_though_the_follow_up_was_closed(repair, anonymous, grace, first):
    done, replied = url(repair, first), url(repair, "replied")
    Contact.objects.update(cadence_days=91, created_at=LONG_AGO)
    anonymous.post(done)

    asked = anonymous.get(replied).content.decode()
    said = anonymous.post(replied).content.decode()

    assert "Did Grace Hollis reply?" in asked
    assert "Noted that Grace Hollis replied" in said
    assert Message.objects.get().state == Message.State.REPLIED
    [owed] = FollowUp.objects.filter(contact=grace).open().exclude(reason="promise")
    assert (owed.reason, owed.due_on) == ("keep_in_touch", TUESDAY + timedelta(days=91))
    assert anonymous.post(replied).status_code == 409


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("done", "Noted that what you owed Grace Hollis is done."),
        ("replied", "Noted that Grace Hollis replied, so nothing more waits for an answer."),
        ("next-week", "Grace Hollis comes back in a week."),
        ("let-go", "Noted that you let Grace Hollis go."),
    ],
)
def test_what_was_done_is_said_in_one_plain_sentence(repair, anonymous, name, said):
    page = anonymous.post(url(repair, name)).content.decode()

    assert f"<h1>{said}</h1>" in page


def test_a_link_of_an_earlier_mail_does_not_touch_what_was_put_off(repair, anonymous):
    old = url(repair, "let-go")
    services.snooze(repair, until=date(2026, 12, 1))

    answer = anonymous.post(old)

    repair.refresh_from_db()
    assert answer.status_code == 409
    assert repair.is_open


def test_what_happened_can_be_said_from_an_earlier_mail_too(repair, anonymous):
    old = url(repair, "replied")
    services.snooze(repair, until=date(2026, 12, 1))

    assert anonymous.post(old).status_code == 200

    repair.refresh_from_db()
    assert not repair.is_open


def test_a_link_is_good_for_thirty_days(repair, anonymous, monday):
    link = url(repair, "done")
    monday.shift(timedelta(days=30, seconds=1))

    answer = anonymous.post(link)

    repair.refresh_from_db()
    assert answer.status_code == 410
    assert "good for 30 days" in answer.content.decode()
    assert repair.is_open


def test_a_changed_link_is_refused(repair, anonymous):
    answer = anonymous.post(url(repair, "done").replace("/link/", "/link/x"))

    assert answer.status_code == 404
    assert "not complete" in answer.content.decode()


def test_a_link_to_what_is_gone_is_refused(repair, anonymous, grace):
    link = url(repair, "done")
    grace.delete()

    assert anonymous.get(link).status_code == 404


def test_the_links_of_a_closed_account_do_nothing(repair, anonymous, ada):
    ada.is_active = False
    ada.save()

    assert anonymous.post(url(repair, "done")).status_code == 404


def test_the_page_tells_no_more_than_the_mail(repair, anonymous):
    page = anonymous.get(url(repair, "done")).content.decode()

    for secret in ("ada@example.org", "Northwind", "Harbour", "grace-hollis", str(repair.pk)):
        assert secret not in page


def test_the_page_is_not_kept_anywhere(repair, anonymous):
    answer = anonymous.get(url(repair, "done"))

    assert "no-store" in answer["Cache-Control"]


def test_confirming_needs_the_page_it_stands_on(repair):
    elsewhere = Client(enforce_csrf_checks=True)

    assert elsewhere.post(url(repair, "done")).status_code == 403


def test_the_mail_carries_working_links(repair, mails, anonymous):
    tick(AT_EIGHT)

    text = mails.received[0].message.get_body(("plain",)).get_content()
    [link] = re.findall(r"Let it go: (\S+)", text)[:1]
    anonymous.post(urlsplit(link).path)

    repair.refresh_from_db()
    assert repair.state == FollowUp.State.LET_GO


def test_a_promise_has_no_link_for_an_answer(promise, mails):
    promise()

    tick(AT_EIGHT)

    assert "They replied:" not in mails.received[0].message.get_body(("plain",)).get_content()


def test_unsubscribing_is_one_click_for_the_mail_program(promise, mails):
    promise()
    tick(AT_EIGHT)
    message = mails.received[0].message
    one_click = Client(enforce_csrf_checks=True)

    answer = one_click.post(stop_path(message), {"List-Unsubscribe": "One-Click"})

    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert answer.status_code == 200
    assert not ReminderSettings.objects.get().is_on


def test_opening_the_unsubscribe_link_only_asks(promise, mails, anonymous):
    promise()
    tick(AT_EIGHT)

    answer = anonymous.get(stop_path(mails.received[0].message))

    assert "Stop all reminder mails?" in answer.content.decode()
    assert not ReminderSettings.objects.filter(is_on=False).exists()


def test_a_made_up_unsubscribe_link_is_refused(anonymous):
    answer = anonymous.post(reverse("outreach:reminder-stop", args=["made-up"]))

    assert answer.status_code == 404
