"""What is asked of a draft, and what comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from outreach.tailoring import (
    Channel,
    Circle,
    Fact,
    FactKind,
    Ingredient,
    Lengths,
    Outbox,
    Person,
    Rule,
    Verdict,
)


class Purpose(StrEnum):
    """To what end one writes."""

    CONNECT = "connect"
    FIRST_MESSAGE = "first_message"
    REPAIR = "repair"
    INTERVIEW = "interview"
    INTRODUCTION = "introduction"
    THANK = "thank"
    RECONNECT = "reconnect"
    FOLLOW_UP = "follow_up"
    ANSWER_GENERIC = "answer_generic"


class Tone(StrEnum):
    """How near one stands to the other."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Voice:
    """How the user usually writes; what is empty or None goes by the tone and the channel.

    `greeting` is what stands before the name ("Hey"), `sign_off` what stands above the user's own
    ("Cheers"), `contractions` whether it is "I'm" (True) or "I am" (False), and `words` how long
    a message without a limit of characters had best be.
    """

    greeting: str = ""
    sign_off: str = ""
    contractions: bool | None = None
    words: int | None = None


_OF_A_MEETING = {
    *(FactKind.EVENT, FactKind.PLACE, FactKind.MET_ON, FactKind.INTRODUCED_BY),
    FactKind.TALKED_ABOUT,
}


@dataclass(frozen=True)
class Brief:
    """All that a draft is made from.

    `limit` is in characters as the channel counts them, None for none; `lengths` are what else is
    asked of the channel, its usual ones when None. `sent` are the texts that
    went to this person before, the first one first, and `earlier_on` is the day of the last: what
    was said then is not told as news again. A repair is sorry for another thing when that one
    `earlier_was_bare`, without a text of the user's own, than when it had one. `variant` asks for
    another wording: 0 is the first. A draft keeps to the user's `rules` or is not made. `about` are
    the ids of what the message is owed for: one of them is said before anything else, if it can be
    said at all. `is_known` says that the two have met, whatever of it the facts may tell. A draft
    that would fit one of the `others` as it stands is not made either; None asks nobody. Of a text
    `sent_elsewhere` gives what went out to others that is like it; where it is nearly the same,
    other words are tried.
    """

    recipient: Person
    sender: Person
    facts: Sequence[Fact]
    channel: Channel
    purpose: Purpose
    today: date
    tone: Tone = Tone.WARM
    limit: int | None = None
    lengths: Lengths | None = None
    sent: tuple[str, ...] = ()
    earlier_on: date | None = None
    earlier_was_bare: bool = True
    variant: int = 0
    voice: Voice = Voice()
    rules: tuple[Rule, ...] = ()
    about: frozenset[str] = frozenset()
    is_known: bool = False
    others: Circle | None = None
    sent_elsewhere: Callable[[str], Outbox] | None = None

    @property
    def has_met(self) -> bool:
        """Whether anything is recorded of the two having met or talked."""
        return any(fact.kind in _OF_A_MEETING for fact in self.facts)


class Segment(NamedTuple):
    """A stretch of a draft with the ids of the facts it rests on; none for connective words."""

    text: str
    facts: tuple[str, ...] = ()
    ingredient: Ingredient | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that the draft does not use, or only in part, and why in a few plain words."""

    fact: str
    why: str
    is_part: bool = False


@dataclass(frozen=True)
class Draft:
    """A message ready to read. The texts of the segments join to `text`."""

    channel: Channel
    text: str
    subject: str
    segments: tuple[Segment, ...]
    facts: tuple[str, ...]
    verdict: Verdict
    length: int
    limit: int | None
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the user before anything can be written; the answer becomes a fact of `field`."""

    ingredient: Ingredient
    prompt: str
    field: FactKind
