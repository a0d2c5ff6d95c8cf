"""Who else got nearly the same text, and whom else it would fit."""

from datetime import date

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
