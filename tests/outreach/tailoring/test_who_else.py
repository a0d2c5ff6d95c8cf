"""Who else got nearly the same text, and whom else it would fit."""

from datetime import date

import pytest

from outreach.tailoring import (
    Acquaintances,
    Channel,
    Fact,
    FactKind,
    Ingredient,
    OtherContact,
    Outbox,
    Person,
    SentText,
    Verdict,
    assess,
)

ANA = Person("Ana Horvat")
TEXT = "Hi Ana, good to meet you at the Harbour Fair and to argue about lighthouses."
SENT = SentText(
    "Hi Ben, good to meet you at the Harbour Fair and to argue about lighthouses!",
    "Ben Ito",
    date(2026, 5, 3),
)


def fact(kind: FactKind, text: str, ingredient: Ingredient) -> Fact:
    return Fact(f"{kind}:{text}", kind, text, ingredient, "Meeting")


FAIR = fact(FactKind.EVENT, "Harbour Fair", Ingredient.MET)
LIGHT = fact(FactKind.TALKED_ABOUT, "lighthouses", Ingredient.THEIRS)


def judge(text: str, **known: object) -> Verdict:
    return assess(text, channel=Channel.LINKEDIN_NOTE, recipient=ANA, **known)  # type: ignore[arg-type]


def test_nearly_the_same_text_to_somebody_else_is_named_with_its_day() -> None:
    verdict = judge(TEXT, outbox=[SENT])

    assert "You sent nearly this to Ben Ito on 3 May 2026." in verdict.reasons
    assert verdict.score < judge(TEXT).score


def test_the_same_text_to_the_same_person_is_no_duplicate() -> None:
    verdict = judge(TEXT, outbox=[SentText(TEXT, "Ana Horvat")])

    assert not verdict.near_duplicates


def test_another_text_is_no_duplicate() -> None:
    other = SentText("Hi Ben, thank you for the grafting knife; the pears took.", "Ben Ito")

    assert not judge(TEXT, outbox=[other]).near_duplicates


def test_a_text_about_the_event_alone_fits_all_who_were_there() -> None:
    others = [OtherContact(f"Person {n}", [FAIR]) for n in range(4)]
    others.append(OtherContact("Elsewhere", [fact(FactKind.EVENT, "PyCon", Ingredient.MET)]))

    verdict = judge("Hi Ana, we met at the Harbour Fair.", others=others, facts=[FAIR])

    assert verdict.fits_count == 4
    assert "Elsewhere" not in verdict.fits_others
    assert "It would fit Person 0, Person 1 and 2 others as it stands." in verdict.reasons


def test_what_only_one_of_them_talked_about_fits_nobody_else() -> None:
    others = [OtherContact("Ben Ito", [FAIR]), OtherContact("Ana Horvat", [FAIR, LIGHT])]

    assert judge(TEXT, others=others, facts=[FAIR, LIGHT]).fits_count == 0


def test_a_text_about_nothing_fits_everybody_but_its_reader() -> None:
    others = [OtherContact(name) for name in ("Ana Horvat", "Ben Ito", "Cleo Park")]

    verdict = judge("Hi Ana, I would like to connect.", others=others)

    assert verdict.fits_others == ("Ben Ito", "Cleo Park")


def test_what_is_private_about_others_is_not_used() -> None:
    secret = Fact("9", FactKind.NOTE, "Harbour Fair", Ingredient.MET, "Note", private=True)
    others = [OtherContact("Ben Ito", [secret])]

    assert judge("Hi Ana, we met at the Harbour Fair.", others=others, facts=[FAIR]).fits_count == 0


def test_collections_that_were_made_ready_give_the_same_verdict() -> None:
    others = [OtherContact("Ben Ito", [FAIR, LIGHT])]

    plain = judge(TEXT, others=others, outbox=[SENT], facts=[FAIR, LIGHT])
    ready = judge(TEXT, others=Acquaintances(others), outbox=Outbox([SENT]), facts=[FAIR, LIGHT])

    assert ready == plain


