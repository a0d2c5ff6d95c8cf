"""What earlier messages said already, so that the next one brings something new."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from outreach.tailoring import Fact, FactKind
from outreach.tailoring.matching import content_stems
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
            for fact in _told_in(earlier.text, without_asides(facts)):
                told[fact.id] = max(earlier.on, told.get(fact.id, earlier.on))
    return told


def _told_in(text: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts that a message speaks of. Words that it owes to a longer fact tell no other: “the
    TU Graz alumni evening” is not that both studied at TU Graz."""
    spans: dict[str, tuple[int, int]] = {}
    for support in find_support(text, facts):
        for one in support.facts:
            spans[one] = (spans.get(one, (support.start,))[0], support.end)
    told = [fact for fact in facts if fact.id in spans]
    for fact in told:
        start, end = spans[fact.id]
        said = content_stems(fact.text) & content_stems(text[start:end])
        saying_it = [spans[one.id] for one in told if said <= content_stems(one.text)]
        around = [one for one in saying_it if one[0] <= start and end <= one[1]]
        first, last = max(around, key=lambda one: one[1] - one[0])  # there is its own, at the least
        is_its_own = (first, last) == (start, end)
        if is_its_own or find_support(f"{text[:first]} {text[last:]}", [fact]):
            yield fact


def something_new_first(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """What a draft may say, the weaker for having been said. A purpose is stated once."""
    told = said_before(facts)
    return tuple(
        replace(fact, strength=fact.strength * _WEAKER) if fact.id in told else fact
        for fact in without_asides(facts)
        if fact.kind is not FactKind.PURPOSE or fact.id not in told
    )
