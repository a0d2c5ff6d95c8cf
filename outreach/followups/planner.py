"""Keeping the follow-ups what they should be, worked out from the rows alone.

Planning compares what should be there with what is, so running it twice changes nothing, and
running it after anything at all (an undo, a restored backup, a missed night) puts it right.
Whatever is said or changed plans its contact at once; the tick goes through the rest bit by bit.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from contacts.models import Contact, Meeting, Promise
from crm.profile.models import Profile
from outreach.followups.models import FollowUp
from outreach.followups.occasions import owed_to_contact
from outreach.followups.rules import Clock, Key, Owed, Reason, owed_for_message, owed_for_promise
from outreach.followups.timings import Timings
from outreach.messages.models import Message

BATCH = 500  # contacts at a time; SQLite takes a limited number of parameters


def plan_follow_ups(contacts: QuerySet[Contact] | None = None, now: datetime | None = None) -> int:
    """Make the follow-ups of these contacts (all when None) what they should be.

    Returns how many rows were added, moved or withdrawn.
    """
    chosen = Contact.objects.all() if contacts is None else contacts
    return plan_these(list(chosen.values_list("pk", flat=True)), now)


def plan_next(after: uuid.UUID | None, now: datetime) -> tuple[int, uuid.UUID | None]:
    """Plan the contacts that come next `after` this one, in the order of their ids.

    A tick's share: so many at the most, however many there are. Returns how many rows changed,
    and after whom to go on; None when the round is over.
    """
    contacts = Contact.objects.order_by("pk")
    if after:
        contacts = contacts.filter(pk__gt=after)
    ids = list(contacts.values_list("pk", flat=True)[:BATCH])
    changed = plan_these(ids, now)
    return changed, ids[-1] if len(ids) == BATCH else None


def plan_these(ids: Collection[uuid.UUID], now: datetime | None = None) -> int:
    """The same for the contacts with these ids."""
    now = now or timezone.now()
    rows = list(ids)
    return sum(_plan(rows[start : start + BATCH], now) for start in range(0, len(rows), BATCH))


@dataclass(frozen=True, slots=True)
class _Known:
    """All rows about some contacts that planning looks at, in a fixed number of queries."""

    contacts: list[Contact]
    existing: dict[Key, FollowUp]
    said: dict[uuid.UUID, list[Message]]
    promises: list[Promise]
    met_on: dict[uuid.UUID, date]
    clocks: dict[uuid.UUID, Clock]


def _known(ids: list[uuid.UUID]) -> _Known:
    contacts = list(
        Contact.objects.filter(pk__in=ids).only("owner", "created_at", "cadence_days", "birthday")
    )
    # Of these the order does not matter, and Django takes its time to put it into words.
    follow_ups = FollowUp.objects.filter(contact__in=ids).order_by().in_bulk()
    promises = Promise.objects.open().filter(contact__in=ids).order_by()
    said: dict[uuid.UUID, list[Message]] = defaultdict(list)
    for message in Message.objects.said().filter(contact__in=ids):
        if answered := follow_ups.get(message.answers_id):
            message.answers = answered
        said[message.contact_id].append(message)
    met: dict[uuid.UUID, date] = {}
    if regular := [contact.pk for contact in contacts if contact.cadence_days]:
        meetings = Meeting.objects.filter(contact__in=regular).order_by().values("contact")
        met = dict(meetings.annotate(last=Max("met_on")).values_list("contact", "last"))
    return _Known(
        contacts=contacts,
        existing={_key(one): one for one in follow_ups.values() if one.reason != Reason.OWN},
        said=said,
        promises=list(promises),
        met_on=met,
        clocks=_clocks({contact.owner_id for contact in contacts}),
    )


def _clocks(owners: set[uuid.UUID]) -> dict[uuid.UUID, Clock]:
    profiles = {profile.owner_id: profile for profile in Profile.objects.filter(owner__in=owners)}
    timings = Timings.objects.by_owner(owners)
    return {owner: Clock(timings[owner], profiles.get(owner, Profile()).zone) for owner in owners}


def _key(follow_up: FollowUp) -> Key:
    cause = follow_up.message_id or follow_up.promise_id or follow_up.contact_id
    return (cause, follow_up.reason, follow_up.step, follow_up.occasion)


@transaction.atomic
def _plan(ids: list[uuid.UUID], now: datetime) -> int:
    known = _known(ids)
    existing = known.existing
    owed = {one.key: one for one in _owed(known, now)}
    added = [_new(one) for key, one in owed.items() if key not in existing]
    # Another planner may be faster; the constraints decide, and both are content.
    FollowUp.objects.bulk_create(added, ignore_conflicts=True)
    moved = [_move(f, owed[key]) for key, f in existing.items() if key in owed]
    gone = [f.pk for key, f in existing.items() if key not in owed and f.is_open]
    if gone:
        FollowUp.objects.filter(pk__in=gone, state=FollowUp.State.OPEN).delete()
    return len(added) + sum(moved) + len(gone)


def _owed(known: _Known, now: datetime) -> Iterator[Owed]:
    busy: set[uuid.UUID] = set()  # contacts with whom a conversation waits anyway
    for messages in known.said.values():
        for one in _owed_for_messages(messages, known):
            row = known.existing.get(one.key)
            if row is None or row.is_open:
                busy.add(messages[0].contact_id)
            yield one
    for promise in known.promises:
        yield from owed_for_promise(promise, clock=known.clocks[promise.owner_id])
    by_contact: dict[uuid.UUID, list[FollowUp]] = defaultdict(list)
    for follow_up in known.existing.values():
        if follow_up.occasion:
            by_contact[follow_up.contact_id].append(follow_up)
    for contact in known.contacts:
        clock = known.clocks[contact.owner_id]
        for one in owed_to_contact(
            contact,
            said=known.said.get(contact.pk, ()),
            met_on=known.met_on.get(contact.pk),
            known=by_contact[contact.pk],
            clock=clock,
            today=clock.day(now),
        ):
            if one.reason != Reason.KEEP_IN_TOUCH or contact.pk not in busy:
                yield one


def _owed_for_messages(messages: list[Message], known: _Known) -> Iterator[Owed]:
    """For all that was said to one contact."""
    answered_at = max((m.replied_at for m in messages if m.replied_at), default=None)
    for message in messages:
        if answered_at and message.happened_at <= answered_at:
            continue  # an answer to one is an answer to all that was said before it
        clock = known.clocks[message.owner_id]
        yield from owed_for_message(message, said=messages, existing=known.existing, clock=clock)


def _move(follow_up: FollowUp, owed: Owed) -> bool:
    """Take over a new date, unless the person chose one themselves a moment ago or before. A
    promise that was let go is owed again when it gets another date."""
    renewed = follow_up.state == FollowUp.State.LET_GO and owed.reason == Reason.PROMISE
    if follow_up.planned_on == owed.due_on or not (follow_up.is_open or renewed):
        return False
    due_on = follow_up.due_on if follow_up.is_snoozed and not renewed else owed.due_on
    as_read = FollowUp.objects.filter(
        pk=follow_up.pk, state=follow_up.state, due_on=follow_up.due_on
    )
    changes = {"planned_on": owed.due_on, "due_on": due_on, "state": FollowUp.State.OPEN}
    return as_read.update(**changes, closed_at=None) == 1


def _new(owed: Owed) -> FollowUp:
    cause = owed.cause
    return FollowUp(
        owner_id=cause.owner_id,
        contact_id=cause.pk if isinstance(cause, Contact) else cause.contact_id,
        message=cause if isinstance(cause, Message) else None,
        promise=cause if isinstance(cause, Promise) else None,
        reason=owed.reason,
        step=owed.step,
        occasion=owed.occasion,
        planned_on=owed.due_on,
        due_on=owed.due_on,
    )