def test_what_tells_nothing_is_no_worse_for_fitting_everybody() -> None:
    others = [OtherContact(f"Person {n}", [FAIR]) for n in range(4)]
    text = "Ana, the baby slept all night and so did we."

    assert judge(text, others=others).score == judge(text).score > 15


def theirs(verdict: Verdict) -> list[str]:
    return [reason for reason in verdict.reasons if "only true of them" in reason]


ORGAN = "Hi Ana, good to talk about lighthouses at the Harbour Fair."


@pytest.mark.parametrize(
    "asked",
    [
        *("May I ask you three questions?", "Would you tell me more?", "Could we speak on Monday?"),
        "Twenty minutes would help me a great deal.",
        "May I send you a sketch?",
        "I run a lens shop at Tarnbrook.",
    ],
)
def test_what_is_only_proposed_or_said_of_oneself_does_not_hide_whom_else_it_fits(
    asked: str,
) -> None:
    others = [OtherContact("Ben Ito", [FAIR, LIGHT])]

    verdict = judge(f"{ORGAN} {asked}", others=others, facts=[FAIR, LIGHT])

    assert verdict.fits_others == ("Ben Ito",)
    assert verdict.is_tailored


@pytest.mark.parametrize(
    "told",
    [
        *("How did the goat get off the ferry?", "Would you lend me your sextant?"),
        *("May I bring the sextant back?", "Your nephew's drone still sits in my tree."),
        "You gave me three plums.",
    ],
)
def test_a_question_about_what_is_the_readers_fits_nobody_else(told: str) -> None:
    others = [OtherContact("Ben Ito", [FAIR, LIGHT])]

    verdict = judge(f"{ORGAN} {told}", others=others, facts=[FAIR, LIGHT])

    assert not verdict.fits_count
    assert verdict.is_tailored


def test_a_meeting_and_an_offer_to_one_of_many_who_were_there_are_generic() -> None:
    others = [OtherContact(f"Person {n}", [FAIR]) for n in range(3)]
    text = "Hi Ana, great to meet you at the Harbour Fair. I run lamps at Maple. May I send a link?"

    verdict = judge(text, others=others, facts=[FAIR])

    assert not verdict.is_tailored
    assert "It would fit Person 0, Person 1 and 1 other as it stands." in verdict.reasons
    only = [*others[:1], OtherContact("Ana Horvat", [FAIR])]
    assert judge(f"{text} Your nephew's drone was a wonder.", others=only, facts=[FAIR]).is_tailored


@pytest.mark.parametrize("named", ["Ingrid van Dalen", "Ingrid"])
def test_who_is_named_in_a_text_is_not_its_reader(named: str) -> None:
    by = fact(FactKind.INTRODUCED_BY, "Ingrid van Dalen", Ingredient.MET)
    others = [OtherContact("Ingrid van Dalen", [by]), OtherContact("Wim Post", [by])]
    text = f"Hi Ana, {named} introduced us. Is there somebody you would introduce me to?"

    assert judge(text, others=others, facts=[by]).fits_others == ("Wim Post",)
    assert judge(text, others=others[:1], facts=[by]).is_tailored


def test_who_has_the_readers_own_name_or_a_common_word_for_one_may_be() -> None:
    others = [OtherContact("Ana Lee", [FAIR]), OtherContact("Will Hay", [FAIR])]
    text = "Hi Ana, we met at the Harbour Fair. Will you be back, Ana?"

    assert judge(text, others=others, facts=[FAIR]).fits_others == ("Ana Lee", "Will Hay")


def test_what_is_true_of_somebody_else_too_is_not_called_only_theirs() -> None:
    others = [OtherContact("Ben Ito", [FAIR, LIGHT])]

    shared = judge(ORGAN, others=others, facts=[FAIR, LIGHT])

    assert not theirs(shared)
    assert "It says what is true of them and of Ben Ito: “lighthouses”." in shared.reasons
    assert theirs(judge(ORGAN, facts=[FAIR, LIGHT]))
