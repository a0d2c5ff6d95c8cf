"""Facts about the two of them together, and what was noted or said before."""

from collections.abc import Iterator

from django.utils import timezone

from contacts.models import Contact
from crm.profile.background import shared
from crm.profile.models import Profile
from crm.web.time import short_date
from outreach.tailoring import Fact, FactKind, Ingredient

# Few people share a school or a former employer; many share a town.
_SHARED = {
    "employers": (FactKind.SHARED_EMPLOYER, "Employers, yours and theirs", 0.8),
    "schools": (FactKind.SHARED_SCHOOL, "Schools, yours and theirs", 0.8),
    "skills": (FactKind.SHARED_SKILL, "Skills, yours and theirs", 0.4),
    "places": (FactKind.SHARED_PLACE, "Places, yours and theirs", 0.3),
}
_INTRODUCED, _ASIDE = 0.7, 0.1
LATEST_MESSAGES = 5


def shared_facts(contact: Contact, profile: Profile) -> Iterator[Fact]:
    """What both have in their backgrounds. The id is that of the thing, however it is written."""
    for one in shared(profile, contact):
        kind, source, strength = _SHARED[one.part]
        yield Fact(
            id=f"shared:{one.part}:{one.key}",
            kind=kind,
            text=one.text,
            ingredient=Ingredient.THEIRS,
            source=source,
            strength=strength,
        )


def introduced(contact: Contact) -> Iterator[Fact]:
    """Whom the contact introduced to the user. Needs `facts_introductions`."""
    for meeting in contact.facts_introductions:  # type: ignore[attr-defined]
        yield Fact(
            id=f"friend:{meeting.contact_id}",  # by which it may have been marked private
            kind=FactKind.INTRODUCED_ME,
            text=meeting.contact.name,
            ingredient=Ingredient.THEIRS,
            source=f"Meeting, {short_date(meeting.met_on)}",
            strength=_INTRODUCED,
        )


def asides(contact: Contact) -> Iterator[Fact]:
    """What a draft never says by itself: tags, notes, what was written before. Needs
    `facts_messages`."""
    for tag in contact.tags.all():
        yield _aside(f"tag:{tag.pk}", FactKind.TAG, tag.name, "Your tag")
    if contact.notes:
        yield _aside(f"contact:{contact.pk}:notes", FactKind.NOTE, contact.notes, "Your notes")
    for message in contact.facts_messages[:LATEST_MESSAGES]:  # type: ignore[attr-defined]
        day = timezone.localdate(message.sent_at)
        source = f"{message.get_channel_display()}, {short_date(day)}"
        yield Fact(
            id=f"message:{message.pk}",
            kind=FactKind.EARLIER_MESSAGE,
            text="Without a note" if message.went_out_bare else message.body,
            ingredient=Ingredient.WHY,
            source=source,
            on=day,
            strength=_ASIDE,
        )


def _aside(pk: str, kind: FactKind, text: str, source: str) -> Fact:
    return Fact(
        id=pk, kind=kind, text=text, ingredient=Ingredient.THEIRS, source=source, strength=_ASIDE
    )
