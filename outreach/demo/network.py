"""Putting the people of the demo, their events and their meetings in place."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from contacts.events.services import save_event
from contacts.meetings.services import add_meeting, event_named, keep_promise
from contacts.models import Contact, ContactPoint, Event, Meeting, Promise
from contacts.people.services import add_contact
from crm.accounts.models import User
from crm.owned import uuid7
from outreach.demo.script import Happening, Met, Someone

KEPT_AFTER = 10  # days, where a kept promise has no date


def add_events(told: dict[str, Happening], *, owner: User, today: date) -> dict[str, Event]:
    """The events by their keys, with dates that end before `today`."""
    events = {}
    for key, one in told.items():
        starts_on = today - timedelta(one.days_ago)
        event = event_named(one.name.format(year=starts_on.year), owner=owner)
        assert event is not None
        event.place = one.place
        event.starts_on, event.ends_on = starts_on, starts_on + timedelta(one.days - 1)
        save_event(event)
        events[key] = event
    return events


def add_person(someone: Someone, *, owner: User, today: date) -> Contact:
    """A contact with points and tags, not met yet. Raises SavedMeanwhile when known already."""
    contact = Contact(
        owner=owner,
        name=someone.name,
        pronouns=someone.pronouns,
        headline=someone.headline,
        company=someone.company,
        location=someone.location,
        # With an ending that no member has, so that no link leads to a real person.
        linkedin_slug=f"{someone.slug}-example" if someone.slug else None,
        notes=someone.notes,
        schools=list(someone.schools),
        skills=list(someone.skills),
        cadence_days=someone.cadence_days,
    )
    if (born_on := _in_days(someone.birthday_in, today)) is not None:
        contact.birthday = f"--{born_on:%m-%d}"
    points = {
        ContactPoint.Kind.EMAIL: someone.emails,
        ContactPoint.Kind.PHONE: someone.phones,
        ContactPoint.Kind.URL: someone.links,
    }
    return add_contact(contact, new_id=uuid7(), points=points, tags=someone.tags)


def met_on(met: Met, *, events: dict[str, Event], today: date) -> date:
    """When it was: a day of its event, or so many days ago."""
    if not met.at:
        return today - timedelta(met.days_ago)
    starts_on = events[met.at].starts_on
    assert starts_on is not None
    return starts_on + timedelta(met.on_day - 1)


def log(
    met: Met, *, contact: Contact, events: dict[str, Event], today: date, at: datetime
) -> Meeting:
    """Keep a meeting as if it had been logged `at` that time."""
    logged = add_meeting(
        contact,
        new_id=uuid7(),
        event=events[met.at].name if met.at else "",
        place=met.place,
        met_on=timezone.localdate(at),
        introduced_by=met.introduced_by,
        talked_about=met.talked_about,
        detail=met.detail,
        i_promised=met.i_promised,
        i_promised_due=_in_days(met.due_in, today),
        they_offered=met.they_offered,
        they_offered_due=_in_days(met.offered_due_in, today),
        notes=met.notes,
    )
    meeting = logged.meeting
    Meeting.objects.filter(pk=meeting.pk).update(created_at=at)
    Promise.objects.filter(meeting=meeting).update(created_at=at)
    Contact.objects.filter(pk=contact.pk, created_at__gt=at).update(created_at=at)
    return meeting


def kept_on(met: Met, *, day: date, today: date) -> date:
    """When the promises of a meeting on `day` were kept."""
    return _in_days(met.due_in, today) or day + timedelta(KEPT_AFTER)


def keep_promises(meeting: Meeting, *, at: datetime) -> None:
    """Keep all that was promised at a meeting, as if `at` that time."""
    for promise in Promise.objects.filter(meeting=meeting):
        keep_promise(promise)
        Promise.objects.filter(pk=promise.pk).update(kept_at=at)


def _in_days(days: int | None, today: date) -> date | None:
    return None if days is None else today + timedelta(days)
