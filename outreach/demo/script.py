"""In what form the made-up network is told. Days are counted from the day the demo is made."""

from dataclasses import dataclass

from outreach.messages.models import Message

Channel = Message.Channel
Purpose = Message.Purpose


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that began `days_ago`; `{year}` in its name stands for the year it began."""

    name: str
    place: str
    days_ago: int
    days: int = 1


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting: `on_day` of the event named by the key `at`, or `days_ago` at `place`.

    What was promised is due `due_in` and `offered_due_in` days, negative when late. Without a day,
    what they offered is owed at no time; `kept` says that all of it was done.
    """

    talked_about: str
    detail: str = ""
    at: str = ""
    on_day: int = 1
    place: str = ""
    days_ago: int = 0
    introduced_by: str = ""
    i_promised: str = ""
    due_in: int | None = None
    they_offered: str = ""
    offered_due_in: int | None = None
    kept: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the network, with the meetings in the order in which they happened."""

    name: str
    headline: str
    company: str
    location: str
    slug: str
    tags: tuple[str, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    pronouns: str = ""
    notes: str = ""
    birthday_in: int | None = None  # days from today
    cadence_days: int | None = None
    schools: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    met: tuple[Met, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrote:
    """A message sent `days_ago`, and how many days ago what became of it did.

    Without a `body` it is what the drafting engine writes; an empty one went out bare, or blank
    on purpose when `planned`.
    """

    to: str
    days_ago: int
    channel: Channel
    purpose: Purpose
    body: str | None = None
    accepted: int | None = None
    replied: int | None = None
    declined: int | None = None
    let_go: int | None = None
    withdrawn: int | None = None
    done: int | None = None  # its follow-up was dealt with some other way
    is_draft: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """A follow-up that the user wrote, due in so many days."""

    to: str
    text: str
    due_in: int
