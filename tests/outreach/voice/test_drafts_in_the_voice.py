"""Drafts are worded as the user writes, unless they ask for another tone."""

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.models import Message, VoiceChoice


@pytest.fixture(autouse=True)
def _monday(monday):
    """All of it on 23 November 2026."""


@pytest.fixture
def formal(ada) -> None:
    """Ada has written six formal letters."""
    for number in range(6):
        contact = Contact.objects.create(owner=ada, name=f"Person {number}")
        Message.objects.create(
            owner=ada,
            contact=contact,
            channel="email",
            purpose="thank",
            body=f"Dear Person {number},\n\nI am glad that we saw the old press at work.\n\n"
            "Yours sincerely,\nAda Byrne",
            state="sent",
            sent_at="2026-11-20T10:00:00Z",
        )


def draft(client, contact, **asked) -> str:
    url = reverse("outreach:message-compose", args=[contact.pk])
    return client.get(url, {"channel": "email"} | asked).context["composition"].draft.text


def test_the_learned_greeting_sign_off_and_tone_are_the_defaults(client, grace, met, formal):
    text = draft(client, grace)

    assert text.startswith("Dear ")
    assert "\nYours sincerely,\nAda Byrne" in text


def test_another_tone_brings_its_own_greeting_and_sign_off(client, grace, met, formal):
    text = draft(client, grace, tone="warm")

    assert text.startswith("Hi Grace,")
    assert "Yours sincerely" not in text


def test_what_the_user_set_goes_over_what_was_learned(client, ada, grace, met, formal):
    VoiceChoice.objects.create(owner=ada, greeting="Hello", tone="plain")

    assert draft(client, grace).startswith("Hello Grace,")


def test_the_voice_leaves_the_verdict_and_the_limit_as_they_are(client, ada, grace, met, formal):
    VoiceChoice.objects.create(owner=ada, greeting="x" * 30, sign_off="y" * 40, words=300)
    url = reverse("outreach:message-compose", args=[grace.pk])

    for channel in Message.Channel.values:
        made = client.get(url, {"channel": channel}).context["composition"].draft
        assert made.verdict.is_tailored, channel
        assert made.limit is None or made.length <= made.limit, channel


def test_today_speaks_in_it_too(client, ada, grace, met, formal):
    client.post(reverse("outreach:default-send", args=[grace.pk]))
    Message.objects.filter(contact=grace).update(sent_at="2026-11-20T10:00:00Z")
    client.post(reverse("outreach:message-accept", args=[grace.messages.said().get().pk]))
    [owed] = grace.follow_ups.filter(reason="accepted_silent")
    owed.due_on = "2026-11-23"
    owed.save()

    lines = client.get(reverse("outreach:today")).context["lines"]

    assert lines[0].draft.text.startswith("Dear ")
