"""Who has most to gain from a note: text and dates in, a number out."""

from collections.abc import Sequence
from datetime import date

from outreach.tailoring import Fact, FactKind, Ingredient
from outreach.tailoring.matching import telling_words

# True of every message of this user, so it tells nobody apart.
ABOUT_THE_USER = {FactKind.WHO_YOU_ARE, FactKind.HEADLINE, FactKind.LOOKING_FOR}
# What anyone can read on a profile; it does not make a note worth one of a few.
PUBLIC = {FactKind.THEIR_WORK}
# What was promised and done is for a follow-up, or to thank for.
DONE = {FactKind.PROMISE_KEPT, FactKind.OFFER_KEPT}
PROMISES = {FactKind.PROMISE_MINE, FactKind.PROMISE_THEIRS}

# Our judgement, not a measurement. Each of the three ingredients adds up to 1, every further thing
# that is told a fifth (but what many have in common, "sandwiches", little of it), a meeting today
# one half, and half of that after a month. What the user owes outweighs a month, what is owed to
# them half of it.
HALF_LIFE_DAYS = 30
RECENT, FURTHER, MOST_FURTHER = 0.5, 0.2, 3
PENDING = {FactKind.PROMISE_MINE: 0.5, FactKind.PROMISE_THEIRS: 0.25}
PLAIN = 0.6  # of a fact in everyday words


def telling(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that make a note to this contact worth writing, a promise first, then the
    strongest."""
    own = [
        fact
        for fact in facts
        if not fact.private
        and fact.ingredient in (Ingredient.THEIRS, Ingredient.WHY)
        and fact.kind not in ABOUT_THE_USER | PUBLIC | DONE
    ]
    return sorted(own, key=lambda fact: (fact.kind not in PROMISES, -fact.strength))


def worth(facts: Sequence[Fact], *, met_on: date, today: date) -> float:
    """How much a note to this contact is worth: strength of context, recency of the meeting, and
    whether a promise is pending."""
    known = [fact for fact in facts if fact.kind not in ABOUT_THE_USER | DONE and not fact.private]
    context = sum(
        max((_strength(fact) for fact in known if fact.ingredient == ingredient), default=0.0)
        for ingredient in (Ingredient.MET, Ingredient.THEIRS, Ingredient.WHY)
    )
    further = sum(sorted(map(_strength, telling(facts)), reverse=True)[1 : 1 + MOST_FURTHER])
    recency: float = 0.5 ** (max(0, (today - met_on).days) / HALF_LIFE_DAYS)
    pending = max((PENDING.get(fact.kind, 0.0) for fact in known), default=0.0)
    return context + FURTHER * further + RECENT * recency + pending


def _strength(fact: Fact) -> float:
    """How much a fact sets a note apart, by its kind and by its words; a promise binds in any."""
    is_full = fact.kind in PROMISES or telling_words(fact.text)
    return fact.strength if is_full else PLAIN * fact.strength
