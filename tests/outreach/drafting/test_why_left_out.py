"""Why a fact is left out is told as it is: one reason, and a true one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from outreach.drafting import ENOUGH_SAID, Brief, Draft, Purpose, draft
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person, count_characters
from outreach.tailoring.rules import Rule

TODAY, MET_ON, BEFORE = date(2026, 11, 23), date(2026, 11, 20), date(2026, 3, 6)
OLA, ADA = Person("Ola Nygren", pronouns="he/him"), Person("Ada Quill")
NO_ROOM = "There was no room for it in 200 characters."
MET = {FactKind.EVENT, FactKind.PLACE}
THEIRS = {FactKind.TALKED_ABOUT, FactKind.DETAIL, FactKind.THEIR_WORK}


def fact(kind: FactKind, text: str, on: date | None = MET_ON) -> Fact:
    ingredient = Ingredient.THEIRS if kind in THEIRS else Ingredient.WHY
    ingredient = Ingredient.MET if kind in MET else ingredient
    return Fact(f"{kind}:{text}:{on}", kind, text, ingredient, "Meeting, 20 Nov", on, 0.9)


FAIR = fact(FactKind.EVENT, "Tide Fair")
TALKED = fact(FactKind.TALKED_ABOUT, "how he greases the lock gates")
WORK = fact(FactKind.THEIR_WORK, "lock keeper")
WHO = fact(FactKind.WHO_YOU_ARE, "I paint canal boats in Ghent")
HEADLINE = fact(FactKind.HEADLINE, "Boat painter")
PROMISE = fact(FactKind.PROMISE_MINE, "send the list of lead-free paints")
DETAIL = fact(FactKind.DETAIL, "the heron that sleeps on his office chair every single afternoon")


def drafted(facts: Sequence[Fact], *, is_note: bool = False, rules: Sequence[Rule] = ()) -> Draft:
    channel = Channel.LINKEDIN_NOTE if is_note else Channel.EMAIL
    limit = 200 if is_note else None
    made = draft(
        Brief(OLA, ADA, facts, channel, Purpose.CONNECT, TODAY, limit=limit, rules=tuple(rules))
    )
    assert isinstance(made, Draft), made
    return made


def why(left: Fact, facts: Sequence[Fact], rules: Sequence[Rule] = ()) -> str:
    return {one.fact: one.why for one in drafted(facts, rules=rules).left_out}[left.id]


def test_what_they_work_as_is_for_letters_that_speak_of_it() -> None:
    said = why(WORK, [FAIR, TALKED, WHO, WORK])

    assert said == (
        "What they work as is said only where you ask about it, or answer an invitation."
    )


def test_who_one_is_is_said_once() -> None:
    left = HEADLINE if WHO.id in drafted([FAIR, TALKED, WHO, HEADLINE]).facts else WHO

    assert why(left, [FAIR, TALKED, WHO, HEADLINE]) == "The draft says who you are in other words."


def test_an_earlier_meeting_is_named_as_the_reason() -> None:
    earlier = fact(FactKind.EVENT, "Weir Days", BEFORE)

    assert why(earlier, [FAIR, TALKED, WHO, earlier]) == (
        "It is of an earlier meeting, and the draft tells of the last."
    )


def test_a_note_that_another_says_already_is_not_called_empty() -> None:
    again = fact(FactKind.DETAIL, "how he greases the lock gates")

    assert why(again, [FAIR, TALKED, WHO, again]) == (
        "Something else that you noted says it already."
    )


def test_a_note_in_which_nothing_is_is_not_said_to_be_old() -> None:
    nothing = fact(FactKind.DETAIL, "not much")

    assert why(nothing, [FAIR, TALKED, WHO, nothing]) == "There is nothing in it to say."


def test_of_many_notes_of_a_kind_the_weakest_stay_out_for_that() -> None:
    stems = ("gates", "sluices", "weirs", "locks")
    talks = [fact(FactKind.TALKED_ABOUT, f"how he paints {one}") for one in stems]
    weak = replace(fact(FactKind.TALKED_ABOUT, "why eels come back"), strength=0.1)

    assert why(weak, [FAIR, WHO, *talks, weak]) == (
        "There is more of its kind that is newer, or weighs more."
    )


def test_a_word_that_a_rule_bans_is_the_reason() -> None:
    rules = (Rule("no herons", banned=("heron",)),)

    assert why(DETAIL, [FAIR, TALKED, WHO, DETAIL], rules=rules) == (
        "A rule of yours bans words that are in it."
    )


ALL = (FAIR, TALKED, WHO, HEADLINE, PROMISE, DETAIL, WORK, fact(FactKind.PLACE, "the quay"))


@pytest.mark.parametrize("facts", list(combinations(ALL, 5)), ids=lambda _: "")
def test_room_is_blamed_only_where_the_words_would_not_have_gone_in(
    facts: tuple[Fact, ...],
) -> None:
    made = draft(Brief(OLA, ADA, facts, Channel.LINKEDIN_NOTE, Purpose.CONNECT, TODAY, limit=200))
    if not isinstance(made, Draft):
        return
    texts = {one.id: one.text for one in facts}

    for one in made.left_out:
        left_over = 200 - made.length
        fits = count_characters(texts[one.fact]) + 20 <= left_over
        assert not (fits and one.why == NO_ROOM), (made.text, one)


def test_a_long_detail_beside_a_full_note_had_no_room() -> None:
    facts = [FAIR, TALKED, WHO, PROMISE, DETAIL]
    reasons = {one.why for one in drafted(facts, is_note=True).left_out}

    assert reasons <= {NO_ROOM, ENOUGH_SAID}
    assert NO_ROOM in reasons
