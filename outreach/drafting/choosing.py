"""Which wordings say the most within the room there is."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from math import inf
from typing import NamedTuple

from outreach.drafting.mixing import NOTHING, Option, Room, best_mix
from outreach.drafting.plans import Plan
from outreach.drafting.wording import BITS, CLAIMS, Slot, Style, Wording, wordings_for
from outreach.tailoring import Ingredient

# How much a slot adds to a message. What the user stated outweighs what is true anyway.
_VALUES: dict[str, float] = {
    "topic": 8,
    "purpose": 10,  # why this message is written, as the user put it
    "question": 10,
    "thanks": 9,
    "deed": 9,
    "promise": 9,
    "promise_thing": 9,
    "late": 11,
    "kept": 9,
    "kept_thing": 9,
    "late_thing": 11,
    "sending": 9.5,
    "at": 6,
    "earlier_topic": 5,
    "earlier_detail": 5,
    "first_by": 3,
    "detail": 6,
    "by": 6,
    "offer": 6,
    "offer_thing": 6,
    "where": 5,
    "friend": 5,
    "introduced": 5,
    "introduced_to": 15,
    "school": 4,
    "employer": 4,
    "going": 3,
    "who": 4,
    "looking": 0.8,
    "skill": 2,
    "home": 2,
    "work": 2,
    "earlier_when": 2,
    "subject": 1.5,
    "meeting": 9,
    "request": 9,
    "sought": 9,
    "birthday": 8,
    "birthday_past": 8,
    "introducing": 8.5,
    "introduction": 8.5,
    "talked": 1,
    "known": 1,
    "unknown": 1,
    "long_since": 0,
    "stated": 0,
    "also": 0,
    "asked": 11,  # what an interview is for
    "wondered": 11,
    "bare": 0,
    "again": 2,
    "worded": 0,
}
_OWED = 100  # what the message is about outweighs all that else might be said
_MOST_GROUPS, _MOST_WORDINGS, _MOST_FILLINGS = 5, 3, 3
_TASTES, _FIRST_TASTE = 5, 3
_LATER_WORDING = 0.2  # what a wording loses for each that stands before it
_PART = 1.5  # what it costs to say in two sentences what goes into one
_TOLD = 5  # … and what words lose each time that the reader has been told them
_TOLD_WHO = 25  # who one is, they know by then; only a rule of the user's outweighs that
_MOST_TOLD_AS_NEWS = 1  # a promise may be kept and a talk asked about, once
# What a wording that `follows` needs before it.
_BEFORE = {
    "": 0,
    "+": BITS[Ingredient.MET] | BITS[Ingredient.THEIRS],
    "++": BITS[Ingredient.THEIRS],
}


class Manner(NamedTuple):
    """How to say it: the style, which wordings may be used, and a turn that sets drafts apart."""

    style: Style
    may_say: Callable[[Wording], bool] | None  # None for all of them
    seed: int
    variant: int
    about: frozenset[str] = frozenset()  # the facts that the message is owed for


def choose(
    plan: Plan, slots: Mapping[str, Sequence[Slot]], *, room: Room, manner: Manner
) -> list[tuple[str, Option]] | None:
    """The parts to say, each with its heading, in order; None when the plan cannot be met."""
    order = plan.orders[(manner.seed + manner.variant) % len(plan.orders)]
    known = _known(slots, manner.about)
    parts: list[list[Option]] = []
    for number, heading in enumerate(order):
        options = _options(heading, known, manner, number)
        if not options and heading in plan.needed:
            return None
        parts.append([*options, *([] if heading in plan.needed else [NOTHING])])
    if (best := best_mix(parts, room)) is None:
        return None
    headings = [heading.partition("|")[0] for heading in order]
    return [(h, option) for h, option in zip(headings, best, strict=True) if option.wording]


class _Filling(NamedTuple):
    """Words for some slots, their length, a bit for every fact they rest on, and how often the
    reader has been told them."""

    slots: Sequence[Slot]
    length: int
    claims: int
    told: int


class _Known(NamedTuple):
    """What can be said: the words for each slot; the names of all slots and of those that are
    owed; and the bits of what the message is about."""

    said: Mapping[str, Sequence[_Filling]]
    names: frozenset[str]
    owed: frozenset[str]
    about: int


def _known(slots: Mapping[str, Sequence[Slot]], about: frozenset[str]) -> _Known:
    """The bits of the facts stand after those of the claims that wordings make themselves."""
    bits: dict[str, int] = {}
    said: dict[str, list[_Filling]] = {}
    for name, words in slots.items():
        said[name] = []
        for slot in words:
            claims = 0
            for fact in slot.facts:
                claims |= bits.setdefault(fact, 1 << CLAIMS + len(bits))
            said[name].append(_Filling((slot,), slot.length, claims, slot.told))
    names = frozenset(slots)
    if not about:
        return _Known(said, names, frozenset(), 0)
    owed = frozenset(name for name in names if not about.isdisjoint(slots[name][0].facts))
    return _Known(said, names, owed, sum(bit for fact, bit in bits.items() if fact in about))


def _options(headings: str, known: _Known, manner: Manner, number: int) -> list[Option]:
    """The most telling wordings first, and those of equal weight in turn.

    Variant 0 goes by what says most; another prefers one or another fact a little.
    """
    turn, taste = (manner.seed >> (5 * number + 3)) + manner.variant, manner.variant
    most_told = _MOST_TOLD_AS_NEWS if headings == "new" else inf
    options: list[Option] = []
    groups = _groups(headings, manner.style, known.names, known.owed)
    for place, (value, names, wordings) in enumerate(groups, start=_FIRST_TASTE):
        group = tuple(filter(manner.may_say, wordings)) if manner.may_say else wordings
        if not group:
            continue
        value += taste * place % _TASTES - _PART
        is_owed = not known.owed.isdisjoint(names)
        in_turn = _in_turn(group, turn % len(group))
        for later, (words, length, claims, told) in enumerate(_fillings(names, known)):
            if told > most_told and not is_owed:
                continue
            lost = later + (_TOLD_WHO if "who" in names else _TOLD) * told
            for less, alone in in_turn if later == 0 else in_turn[:1]:
                wording, _, own, _, own_claims, given, after = alone
                worth, claimed = value - less - lost, claims | own_claims
                if known.about & claimed:
                    worth += _OWED
                options.append(Option(wording, words, length + own, worth, claimed, given, after))
    return options


@lru_cache(maxsize=2048)
def _in_turn(group: tuple[Wording, ...], first: int) -> list[tuple[float, Option]]:
    """A few wordings from the first on, still without words in their slots, each with what it
    loses for coming later; only if it is shorter is it worth trying."""
    found: list[tuple[float, Option]] = []
    for tried in range(min(_MOST_WORDINGS, len(group))):
        one = group[(first + tried) % len(group)]
        if not found or one.length < found[-1][1].length:
            before = _BEFORE[one.follows]
            alone = Option(one, (), one.length, 0.0, one.claims, one.bits, before)
            found.append((tried * _LATER_WORDING, alone))
    return found


@lru_cache(maxsize=2048)
def _groups(
    headings: str, style: Style, names: frozenset[str], owed: frozenset[str]
) -> list[tuple[float, tuple[str, ...], tuple[Wording, ...]]]:
    """The wordings that can be filled, together with those that need the same slots, with what
    these say; the group that says most first, and before it what is `owed`."""
    for heading in headings.split("|"):
        groups: dict[tuple[str, ...], list[Wording]] = {}
        for wording in wordings_for(heading, style):
            if names.issuperset(wording.slots):
                groups.setdefault(wording.slots, []).append(wording)
        if groups:
            valued = [
                (sum(_VALUES[one] for one in of), of, tuple(group)) for of, group in groups.items()
            ]
            return sorted(valued, key=lambda one: (owed.isdisjoint(one[1]), -one[0]))[:_MOST_GROUPS]
    return []


def _fillings(names: Sequence[str], known: _Known) -> Sequence[_Filling]:
    """Words for some slots together, the best for each first, then other mixes."""
    if len(names) == 1:
        return known.said[names[0]][:_MOST_FILLINGS]
    mixes = product(*[known.said[name] for name in names])
    return [_together(mix) for mix in islice(mixes, _MOST_FILLINGS)]


def _together(mix: Sequence[_Filling]) -> _Filling:
    slots: list[Slot] = []
    length = claims = told = 0
    for its_slots, its_length, its_claims, its_told in mix:
        slots += its_slots
        length += its_length
        claims |= its_claims
        told = max(told, its_told)
    return _Filling(slots, length, claims, told)
