"""The main job, end to end through HTTP: met, drafted, gone out generic, reminded, repaired."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.models import Delivery, FollowUp, Message

MET = {
    "name": "Marcus Oyelaran",
    "event": "Toronto cloud meetup",
    "talked_about": "how nine people share on-call",
    "detail": "the runbook with the swearing removed",
    "introduced_by": "Ana Ruiz",
    "headline": "Head of Platform",
    "company": "Kestrel",
    "linkedin_slug": "https://www.linkedin.com/in/Oyelaran/",
    "met_on": "2026-11-23",
    "then": "write",
}
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def clock():
    with time_machine.travel(datetime(2026, 11, 23, 15, 0, tzinfo=UTC), tick=False) as clock:
        yield clock


def letter_of(answer) -> dict[str, str]:
    """The letter's form as a browser would post it."""
    form = answer.context["letter"]
    return {name: str(form[name].value() or "") for name in form.fields}


def tick_at(clock, when: datetime) -> None:
    clock.move_to(when)
    call_command("tick")


def test_from_a_meeting_to_a_reminder_and_an_answer(client, ada, clock):
    Profile.objects.update(who_you_are="I run data tooling at Maple")

    compose = client.post(reverse("outreach:log"), MET)["Location"]
    page = client.get(compose)
    marcus = Contact.objects.get()
    assert "Toronto cloud meetup" in letter_of(page)["body"]
    assert page.context["assessment"].verdict.verdict == "tailored"

    # But the default request had gone out already.
    client.post(reverse("outreach:default-send", args=[marcus.pk]))
    tick_at(clock, datetime(2026, 11, 24, 7, 59, tzinfo=BERLIN))
    assert mail.outbox == []

    # The next morning at eight one mail comes, however often it ticks.
    tick_at(clock, datetime(2026, 11, 24, 8, 0, tzinfo=BERLIN))
    tick_at(clock, datetime(2026, 11, 24, 9, 0, tzinfo=BERLIN))
    [reminder] = mail.outbox
    assert reminder.to == ["ada@example.org"]
    assert "Your request went out yesterday without a note." in reminder.body
    assert "introduced by Ana Ruiz" in reminder.body
    assert "https://www.linkedin.com/in/oyelaran/" in reminder.body

    # The draft in the mail is the one on the page that its link leads to.
    page = client.get(f"{compose}?follow_up={FollowUp.objects.get().pk}")
    repair = letter_of(page)
    assert page.context["composition"].occasion.purpose == "repair"
    assert " ".join(repair["body"].split()) in " ".join(reminder.body.split())

    # Sent by hand, said so; nothing is due, and a week later silence is.
    client.post(reverse("outreach:message-send", args=[marcus.pk]), repair)
    assert not FollowUp.objects.due(date(2026, 11, 30)).exists()
    tick_at(clock, datetime(2026, 12, 1, 8, 0, tzinfo=BERLIN))
    assert "No reply for 7 days." in mail.outbox[-1].body

    silence = FollowUp.objects.get(reason="no_reply")  # an answer ends it for good
    client.post(reverse("outreach:follow-up-replied", args=[silence.pk]))
    tick_at(clock, datetime(2027, 12, 1, 8, 0, tzinfo=BERLIN))
    assert len(mail.outbox) == 2
    assert Message.objects.get(pk=repair["letter_id"]).state == Message.State.REPLIED


def test_a_mail_without_a_server_is_a_file_that_the_app_shows(client, ada, clock, settings):
    settings.EMAIL_BACKEND = "crm.mail.folder.EmailBackend"
    client.post(reverse("outreach:log"), MET)
    client.post(reverse("outreach:default-send", args=[Contact.objects.get().pk]))

    tick_at(clock, datetime(2026, 11, 24, 8, 0, tzinfo=BERLIN))

    delivery = Delivery.objects.get()
    page = client.get(reverse("outreach:reminder-mail", args=[delivery.pk])).content.decode()
    assert "Marcus Oyelaran" in page
    assert "without a note" in page
