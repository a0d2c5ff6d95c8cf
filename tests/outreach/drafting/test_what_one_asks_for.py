"""What the user wants is said to whom it concerns, in a sentence that it fits."""

import re
from dataclasses import replace

import pytest

from outreach.drafting import Draft, Purpose, draft, wordings
from outreach.tailoring import FactKind
from tests.outreach.drafting.test_drafts import (
    DETAIL,
    EMAIL,
    EVENT,
    LOOKING,
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

WORKSHOP = fact(FactKind.LOOKING_FOR, "a shared darkroom near Delft")
TRAINED = fact(FactKind.PURPOSE, "want to ask how she trained 200 bakers in 6 weeks")


@pytest.mark.parametrize("purpose", [Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.RECONNECT])
def test_what_one_looks_for_is_no_reason_to_write_to_everybody(purpose: Purpose) -> None:
    letters = wordings(brief([EVENT, TALKED, DETAIL, OFFER, WHO, WORKSHOP], MESSAGE, purpose))

    assert letters
    assert not any(WORKSHOP.id in one.facts for one in letters)
    [why] = [one.why for one in letters[0].left_out if one.fact == WORKSHOP.id]
    assert why == "It is told to whom you ask for something, or who has to do with it."


def test_it_is_told_to_somebody_of_whom_something_like_it_is_known() -> None:
    darkroom = fact(FactKind.TALKED_ABOUT, "her darkroom in the cellar")

    letters = wordings(brief([EVENT, darkroom, WHO, WORKSHOP], MESSAGE))

    assert any(WORKSHOP.id in one.facts for one in letters)


def test_an_interview_is_about_what_the_two_talked_about() -> None:
    for made in wordings(brief([EVENT, TALKED, DETAIL, WHO, LOOKING], MESSAGE, Purpose.INTERVIEW)):
        assert re.search(r"(ask|tell|hear|about).* about your move of Northwind's", made.text), (
            made.text
        )


def test_an_introduction_is_asked_for_by_name_or_the_user_is_asked_to_whom() -> None:
    visit = fact(FactKind.PURPOSE, "would like to spend a week in her darkroom")

    question = asked_of(draft(brief([EVENT, TALKED, visit, WHO], MESSAGE, Purpose.INTRODUCTION)))

    assert question.prompt == (
        "How does “I would like to meet …” go on? "
        "You noted “would like to spend a week in her darkroom”."
    )


@pytest.mark.parametrize("purpose", [Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.REPAIR])
def test_a_question_only_they_can_answer_is_reason_enough(purpose: Purpose) -> None:
    made = drafted(brief([EVENT, WHO, TRAINED], MESSAGE, purpose))

    assert "how you trained 200 bakers in 6 weeks" in made.text


def test_a_wish_to_stay_in_touch_is_not() -> None:
    touch = fact(FactKind.PURPOSE, "would like to stay in touch")

    asked_of(draft(brief([EVENT, WHO, touch], MESSAGE)))


def test_who_left_out_all_that_is_known_is_not_told_that_they_never_met() -> None:
    nothing_kept = replace(brief([WHO], MESSAGE), is_known=True)

    question = asked_of(draft(nothing_kept))

    assert question.prompt == "You left out what you know of Priya. What may it say?"
    answered = fact(question.field, "her notes on rust on broad beans")
    assert isinstance(draft(replace(nothing_kept, facts=(WHO, answered))), Draft)


def test_what_they_introduced_is_thanked_for_and_not_told_them_as_news() -> None:
    cleo = fact(FactKind.INTRODUCED_ME, "Cleo Park")

    made = drafted(brief([EVENT, TALKED, cleo, WHO], EMAIL, Purpose.THANK))

    assert "introducing me to Cleo Park" in made.text


def test_a_subject_is_what_is_owed_and_never_two_words_of_a_talk() -> None:
    plans = fact(FactKind.PROMISE_MINE, "send her the plans of the darkroom")
    hip = fact(FactKind.TALKED_ABOUT, "her hip")

    assert drafted(brief([EVENT, hip, plans, WHO], EMAIL)).subject == "The plans of the darkroom"
    assert drafted(brief([EVENT, hip, DETAIL, WHO], EMAIL)).subject != "Your hip"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Sonia at the co-op, because she knows everyone", "I'd like to meet Sonia at the co-op."),
        ("Tom at Fen Farm - want to stock his butter", "I'd like to meet Tom at Fen Farm."),
    ],
)
def test_whom_one_wants_to_meet_is_kept_apart_from_why(typed: str, asked: str) -> None:
    whom = fact(FactKind.PURPOSE, typed)

    made = drafted(brief([EVENT, TALKED, whom, WHO], MESSAGE, Purpose.INTRODUCTION))

    assert asked in made.text


