"""After silence a message brings something new: what is owed, or what the user has to say."""

import re
from dataclasses import replace
from datetime import date

import pytest

from outreach.drafting import Purpose, draft, wordings
from outreach.tailoring import Fact, FactKind
from tests.outreach.drafting.test_drafts import (
    DETAIL,
    EVENT,
    FULL,
    MESSAGE,
    OFFER,
    PROMISE,
    TALKED,
    WHO,
    asked_of,
    brief,
    drafted,
    fact,
)

AGAIN = (Purpose.FOLLOW_UP, Purpose.RECONNECT)


@pytest.mark.parametrize("owed", [PROMISE, OFFER])
def test_a_follow_up_speaks_of_what_is_owed_before_it_asks_anything_else(owed: Fact) -> None:
    hip = fact(FactKind.TALKED_ABOUT, "their hip")

    letters = wordings(brief([EVENT, hip, DETAIL, owed, WHO], MESSAGE, Purpose.FOLLOW_UP))

    assert owed.id in letters[0].facts
    assert not any("came to me" in one.text or "story behind" in one.text for one in letters)


def test_a_follow_up_with_nothing_new_asks_what_is_new() -> None:
    never = brief([EVENT, DETAIL, WHO], MESSAGE, Purpose.FOLLOW_UP)
    before = replace(never, sent=("Hi Priya",))

    assert asked_of(draft(before)).prompt == "What is new since you last wrote to Priya?"
    assert asked_of(draft(never)).prompt == "What is new that you would like to tell Priya?"


def test_a_follow_up_always_brings_something_new() -> None:
    for made in wordings(brief(FULL, MESSAGE, Purpose.FOLLOW_UP, sent=("Hi Priya",))):
        assert not re.search(r"check(ing)? in|follow(ing)? up|touch(ing)? base", made.text)
        assert PROMISE.id in made.facts or "?" in made.text


def test_who_one_is_is_not_told_again_to_somebody_who_has_read_it() -> None:
    first = drafted(brief(FULL, MESSAGE, Purpose.FIRST_MESSAGE))
    after = [drafted(brief(FULL, MESSAGE, purpose, sent=(first.text,))) for purpose in AGAIN]

    assert WHO.id in first.facts
    assert not any(WHO.id in one.facts for one in after)
    assert not any("may remember" in one.text or "remind you" in one.text for one in after)


def test_a_promise_is_kept_and_not_haggled_over() -> None:
    for made in wordings(brief(FULL, MESSAGE, Purpose.FOLLOW_UP)):
        assert not re.search(r"still (wanted|welcome|of use|matter|help)", made.text)


def test_nobody_last_met_whom_one_met_a_few_days_ago() -> None:
    said = [made.text for made in wordings(brief(FULL, MESSAGE, Purpose.RECONNECT))]
    in_june = replace(brief(FULL, MESSAGE, Purpose.RECONNECT), today=date(2027, 6, 4))

    assert not any(" last " in text for text in said)
    assert any(" last " in made.text for made in wordings(in_june))


def test_what_is_no_undertaking_is_not_asked_after() -> None:
    hip = fact(FactKind.TALKED_ABOUT, "her hip")
    kitchen = fact(FactKind.TALKED_ABOUT, "her kitchen")

    for made in wordings(brief([EVENT, hip, DETAIL, WHO], MESSAGE, Purpose.RECONNECT)):
        assert not re.search(r"hip (going|coming along)|hardest part", made.text), made.text
    letters = wordings(brief([EVENT, kitchen, DETAIL, WHO], MESSAGE, Purpose.RECONNECT))
    assert any(re.search(r"kitchen (going|coming along)", made.text) for made in letters)


def test_nobody_is_glad_to_meet_whom_they_have_met_before() -> None:
    before = replace(EVENT, id="before", text="EuroPython", on=date(2026, 7, 3))

    letters = wordings(brief([EVENT, before, TALKED, DETAIL, WHO], MESSAGE))

    assert letters
    assert not any("meet you" in one.text for one in letters)
    assert any("to see you again" in one.text for one in letters)


def test_what_was_noted_at_an_earlier_meeting_is_not_told_of_the_last() -> None:
    boots = replace(DETAIL, id="boots", text="the red boots", on=date(2026, 7, 3))
    before = replace(EVENT, id="before", text="EuroPython", on=date(2026, 7, 3))

    for made in wordings(brief([EVENT, before, boots, WHO], MESSAGE)):
        assert "red boots" not in made.text.split(".")[0]


def test_who_one_is_is_said_again_only_once_it_may_be_forgotten() -> None:
    soon = drafted(brief(FULL, MESSAGE, Purpose.RECONNECT, today=date(2027, 1, 20)))
    late = drafted(brief(FULL, MESSAGE, Purpose.RECONNECT, today=date(2027, 4, 20)))

    assert WHO.id not in soon.facts
    assert WHO.id in late.facts


def test_nothing_is_offered_also_where_nothing_else_was() -> None:
    for made in wordings(brief([EVENT, TALKED, OFFER, WHO], MESSAGE)):
        assert "also offered" not in made.text
        assert "And thank you" not in made.text
