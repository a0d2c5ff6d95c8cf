"""Drafts are in English; what the user noted in another language stays out of them."""

import pytest

from outreach.drafting import draft
from outreach.tailoring import FactKind
from tests.outreach.drafting.test_drafts import (
    EVENT,
    FULL,
    MESSAGE,
    WHO,
    asked_of,
    brief,
    drafted,
    fact,
)


@pytest.mark.parametrize("typed", ["trägt immer Hut", "heeft een bakfiets", "porte un chapeau"])
def test_notes_in_another_language_are_left_out_of_an_english_letter(typed: str) -> None:
    hat = fact(FactKind.DETAIL, typed)

    message = drafted(brief([*FULL, hat], channel=MESSAGE))

    assert typed not in message.text
    assert {one.fact: one.why for one in message.left_out}[hat.id] == (
        "It is not in English, as drafts are."
    )


def test_what_is_known_in_another_language_only_is_asked_for_in_english() -> None:
    farm = fact(FactKind.TALKED_ABOUT, "wie er seinen Hof umstellt")

    question = asked_of(draft(brief([EVENT, farm, WHO])))

    assert question.prompt == "What did you and Priya talk about, in English?"


def test_a_foreign_name_in_an_english_note_stays() -> None:
    ferries = fact(FactKind.TALKED_ABOUT, "Rio de Janeiro ferries")

    assert "Rio de Janeiro ferries" in drafted(brief([EVENT, ferries, WHO])).text


@pytest.mark.parametrize("typed", ["blue van", "red glasses"])
def test_two_plain_words_that_another_language_has_too_are_english(typed: str) -> None:
    letter = drafted(brief([EVENT, fact(FactKind.DETAIL, typed), WHO], channel=MESSAGE))

    assert f"your {typed}" in letter.text
