"""What this floor shows beside the history of a contact."""

from itertools import chain
from typing import Any

from contacts.meetings.models import Promise
from contacts.people.birthday import spoken_birthday
from contacts.people.cadence import spoken_cadence
from contacts.people.models import Contact, ContactPoint
from crm.profile.background import shared
from crm.profile.models import Profile

MOST_KEPT = 5  # promises, the latest; older ones are in the history


def reach(contact: Contact) -> list[ContactPoint]:
    return list(contact.points.all())


def in_common(contact: Contact) -> dict[str, Any] | None:
    """What both have been or can do, tags, and who introduced whom."""
    profile = Profile.objects.filter(owner=contact.owner_id).first()
    common = {
        "shared": list(shared(profile, contact)) if profile else [],
        "tags": list(contact.tags.all()),
        "introducers": list(Contact.objects.filter(introductions__contact=contact).distinct()),
        "introduced": list(Contact.objects.filter(meetings__introducer=contact).distinct()),
    }
    return common if any(common.values()) else None


def background(contact: Contact) -> dict[str, list[str]] | None:
    """Schools, employers, skills and places, as they were typed."""
    return contact.background or None


def promised(contact: Contact) -> list[Promise]:
    """What is open, by date, then what was kept last."""
    kept = contact.promises.exclude(kept_at=None).order_by("-kept_at")[:MOST_KEPT]
    return list(chain(contact.promises.filter(kept_at=None), kept))


def regular(contact: Contact) -> dict[str, str] | None:
    """What comes round: being in touch, and the birthday."""
    often = spoken_cadence(contact.cadence_days) if contact.cadence_days else ""
    known = {"often": often, "birthday": spoken_birthday(contact.birthday)}
    return known if any(known.values()) else None


def notes(contact: Contact) -> str | None:
    return contact.notes or None
