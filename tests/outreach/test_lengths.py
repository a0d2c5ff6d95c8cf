"""How long a letter may be and had best be: shown while one writes, and set by the instance."""

import pytest
from django.urls import reverse

from outreach.messages.lengths import lengths_for
from outreach.tailoring import LENGTHS

TOLD = "Hi Grace, you showed me the model lighthouse at Harbour Fair. "


@pytest.fixture
def typed(htmx, grace, met):
    """What the page shows and says beside a letter as it is being typed."""
    url = reverse("outreach:message-assess", args=[grace.pk])

    def typed(channel: str, body: str, **more: str) -> str:
        return htmx.post(url, {"channel": channel, "body": body, **more}).content.decode()

    return typed


@pytest.fixture
def compose(client, grace, met):
    """The letter and its subject that Rapport drafts."""

    def compose(channel: str) -> tuple[str, str]:
        url = reverse("outreach:message-compose", args=[grace.pk])
        form = client.get(url, {"channel": channel, "purpose": "connect"}).context["letter"]
        return form["body"].value(), form["subject"].value()

    return compose


def test_the_defaults_of_the_settings_are_those_of_the_judge():
    for channel, lengths in LENGTHS.items():
        assert lengths_for(channel, is_premium=False) == lengths


@pytest.mark.parametrize(
    ("channel", "unit", "quiet", "loud"),
    [
        ("linkedin_message", "o", "62 characters, best under 400", "Over 1,000: a lot to read"),
        ("email", "so ", "11 words, best under 120", "Over 120: a lot to read"),
    ],
)
def test_length_is_told_quietly_and_a_lot_to_read_plainly(typed, channel, unit, quiet, loud):
    short, long = typed(channel, TOLD), typed(channel, TOLD + unit * 1000)

    assert quiet in short
    assert "a lot to read" not in short
    assert loud in long
    assert 'class="tag tailored"' in long
    assert "lot to read" in long.split('id="verdict-said"')[1]  # what a screen reader hears


def test_a_note_and_an_inmail_say_how_much_is_too_many(typed):
    assert f"{len(TOLD)} of 200 characters" in typed("linkedin_note", TOLD)
    assert "1 too many" in typed("linkedin_note", "x" * 201)
    assert "1,901 of 1,900 characters, best under 400" in typed("inmail", "x" * 1901)
    assert "lot to read" not in typed("inmail", "x" * 1901)


def test_a_lot_to_read_may_be_sent_and_is_recorded_with_its_reason(client, grace, met):
    sent = {"channel": "email", "purpose": "thank", "body": TOLD + "so " * 200}

    client.post(reverse("outreach:message-send", args=[grace.pk]), sent)

    message = grace.messages.get()
    assert message.verdict == "tailored"
    assert "It is 211 words long, and over 120 is a lot to read." in message.reasons


def test_the_instance_says_how_long_a_letter_may_be(settings, typed, ada):
    settings.LINKEDIN_NOTE_LIMIT, settings.LINKEDIN_NOTE_LIMIT_PREMIUM = 60, 61
    settings.LINKEDIN_MESSAGE_AIM, settings.LINKEDIN_MESSAGE_WARNING = 50, 60
    settings.INMAIL_LIMIT, settings.EMAIL_AIM_WORDS = 60, 10

    assert "2 too many" in typed("linkedin_note", TOLD)
    assert "best under 50" in typed("linkedin_message", TOLD)
    assert "Over 60: a lot to read" in typed("linkedin_message", TOLD)
    assert "62 of 60 characters" in typed("inmail", TOLD)
    assert "Over 10: a lot to read" in typed("email", TOLD)
    ada.profile.linkedin_plan = "premium"
    ada.profile.save()
    assert "1 too many" in typed("linkedin_note", TOLD)


@pytest.mark.parametrize(
    ("channel", "name", "shorter"),
    [
        ("linkedin_note", "LINKEDIN_NOTE_LIMIT", 120),
        ("linkedin_message", "LINKEDIN_MESSAGE_AIM", 180),
        ("inmail", "INMAIL_AIM", 180),
        ("email", "EMAIL_AIM_WORDS", 36),
    ],
)
def test_drafts_are_as_long_as_the_instance_wants_them(settings, compose, channel, name, shorter):
    usual, _subject = compose(channel)

    setattr(settings, name, shorter)

    drafted, _subject = compose(channel)
    assert 0 < len(drafted) < len(usual)
    assert (len(drafted.split()) if channel == "email" else len(drafted)) <= shorter


def test_the_subject_of_an_inmail_is_drafted_and_taken_no_longer_than_is_set(
    settings, client, typed, compose, grace
):
    assert len(compose("inmail")[1]) > 20
    settings.INMAIL_SUBJECT_LIMIT = 20
    assert 0 < len(compose("inmail")[1]) <= 20
    assert len(compose("email")[1]) > 20
    long = {"subject": "The lighthouse, again"}
    letter = {"channel": "inmail", "purpose": "thank", "body": TOLD, **long}

    refused = client.post(reverse("outreach:message-save", args=[grace.pk]), letter)

    assert refused.status_code == 422
    assert "The subject of an InMail has at most 20 characters." in refused.content.decode()
    assert refused.context["letter"]["subject"].value() == long["subject"]
    assert "has at most 20 characters" in typed("inmail", TOLD, **long)
    assert "has at most" not in typed("email", TOLD, **long)


def test_the_profile_says_how_long_a_note_of_each_plan_may_be(settings, client, ada):
    settings.LINKEDIN_NOTE_LIMIT, settings.LINKEDIN_NOTE_LIMIT_PREMIUM = 222, 333

    page = client.get(reverse("crm:profile")).content.decode()

    assert "222 characters on the free one, else 333" in page
