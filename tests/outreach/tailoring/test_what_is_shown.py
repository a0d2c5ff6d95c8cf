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

    assert said == {Ingredient.MET: "great meeting you at Founders Breakfast"}


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
        ("I am writing because your goat ran off.", Ingredient.WHO),
        ("I was the one with the broken umbrella.", Ingredient.WHO),
        ("I hope all is well with the shop.", Ingredient.WHY),
    ],
)
def test_what_only_begins_alike_is_not_ticked(text: str, ingredient: Ingredient) -> None:
    assert ingredient not in shown(text)


def test_who_writes_as_what_is_ticked() -> None:
    said = shown("As a retired harbour engineer I would like to ask about your lock gates.")

    assert said[Ingredient.WHO].startswith("As a retired harbour engineer")


TYPING = Fact("5", FactKind.EVENT, "typing talk", Ingredient.MET, "Meeting", strength=0.9)
FRIDAY = Fact("6", FactKind.MET_ON, "Friday", Ingredient.MET, "Meeting")
BY = Fact("7", FactKind.INTRODUCED_BY, "Odile Brandt", Ingredient.MET, "Meeting")
PEARS = Fact("8", FactKind.TALKED_ABOUT, "grafting pears", Ingredient.THEIRS, "Meeting")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "We met after the typing talk at Lampfest on Friday. Your goat ran off.",
            "We met after the typing talk at Lampfest on Friday",
        ),
        ("Met at Lampfest after the typing talk.", "Met at Lampfest after the typing talk"),
        ("It was good to talk on Friday.", "It was good to talk on Friday"),
        ("I was glad to meet you at Lampfest.", "was glad to meet you at Lampfest"),
        (
            "We met at the typing talk and you told me about grafting pears.",
            "We met at the typing talk",
        ),
        ("We met at the typing talk, I think over grafting pears.", "We met at the typing talk"),
        ("We talked at the typing talk about grafting pears.", "We talked at the typing talk"),
        ("Odile Brandt introduced us over lunch.", "Odile Brandt introduced us over lunch"),
    ],
)
def test_how_you_met_is_shown_as_a_whole(text: str, clause: str) -> None:
    said = shown(text, TYPING, FRIDAY, BY, PEARS)

    assert said[Ingredient.MET] == clause


@pytest.mark.parametrize(
    "text",
    [
        *("It would be good to talk on 4 May.", "Happy to meet you at the office."),
        "They met at Lampfest, the two geese.",
    ],
)
def test_a_meeting_to_come_or_of_others_is_not_how_you_met(text: str) -> None:
    assert Ingredient.MET not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Your goat ran off. How is life at Globex?", "Your goat ran off. How are things?"),
        "The sluice is fixed, and here is the word that was missing.",
    ],
)
def test_small_talk_and_what_is_handed_to_nobody_are_no_reason_to_write(text: str) -> None:
    assert Ingredient.WHY not in shown(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Has anything changed with grafting pears since we spoke?", "Has anything changed"),
        ("Sarah, here is the recipe that you asked for.", "here is the recipe"),
        ("How is your goat after the vet?", "How is your goat after the vet"),
    ],
)
def test_a_question_about_their_matter_and_what_they_asked_for_are(text: str, why: str) -> None:
    assert shown(text, PEARS)[Ingredient.WHY] == why


def test_a_wish_and_a_named_meeting_are_not_criticised_as_stock() -> None:
    for text in (
        "I would like your advice on the goats at Tarnbrook.",
        "I'd love your advice on the goats at Tarnbrook.",
        "Glad to meet you at Lampfest; your goat ran off.",
        "It was great to meet you at Lampfest on Friday, goat and all.",
    ):
        assert not assess(text, channel=Channel.EMAIL).stock

    for text in ("I like your posts!", "Great to meet you! I sell goats.", "Love your work."):
        assert assess(text, channel=Channel.EMAIL).stock


def test_who_wrote_what_and_was_where_says_who_they_are() -> None:
    assert shown("I am writing a book on eels.")[Ingredient.WHO] == "I am writing a book on eels"
    assert Ingredient.WHO in shown("I was working at the Tarnbrook mill.")


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
