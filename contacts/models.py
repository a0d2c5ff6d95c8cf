"""The tables of the middle floor, gathered for Django from the packages they live in."""

from contacts.events.models import Event
from contacts.meetings.models import Meeting, Promise
from contacts.people.models import Contact, ContactPoint, Tag

__all__ = ["Contact", "ContactPoint", "Event", "Meeting", "Promise", "Tag"]
