"""Through which channel a message goes, and how that channel counts."""

from enum import StrEnum


class Channel(StrEnum):
    """Where a message is read."""

    LINKEDIN_NOTE = "linkedin_note"
    LINKEDIN_MESSAGE = "linkedin_message"
    INMAIL = "inmail"
    EMAIL = "email"
    OTHER = "other"


# Characters; None where a channel sets no limit worth enforcing. LinkedIn publishes 200 for a note
# on a free account and 2,000 for an InMail, of which 1,900 are safe.
LIMITS: dict[Channel, int | None] = {
    Channel.LINKEDIN_NOTE: 200,
    Channel.LINKEDIN_MESSAGE: None,
    Channel.INMAIL: 1900,
    Channel.EMAIL: None,
    Channel.OTHER: None,
}


def count_characters(text: str) -> int:
    """The length of `text` as a browser's text field counts it: UTF-16 units, an emoji is two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)
