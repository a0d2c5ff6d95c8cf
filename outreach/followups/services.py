"""What a person does about a follow-up. Each is an action that can be taken back."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from contacts.models import Contact
from outreach.actions.models import Action
from outreach.actions.recording import Recorder, Stale, recording
from outreach.followups.models import FollowUp
from outreach.followups.planner import plan_follow_ups, plan_these
from outreach.followups.timings import Timings
from outreach.messages.services import record_replied

State = FollowUp.State


def mark_done(follow_up: FollowUp, *, at: datetime | None = None) -> Action:
    """The user did what was owed; a promise is kept by it. Raises Stale when it was closed."""
    label = f"Done: {follow_up.contact}"
    if follow_up.promise:
        label = f"Kept: {follow_up.promise.text}"
    with recording(follow_up.contact, label) as (recorder, action):
        _close(recorder, follow_up, State.DONE, at)
        if follow_up.promise:
            recorder.change(follow_up.promise, kept_at=at or timezone.now())
    plan_these([follow_up.contact_id])
    return action


def mark_replied(follow_up: FollowUp) -> Action:
    """The contact answered: what was said to them is answered, and so is what followed it."""
    if follow_up.message is None:
        return mark_done(follow_up)
    return record_replied(follow_up.message, at=timezone.now())


def snooze(follow_up: FollowUp, *, until: date) -> Action:
    """Owe it later, on `until` in the owner's zone."""
    with recording(follow_up.contact, f"Put off: {follow_up.contact}") as (recorder, action):
        _must_be_open(follow_up)
        recorder.change(follow_up, due_on=until)
    return action


def let_go(follow_up: FollowUp, *, at: datetime | None = None) -> Action:
    """Owe it no more."""
    with recording(follow_up.contact, f"Let go: {follow_up.contact}") as (recorder, action):
        _close(recorder, follow_up, State.LET_GO, at)
    plan_these([follow_up.contact_id])
    return action


def add_own(contact: Contact, *, text: str, due_on: date, new_id: uuid.UUID) -> Action:
    """A follow-up in the user's own words. Raises Stale when the form was sent before."""
    follow_up = FollowUp(
        pk=new_id,
        owner_id=contact.owner_id,
        contact=contact,
        reason=FollowUp.Reason.OWN,
        text=text,
        planned_on=due_on,
        due_on=due_on,
    )
    with recording(contact, f"Noted a follow-up: {contact}") as (recorder, action):
        recorder.create(follow_up)
    return action


@transaction.atomic
def keep_timings(timings: Timings) -> None:
    """Keep after how many days things are owed, and move what is open to it."""
    timings.save()
    plan_follow_ups(Contact.objects.filter(owner=timings.owner_id))


def closed(follow_up: FollowUp) -> str:
    """Why nothing more can be done about it, as a sentence."""
    return f"This was closed already: {follow_up.get_state_display().lower()}."


def _close(recorder: Recorder, follow_up: FollowUp, state: str, at: datetime | None = None) -> None:
    _must_be_open(follow_up)
    recorder.change(follow_up, state=state, closed_at=at or timezone.now())


def _must_be_open(follow_up: FollowUp) -> None:
    if not follow_up.is_open:
        raise Stale(closed(follow_up))
