"""What a reminder says: who, why now, where from, the draft, and where to go."""

from datetime import date
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.followups.lines import lines_for
from outreach.messages import services
from outreach.models import Delivery, FollowUp, Message, Rule
from outreach.reminders.tick import tick
from outreach.reminders.timing import ReminderSettings
from outreach.reminders.wording import on_days
from tests.outreach.reminders.conftest import AT_EIGHT, TUESDAY


class Words(HTMLParser):
    """The text and links of an HTML part."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links.extend(value or "" for name, value in attrs if name == "href")

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


@pytest.fixture
def repair(met, bare_request) -> FollowUp:
    """Ada sent Grace the default request on Monday, after they had met."""
    return FollowUp.objects.get(message=bare_request)


@pytest.fixture
def sent(mails):
    """The next mail, as its text and its HTML."""

    def tick_and_read() -> tuple[str, Words]:
        tick(AT_EIGHT)
        message = mails.wait_for(1)[-1].message
        text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
        return text, Words(message.get_body(("html",)).get_content())

    return tick_and_read


def test_both_parts_say_who_why_and_where_from(repair, sent):
    text, html = sent()

    for words in (
        "Grace Hollis, Compiler lead at Northwind",
        "Your request went out yesterday without a note.",
        "You met at Harbour Fair on Friday, introduced by Ana Ruiz.",
    ):
        assert words in text
        assert words in html.text.replace(" ,", ",")


def test_the_draft_is_there_ready_to_copy(repair, sent, ada):
    text, html = sent()

    rows = FollowUp.objects.with_rows()
    [line] = lines_for(rows.filter(pk=repair.pk), profile=ada.profile, day=TUESDAY)
    assert line.draft
    assert line.draft.text in text
    assert " ".join(line.draft.text.split()) in html.text


def test_where_too_little_is_known_the_question_is_asked_instead(promise, sent, ada):
    stranger = Contact.objects.create(owner=ada, name="Lena Fischer")
    services.record_default_sent(stranger)
    Message.objects.update(sent_at=AT_EIGHT.replace(day=23))

    text, html = sent()

    assert "There is too little to write from yet." in text
    assert "Answer, and get a draft" in html.text


def test_links_lead_to_the_draft_the_profile_and_the_page(repair, sent, settings):
    settings.SITE_URL = "https://rapport.example.org"

    text, html = sent()

    site = "https://rapport.example.org"
    compose = reverse("outreach:message-compose", args=[repair.contact_id])
    for link in (
        f"{site}{compose}?follow_up={repair.pk}",
        "https://www.linkedin.com/in/grace-hollis/",
        site + reverse("outreach:reminders"),
    ):
        assert link in text
        assert link in html.links


def test_what_was_said_last_is_quoted_in_short(met, letter, sent):
    letter.body = "I hope this finds you well. " * 30
    letter.state, letter.verdict = Message.State.SENT, Message.Verdict.GENERIC
    letter.sent_at = AT_EIGHT.replace(day=23)
    letter.save()

    text, _html = sent()

    assert "You last wrote: “I hope this finds you well." in text
    assert letter.body.strip() not in text


def test_on_a_quiet_day_of_the_users_own_the_mail_comes_and_says_so(promise, sent, ada):
    Rule.objects.create(owner=ada, kind="quiet_days", wording="No mail of mine", weekdays="1")
    promise()

    for part in (sent()[0], sent()[1].text):
        assert "“No mail of mine” speaks: today is Tuesday" in part


def test_a_person_to_whom_two_things_are_owed_comes_once_with_both(repair, promise, sent):
    promise()

    text, html = sent()

    assert text.count("Grace Hollis, Compiler lead at Northwind") == 1
    for words in ("Your request went out yesterday without a note.", "You promised to send the"):
        assert words in text
        assert words in html.text
    # Each has its own links; only the request can be answered.
    assert text.count("Done: ") == 2
    assert text.count("They replied: ") == 1


def test_the_subject_counts_and_names_nobody(repair, mails, promise):
    promise()

    tick(AT_EIGHT)

    subject = mails.received[0].message["Subject"]
    assert subject == "Tuesday: one person to write to, one promise due"


def test_machines_are_told_not_to_answer(promise, mails):
    promise()

    tick(AT_EIGHT)

    message = mails.received[0].message
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["Message-ID"] == message["References"] == Delivery.objects.get().message_id


def test_names_are_text_and_not_markup(promise, ada, sent):
    promise(Contact.objects.create(owner=ada, name="<b>Grace</b> & Co"))

    text, html = sent()

    assert "<b>Grace</b> & Co" in text
    assert "<b>Grace</b> & Co" in html.text


def test_a_hundred_that_are_due_make_a_mail_that_is_not_cut(ada, promise, mails):
    for number in range(100):
        name = f"Контакт № {number} " + "длинное имя " * 10
        promise(Contact.objects.create(owner=ada, name=name), text="прислать заметки " * 15)

    tick(AT_EIGHT)

    [mail] = mails.received
    assert len(mail.message.as_bytes()) < 100_000
    text = mail.message.get_body(("plain",)).get_content()
    assert "Also due:" in text
    assert "more" in text


def test_the_foot_says_when_mails_come(ada, promise, sent):
    ReminderSettings.objects.create(owner=ada, hour=8, weekdays="13")
    promise()

    text, _html = sent()

    assert "You get this at 08:00 on Tuesdays and Thursdays (Europe/Berlin)." in text


@pytest.mark.parametrize(
    ("weekdays", "words"),
    [
        ("01234", "on weekdays"),
        ("0123456", "every day"),
        ("2", "on Wednesdays"),
        ("024", "on Mondays, Wednesdays and Fridays"),
    ],
)
def test_days_are_said_as_people_say_them(weekdays, words):
    assert on_days(weekdays) == words


@pytest.mark.parametrize("count", [1, 8])
def test_writing_a_mail_asks_no_more_when_more_is_due(
    ada, promise, django_assert_max_num_queries, mails, count
):
    for number in range(count):
        promise(Contact.objects.create(owner=ada, name=f"Contact {number}"), on=date(2026, 11, 24))

    with django_assert_max_num_queries(70):
        tick(AT_EIGHT)

    assert len(mails.received) == 1
