"""The one question whose answer would help most."""

from dataclasses import replace

from outreach.drafting.brief import Brief, Purpose, Question
from outreach.drafting.labels import BEGINNINGS
from outreach.drafting.naming import address
from outreach.drafting.slots import Material, is_only_a_note, may_be_said
from outreach.drafting.tact import is_private_news, is_to_be_kept
from outreach.tailoring import Fact, FactKind, Ingredient, Person

_FIRST = {
    Purpose.THANK: ({"thanks", "deed"}, "What would you like to thank {} for?"),
    Purpose.INTERVIEW: ({"purpose", "question"}, "What would you like to ask {} about?"),
    Purpose.INTRODUCTION: (
        {"meeting", "request", "sought"},
        "To whom should {} introduce you, and why?",
    ),
    Purpose.FOLLOW_UP: ({"purpose", "question"}, "What is new since you last wrote to {}?"),
}
# How a letter says what was stated, where the words that were noted cannot be said so.
_GOES_ON = {
    Purpose.THANK: "Thank you for",
    Purpose.INTERVIEW: "I would like to ask you",
    Purpose.INTRODUCTION: "I would like to meet",
    Purpose.FOLLOW_UP: "I am writing because",
}
_LONGEST_NOTE = 60  # characters of a note that a question repeats
_THEIRS = {
    "topic",
    "asked",
    "wondered",
    "detail",
    "earlier_topic",
    "school",
    "employer",
    "friend",
    "by",
}


def ask(brief: Brief, material: Material, *, lacks_purpose: bool) -> Question:
    """What to ask: first what the purpose cannot do without, then what is only true of them. What
    is known in another language is asked for in English, and what only reads as a note is asked for
    as it goes on from the label of its field."""
    question = _question(brief, material, lacks_purpose=lacks_purpose)
    noted = [one for one in brief.facts if one.kind is question.field and not one.private]
    noted = [one for one in noted if not _is_untold(one, brief.recipient)]
    if not all(map(may_be_said, noted)):
        return replace(question, prompt=f"{question.prompt.removesuffix('?')}, in English?")
    if question.field is FactKind.PURPOSE and brief.purpose in _GOES_ON and noted:
        asked = f"How does “{_GOES_ON[brief.purpose]} …” go on? You noted “{_short(noted[0])}”."
        return replace(question, prompt=asked)
    for fact in noted:
        if question.field in BEGINNINGS and is_only_a_note(fact, brief.recipient):
            asked = f"How does “{BEGINNINGS[question.field]} …” go on? You noted “{_short(fact)}”."
            return replace(question, prompt=asked)
    return question


def _is_untold(fact: Fact, to: Person) -> bool:
    return is_to_be_kept(fact.text) or is_private_news(fact, to)


def _short(fact: Fact) -> str:
    text = " ".join(fact.text.split())
    return text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE].rstrip()}…"


def _question(brief: Brief, material: Material, *, lacks_purpose: bool) -> Question:
    called = address(brief.recipient).given or "them"
    have = material.slots.keys()
    if brief.purpose in _FIRST and lacks_purpose:
        slots, prompt = _FIRST[brief.purpose]
        if brief.purpose is Purpose.FOLLOW_UP and not brief.sent and brief.earlier_on is None:
            prompt = "What is new that you would like to tell {}?"
        if not slots & have:
            return Question(Ingredient.WHY, prompt.format(called), FactKind.PURPOSE)
    together = f"you and {called}" if called != "them" else "the two of you"
    if not _THEIRS & have and brief.is_known and not brief.has_met:
        prompt = f"You left out what you know of {called}. What may it say?"
        return Question(Ingredient.WHY, prompt, FactKind.PURPOSE)
    if not _THEIRS & have and not brief.has_met:
        name = called if called != "them" else "they"
        prompt = f"No meeting is logged. What did {name} write, make or say that you know of?"
        return Question(Ingredient.THEIRS, prompt, FactKind.DETAIL)
    if not _THEIRS & have:
        has_secret = any(one.private for one in brief.facts if one.kind is FactKind.TALKED_ABOUT)
        prompt = f"What {'else ' if has_secret else ''}did {together} talk about?"
        return Question(Ingredient.THEIRS, prompt, FactKind.TALKED_ABOUT)
    for slot, ingredient, prompt, field in (
        ("at", Ingredient.MET, f"Where did {together} meet?", FactKind.PLACE),
        ("detail", Ingredient.THEIRS, f"What would only {called} recognise?", FactKind.DETAIL),
        ("purpose", Ingredient.WHY, f"What do you want to say to {called}?", FactKind.PURPOSE),
        ("who", Ingredient.WHO, "Who are you, in one line?", FactKind.WHO_YOU_ARE),
    ):
        if slot not in have:
            return Question(ingredient, prompt, field)
    prompt = f"What did {together} talk about, in a few words?"
    return Question(Ingredient.THEIRS, prompt, FactKind.TALKED_ABOUT)
