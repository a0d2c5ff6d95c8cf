"""Which open follow-ups are settled when something happens."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils import timezone

from contacts.models import Contact, Meeting
from outreach.actions.models import Action
from outreach.actions.recording import Recorder
from outreach.followups.models import FollowUp, FollowUpQuerySet

Reason, State = FollowUp.Reason, FollowUp.State

# Somebody waits for words from the user; any words do.
WAITING_FOR_WORDS = (
    Reason.WENT_GENERIC,
    Reason.ACCEPTED_SILENT,
    Reason.NO_REPLY,
    Reason.PARKED,
)
# Due by the calendar: a message that goes out weeks before is not about them.
WAITING_FOR_THEIR_DAY = (Reason.KEEP_IN_TOUCH, Reason.BIRTHDAY, Reason.PENDING)
# A meeting in person is an answer, but repairs no request and leaves an invitation pending.
ANSWERED_IN_PERSON = (
    Reason.ACCEPTED_SILENT,
    Reason.NO_REPLY,
    Reason.PARKED,
    Reason.KEEP_IN_TOUCH,
)
# What a reply says nothing about.
BEYOND_A_REPLY = (Reason.PROMISE, Reason.BIRTHDAY, Reason.OWN)


def settled_by_writing(
    contact: Contact, *, on: date, is_request: bool, named: uuid.UUID | None
) -> list[FollowUp]:
    """Those that a message of that day answers; `named` is the one it was written for."""
    due = Q(reason__in=WAITING_FOR_THEIR_DAY, due_on__lte=on)
    due &= ~Q(reason=Reason.PENDING, step=FollowUp.WITHDRAW)
    asked = Q(reason__in=[*WAITING_FOR_WORDS, *([Reason.ASK_AGAIN] if is_request else [])])
    return list(_open(contact).filter(asked | due | Q(pk=named, promise=None)))


def settled_by_bare_request(contact: Contact) -> list[FollowUp]:
    """A request without a word ends a rest and uses the chance to ask again; it repairs nothing
    and answers nothing that waits for words."""
    return list(_open(contact).filter(reason__in=[Reason.PARKED, Reason.ASK_AGAIN]))


def settled_by_reply(contact: Contact, *, on: date) -> list[FollowUp]:
    """Those that a reply of that day answers: it answers all that was said before it."""
    later = Q(reason=Reason.KEEP_IN_TOUCH, due_on__gt=on)
    return list(_open(contact).exclude(reason__in=BEYOND_A_REPLY).exclude(later))


def settled_by_meeting(meeting: Meeting) -> list[FollowUp]:
    """Those that were due or waiting when the two met. One logs a meeting and sends a request on
    the same day, in any order, so only what was sent on an earlier day counts."""
    owed = _open(meeting.contact).filter(reason__in=ANSWERED_IN_PERSON).select_related("message")
    return [follow_up for follow_up in owed if _was_waiting(follow_up, meeting.met_on)]


def _was_waiting(follow_up: FollowUp, day: date) -> bool:
    if follow_up.message is None:
        return follow_up.due_on <= day
    return timezone.localdate(follow_up.message.happened_at) < day


def _open(contact: Contact) -> FollowUpQuerySet:
    return FollowUp.objects.filter(contact=contact, state=State.OPEN)


def close(recorder: Recorder, follow_ups: Iterable[FollowUp], state: str, at: object) -> None:
    """Close them as part of what is being recorded."""
    for follow_up in follow_ups:
        recorder.change(follow_up, state=state, closed_at=at)


def settled_in_words(action: Action) -> str:
    """“That settles: no reply, keep in touch.”, or nothing when the action closed nothing."""
    closed = [
        change["pk"]
        for change in action.changes
        if change["model"] == FollowUp._meta.label_lower
        and change["after"].get("state") in (State.DONE, State.ANSWERED)
    ]
    return in_words(FollowUp.objects.filter(pk__in=closed)) if closed else ""


def in_words(follow_ups: Iterable[FollowUp]) -> str:
    """The same for these follow-ups."""
    names = dict.fromkeys(follow_up.get_reason_display().lower() for follow_up in follow_ups)
    return f"That settles: {', '.join(names)}." if names else ""
