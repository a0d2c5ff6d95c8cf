"""What a message may rest on, and to and from whom it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Ingredient(StrEnum):
    """What a fact gives a message."""

    WHO = "who"
    MET = "met"
    WHY = "why"
    THEIRS = "theirs"


class FactKind(StrEnum):
    """What a fact says, in the user's own words: a phrase that continues the label of its form."""

    EVENT = "event"
    PLACE = "place"
    MET_ON = "met_on"
    INTRODUCED_BY = "introduced_by"
    TALKED_ABOUT = "talked_about"
    DETAIL = "detail"
    PROMISE_MINE = "promise_mine"
    PROMISE_THEIRS = "promise_theirs"
    PROMISE_KEPT = "promise_kept"
    OFFER_KEPT = "offer_kept"
    WHO_YOU_ARE = "who_you_are"
    HEADLINE = "headline"
    LOOKING_FOR = "looking_for"
    PURPOSE = "purpose"
    SHARED_SCHOOL = "shared_school"
    SHARED_EMPLOYER = "shared_employer"
    SHARED_SKILL = "shared_skill"
    SHARED_PLACE = "shared_place"
    SHARED_CONTACT = "shared_contact"
    INTRODUCED_ME = "introduced_me"
    THEIR_WORK = "their_work"
    BIRTHDAY = "birthday"
    TAG = "tag"
    NOTE = "note"
    EARLIER_MESSAGE = "earlier_message"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement a message may rest on.

    `strength` runs from 0 to 1: how much the fact alone sets the message apart. A private fact is
    for the user's eyes and is never used. `only_for` is the purpose of the letters that may say it,
    where it was told for one; empty for all.
    """

    id: str
    kind: FactKind
    text: str
    ingredient: Ingredient
    source: str
    on: date | None = None
    strength: float = 0.5
    private: bool = False
    only_for: str = ""


class Person(NamedTuple):
    """Who writes or reads. Only what was recorded: no pronoun is ever guessed."""

    name: str
    given_name: str = ""
    pronouns: str = ""
    company: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class OtherContact:
    """Somebody else the user knows, with the facts that are true of them."""

    name: str
    facts: Sequence[Fact] = ()
    company: str = ""


@dataclass(frozen=True, slots=True)
class SentText:
    """A text that went out before, to whom and when."""

    text: str
    recipient: str
    on: date | None = None
