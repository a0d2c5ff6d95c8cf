"""Facts from rows: what a draft to a contact may rest on, each with its source."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from contacts.models import Contact, Meeting, Promise
from crm.profile.models import Profile
from crm.web.time import short_date
from outreach.facts.common_ground import asides, introduced, shared_facts
from outreach.facts.models import AddedFact, PrivateFact
from outreach.messages.models import Message
from outreach.tailoring import Fact, FactKind, Ingredient, Person

# What the user told of themselves is true of every message, so it weighs less than a meeting.
FROM_PROFILE, FROM_MEETING, FROM_CONTACT = 0.5, 0.9, 0.4
KEPT_IS_NEWS = timedelta(days=60)  # what was promised and done is worth a word that long

ADDED_INGREDIENT = {
    AddedFact.Kind.TALKED_ABOUT: Ingredient.THEIRS,
    AddedFact.Kind.DETAIL: Ingredient.THEIRS,
    AddedFact.Kind.PLACE: Ingredient.MET,
    AddedFact.Kind.INTRODUCED_BY: Ingredient.MET,
    AddedFact.Kind.SHARED_SCHOOL: Ingredient.THEIRS,
    AddedFact.Kind.SHARED_EMPLOYER: Ingredient.THEIRS,
    AddedFact.Kind.SHARED_CONTACT: Ingredient.THEIRS,
    AddedFact.Kind.NOTE: Ingredient.THEIRS,
    AddedFact.Kind.PURPOSE: Ingredient.WHY,
    AddedFact.Kind.PROMISE_MINE: Ingredient.WHY,
    AddedFact.Kind.PROMISE_THEIRS: Ingredient.WHY,
}


def sender(profile: Profile) -> Person:
    """The user, as a message may speak of them."""
    return Person(name=profile.name, headline=profile.headline)


def recipient(contact: Contact) -> Person:
    """The contact, as a message may speak of them."""
    return Person(
        name=contact.name,
        given_name=contact.given_name,
        pronouns=contact.pronouns,
        company=contact.company,
        headline=contact.headline,
    )


def facts_about(
    contacts: Iterable[Contact], *, profile: Profile
) -> dict[uuid.UUID, tuple[Fact, ...]]:
    """All facts for each contact, by contact id, in a fixed number of queries."""
    contacts = list(contacts)
    load_facts(contacts)
    own = tuple(_of_profile(profile))
    return {
        contact.pk: tuple(_marked(contact, _all_of(contact, profile, own))) for contact in contacts
    }


def load_facts(contacts: Iterable[Contact]) -> None:
    """Read the rows that facts come from, for contacts of any owners; those that are read already
    cost nothing."""
    unread = [contact for contact in contacts if not hasattr(contact, "facts_meetings")]
    if not unread:
        return
    meetings = Meeting.objects.select_related("event")
    introductions = Meeting.objects.select_related("contact")
    promises = Promise.objects.open_or_kept_since(timezone.now() - KEPT_IS_NEWS)
    prefetch_related_objects(
        unread,
        Prefetch("meetings", meetings, to_attr="facts_meetings"),
        Prefetch("promises", promises, to_attr="facts_promises"),
        Prefetch("introductions", introductions, to_attr="facts_introductions"),
        # All of them: to ask for the latest of each contact takes longer than to read them.
        Prefetch("messages", Message.objects.said(), to_attr="facts_messages"),
        Prefetch("private_facts", PrivateFact.objects.order_by()),
        *("added_facts", "tags"),
    )


def _all_of(contact: Contact, profile: Profile, own: tuple[Fact, ...]) -> Iterator[Fact]:
    yield from _of_meetings(contact)
    yield from _of_promises(contact)
    yield from _added(contact)
    yield from introduced(contact)
    yield from shared_facts(contact, profile)
    yield from _of_contact(contact)
    yield from own
    yield from asides(contact)


def _marked(contact: Contact, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, those marked that the user keeps private."""
    private = {one.fact_id for one in contact.private_facts.all()}
    for fact in facts:
        yield replace(fact, private=True) if fact.id in private else fact


def _of_meetings(contact: Contact) -> Iterator[Fact]:
    for meeting in contact.facts_meetings:  # type: ignore[attr-defined]
        source = f"Meeting, {short_date(meeting.met_on)}"
        said = [
            (FactKind.EVENT, meeting.event.name if meeting.event else "", Ingredient.MET),
            (FactKind.PLACE, meeting.place, Ingredient.MET),
            (FactKind.INTRODUCED_BY, meeting.introduced_by, Ingredient.MET),
            (FactKind.TALKED_ABOUT, meeting.talked_about, Ingredient.THEIRS),
            (FactKind.DETAIL, meeting.detail, Ingredient.THEIRS),
        ]
        if not meeting.event and not meeting.place:
            said.append((FactKind.MET_ON, "We met", Ingredient.MET))
        for kind, text, ingredient in said:
            if text:
                yield Fact(
                    id=f"meeting:{meeting.pk}:{kind}",
                    kind=kind,
                    text=text,
                    ingredient=ingredient,
                    source=source,
                    on=meeting.met_on,
                    strength=FROM_MEETING,
                )


def promise_fact_id(promise: Promise) -> str:
    """By what a draft, or a follow-up, names the fact that a promise is open."""
    return f"promise:{promise.pk}"


def _of_promises(contact: Contact) -> Iterator[Fact]:
    for promise in contact.facts_promises:  # type: ignore[attr-defined]
        by_me = promise.by == Promise.By.ME
        kinds = (FactKind.PROMISE_MINE, FactKind.PROMISE_KEPT)
        if not by_me:
            kinds = (FactKind.PROMISE_THEIRS, FactKind.OFFER_KEPT)
        kept_on = timezone.localdate(promise.kept_at) if promise.kept_at else None
        yield Fact(
            id=promise_fact_id(promise),
            kind=kinds[1] if kept_on else kinds[0],
            text=promise.text,
            ingredient=Ingredient.WHY,
            source="You promised" if by_me else "They offered",
            on=kept_on or promise.due_on,
            strength=FROM_MEETING,
        )


def _added(contact: Contact) -> Iterator[Fact]:
    for added in reversed(contact.added_facts.all()):  # what was told last says it best
        yield Fact(
            id=added.fact_id,
            kind=FactKind(added.kind),
            text=added.text,
            ingredient=ADDED_INGREDIENT[AddedFact.Kind(added.kind)],
            source=f"You added, {short_date(timezone.localdate(added.created_at))}",
            strength=FROM_MEETING,
            only_for=added.for_purpose,
        )


def _of_contact(contact: Contact) -> Iterator[Fact]:
    if contact.headline:  # a company alone is no work that one does
        yield Fact(
            id=f"contact:{contact.pk}:position",
            kind=FactKind.THEIR_WORK,
            text=contact.position,
            ingredient=Ingredient.THEIRS,
            source="Their position",
            strength=FROM_CONTACT,
        )


def _of_profile(profile: Profile) -> Iterator[Fact]:
    said = [
        ("who_you_are", FactKind.WHO_YOU_ARE, profile.who_you_are, Ingredient.WHO),
        ("headline", FactKind.HEADLINE, profile.headline, Ingredient.WHO),
        ("looking_for", FactKind.LOOKING_FOR, profile.looking_for, Ingredient.WHY),
    ]
    for field, kind, text, ingredient in said:
        if text:
            yield Fact(
                id=f"profile:{field}",
                kind=kind,
                text=text,
                ingredient=ingredient,
                source="Your profile",
                strength=FROM_PROFILE,
            )
