"""What a person says happened to a message. Each is an action that can be taken back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from contacts.models import Contact
from outreach.actions.models import Action
from outreach.actions.recording import Stale, recording
from outreach.followups.closing import (
    close,
    settled_by_bare_request,
    settled_by_reply,
    settled_by_writing,
)
from outreach.followups.models import FollowUp
from outreach.followups.planner import plan_these
from outreach.messages.locks import why_no_request
from outreach.messages.models import Message
from outreach.tailoring import Verdict

State = Message.State
SENT_ALREADY = "This message is already marked as sent."
LETTER = ("channel", "purpose", "subject", "body", "answers")
WITHOUT_A_NOTE = "It went out without a note: nothing in it says who you are or why you write."
BLANK_AS_PLANNED = "It went out blank as planned: what there is to say follows on acceptance."


def keep_draft(message: Message) -> None:
    """Save a letter, new or changed, as a draft. Raises Stale when it was sent meanwhile."""
    if not message.is_draft:
        raise Stale(SENT_ALREADY)
    if message._state.adding:
        try:
            with transaction.atomic():
                message.save(force_insert=True)
        except IntegrityError as error:  # the same page, sent twice at once
            raise Stale(SENT_ALREADY) from error
        return
    letter = {field: getattr(message, field) for field in LETTER}
    if not Message.objects.drafts().filter(pk=message.pk).update(**letter):
        raise Stale(SENT_ALREADY)


def discard_draft(message: Message) -> Action:
    """Throw a draft away. Raises Stale when it was sent meanwhile."""
    if not message.is_draft:
        raise Stale(SENT_ALREADY)
    label = f"Threw away a draft to {message.contact}"
    with recording(message.contact, label) as (recorder, action):
        recorder.remove(message)
    return action


def record_sent(message: Message, *, verdict: Verdict, at: datetime | None = None) -> Action:
    """The person sent this draft themselves. It answers the follow-ups that asked for it.

    The verdict is kept as of now. Raises Stale when the message is already marked as sent.
    """
    if not message.is_draft:
        raise Stale(SENT_ALREADY)
    if message.is_request:
        _refuse_second_request(message.contact)
    at = at or timezone.now()
    with recording(message.contact, f"Sent to {message.contact}") as (recorder, action):
        asked_for = settled_by_writing(
            message.contact,
            on=timezone.localdate(at),
            is_request=message.is_request,
            named=message.answers_id,
        )
        silence = next((f for f in asked_for if f.reason == FollowUp.Reason.NO_REPLY), None)
        recorder.change(
            message,
            state=State.SENT,
            sent_at=at,
            verdict=verdict.verdict,
            reasons=list(verdict.reasons),
            answers_id=message.answers_id or (silence.pk if silence else None),
        )
        close(recorder, asked_for, FollowUp.State.DONE, at)
    _plan(message.contact)
    return action


def record_default_sent(
    contact: Contact, *, spoken: Sequence[str] = (), at: datetime | None = None
) -> Action:
    """The person sent LinkedIn's own request, with no note of theirs. It wants repairing.

    `spoken` is what the user's rules say of it, kept with the reasons. Raises Stale when a
    request to this contact is waiting already.
    """
    label = f"Sent the default request to {contact}"
    reasons = [*spoken, WITHOUT_A_NOTE]
    return _record_bare(contact, label, reasons=reasons, is_planned=False, at=at)


def record_blank_sent(
    contact: Contact, *, spoken: Sequence[str] = (), at: datetime | None = None
) -> Action:
    """The person sent a blank request on purpose, to say it all once it is accepted.

    `spoken` is what the user's rules say of it, kept with the reasons. Raises Stale when a
    request to this contact is waiting already.
    """
    label = f"Sent a blank request to {contact}"
    reasons = [*spoken, BLANK_AS_PLANNED]
    return _record_bare(contact, label, reasons=reasons, is_planned=True, at=at)


def _record_bare(
    contact: Contact, label: str, *, reasons: list[str], is_planned: bool, at: datetime | None
) -> Action:
    _refuse_second_request(contact)
    message = Message(
        owner_id=contact.owner_id,
        contact=contact,
        channel=Message.Channel.LINKEDIN_NOTE,
        purpose=Message.Purpose.CONNECT,
        state=State.SENT,
        sent_at=at or timezone.now(),
        verdict=Message.Verdict.GENERIC,
        reasons=reasons,
        is_planned_blank=is_planned,
    )
    with recording(contact, label) as (recorder, action):
        asked_for = settled_by_bare_request(contact)
        recorder.create(message)
        close(recorder, asked_for, FollowUp.State.DONE, at or timezone.now())
    _plan(contact)
    return action


def record_accepted(message: Message, *, at: datetime) -> Action:
    """The contact accepted the request: what it left owing turns into a first message."""
    with recording(message.contact, f"Accepted by {message.contact}") as (recorder, action):
        _expect(message, State.SENT)
        recorder.change(message, state=State.ACCEPTED, accepted_at=at)
        close(recorder, _open_ones(message), FollowUp.State.ANSWERED, at)
    _plan(message.contact)
    return action


def record_replied(message: Message, *, at: datetime) -> Action:
    """The contact answered. An answer to one message is an answer to all said before it."""
    with recording(message.contact, f"Reply from {message.contact}") as (recorder, action):
        _expect(message, State.SENT, State.ACCEPTED)
        recorder.change(message, state=State.REPLIED, replied_at=at)
        answered = settled_by_reply(message.contact, on=timezone.localdate(at))
        close(recorder, answered, FollowUp.State.ANSWERED, at)
    _plan(message.contact)
    return action


def record_declined(message: Message, *, at: datetime) -> Action:
    """The contact said no, so nothing more is owed on this message."""
    with recording(message.contact, f"Declined by {message.contact}") as (recorder, action):
        _expect(message, State.SENT)
        recorder.change(message, state=State.DECLINED, declined_at=at)
        close(recorder, _open_ones(message), FollowUp.State.ANSWERED, at)
    _plan(message.contact)
    return action


def record_withdrawn(message: Message, *, at: datetime) -> Action:
    """The user took a request back. LinkedIn takes no new one for a while; then it is offered."""
    with recording(message.contact, f"Withdrew the request to {message.contact}") as (
        recorder,
        action,
    ):
        if not message.is_request:
            raise Stale("Only a request can be withdrawn.")
        _expect(message, State.SENT)
        recorder.change(message, state=State.WITHDRAWN, withdrawn_at=at)
        close(recorder, _open_ones(message), FollowUp.State.DONE, at)
    _plan(message.contact)
    return action


def record_unanswered(message: Message, *, at: datetime) -> Action:
    """The user has waited long enough: the follow-up on this silence comes tomorrow."""
    with recording(message.contact, f"No answer from {message.contact}") as (recorder, action):
        _expect(message, State.SENT)
        if message.unanswered_at:
            raise Stale("You said so already.")
        recorder.change(message, unanswered_at=at)
    _plan(message.contact)
    return action


def _refuse_second_request(contact: Contact) -> None:
    if why := why_no_request(contact):
        raise Stale(why)


def _open_ones(message: Message) -> list[FollowUp]:
    return list(message.follow_ups.filter(state=FollowUp.State.OPEN))


def _expect(message: Message, *states: str) -> None:
    if message.state not in states:
        raise Stale(f"This message is already marked as {message.get_state_display().lower()}.")


def _plan(contact: Contact) -> None:
    plan_these([contact.pk])
