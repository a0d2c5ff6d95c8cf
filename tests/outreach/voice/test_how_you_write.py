"""“How you write” on the profile: what was learned, and what the user set themselves."""

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.models import Message, VoiceChoice

PROFILE = reverse("crm:profile")
VOICE = reverse("outreach:voice")


def sent(owner, count: int, opening: str = "Hey", **more) -> None:
    for number in range(count):
        contact = Contact.objects.create(owner=owner, name=f"Person {number}")
        body = f"{opening} Person {number}, I'm glad we saw the old press run.\n\nCheers,\nAda"
        fields = {"channel": "email", "purpose": "thank", "body": body, "state": "sent"} | more
        Message.objects.create(
            owner=owner, contact=contact, sent_at="2026-11-20T10:00:00Z", **fields
        )


def items(client) -> dict[str, tuple[str, bool]]:
    [section] = [s for t, s in client.get(PROFILE).context["sections"] if "voice" in t]
    return {item.name: (item.value, item.is_chosen) for item in section.items}


def test_the_profile_tells_what_was_learned_and_from_how_many(client, ada):
    sent(ada, 6)

    page = client.get(PROFILE).content.decode()

    assert "learned from your last 6 messages" in page
    assert items(client)["greeting"] == ("Hey", False)
    assert "in 6 of 6 messages" in page


def test_before_there_is_enough_it_says_what_is_missing(client, ada):
    sent(ada, 2)

    page = client.get(PROFILE).content.decode()

    assert "So far there are 2" in page
    assert not items(client)


def test_drafts_and_what_others_sent_teach_nothing(client, ada, bob):
    sent(bob, 6)
    sent(ada, 6, state="draft")

    assert not items(client)


def test_what_the_user_sets_goes_over_what_was_learned_until_it_is_reset(client, ada):
    sent(ada, 6)

    client.post(VOICE, {"greeting": "Moin", "words": "80", "tone": "", "contractions": "no"})
    assert items(client)["greeting"] == ("Moin", True)
    assert items(client)["words"] == ("80", True)
    assert items(client)["sign_off"] == ("Cheers", False)

    client.post(reverse("outreach:voice-reset"), {"item": "greeting"})
    client.post(reverse("outreach:voice-reset"), {"item": "words"})
    assert items(client)["greeting"] == ("Hey", False)
    assert items(client)["words"][1] is False
    assert items(client)["contractions"][1] is True


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("greeting", "Hi {name},"),
        ("greeting", "Hi [Name]"),
        ("greeting", "x" * 31),
        ("greeting", "Hi\0"),
        ("sign_off", "Best,\nAda"),
        ("words", "5"),
        ("words", "301"),
        ("words", "many"),
        ("tone", "shouting"),
        ("contractions", "maybe"),
    ],
)
def test_a_slip_is_said_at_its_field_and_nothing_is_kept(client, field, wrong):
    answer = client.post(VOICE, {"greeting": "Hello", field: wrong})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not VoiceChoice.objects.exists()


def test_a_sign_off_may_be_typed_with_its_comma(client):
    client.post(VOICE, {"sign_off": "Fair winds,"})

    assert items(client)["sign_off"] == ("Fair winds", True)


@pytest.mark.parametrize("wrong", ["", "owner", "id", "\0"])
def test_only_an_item_can_be_reset(client, ada, wrong):
    VoiceChoice.objects.create(owner=ada, greeting="Moin")

    assert client.post(reverse("outreach:voice-reset"), {"item": wrong}).status_code == 422
    assert VoiceChoice.objects.get().owner == ada
