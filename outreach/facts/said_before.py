"""What earlier messages said already, so that the next one brings something new."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from outreach.tailoring import Fact, FactKind
from outreach.tailoring.provenance import find_support

# For the user's eyes, and for telling what is known; never said in a draft, nor a tie to anybody.
ASIDES = {FactKind.TAG, FactKind.NOTE, FactKind.EARLIER_MESSAGE}
_WEAKER = 0.3


def told_for(facts: Iterable[Fact], purpose: str) -> tuple[Fact, ...]:
    """The facts that a letter to this end may rest on: what was told for another stays out."""
    return tuple(fact for fact in facts if fact.only_for in ("", purpose))


def without_asides(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that a message may say."""
    return tuple(fact for fact in facts if fact.kind not in ASIDES)


def texts_sent(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The earlier messages among the facts, the first one first."""
    sent = [fact for fact in facts if fact.kind is FactKind.EARLIER_MESSAGE]
    return tuple(fact.text for fact in sorted(sent, key=lambda one: one.on or date.min))


def said_before(facts: Sequence[Fact]) -> dict[str, date]:
    """Each fact, by its id, of which an earlier message among `facts` spoke, and the last day."""
    told: dict[str, date] = {}
    for earlier in facts:
        if earlier.kind is FactKind.EARLIER_MESSAGE and earlier.on:
            for support in find_support(earlier.text, without_asides(facts)):
                for fact_id in support.facts:
                    told[fact_id] = max(earlier.on, told.get(fact_id, earlier.on))
    return told


def something_new_first(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """What a draft may say, the weaker for having been said. A purpose is stated once."""
    told = said_before(facts)
    return tuple(
        replace(fact, strength=fact.strength * _WEAKER) if fact.id in told else fact
        for fact in without_asides(facts)
        if fact.kind is not FactKind.PURPOSE or fact.id not in told
    )
