"""What meetings and promises add to the history of a contact."""

from collections.abc import Iterator
from datetime import datetime, time

from django.utils import timezone

from contacts.meetings.models import Meeting
from contacts.people.models import Contact
from contacts.people.page import HistoryEntry

MIDDAY = time(12)


def met(contact: Contact) -> Iterator[HistoryEntry]:
    """One line a meeting."""
    meetings = contact.meetings.with_rows().prefetch_related("promises")
    for meeting in meetings:
        template = "contacts/history/meeting.html"
        yield HistoryEntry(when=_when(meeting), template=template, row=meeting)


def added(contact: Contact) -> Iterator[HistoryEntry]:
    """The line at which the contact began."""
    template = "contacts/history/added.html"
    yield HistoryEntry(when=contact.created_at, template=template, row=contact)


def _when(meeting: Meeting) -> datetime:
    """A meeting has a day but no hour: the hour it was logged at, if that was the same day."""
    if timezone.localdate(meeting.created_at) == meeting.met_on:
        return meeting.created_at
    return timezone.make_aware(datetime.combine(meeting.met_on, MIDDAY))
