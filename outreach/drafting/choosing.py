"""Which wordings say the most within the room there is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from outreach.drafting.brief import Tone
from outreach.drafting.plans import Plan
from outreach.drafting.wording import Slot, Wording, wordings_for
from outreach.tailoring import Ingredient

# How much a slot adds to a message. What the user stated outweighs what is true anyway.
_VALUES: dict[str, float] = {
    "topic": 8,
    "purpose": 8,
    "question": 8,
    "thanks": 9,
    "deed": 9,
    "promise": 7,
    "promise_thing": 7,
    "sending": 7.5,
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
    "known": 1,
}
_INGREDIENT = 20  # covering one more of the four outweighs any one slot
_BEYOND_AIM = 30
_MOST_GROUPS, _MOST_WORDINGS, _MOST_FILLINGS = 5, 3, 3
_PATIENCE = 300  # mixes looked at; an ordinary brief needs fewer
_TASTES, _FIRST_TASTE = 5, 3
_NO_LENGTH = 10**6
_LATER_WORDING = 0.2  # what a wording loses for each that stands before it


class Option(NamedTuple):
    """One way to say a part, and what it is worth. Without a wording the part is left out."""

    wording: Wording | None
    slots: Mapping[str, Slot]
    length: int
    value: float
    claims: frozenset[str]  # the facts it rests on, and whether it tells where the two met
    ingredients: frozenset[Ingredient]


_NONE: frozenset[str] = frozenset()
NOTHING = Option(None, {}, 0, 0.0, _NONE, frozenset())


@dataclass(frozen=True, slots=True)
class Room:
    """Characters: what the text should stay within, and what it must."""

    aim: int
    limit: int | None
    joints: int  # what stands between two parts


def choose(
    plan: Plan,
    slots: Mapping[str, Sequence[Slot]],
    *,
    tone: Tone,
    room: Room,
    seed: int,
    variant: int,
) -> list[tuple[str, Option]] | None:
    """The parts to say, each with its heading, in order; None when the plan cannot be met."""
    order = plan.orders[(seed + variant) % len(plan.orders)]
    parts: list[list[Option]] = []
    for number, heading in enumerate(order):
        turn = seed // (number + 2) + variant
        options = _options(heading, slots, tone, turn=turn, taste=variant)
        if not options and heading in plan.needed:
            return None
        parts.append([*options, *([] if heading in plan.needed else [NOTHING])])
    best = _best(parts, room)
    if best is None:
        return None
    headings = [heading.partition("|")[0] for heading in order]
    return [(h, option) for h, option in zip(headings, best, strict=True) if option.wording]


def _options(
    headings: str, slots: Mapping[str, Sequence[Slot]], tone: Tone, *, turn: int, taste: int
) -> list[Option]:
    """The most telling wordings first, and those of equal weight in turn.

    `taste` 0 goes by what says most; another prefers one or another fact a little.
    """
    options: list[Option] = []
    for place, group in enumerate(_groups(headings, tone, frozenset(slots)), start=_FIRST_TASTE):
        value = sum(_VALUES[name] for name in group[0].slots) + taste * place % _TASTES
        for later, filling in enumerate(_fillings(group[0].slots, slots)):
            shortest = _NO_LENGTH
            for number in range(_MOST_WORDINGS if later == 0 else 1):
                wording = group[(turn + number) % len(group)]
                if wording.length < shortest:  # a later wording is worth trying only if shorter
                    shortest = wording.length
                    worth = value - number * _LATER_WORDING - later
                    options.append(_option(wording, filling, worth))
    return options


@lru_cache(maxsize=2048)
def _groups(headings: str, tone: Tone, names: frozenset[str]) -> list[list[Wording]]:
    """The wordings that can be filled, together with those that need the same slots; the group
    that says most first."""
    for heading in headings.split("|"):
        groups: dict[tuple[str, ...], list[Wording]] = {}
        for wording in wordings_for(heading, tone):
            if names.issuperset(wording.slots):
                groups.setdefault(wording.slots, []).append(wording)
        if groups:
            by_value = sorted(groups, key=lambda slots: -sum(_VALUES[name] for name in slots))
            return [groups[slots] for slots in by_value[:_MOST_GROUPS]]
    return []


def _option(wording: Wording, filling: Mapping[str, Slot], value: float) -> Option:
    claims = {fact for slot in filling.values() for fact in slot.facts}
    if "at" in filling or "where" in filling:
        claims.add("met")
    length = wording.length + sum(slot.length for slot in filling.values())
    return Option(wording, filling, length, value, frozenset(claims), wording.ingredients)


def _fillings(
    names: Sequence[str], slots: Mapping[str, Sequence[Slot]]
) -> Iterator[dict[str, Slot]]:
    """The best words for each slot first, then other mixes."""
    for chosen in islice(product(*(slots[name] for name in names)), _MOST_FILLINGS):
        yield dict(zip(names, chosen, strict=True))


class _Mix(NamedTuple):
    """A part of the way through a message."""

    options: tuple[Option, ...]
    length: int
    value: float
    claims: frozenset[str]
    given: frozenset[Ingredient]


def _best(parts: Sequence[Sequence[Option]], room: Room) -> tuple[Option, ...] | None:
    """The mix that covers most ingredients and says most, within the limit if there is one.

    Goes through the mixes from the most promising on, and gives up a way that cannot win.
    """
    hopes = _hopes(parts)
    best: tuple[Option, ...] | None = None
    best_worth = -1.0
    ways = [_Mix((), 0, 0.0, _NONE, frozenset())]
    for _ in range(_PATIENCE):
        if not ways:
            break
        mix = ways.pop()
        value, given = hopes[len(mix.options)]
        beyond = _BEYOND_AIM if mix.length > room.aim else 0
        hope = mix.value + value + _INGREDIENT * len(mix.given | given) - beyond
        if hope <= best_worth:
            continue
        if len(mix.options) == len(parts):
            best, best_worth = mix.options, hope
        else:
            ways += reversed(list(_further(mix, parts[len(mix.options)], room)))
    return best


def _further(mix: _Mix, options: Sequence[Option], room: Room) -> Iterator[_Mix]:
    """One part more, unless it repeats something or there is no room for it."""
    limit = room.limit
    for option in options:
        length = mix.length
        if option.wording:
            length += option.length + (room.joints if length else 0)
            if (limit is not None and length > limit) or not mix.claims.isdisjoint(option.claims):
                continue
        yield _Mix(
            (*mix.options, option),
            length,
            mix.value + option.value,
            mix.claims | option.claims,
            mix.given | option.ingredients,
        )


def _hopes(parts: Sequence[Sequence[Option]]) -> list[tuple[float, frozenset[Ingredient]]]:
    """For each part the most that it and all after it could add."""
    hopes: list[tuple[float, frozenset[Ingredient]]] = [(0.0, frozenset())]
    for options in reversed(parts):
        value, given = hopes[-1]
        more = frozenset().union(*(one.ingredients for one in options))
        best = max((one.value for one in options), default=0.0)
        hopes.append((value + best, given | more))
    return hopes[::-1]
