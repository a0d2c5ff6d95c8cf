"""A draft claims nothing that is not in a fact, and reads as if it were meant for one person."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from rapidfuzz import fuzz

from outreach.drafting import Draft, Purpose, Question, Tone, draft, wordings
from outreach.tailoring import Channel, Fact, FactKind, Person
from outreach.tailoring.folding import fold, tokens
from outreach.tailoring.particulars import NAME, Reading, find_particulars
from tests.outreach.drafting.test_drafts import (
    EMAIL,
    EVENT,
    FULL,
    LOOKING,
    MESSAGE,
    MET_ON,
    NOTE,
    OFFER,
    TALKED,
    WHO,
    brief,
    drafted,
    fact,
)

PURPOSE = fact(FactKind.PURPOSE, "learn how she trained her team")
SHARED = (
    fact(FactKind.SHARED_SCHOOL, "Waterloo"),
    fact(FactKind.SHARED_EMPLOYER, "Harker Foods (2009-2013)"),
    fact(FactKind.SHARED_SKILL, "typesetting"),
    fact(FactKind.SHARED_PLACE, "Ghent"),
    fact(FactKind.SHARED_CONTACT, "Marta Oliveira"),
)
EVERYTHING = (*FULL, LOOKING, OFFER, PURPOSE, *SHARED)


@pytest.mark.parametrize("purpose", Purpose)
def test_what_rests_on_no_fact_names_nobody_and_nothing(purpose: Purpose) -> None:
    for channel, tone, variant in product((NOTE, MESSAGE, EMAIL), Tone, range(3)):
        made = drafted(brief(EVERYTHING, channel, purpose, tone=tone, variant=variant))

        for segment in made.segments[1:]:  # after the greeting
            if not segment.facts and segment.text.strip() not in _signatures(made):
                said = list(find_particulars(segment.text, tokens(fold(segment.text)), Reading()))
                assert all(one.weight < NAME for one in said), segment.text


def _signatures(made: Draft) -> set[str]:
    return {made.segments[-1].text.strip()}


@pytest.mark.parametrize("one", SHARED, ids=lambda one: one.kind)
def test_what_the_two_share_is_said_as_shared(one: Fact) -> None:
    letters = wordings(brief([one, WHO, PURPOSE], MESSAGE))
    said = [made.text for made in letters if one.id in made.facts]

    thing = one.text.split(" (")[0]
    assert len(said) >= 3 or one.kind in (FactKind.SHARED_SKILL, FactKind.SHARED_PLACE)
    assert all(thing in text and "2009" not in text for text in said)
    assert all("both" in text or "in common" in text for text in said)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("channel", [NOTE, MESSAGE, EMAIL])
def test_another_wording_gives_at_least_five_tailored_drafts(
    purpose: Purpose, channel: Channel
) -> None:
    made = wordings(brief((*FULL, OFFER, PURPOSE), channel, purpose))

    assert len({one.text for one in made}) >= 5
    assert all(one.verdict.is_tailored for one in made)
    assert all(one.limit is None or one.length <= one.limit for one in made)


TALKS = (
    *("her move to pyright", "sourdough timing", "why he left banking", "the tide gauge in Cork"),
    *("how to teach recursion", "his beehives on the roof", "the price of buckwheat", "her kiln"),
)
NAMES = ("Jan Mulder", "Siobhan Daly", "Omar Haddad", "Lena Vogt", "Tom Reid", "Ana Costa", "Bo Lu")


@pytest.mark.parametrize("purpose", [Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.RECONNECT])
def test_people_met_at_one_event_get_letters_of_their_own(purpose: Purpose) -> None:
    texts = [
        drafted(
            brief(
                [EVENT, fact(FactKind.TALKED_ABOUT, talk), WHO],
                MESSAGE,
                purpose,
                recipient=Person(name),
            )
        ).text.replace(name.split()[0], "")
        for name, talk in zip(NAMES, TALKS, strict=False)
    ]

    likeness = [fuzz.ratio(one, other) for one, other in combinations(texts, 2)]

    assert sum(alike >= 80 for alike in likeness) <= len(likeness) * 0.05


def test_each_meeting_keeps_its_own_introducer_and_topic() -> None:
    earlier = (
        fact(FactKind.EVENT, "FOSDEM"),
        fact(FactKind.INTRODUCED_BY, "Ines Duarte"),
        fact(FactKind.TALKED_ABOUT, "sailing"),
    )
    before = [replace(one, on=date(2026, 3, 1)) for one in earlier]

    said = [made.text for made in wordings(brief([*before, EVENT, TALKED, WHO], EMAIL))]

    assert any("sailing before" in text for text in said)
    assert not any("also talked about sailing" in text for text in said)
    assert not any("Ines" in text and "first introduced" not in text for text in said)


def test_what_two_meetings_share_is_said_once() -> None:
    again = replace(fact(FactKind.TALKED_ABOUT, "Sailing"), on=date(2026, 3, 1))

    for made in wordings(brief([EVENT, fact(FactKind.TALKED_ABOUT, "sailing"), again, WHO], EMAIL)):
        assert made.text.lower().count("sailing") == 1


@pytest.mark.parametrize("was_bare", [True, False])
def test_a_repair_is_sorry_for_what_happened(was_bare: bool) -> None:
    said = [
        made.text
        for made in wordings(
            brief(FULL, EMAIL, Purpose.REPAIR, earlier_was_bare=was_bare, earlier_on=MET_ON)
        )
    ]

    bare = [
        any(word in text for word in ("bare", "without a word", "nothing about")) for text in said
    ]
    assert bare == [was_bare] * len(said)


def test_facts_that_contradict_each_other_are_not_both_told() -> None:
    here = fact(FactKind.PLACE, "Utrecht")
    there = replace(fact(FactKind.PLACE, "Ghent"), id="other")

    text = drafted(brief([here, there, *FULL[1:]], MESSAGE)).text

    assert ("Utrecht" in text) != ("Ghent" in text)


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("", "Hello,"),
        ("Cher", "Hi Cher,"),
        ("\u202eevil\u202c Ana\x00", "Hi evil"),
        ("שרה כהן", "Hi שרה,"),
        ("陈 伟", "Hi 陈 伟,"),
        ("Siobhán O'Neill", "Hi Siobhán,"),
        ("J.R. Moss", "Hi J.R.,"),
        ("Ludwig van der Berg", "Hi Ludwig,"),
    ],
)
def test_any_name_is_greeted_or_nobody_is(name: str, greeting: str) -> None:
    made = draft(brief(FULL, MESSAGE, recipient=Person(name)))

    assert not isinstance(made, Question)
    assert made.text.startswith(greeting)
    assert not {"\x00", "\u202e", "\u202c"} & set(made.text)


def test_another_wording_says_something_else_before_it_says_the_same_in_another_order() -> None:
    made = wordings(brief([TALKED, WHO, OFFER]))
    bodies = ["".join(part.text for part in one.segments[1:]).lower().strip() for one in made]
    said = [frozenset(re.split(r"(?<=[.?!])\s+", body)) for body in bodies]

    first_again = next((n for n, one in enumerate(said) if one in said[:n]), len(said))
    assert first_again == len(set(said))


def test_what_was_noted_twice_is_said_once() -> None:
    lamp = fact(FactKind.TALKED_ABOUT, "how she lit the courtyard with one lamp")
    again = fact(FactKind.DETAIL, "lit a whole courtyard with one lamp")

    for made in wordings(brief([EVENT, lamp, again, WHO], MESSAGE)):
        assert made.text.count("courtyard") <= 1
