"""The mix of options that says the most within the room there is."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from outreach.drafting.wording import BITS, Slot, Wording

_INGREDIENT = 20  # covering one more of the four outweighs any one slot
_REQUIRED = 40  # … and one that the user asks for outweighs two that they do not
# To go beyond the aim costs less than an ingredient, and more the farther it goes.
_BEYOND_AIM, _TWICE_AS_LONG = 15, 25
_PATIENCE = 300  # mixes looked at; an ordinary brief needs fewer
_NO_LENGTH = 10**6


class Option(NamedTuple):
    """One way to say a part, and what it is worth. Without a wording the part is left out."""

    wording: Wording | None
    words: Sequence[Slot]
    length: int
    value: float
    claims: int  # a bit for each fact it rests on and for all that one says only once
    ingredients: int  # a bit for each
    after: int  # bits for the ingredients of which one has to come before; 0 for none

    @property
    def slots(self) -> dict[str, Slot]:
        """The words for each slot of the wording."""
        names = self.wording.slots if self.wording else ()
        return dict(zip(names, self.words, strict=True))


NOTHING = Option(None, (), 0, 0.0, 0, 0, 0)
Mix = tuple[Option, ...]


class Room(NamedTuple):
    """Characters: what the text should stay within, and what it must; and what must have room."""

    aim: int
    limit: int | None
    joints: int  # what stands between two parts
    required: int = 0  # a bit for each ingredient that the user's rules ask for


def best_mix(parts: Sequence[Sequence[Option]], room: Room) -> Mix | None:
    """The mix that covers most ingredients and says most, within the limit if there is one.

    Goes through the mixes from the most promising on, and gives up a way that cannot win.
    """
    hopes, worth = _hopes(parts), _worth(room.required)
    most = room.limit if room.limit is not None else _NO_LENGTH
    best: Mix | None = None
    best_worth, patience = -1.0, _PATIENCE

    def go_on(chosen: Mix, length: int, value: float, claimed: int, given: int) -> None:
        """One part more, the most telling first, unless it repeats something, there is no room for
        it or it cannot win any more."""
        nonlocal best, best_worth, patience
        patience -= 1
        number = len(chosen)
        if length + hopes[number][2] > most and value + worth[given] <= best_worth:
            return  # nothing fits any more
        value_after, given_after, _ = hopes[number + 1]
        hoped, may_give = value_after + value, given_after | given
        for option in parts[number]:
            wording, _, more, adds, claims, gives, before = option
            if claimed & claims or (before and not before & given):
                continue
            hope = hoped + adds + worth[may_give | gives]
            if hope <= best_worth:
                continue
            so_far = length + more + (room.joints if wording and length else 0)
            if so_far > room.aim:
                hope -= _BEYOND_AIM + _TWICE_AS_LONG * (so_far - room.aim) / (room.aim or 1)
            if so_far > most or hope <= best_worth:
                continue
            if number + 1 == len(parts):
                best, best_worth = (*chosen, option), hope
            elif patience > 0:
                go_on((*chosen, option), so_far, value + adds, claimed | claims, given | gives)

    go_on((), 0, 0.0, 0, 0)
    return best


@lru_cache(maxsize=1 << len(BITS))
def _worth(required: int) -> tuple[float, ...]:
    """What each set of ingredients is worth, by its bits."""
    return tuple(
        _INGREDIENT * bits.bit_count() + _REQUIRED * (bits & required).bit_count()
        for bits in range(1 << len(BITS))
    )


def _hopes(parts: Sequence[Sequence[Option]]) -> list[tuple[float, int, int]]:
    """For each part the most that it and all after it could add, and the least room it takes."""
    hopes: list[tuple[float, int, int]] = [(0.0, 0, _NO_LENGTH)]
    for options in reversed(parts):
        value, given, least = hopes[-1]
        for option in options:
            given |= option.ingredients
            if option.wording and option.length < least:
                least = option.length
        hopes.append((value + max([one.value for one in options], default=0.0), given, least))
    return hopes[::-1]
