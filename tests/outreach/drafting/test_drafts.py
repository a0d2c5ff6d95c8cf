"""A draft says what could only be from you to them, in the room there is, or asks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from rapidfuzz import fuzz

from outreach.drafting import Brief, Draft, Purpose, Question, Tone, draft, wordings
from outreach.drafting.wording import Style, wordings_for
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person, assess

TODAY, MET_ON = date(2026, 11, 23), date(2026, 11, 20)
PRIYA, ADA = Person("Priya Nair", pronouns="she/her"), Person("Ada Quill")
MESSAGE, NOTE, EMAIL = Channel.LINKEDIN_MESSAGE, Channel.LINKEDIN_NOTE, Channel.EMAIL
INGREDIENTS = {
    FactKind.EVENT: Ingredient.MET,
    FactKind.PLACE: Ingredient.MET,
    FactKind.INTRODUCED_BY: Ingredient.MET,
    FactKind.WHO_YOU_ARE: Ingredient.WHO,
    FactKind.TALKED_ABOUT: Ingredient.THEIRS,
    FactKind.DETAIL: Ingredient.THEIRS,
}


def fact(kind: FactKind, text: str, *, private: bool = False) -> Fact:
    ingredient = INGREDIENTS.get(kind, Ingredient.WHY)
    on = MET_ON if ingredient in (Ingredient.MET, Ingredient.THEIRS) else None
    return Fact(f"{kind}:{text}", kind, text, ingredient, "Meeting, 20 Nov", on, 0.9, private)


EVENT = fact(FactKind.EVENT, "PyCon")
TALKED = fact(FactKind.TALKED_ABOUT, "her move of Northwind's pipelines to pyright")
DETAIL = fact(FactKind.DETAIL, "the runbook with the swearing removed")
PROMISE = fact(FactKind.PROMISE_MINE, "send the checker benchmark")
OFFER = fact(FactKind.PROMISE_THEIRS, "introduce me to the release team")
WHO = fact(FactKind.WHO_YOU_ARE, "I run data tooling at Maple")
LOOKING = fact(FactKind.LOOKING_FOR, "people who moved a large codebase to types")
FULL = (EVENT, TALKED, DETAIL, PROMISE, WHO)


def brief(
    facts: Sequence[Fact] = FULL,
    channel: Channel = NOTE,
    purpose: Purpose = Purpose.CONNECT,
    **more: object,
) -> Brief:
    limit = 200 if channel is NOTE else None
    return replace(Brief(PRIYA, ADA, facts, channel, purpose, TODAY, limit=limit), **more)  # type: ignore[arg-type]


def drafted(asked: Brief) -> Draft:
    result = draft(asked)
    assert isinstance(result, Draft), result
    return result


def asked_of(question: Draft | Question) -> Question:
    assert isinstance(question, Question), question
    return question


def test_a_note_gives_all_four_ingredients_within_two_hundred_characters() -> None:
    note = drafted(brief())

    assert note.length <= 200
    assert not note.verdict.missing
    assert "your move of Northwind's pipelines to pyright" in note.text


def test_more_room_is_used_for_more_facts() -> None:
    assert len(drafted(brief(limit=300)).facts) > len(drafted(brief()).facts)


def test_each_stretch_names_the_facts_it_rests_on() -> None:
    message = drafted(brief(channel=MESSAGE))

    assert "".join(one.text for one in message.segments) == message.text
    resting = {one.facts: one for one in message.segments if one.facts}
    assert resting[(PROMISE.id,)].ingredient is Ingredient.WHY
    assert "checker benchmark" in resting[(PROMISE.id,)].text


def test_what_was_left_out_is_told_with_the_reason() -> None:
    secret = fact(FactKind.DETAIL, "they are looking for another job", private=True)
    tag = fact(FactKind.TAG, "python")

    note = drafted(brief([*FULL, secret, tag]))

    why = {one.fact: one.why for one in note.left_out}
    assert why[secret.id] == "It is marked private."
    assert why[tag.id] == "It is a note to yourself."
    assert why[DETAIL.id] == "There was no room for it in 200 characters."
    assert "another job" not in note.text


@pytest.mark.parametrize("variant", range(8))
def test_who_is_known_is_not_asked_where_one_met(variant: int) -> None:
    answer = drafted(brief([EVENT, TALKED, WHO], MESSAGE, Purpose.ANSWER_GENERIC, variant=variant))

    assert not re.search("paths cross|know each other|have we met", answer.text, re.IGNORECASE)


def test_what_was_left_out_for_want_of_nothing_is_not_blamed_on_the_room() -> None:
    inmail = drafted(brief((*FULL, LOOKING, OFFER), Channel.INMAIL, limit=1900))

    assert inmail.left_out
    assert not any("no room" in one.why for one in inmail.left_out)


@pytest.mark.parametrize("typed", ["need advice on leaving academia", "loved your thread on peat"])
def test_a_wish_or_a_verdict_cannot_follow_thank_you_for(typed: str) -> None:
    asked = brief([EVENT, WHO, fact(FactKind.PURPOSE, typed)], EMAIL, Purpose.THANK)

    result = draft(asked)

    assert isinstance(result, Question) or f"for {typed}" not in result.text


def test_without_anything_only_true_of_them_it_asks_instead_of_drafting() -> None:
    question = asked_of(draft(brief([EVENT, WHO])))

    assert question.prompt == "What did you and Priya talk about?"
    assert question.field is FactKind.TALKED_ABOUT


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("known", [(), (WHO,), (EVENT, WHO)])
def test_with_the_answer_it_drafts_at_once(purpose: Purpose, known: tuple[Fact, ...]) -> None:
    answers = {
        FactKind.TALKED_ABOUT: "how to fire a wood kiln",
        FactKind.PURPOSE: "ask how she fires her wood kiln in the rain",
        FactKind.DETAIL: "the apron with the map of Faro",
        FactKind.PLACE: "the pottery market in Faro",
        FactKind.WHO_YOU_ARE: "I run a pottery in Porto",
    }
    if purpose is Purpose.THANK:
        answers[FactKind.PURPOSE] = "lending me the kiln shelves"
    if purpose is Purpose.INTRODUCTION:
        answers[FactKind.PURPOSE] = "meet the potters who taught her to fire a wood kiln"
    result = draft(brief(known, MESSAGE, purpose))
    if isinstance(result, Question):
        result = draft(brief([*known, fact(result.field, answers[result.field])], MESSAGE, purpose))

    assert isinstance(result, Draft), result


@pytest.mark.parametrize("purpose", [one for one in Purpose if one != Purpose.INTRODUCTION])
@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("tone", Tone)
def test_every_purpose_channel_and_tone_gives_a_tailored_draft(
    purpose: Purpose, channel: Channel, tone: Tone
) -> None:
    made = drafted(brief(FULL, channel, purpose, tone=tone, earlier_on=MET_ON))

    assert made.verdict.is_tailored
    assert bool(made.subject) == (channel in (EMAIL, Channel.INMAIL))
    assert "{" not in made.text
    assert "  " not in made.text
    assert len(made.text.split()) <= 120


def test_formal_letters_use_titles_and_no_short_forms() -> None:
    who = fact(FactKind.WHO_YOU_ARE, "data tooling lead at Maple")
    reader = Person("Dr. Lena van der Berg")

    letter = drafted(brief([EVENT, TALKED, who], EMAIL, tone=Tone.FORMAL, recipient=reader)).text

    assert letter.startswith("Dear Dr van der Berg,\n\n")
    assert letter.endswith("Kind regards,\nAda Quill")
    assert "I am a data tooling lead at Maple" in letter
    assert "I'm" not in letter


def test_a_repair_owns_up_to_the_bare_request() -> None:
    for made in wordings(brief(FULL, MESSAGE, Purpose.REPAIR, earlier_on=date(2026, 11, 21))):
        assert re.search(r"bare request|without a word|said nothing about why", made.text)
        assert "on Saturday" in made.text


def test_a_stranger_is_asked_kindly_how_the_two_know_each_other() -> None:
    work = fact(FactKind.THEIR_WORK, "data lead at Northwind")

    answer = drafted(brief([work, WHO], MESSAGE, Purpose.ANSWER_GENERIC)).text

    assert re.search(r"know each other|have we met|what made you|paths cross", answer, re.I)


def test_an_offer_is_taken_up_when_asking_for_an_introduction() -> None:
    asked = brief([EVENT, TALKED, OFFER, WHO], MESSAGE, Purpose.INTRODUCTION)

    assert "You offered to introduce me to the release team" in drafted(asked).text


def test_thanks_say_what_for() -> None:
    purpose = fact(FactKind.PURPOSE, "thank her for introducing me to Tom")

    made = drafted(brief([EVENT, purpose], MESSAGE, Purpose.THANK))

    assert "introducing me to Tom" in made.text


@pytest.mark.parametrize("purpose", [Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.RECONNECT])
@pytest.mark.parametrize("channel", [NOTE, MESSAGE])
def test_there_are_five_wordings_and_all_are_tailored(purpose: Purpose, channel: Channel) -> None:
    made = wordings(brief((*FULL, LOOKING), channel, purpose))

    assert len({one.text for one in made}) >= 5
    assert all(one.verdict.is_tailored for one in made)


def test_another_wording_is_another_text_even_where_the_room_is_tight() -> None:
    texts = {drafted(brief(variant=number)).text for number in range(5)}

    assert len(texts) == 5


def test_the_same_brief_always_gives_the_same_draft() -> None:
    assert draft(brief()) == draft(brief())


def test_two_people_met_at_one_event_get_different_texts() -> None:
    talks = [("Kim Roe", "ferries in winter"), ("Lou Vance", "the cost of fonts")]

    texts = [
        drafted(
            brief([EVENT, fact(FactKind.TALKED_ABOUT, talk), WHO], recipient=Person(name))
        ).text.replace(name.split()[0], "")
        for name, talk in talks
    ]

    assert fuzz.ratio(*texts) < 80


def test_a_promise_that_is_a_thing_is_said_as_one() -> None:
    thing = fact(FactKind.PROMISE_MINE, "The link to the linter.")

    text = drafted(brief([EVENT, TALKED, thing], MESSAGE)).text

    assert "you the link to the linter" in text


def test_the_meeting_is_told_once() -> None:
    place = fact(FactKind.PLACE, "after the typing talk")

    for made in wordings(brief([EVENT, place, TALKED, WHO, PROMISE], limit=300)):
        assert made.text.lower().count(" met ") + made.text.count("meet") <= 1


def test_no_wording_of_ours_sounds_like_a_seller_or_a_nudge() -> None:
    headings = "opening apology again thanks recall self reason company new owed grateful"
    for heading in headings.split():
        for wording in wordings_for(heading, Style(Tone.WARM)):
            why = assess(wording.plain.replace("…", "Quoxly"), channel=EMAIL).reasons
            assert "It speaks of what you offer, not of them." not in why, wording.plain
            assert "It asks for an answer and brings nothing new." not in why, wording.plain


def test_what_one_looks_for_is_left_out_where_it_would_sell() -> None:
    seller, clients = (
        fact(FactKind.WHO_YOU_ARE, "I sell guest posts"),
        fact(FactKind.LOOKING_FOR, "clients"),
    )
    ferries = fact(FactKind.TALKED_ABOUT, "how her team tests ferries")
    runbook = fact(FactKind.DETAIL, "the runbook with no vowels")

    made = drafted(brief([EVENT, ferries, seller, clients, runbook]))

    assert made.verdict.is_tailored
    assert "clients" not in made.text


def test_whoever_it_goes_to_the_same_facts_are_enough() -> None:
    ashore = fact(FactKind.TALKED_ABOUT, "what sailors ask for first when they come ashore")
    crews = fact(FactKind.PROMISE_THEIRS, "introduce me to two crews")
    wish = fact(FactKind.PURPOSE, "I would like to interview you for the third episode")
    known = [EVENT, ashore, crews, wish, WHO]

    for name in ("Daniel", "Ines", "Tom", "Odile", "Farid", "Marek", "Lucía", "Wren", "Kit", "Bo"):
        for purpose in (Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.INTERVIEW):
            drafted(brief(known, MESSAGE, purpose, recipient=Person(name)))
