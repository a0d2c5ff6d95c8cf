"""Who has most to gain from a note: text and dates in, a number out."""

from collections.abc import Sequence
from datetime import date

from outreach.tailoring import Fact, FactKind, Ingredient

# True of every message of this user, so it tells nobody apart.
ABOUT_THE_USER = {FactKind.WHO_YOU_ARE, FactKind.HEADLINE, FactKind.LOOKING_FOR}
# What anyone can read on a profile; it does not make a note worth one of a few.
PUBLIC = {FactKind.THEIR_WORK}
PROMISES = {FactKind.PROMISE_MINE, FactKind.PROMISE_THEIRS}

# Our judgement, not a measurement. Each of the three ingredients adds up to 1, a meeting today
# adds 1, and half of that after a month; an open promise half a point.
HALF_LIFE_DAYS = 30
PROMISE_PENDING = 0.5


def telling(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that make a note to this contact worth writing, a promise first, then the
    strongest."""
    own = [
        fact
        for fact in facts
        if not fact.private
        and fact.ingredient in (Ingredient.THEIRS, Ingredient.WHY)
        and fact.kind not in ABOUT_THE_USER | PUBLIC
    ]
    return sorted(own, key=lambda fact: (fact.kind not in PROMISES, -fact.strength))


def worth(facts: Sequence[Fact], *, met_on: date, today: date) -> float:
    """How much a note to this contact is worth: strength of context, recency of the meeting, and
    whether a promise is pending."""
    known = [fact for fact in facts if fact.kind not in ABOUT_THE_USER and not fact.private]
    context = sum(
        max((fact.strength for fact in known if fact.ingredient == ingredient), default=0.0)
        for ingredient in (Ingredient.MET, Ingredient.THEIRS, Ingredient.WHY)
    )
    recency: float = 0.5 ** (max(0, (today - met_on).days) / HALF_LIFE_DAYS)
    pending = PROMISE_PENDING if any(fact.kind in PROMISES for fact in known) else 0.0
    return context + recency + pending
