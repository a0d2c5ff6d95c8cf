"""What an assessment says."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from outreach.tailoring.channels import LimitUse
from outreach.tailoring.facts import Ingredient


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, `text[start:end] == phrase`."""

    start: int
    end: int
    phrase: str


class Found(NamedTuple):
    """Words of the text, `text[start:end] == words`, that give it an ingredient."""

    ingredient: Ingredient
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Somebody who got almost this text; `likeness` runs from 0 to 1."""

    recipient: str
    on: date | None
    likeness: float


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """One of the user's own rules, in their `wording`, and `how` the text breaks it: words that
    follow a colon. `spans` are the words it bans."""

    wording: str
    how: str
    spans: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return f"Your rule “{self.wording}” speaks: {self.how}."


@dataclass(frozen=True)
class Verdict:
    """Whether a text could only be from this sender to this recipient, and why.

    `score` is 0 to 100 and 50 or more is tailored. `fits_others` names a few of the
    `fits_count` contacts to whom the text could go unchanged. A broken rule is the user's affair:
    it has its reason, and leaves score and verdict alone. So does the length: in characters, with
    its `use` of what the channel asks for, if it asks for any. One that `is_flawed` must not go
    out to anybody: a slot is open, or it is made out to somebody else.
    """

    verdict: Literal["tailored", "generic"]
    score: int
    present: tuple[Found, ...]
    missing: tuple[Ingredient, ...]
    stock: tuple[Span, ...]
    placeholders: tuple[Span, ...]
    reasons: tuple[str, ...]
    length: int
    use: LimitUse | None
    fits_others: tuple[str, ...] = ()
    fits_count: int = 0
    near_duplicates: tuple[NearDuplicate, ...] = ()
    broken_rules: tuple[BrokenRule, ...] = ()
    is_flawed: bool = False

    @property
    def is_tailored(self) -> bool:
        return self.verdict == "tailored"

    @property
    def limit(self) -> int | None:
        """How many characters the channel takes; None when it sets no limit."""
        return self.use.most if self.use and self.use.is_limit else None
