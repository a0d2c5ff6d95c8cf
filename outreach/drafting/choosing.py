"""Which wordings say the most within the room there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from outreach.drafting.brief import Tone
from outreach.drafting.plans import Plan
from outreach.drafting.wording import Said, Slot, Wording, fill, wordings_for
from outreach.tailoring import Ingredient

# How much a slot adds to a message. What the user stated outweighs what is true anyway.
_VALUES = {
    "topic": 8,
    "purpose": 8,
    "question": 8,
    "thanks": 9,
    "deed": 9,
    "promise": 7,
    "promise_thing": 7,
    "at": 6,
    "detail": 6,
    "by": 6,
    "offer": 6,
    "offer_thing": 6,
    "where": 5,
    "friend": 5,
    "school": 4,
    "employer": 4,
    "going": 3,
    "who": 4,
    "looking": 3,
    "skill": 2,
    "home": 2,
    "work": 2,
    "earlier_when": 2,
}
_INGREDIENT = 20  # covering one more of the four outweighs any one slot
_BEYOND_AIM = 30
_MOST_OPTIONS = 6
_LATER_WORDING = 0.2  # what a wording loses for each that stands before it


@dataclass(frozen=True, slots=True)
class Option:
    """One way to say a part, and what it is worth."""

    said: Said | None
    value: float


@dataclass(frozen=True, slots=True)
class Room:
    """Characters: what the text should stay within, and what it must."""

    aim: int
    limit: int | None
    joints: int  # what stands between two parts


NOTHING = Option(None, 0.0)


def choose(
    plan: Plan,
    slots: Mapping[str, Sequence[Slot]],
    *,
    tone: Tone,
    room: Room,
    seed: int,
    variant: int,
) -> list[tuple[str, Said]] | None:
    """The parts to say, each with its heading, in order; None when the plan cannot be met."""
    order = plan.orders[(seed + variant) % len(plan.orders)]
    parts: list[list[Option]] = []
    for number, heading in enumerate(order):
        turn = seed // (number + 2) + variant
        options = _options(heading, slots, tone, turn)
        if not options and heading in plan.needed:
            return None
        parts.append([*options, *([] if heading in plan.needed else [NOTHING])])
    best = _best(parts, room)
    if best is None:
        return None
    headings = [heading.partition("|")[0] for heading in order]
    return [(h, option.said) for h, option in zip(headings, best, strict=True) if option.said]


def _options(
    headings: str, slots: Mapping[str, Sequence[Slot]], tone: Tone, turn: int
) -> list[Option]:
    """The most telling wordings first, those of equal weight in turn, and the shortest last."""
    for heading in headings.split("|"):
        groups: dict[frozenset[str], list[Wording]] = {}
        for wording in wordings_for(heading):
            if tone in wording.tones and wording.slots <= slots.keys():
                groups.setdefault(wording.slots, []).append(wording)
        if groups:
            return list(_ranked(groups, slots, tone, turn))
    return []


def _ranked(
    groups: Mapping[frozenset[str], Sequence[Wording]],
    slots: Mapping[str, Sequence[Slot]],
    tone: Tone,
    turn: int,
) -> Iterator[Option]:
    by_value = sorted(groups, key=lambda names: -sum(_VALUES[name] for name in names))
    for names in by_value[:_MOST_OPTIONS]:
        wordings = groups[names]
        value = float(sum(_VALUES[name] for name in names))
        first = wordings[turn % len(wordings)]
        filled = [fill(first, one, tone=tone) for one in _fillings(names, slots)]
        said = filled[0]
        yield Option(said, value)
        shortest = min(
            (
                fill(one, dict(zip(names, _firsts(names, slots), strict=True)), tone=tone)
                for one in wordings
            ),
            key=lambda one: one.length,
        )
        if shortest.length < said.length:
            yield Option(shortest, value - _LATER_WORDING)
        for number, other in enumerate(filled[1:], start=2):
            yield Option(other, value - number * _LATER_WORDING)


def _firsts(names: frozenset[str], slots: Mapping[str, Sequence[Slot]]) -> list[Slot]:
    return [slots[name][0] for name in names]


def _fillings(
    names: frozenset[str], slots: Mapping[str, Sequence[Slot]]
) -> Iterator[dict[str, Slot]]:
    """The best words for each slot first, then every other mix."""
    ordered = tuple(names)
    for chosen in product(*(slots[name] for name in ordered)):
        yield dict(zip(ordered, chosen, strict=True))


def _best(parts: Sequence[Sequence[Option]], room: Room) -> tuple[Option, ...] | None:
    """The mix that covers most ingredients and says most, within the limit if there is one."""
    best: tuple[float, tuple[Option, ...]] | None = None
    stack: list[tuple[tuple[Option, ...], int, float, frozenset[str], frozenset[Ingredient]]]
    stack = [((), 0, 0.0, frozenset(), frozenset())]
    while stack:
        chosen, length, value, facts, given = stack.pop()
        if len(chosen) == len(parts):
            worth = value + _INGREDIENT * len(given)
            if length > room.aim:
                worth -= _BEYOND_AIM
            if best is None or worth > best[0]:
                best = (worth, chosen)
            continue
        for option in parts[len(chosen)]:
            said = option.said
            if said is None:
                stack.append(((*chosen, option), length, value, facts, given))
                continue
            longer = length + said.length + (room.joints if length else 0)
            if facts & said.facts or (room.limit is not None and longer > room.limit):
                continue
            stack.append(
                (
                    (*chosen, option),
                    longer,
                    value + option.value,
                    facts | said.facts,
                    given | said.ingredients,
                )
            )
    return best[1] if best else None
