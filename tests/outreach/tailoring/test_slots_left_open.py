"""A template that was not filled in is never tailored."""

import time

import pytest

from outreach.tailoring import Channel, assess

BODY = "{}, it was good to argue with you about lighthouses at the Harbour Fair on Friday."
OPEN = [
    "Hi [Name]",
    "Hi [First Name]",
    "Hi {first_name}",
    "Hi {{contact.first}}",
    "Hi %FIRSTNAME%",
    "Hi <name>",
    "Hi <<First Name>>",
    "Hi (name)",
    "Hi ____",
    "Hi XXX",
    "Hi XYZ",
    "Hi FIRST NAME",
    "Hi *|FNAME|*",
    "Hi ${firstName}",
    "Hi ",
    "Hi null",
    "Hallo [Vorname]",
    "Hola {nombre}",
    "Hi ...",
    "Hi «Name»",
    "Hi Ana from (insert company)",
    "Hi Ana of COMPANY NAME",
    "Hi Ana, INSERT TOPIC",
    "Hi Ana from TOPIC",
    "Hi Ana of Company Name",
    "Hi $NAME",
    "Hi $name",
    "Hi :name",
    "Hi |name|",
    "Hi 【name】",
    "Salut «Prénom»",
    "Hi recipient's name",
    "Hi #NAME#",
    "Hi @firstname",
    "Hi YOURNAME",
    "Hi <% name %>",
    "Hi &lt;name&gt;",
    "Hi {}",
    "Hi %s",
    "Hi [ ]",
    "Hi Mr. X",
    "Hi Recipient",
    "Hi ....",
]
FILLED = [
    "Hi Nan",
    "Hi Xavier (he/him)",
    "Hi Ana [1]",
    "Hi IBM team",
    "Hi Ana, see [the map](https://example.org/map)",
    "Hi Ana (we met twice)",
    "Hi Ana <ana@example.org>",
    "HELLO ANA",
    "Hi Ana (your talk was great)",
    "Hi Ana (event in Porto, remember?)",
    "Hi Ana, AWS USER GROUP",
    "Hi Ana [sic]",
    "Hi Ana, « Les vitraux »",
    "Hi Ana, $TSLA",
    "Hi Ana ....... hm",
    "Hi Ana, ana@surname.example",
    "Hi Ana, AT&T",
    "Hi Ana and Mr. Xu",
]


@pytest.mark.parametrize("greeting", OPEN)
def test_an_open_slot_makes_any_text_generic(greeting: str) -> None:
    verdict = assess(BODY.format(greeting), channel=Channel.LINKEDIN_NOTE)

    assert verdict.verdict == "generic"
    assert verdict.placeholders
    assert any("still open" in reason for reason in verdict.reasons)


@pytest.mark.parametrize("greeting", FILLED)
def test_brackets_and_capitals_of_everyday_use_are_no_slots(greeting: str) -> None:
    verdict = assess(BODY.format(greeting), channel=Channel.LINKEDIN_NOTE)

    assert not verdict.placeholders
    assert verdict.verdict == "tailored"


def test_kisses_at_the_end_are_no_slots() -> None:
    text = BODY.format("Hi Ana") + "\n\nLove, Tom xx"

    assert not assess(text, channel=Channel.OTHER).placeholders


def test_a_text_full_of_brackets_is_judged_in_no_time() -> None:
    started = time.process_time()

    assess("{<[(" * 500, channel=Channel.OTHER)

    assert time.process_time() - started < 1
