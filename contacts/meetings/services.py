"""What is written when a meeting is logged, and when a promise is kept."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from contacts.changes import changed, met
from contacts.events.models import Event
from contacts.meetings.models import Meeting, Promise
from contacts.once import make_once
from contacts.people.models import Contact
from contacts.people.search import fold_name
from crm.accounts.models import User


class MeetingValues(TypedDict):
    """A meeting as told: event and introducer by name, promises as text, "" for nothing."""

    event: str
    place: str
    met_on: date
    introduced_by: str
    talked_about: str
    detail: str
    i_promised: str
    i_promised_due: date | None
    they_offered: str
    they_offered_due: date | None
    notes: str


@dataclass(frozen=True, slots=True)
class Logged:
    """A meeting that is kept now, and what it settles, in words."""

    meeting: Meeting
    settles: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What is logged, and what it settles, in a line; a name may end with a full stop."""
        met = str(self.meeting.contact).removesuffix(".")
        return " ".join([f"Logged: you met {met}.", *self.settles])


def log_meeting(
    *,
    owner: User,
    new_id: uuid.UUID,
    contact: Contact | None,
    name: str,
    headline: str,
    company: str,
    pronouns: str,
    linkedin_slug: str | None,
    **told: Unpack[MeetingValues],
) -> Logged:
    """Keep a meeting with a contact, who is made when None. Said twice under one `new_id`, it is
    kept once. What is told of the person is taken over; what is left empty stays as it was, and so
    does the name of a known contact. A meeting brings an archived contact back.

    Raises SavedMeanwhile.
    """

    def make() -> Meeting:
        person = contact or Contact(owner=owner, name=name)
        person.headline = headline or person.headline
        person.company = company or person.company
        person.pronouns = pronouns or person.pronouns
        person.linkedin_slug = linkedin_slug or person.linkedin_slug
        person.archived_at = None
        person.save()
        return _insert(Meeting(pk=new_id, owner=owner, contact=person), told, settled)

    settled: list[str] = []
    meeting = make_once(Meeting, make, owner=owner, new_id=new_id)
    return Logged(meeting, tuple(settled))


def add_meeting(contact: Contact, *, new_id: uuid.UUID, **told: Unpack[MeetingValues]) -> Logged:
    """Keep one more meeting with a known contact. Raises SavedMeanwhile."""
    owner = contact.owner
    meeting = Meeting(pk=new_id, owner=owner, contact=contact)
    settled: list[str] = []
    made = make_once(Meeting, lambda: _insert(meeting, told, settled), owner=owner, new_id=new_id)
    return Logged(made, tuple(settled))


@transaction.atomic
def change_meeting(meeting: Meeting, **told: Unpack[MeetingValues]) -> None:
    """Make a meeting what is told now. A promise that is emptied is gone."""
    _tell(meeting, told)
    meeting.save()
    _save_rest(meeting, told)


@transaction.atomic
def delete_meeting(meeting: Meeting) -> None:
    """Take a meeting back, with what was promised there."""
    meeting.delete()
    _refresh(meeting.contact)


@transaction.atomic
def keep_promise(promise: Promise) -> None:
    """Say that it was kept. Saying it twice does not move the time."""
    Promise.objects.filter(pk=promise.pk, kept_at=None).update(kept_at=timezone.now())
    changed(promise.contact_id)
    promise.refresh_from_db(fields=["kept_at"])


@transaction.atomic
def reopen_promise(promise: Promise) -> None:
    """Take back that it was kept."""
    Promise.objects.filter(pk=promise.pk).update(kept_at=None)
    changed(promise.contact_id)
    promise.kept_at = None


def event_named(name: str, *, owner: User) -> Event | None:
    """The owner's event of this name, made when there is none; None for an empty name."""
    if not name:
        return None
    event, _ = Event.objects.get_or_create(
        owner=owner, folded_name=fold_name(name), defaults={"name": name}
    )
    return event


def _insert(meeting: Meeting, told: MeetingValues, settled: list[str]) -> Meeting:
    """Insert it with its promises, and note in `settled` what it settles."""
    _tell(meeting, told)
    meeting.save(force_insert=True)
    _save_rest(meeting, told)
    settled += met(meeting)
    return meeting


def _tell(meeting: Meeting, told: MeetingValues) -> None:
    """Set the meeting's own columns. Does not save it."""
    meeting.event = event_named(told["event"], owner=meeting.owner)
    meeting.place = told["place"]
    meeting.met_on = told["met_on"]
    meeting.introduced_by = told["introduced_by"]
    meeting.introducer = _introducer(meeting)
    meeting.talked_about = told["talked_about"]
    meeting.detail = told["detail"]
    meeting.notes = told["notes"]


def _introducer(meeting: Meeting) -> Contact | None:
    """The one contact of that name, whatever the titles. Of two we cannot know which, so it stays
    a name."""
    if not meeting.introduced_by:
        return None
    others = Contact.objects.filter(owner=meeting.owner).exclude(pk=meeting.contact_id)
    found = others.called(meeting.introduced_by)
    return found[0] if len(found) == 1 else None


def _save_rest(meeting: Meeting, told: MeetingValues) -> None:
    _save_promise(meeting, Promise.By.ME, told["i_promised"], told["i_promised_due"])
    _save_promise(meeting, Promise.By.THEM, told["they_offered"], told["they_offered_due"])
    _refresh(meeting.contact)


def _save_promise(meeting: Meeting, by: Promise.By, text: str, due_on: date | None) -> None:
    promises = Promise.objects.filter(meeting=meeting, by=by)
    if not text:
        promises.delete()
        return
    told = {"contact": meeting.contact, "text": text, "due_on": due_on}
    promises.update_or_create(
        meeting=meeting, by=by, defaults=told, create_defaults={"owner": meeting.owner, **told}
    )


def _refresh(contact: Contact) -> None:
    contact.refresh_search_text()
    contact.save(update_fields=["search_text", "updated_at"])
    changed(contact.pk)
