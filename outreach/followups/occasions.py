"""What is owed to a contact though nothing was said: to be in touch again, and a birthday."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from contacts.models import Contact
from contacts.people.birthday import birthday_in
from outreach.followups.models import FollowUp
from outreach.followups.rules import Clock, Owed, Reason
from outreach.messages.models import Message


def owed_to_contact(
    contact: Contact,
    *,
    said: Sequence[Message],
    met_on: date | None,
    known: Sequence[FollowUp],
    clock: Clock,
    today: date,
) -> Iterator[Owed]:
    """What this contact is owed by the calendar.

    `met_on` is the day of the last meeting; `known` the follow-ups of this kind there are, also
    closed; `today` the date where the owner is.
    """
    if contact.cadence_days:
        last = _last_touch(contact, said=said, met_on=met_on, known=known, clock=clock)
        due_on = last + timedelta(contact.cadence_days)
        yield Owed(contact, Reason.KEEP_IN_TOUCH, due_on, occasion=last)
    if contact.birthday and clock.timings.birthdays:
        day = _birthday(contact.birthday, known, today)
        due_on = day - timedelta(clock.timings.birthday_days_before)
        yield Owed(contact, Reason.BIRTHDAY, due_on, occasion=day)


def _last_touch(
    contact: Contact,
    *,
    said: Sequence[Message],
    met_on: date | None,
    known: Iterable[FollowUp],
    clock: Clock,
) -> date:
    """When the two were last in touch: wrote, heard, met, or the user says that they were."""
    days = [clock.day(contact.created_at), met_on]
    for message in said:
        for at in (message.sent_at, message.accepted_at, message.replied_at):
            days.append(clock.day(at) if at else None)
    for follow_up in known:
        if follow_up.reason == Reason.KEEP_IN_TOUCH and follow_up.closed_at:
            days.append(clock.day(follow_up.closed_at))  # also let go: this time is over
    return max(day for day in days if day)


def _birthday(kept: str, known: Iterable[FollowUp], today: date) -> date:
    """The next one that was not dealt with; the one that is open stays until it is."""
    ours = [f for f in known if f.reason == Reason.BIRTHDAY and f.occasion]
    for follow_up in ours:
        occasion = follow_up.occasion
        if follow_up.is_open and occasion and occasion == birthday_in(occasion.year, kept):
            return occasion
    closed = [f.occasion for f in ours if not f.is_open and f.occasion]
    earliest = max([today, *(day + timedelta(1) for day in closed)])
    this_year = birthday_in(earliest.year, kept)
    return this_year if this_year >= earliest else birthday_in(earliest.year + 1, kept)