def test_nobody_is_thanked_for_what_is_no_favour() -> None:
    tour = fact(FactKind.PURPOSE, "battery packs instead of generators on the tour")

    question = asked_of(draft(brief([WHO, tour], EMAIL, Purpose.THANK)))

    assert question.prompt == (
        "How does “Thank you for …” go on? "
        "You noted “battery packs instead of generators on the tour”."
    )


def test_a_question_typed_as_a_purpose_is_asked() -> None:
    free = fact(FactKind.PURPOSE, "is she free for a tasting of washed rinds in May")

    made = drafted(brief([EVENT, WHO, free], MESSAGE))

    assert "Are you free for a tasting of washed rinds in May?" in made.text


def test_what_only_reads_as_a_note_is_asked_for_as_its_label_goes_on() -> None:
    note = fact(FactKind.TALKED_ABOUT, "his drawings, 14 boxes, she can't lift them")

    question = asked_of(draft(brief([EVENT, note, WHO], MESSAGE)))

    assert question.prompt == (
        "How does “We talked about …” go on? "
        "You noted “his drawings, 14 boxes, she can't lift them”."
    )


def test_what_the_user_states_to_write_for_comes_before_what_is_owed() -> None:
    grant = fact(FactKind.PURPOSE, "ask how much the mill grant pays")

    made = drafted(brief([EVENT, TALKED, PROMISE, grant, WHO], MESSAGE))

    assert "I'd like to ask how much the mill grant pays." in made.text
    assert re.search(r"pays\. .*send you the checker benchmark", made.text), made.text


def test_what_is_told_of_the_reader_is_no_subject_line_for_a_locked_screen() -> None:
    sober = fact(FactKind.TALKED_ABOUT, "she is off the drink, two years")

    assert "drink" not in drafted(brief([EVENT, sober, WHO], EMAIL)).subject


def test_what_somebody_looks_like_is_left_out_with_that_reason() -> None:
    beard = fact(FactKind.DETAIL, "big beard")

    left = drafted(brief([EVENT, TALKED, beard, WHO], MESSAGE)).left_out

    why = {one.fact: one.why for one in left}
    assert why[beard.id] == "It is what they look like, which is for you to know them by."


def test_what_both_owe_is_said_where_there_is_room_and_an_offer_is_what_one_thanks_for() -> None:
    known = [EVENT, TALKED, PROMISE, OFFER, WHO]

    both = drafted(brief(known, MESSAGE))
    thanked = drafted(brief(known, MESSAGE, Purpose.THANK))

    assert {PROMISE.id, OFFER.id} <= set(both.facts)
    assert re.search(r"[Tt]hank you for offering|kind of you to offer", thanked.text)


def test_it_is_said_that_only_a_part_of_a_note_is_told() -> None:
    noted = fact(FactKind.TALKED_ABOUT, "the loft floor - 3 tonnes of slate negatives")

    made = drafted(brief([EVENT, noted, DETAIL, WHO], MESSAGE))

    [left] = [one for one in made.left_out if one.fact == noted.id]
    assert "the loft floor" in made.text
    assert left.is_part
    assert left.why == "The rest reads as a note to yourself."


def test_what_the_letter_says_whole_is_not_called_a_part() -> None:
    noted = fact(FactKind.TALKED_ABOUT, "ferries and why the northern pilots refuse radar")

    for made in wordings(brief([EVENT, noted, DETAIL, WHO], MESSAGE)):
        assert not any(one.is_part for one in made.left_out)


def test_nobody_is_asked_about_their_work_as_a_widow() -> None:
    widow = fact(FactKind.THEIR_WORK, "widow of the last ferryman")
    heirs = fact(FactKind.LOOKING_FOR, "people with a boat nobody has used since the flood")

    for made in wordings(brief([EVENT, DETAIL, widow, heirs, WHO], MESSAGE, Purpose.INTERVIEW)):
        assert "as widow" not in made.text
        assert heirs.text in made.text  # a thing of which something is told is no clause
