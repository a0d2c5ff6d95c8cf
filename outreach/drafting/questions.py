"""The one question whose answer would help most."""

from dataclasses import replace

from outreach.drafting.brief import Brief, Purpose, Question
from outreach.drafting.naming import address
from outreach.drafting.slots import Material, is_to_be_kept, may_be_said
from outreach.tailoring import FactKind, Ingredient

_FIRST = {
    Purpose.THANK: ({"thanks", "deed"}, "What would you like to thank {} for?"),
    Purpose.INTERVIEW: ({"purpose", "question"}, "What would you like to ask {} about?"),
    Purpose.INTRODUCTION: ({"meeting", "request"}, "To whom should {} introduce you, and why?"),
    Purpose.FOLLOW_UP: ({"purpose", "question"}, "What is new since you last wrote to {}?"),
}
_THEIRS = {"topic", "asked", "detail", "school", "employer", "friend", "by"}


def ask(brief: Brief, material: Material, *, lacks_purpose: bool) -> Question:
    """What to ask: first what the purpose cannot do without, then what is only true of them. What
    is known in another language is asked for in English."""
    question = _question(brief, material, lacks_purpose=lacks_purpose)
    of_field = [fact for fact in brief.facts if fact.kind is question.field]
    if all(may_be_said(fact) or is_to_be_kept(fact.text) for fact in of_field):
        return question
    return replace(question, prompt=f"{question.prompt.removesuffix('?')}, in English?")


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
        prompt = f"You have not met. What did {name} write, make or say that you know of?"
        return Question(Ingredient.THEIRS, prompt, FactKind.DETAIL)
    if not _THEIRS & have:
        prompt = f"What did {together} talk about?"
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
