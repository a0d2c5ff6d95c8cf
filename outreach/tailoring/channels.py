"""Through which channel a message goes, and how that channel counts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple


class Channel(StrEnum):
    """Where a message is read."""

    LINKEDIN_NOTE = "linkedin_note"
    LINKEDIN_MESSAGE = "linkedin_message"
    INMAIL = "inmail"
    EMAIL = "email"
    OTHER = "other"


def count_characters(text: str) -> int:
    """The length of `text` as a browser's text field counts it: UTF-16 units, an emoji is two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


class LimitUse(NamedTuple):
    """How much a text uses of what its channel takes or, where that is no matter, of what people
    read gladly (`is_limit` tells which). `used`, `most` and `aim` are in the `unit`."""

    used: int
    most: int
    aim: int | None
    unit: Literal["characters", "words"]
    is_limit: bool

    @property
    def over(self) -> int:
        """By how much it is too long."""
        return max(0, self.used - self.most)


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long a message through a channel may be, and had best be: in characters as
    `count_characters` counts them, but for `aim_words`. None where nothing is asked."""

    limit: int | None = None  # the channel takes no more
    warn_above: int | None = None  # the channel takes more, but it is a lot to read
    aim: int | None = None
    aim_words: int | None = None  # what is longer is a lot to read
    subject: int | None = None  # the channel takes no longer one

    def use_of(self, text: str) -> LimitUse | None:
        """How much of its length `text` uses; None where none is asked."""
        if self.limit is not None:
            return LimitUse(count_characters(text), self.limit, self.aim, "characters", True)
        if self.aim_words is not None:
            return LimitUse(len(text.split()), self.aim_words, self.aim_words, "words", False)
        if self.warn_above is not None:
            return LimitUse(count_characters(text), self.warn_above, self.aim, "characters", False)
        return None


# LinkedIn publishes 200 for a note on a free account, 200 for the subject of an InMail and 2,000
# for the InMail itself, of which 1,900 are safe; it measured the most replies below 400. All
# but the last line, and the subject of an e-mail, are settings of an instance (crm/settings.py).
LENGTHS: dict[Channel, Lengths] = {
    Channel.LINKEDIN_NOTE: Lengths(limit=200),
    Channel.LINKEDIN_MESSAGE: Lengths(warn_above=1000, aim=400),
    Channel.INMAIL: Lengths(limit=1900, aim=400, subject=200),
    Channel.EMAIL: Lengths(aim_words=120, subject=200),
    Channel.OTHER: Lengths(aim=400),
}
