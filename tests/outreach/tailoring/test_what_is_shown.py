"""The words that are shown for an ingredient give it, and say something by themselves."""

import pytest

from outreach.tailoring import Channel, Fact, FactKind, Ingredient, OtherContact, Person, assess
from outreach.tailoring.provenance import Known, find_claims, find_support

SARAH = Person("Sarah Lind", "Sarah")
BREAKFAST = Fact(
    "1", FactKind.EVENT, "Founders Breakfast", Ingredient.MET, "Meeting, 20 Nov", strength=0.9
)
DECK = Fact("2", FactKind.PROMISE_MINE, "send the deck", Ingredient.WHY, "You promised")


def shown(text: str, *facts: Fact) -> dict[Ingredient, str]:
    verdict = assess(text, channel=Channel.LINKEDIN_NOTE, recipient=SARAH, facts=facts)
    return {found.ingredient: found.words for found in verdict.present}


@pytest.mark.parametrize(
    "text",
    ["I help founders like you 10x their pipeline.", "I found your talk great."],
)
def test_one_common_word_of_an_events_name_is_no_mention_of_the_event(text: str) -> None:
    assert Ingredient.MET not in shown(text, BREAKFAST)
    assert not find_support(text, [BREAKFAST])


@pytest.mark.parametrize(
    "text",
    ["It was good to hear you at the Founders Breakfast.", "The talk at the breakfast was yours."],
)
def test_an_event_that_is_named_is_how_you_met(text: str) -> None:
    assert "breakfast" in shown(text, BREAKFAST)[Ingredient.MET].casefold()


def test_leftover_words_beside_the_event_are_not_passed_off_as_only_true_of_them() -> None:
    said = shown("Hello Sarah, great meeting you at Founders Breakfast.", BREAKFAST)

    assert said == {Ingredient.MET: "Founders Breakfast"}


def test_a_question_that_is_cut_off_is_not_passed_off_as_why_you_write() -> None:
    talk = Fact("3", FactKind.DETAIL, "cap tables", Ingredient.THEIRS, "Meeting", strength=0.9)

    assert Ingredient.WHY not in shown("Hello Sarah, what did cap tables do to you?", talk)


def test_what_is_shown_does_not_trail_off_where_another_fact_begins() -> None:
    said = shown("Tab one late edit about your deck", DECK)

    assert said == {Ingredient.THEIRS: "Tab one late edit", Ingredient.WHY: "deck"}


def test_that_you_talked_is_still_how_you_met_where_the_topic_is_a_fact_of_its_own() -> None:
    topic = Fact("4", FactKind.TALKED_ABOUT, "the pitch deck", Ingredient.THEIRS, "Meeting")

    said = shown("Sarah, we talked about the pitch deck.", topic)

    assert said == {Ingredient.MET: "we talked", Ingredient.THEIRS: "pitch deck"}


@pytest.mark.parametrize(
    ("text", "ingredient"),
    [
        ("You took my blood pressure in the lift as a joke.", Ingredient.WHO),
        ("I'm Sarah.", Ingredient.WHY),
        ("I am hardworking.", Ingredient.WHY),
        ("I hope all is well with the shop.", Ingredient.WHY),
    ],
)
def test_what_only_begins_alike_is_not_ticked(text: str, ingredient: Ingredient) -> None:
    assert ingredient not in shown(text)


def test_who_writes_as_what_is_ticked() -> None:
    said = shown("As a retired harbour engineer I would like to ask about your lock gates.")

    assert said[Ingredient.WHO].startswith("As a retired harbour engineer")


def test_what_fits_somebody_else_and_is_only_about_the_event_is_generic() -> None:
    others = [OtherContact("Bev Stokes", [BREAKFAST])]
    text = "Hi Sarah, great to see you at the Founders Breakfast. Let's keep in touch!"

    verdict = assess(
        text, channel=Channel.LINKEDIN_NOTE, recipient=SARAH, facts=[BREAKFAST], others=others
    )

    assert not verdict.is_tailored
    assert "It would fit Bev Stokes as it stands." in verdict.reasons


def test_a_name_with_a_common_word_inside_is_one_claim() -> None:
    claims = find_claims(
        "I ran the Ousefleet Half Marathon with Imran, Half of Tarnbrook saw.", Known()
    )

    assert [claim.words for claim in claims] == ["Ousefleet Half Marathon", "Imran", "Tarnbrook"]


def test_what_was_noted_in_short_is_known_again_written_out() -> None:
    wheels = Fact("3", FactKind.PROMISE_MINE, "2 wheels, xmas", Ingredient.WHY, "You promised")

    said = shown("About the two wheels for Christmas: the 18th would suit us.", wheels)

    assert "two wheels for Christmas" in said[Ingredient.WHY]
