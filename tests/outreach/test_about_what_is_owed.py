"""What is drafted for a follow-up speaks of what the follow-up is about."""

from datetime import UTC, date, datetime
from html import unescape

from django.urls import reverse

from contacts.models import Promise
from outreach.models import FollowUp


def draft_for(client, follow_up: FollowUp) -> str:
    compose = reverse("outreach:message-compose", args=[follow_up.contact_id])
    page = client.get(compose, {"follow_up": str(follow_up.pk)}).content.decode()
    return unescape(page.split('name="body"')[1].split("</textarea>")[0])


def owed(contact, reason: str, day: date, **more) -> FollowUp:
    return FollowUp.objects.create(
        owner=contact.owner, contact=contact, reason=reason, planned_on=day, due_on=day, **more
    )


def test_a_promise_that_is_due_is_what_the_draft_is_about(monday, client, met, grace):
    promise = Promise.objects.create(
        owner=grace.owner, contact=grace, by="me", text="count how often the porters are asked"
    )
    follow_up = owed(grace, "promise", date(2026, 11, 23), promise=promise)

    assert "count how often the porters are asked" in draft_for(client, follow_up)


def test_a_birthday_is_wished_and_a_past_one_late(monday, client, met, grace):
    today = owed(grace, "birthday", date(2026, 11, 23), occasion=date(2026, 11, 23))
    assert "irthday" in draft_for(client, today)

    today.occasion = date(2026, 11, 20)
    today.save()
    late = draft_for(client, today)
    assert "late" in late or "had a good birthday" in late


def test_a_note_that_says_what_to_ask_is_asked_and_a_remark_is_kept(monday, client, met, grace):
    note = owed(grace, "own", date(2026, 11, 23), text="Ask whether her second kiln works.")
    letter = draft_for(client, note)
    assert "I wanted to ask whether your second kiln works" in letter

    note.text = "Ask again, he still owes me fifty pounds"
    note.save()
    letter = draft_for(client, note)
    assert "fifty" not in letter


def composed(client, contact, purpose: str) -> str:
    compose = reverse("outreach:message-compose", args=[contact.pk])
    page = client.get(compose, {"channel": "email", "purpose": purpose}).content.decode()
    return unescape(page.split('name="body"')[1].split("</textarea>")[0])


def test_a_promise_that_was_kept_is_the_news_of_a_follow_up_and_no_debt(client, met, grace):
    promise = Promise.objects.get(contact=grace)
    client.post(reverse("contacts:promise-keep", args=[promise.pk]))

    assert "send you the checker benchmark, and I have." in composed(client, grace, "follow_up")
    assert "benchmark" not in composed(client, grace, "connect")


def test_an_offer_that_was_kept_is_thanked_for(client, met, grace):
    offer = Promise.objects.create(
        owner=grace.owner, contact=grace, by="them", text="send slides of the lamp talk"
    )
    client.post(reverse("contacts:promise-keep", args=[offer.pk]))

    assert "for sending me slides of the lamp talk" in composed(client, grace, "thank")
    assert "slides" not in composed(client, grace, "connect")


def test_what_was_kept_long_ago_is_no_news(client, met, grace):
    Promise.objects.update(kept_at=datetime(2026, 1, 5, 12, tzinfo=UTC))

    assert "benchmark" not in composed(client, grace, "follow_up")
