"""A draft sounds like the user and keeps to the user's own rules, or is not made."""

from dataclasses import replace

import pytest

from outreach.drafting import Purpose, Question, Tone, Voice, draft
from outreach.tailoring import FactKind, Ingredient, Rule
from tests.outreach.drafting.test_drafts import (
    DETAIL,
    EMAIL,
    EVENT,
    FULL,
    LOOKING,
    MESSAGE,
    TALKED,
    WHO,
    brief,
    drafted,
    fact,
)

LONG_FORMS, SHORT_FORMS = ("I am ", "I would ", "I have ", " not "), ("I'm ", "I'd ", "n't ")


def test_a_draft_greets_and_signs_off_as_the_user_does() -> None:
    asked = replace(brief(FULL, EMAIL), voice=Voice(greeting="Hey", sign_off="Cheers"))

    text = drafted(asked).text

    assert text.startswith("Hey Priya,")
    assert text.endswith("\n\nCheers,\nAda")


@pytest.mark.parametrize("variant", range(6))
def test_short_forms_are_used_by_those_who_use_them_and_by_nobody_else(variant: int) -> None:
    asked = brief((*FULL, LOOKING), MESSAGE, variant=variant)

    short = drafted(replace(asked, voice=Voice(contractions=True), tone=Tone.FORMAL)).text
    long = drafted(replace(asked, voice=Voice(contractions=False))).text

    assert not any(f" {form}" in short for form in LONG_FORMS[:2])
    assert "have not" not in short
    assert not any(form in long for form in SHORT_FORMS)


def test_somebody_who_writes_little_gets_a_short_draft() -> None:
    usual = drafted(brief((*FULL, LOOKING), EMAIL))
    short = drafted(replace(brief((*FULL, LOOKING), EMAIL), voice=Voice(words=25)))

    assert short.length < usual.length


@pytest.mark.parametrize("variant", range(8))
def test_a_word_that_the_user_never_uses_is_in_no_draft(variant: int) -> None:
    rules = (Rule("Plain words", banned=("promised", "swearing", "glad")),)

    made = drafted(brief(FULL, MESSAGE, variant=variant, rules=rules))

    assert not any(word in made.text for word in ("promised", "swearing", "glad"))
    assert not made.verdict.broken_rules


def test_a_draft_is_no_longer_than_the_user_wants() -> None:
    made = drafted(brief(FULL, MESSAGE, rules=(Rule("Two lines", longest=150),)))

    assert made.length <= 150


def test_what_a_rule_asks_for_and_nothing_known_gives_is_asked() -> None:
    rule = Rule("Always say how we met", required=frozenset({Ingredient.MET}))

    answer = draft(brief([DETAIL, WHO], MESSAGE, rules=(rule,)))

    assert isinstance(answer, Question)
    assert answer.ingredient is Ingredient.MET


def test_what_a_rule_asks_for_is_said_when_it_is_known() -> None:
    rule = Rule("Always say how we met", required=frozenset({Ingredient.MET}))

    made = drafted(brief([EVENT, TALKED, WHO], MESSAGE, rules=(rule,)))

    assert Ingredient.MET not in made.verdict.missing


def test_what_a_rule_asks_for_comes_before_what_it_does_not_where_room_is_short() -> None:
    rule = Rule("Always say why", required=frozenset({Ingredient.WHY}))
    looking = "people whose runbook has made a public service simpler and kept it so"
    asked = brief([EVENT, DETAIL, WHO, fact(FactKind.LOOKING_FOR, looking)], limit=175)

    usual, ruled = drafted(asked), drafted(replace(asked, rules=(rule,)))

    assert Ingredient.WHY in usual.verdict.missing
    assert Ingredient.WHY not in ruled.verdict.missing


def test_a_second_letter_after_silence_says_something_else_than_the_first() -> None:
    first = drafted(brief(FULL, MESSAGE, Purpose.FOLLOW_UP))
    second = drafted(brief(FULL, MESSAGE, Purpose.FOLLOW_UP, sent=(first.text,)))
    third = draft(brief(FULL, MESSAGE, Purpose.FOLLOW_UP, sent=(first.text, second.text)))

    sentences = {one for one in first.text.replace("\n", " ").split(". ") if len(one) > 30}
    assert not any(one in second.text for one in sentences)
    assert isinstance(third, Question) or third.text not in (first.text, second.text)


def test_a_promise_is_not_brought_up_as_news_a_third_time() -> None:
    said = "Hi Priya, I still owe you something: I promised to send you the checker benchmark."
    only_the_promise = [EVENT, fact(FactKind.PROMISE_MINE, "send the checker benchmark")]

    answer = draft(
        brief(only_the_promise, MESSAGE, Purpose.FOLLOW_UP, sent=(said, f"Again: {said}"))
    )

    assert isinstance(answer, Question)
    assert answer.prompt == "What is new since you last wrote to Priya?"


def test_the_first_message_after_a_note_tells_what_the_note_had_no_room_for() -> None:
    note = drafted(brief((*FULL, LOOKING)))
    message = drafted(brief((*FULL, LOOKING), MESSAGE, Purpose.FIRST_MESSAGE, sent=(note.text,)))

    assert set(message.facts) - set(note.facts)
