"""What is asked of a draft, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person, Verdict


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


@dataclass(frozen=True)
class Brief:
    """All that a draft is made from.

    `limit` is in characters as the channel counts them, None for none. `earlier` is the text that
    was last sent to this person. `variant` asks for another wording: 0 is the first.
    """

    recipient: Person
    sender: Person
    facts: Sequence[Fact]
    channel: Channel
    purpose: Purpose
    today: date
    tone: Tone = Tone.WARM
    limit: int | None = None
    earlier: str | None = None
    earlier_on: date | None = None
    variant: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a draft with the ids of the facts it rests on; none for connective words."""

    text: str
    facts: tuple[str, ...] = ()
    ingredient: Ingredient | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that the draft does not use, and why in a few plain words."""

    fact: str
    why: str


@dataclass(frozen=True)
class Draft:
    """A message ready to read. The texts of the segments join to `text`."""

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
