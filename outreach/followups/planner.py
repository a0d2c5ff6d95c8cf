"""Keeping the follow-ups what they should be, worked out from the rows alone.

Planning compares what should be there with what is, so running it twice changes nothing, and
running it after anything at all (an undo, a restored backup, a missed night) puts it right.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from contacts.models import Contact, Promise
from crm.profile.models import Profile
from outreach.followups.models import FollowUp
from outreach.followups.rules import Owed, Reason, owed_for_message, owed_for_promise
from outreach.messages.models import Message

BATCH = 500  # contacts at a time; SQLite takes a limited number of parameters

Key = tuple[uuid.UUID | None, str, int]


def plan_follow_ups(contacts: QuerySet[Contact] | None = None) -> int:
    """Make the follow-ups of these contacts (all when None) what they should be.

    Returns how many rows were added, moved or withdrawn.
    """
    if contacts is None:
        contacts = Contact.objects.filter(_something_is_owed())
    ids = list(contacts.values_list("pk", flat=True))
    return sum(_plan(ids[start : start + BATCH]) for start in range(0, len(ids), BATCH))


def _something_is_owed() -> Q:
    """Contacts worth looking at: a message waits, a promise or a follow-up is open."""
    waiting = Message.objects.waiting().filter(contact=OuterRef("pk"))
    promised = Promise.objects.open().filter(contact=OuterRef("pk"))
    open_one = FollowUp.objects.filter(contact=OuterRef("pk"), state=FollowUp.State.OPEN)
    return Q(Exists(waiting)) | Q(Exists(promised)) | Q(Exists(open_one))


@transaction.atomic
def _plan(ids: list[uuid.UUID]) -> int:
    existing: dict[Key, FollowUp] = {
        (f.message_id or f.promise_id, f.reason, f.step): f
        for f in FollowUp.objects.filter(contact__in=ids)
    }
    owed = {one.key: one for one in _owed_to(ids, existing)}
    added = [_new(one) for key, one in owed.items() if key not in existing]
    # Another planner may be faster; the constraints decide, and both are content.
    FollowUp.objects.bulk_create(added, ignore_conflicts=True)
    moved = [_move(f, owed[key]) for key, f in existing.items() if key in owed]
    gone = [f.pk for key, f in existing.items() if key not in owed and f.is_open]
    FollowUp.objects.filter(pk__in=gone, state=FollowUp.State.OPEN).delete()
    return len(added) + sum(moved) + len(gone)


def _owed_to(ids: list[uuid.UUID], existing: dict[Key, FollowUp]) -> Iterator[Owed]:
    said: dict[uuid.UUID, list[Message]] = defaultdict(list)
    for message in Message.objects.said().filter(contact__in=ids).select_related("answers"):
        said[message.contact_id].append(message)
    zones = _zones(ids)
    for messages in said.values():
        answered_at = max((m.replied_at for m in messages if m.replied_at), default=None)
        for message in messages:
            if answered_at and message.happened_at <= answered_at:
                continue  # an answer to one is an answer to all that was said before it
            yield from owed_for_message(
                message,
                said=messages,
                first=existing.get((message.pk, Reason.NO_REPLY, 1)),
                zone=zones.get(message.owner_id, ZoneInfo("UTC")),
            )
    for promise in Promise.objects.open().filter(contact__in=ids):
        zone = zones.get(promise.owner_id, ZoneInfo("UTC"))
        yield from owed_for_promise(promise, zone=zone)


def _zones(ids: list[uuid.UUID]) -> dict[uuid.UUID, ZoneInfo]:
    owners = Contact.objects.filter(pk__in=ids).values("owner")
    return {profile.owner_id: profile.zone for profile in Profile.objects.filter(owner__in=owners)}


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
    return FollowUp(
        owner_id=owed.cause.owner_id,
        contact_id=owed.cause.contact_id,
        message=owed.cause if isinstance(owed.cause, Message) else None,
        promise=owed.cause if isinstance(owed.cause, Promise) else None,
        reason=owed.reason,
        step=owed.step,
        planned_on=owed.due_on,
        due_on=owed.due_on,
    )
