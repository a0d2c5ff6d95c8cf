"""From what was said to what is owed: the arrows of a request's life, and their days."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from contacts.models import Promise
from outreach.followups.models import FollowUp
from outreach.messages.models import Message

Reason = FollowUp.Reason

# Days. The evidence for each is thin: repair at once, then the gentle end of what is usual.
GENERIC_DAYS = 1
UNANSWERED_DAYS = 1
ACCEPTED_DAYS = 2
UNDATED_DAYS = 7
NO_REPLY_DAYS = (7, 14)  # the second counts from the first follow-up; then it is enough


@dataclass(frozen=True, slots=True)
class Owed:
    """One follow-up that should exist. `due_on` is a date where the owner is."""

    cause: Message | Promise
    reason: Reason
    step: int
    due_on: date

    @property
    def key(self) -> tuple[uuid.UUID, str, int]:
        return (self.cause.pk, self.reason, self.step)


def owed_for_message(
    message: Message, *, said: Sequence[Message], first: FollowUp | None, zone: ZoneInfo
) -> Iterator[Owed]:
    """What this message leaves owing.

    `said` is all that was sent to the contact, `first` the first follow-up on this message's
    silence, if there was one.
    """
    if message.answers and message.answers.reason == Reason.NO_REPLY:
        return  # the message that it follows up goes on counting
    if message.state == Message.State.ACCEPTED and message.accepted_at:
        if not any(later.happened_at > message.accepted_at for later in said):
            accepted_on = message.accepted_at.astimezone(zone).date()
            yield Owed(message, Reason.ACCEPTED_SILENT, 1, accepted_on + timedelta(ACCEPTED_DAYS))
    elif message.state == Message.State.SENT and message.sent_at:
        sent_on = message.sent_at.astimezone(zone).date()
        if message.is_planned_blank and not message.unanswered_at:
            return  # it waits to be accepted, and then everything is said
        if message.verdict == Message.Verdict.GENERIC and not message.is_planned_blank:
            yield Owed(message, Reason.WENT_GENERIC, 1, sent_on + timedelta(GENERIC_DAYS))
        else:
            yield from _owed_for_silence(message, sent_on, first, zone)


def _owed_for_silence(
    message: Message, sent_on: date, first: FollowUp | None, zone: ZoneInfo
) -> Iterator[Owed]:
    """Two follow-ups at most: the second only after the first was written."""
    due_on = sent_on + timedelta(NO_REPLY_DAYS[0])
    if message.unanswered_at:
        said_so_on = message.unanswered_at.astimezone(zone).date()
        due_on = min(due_on, said_so_on + timedelta(UNANSWERED_DAYS))
    yield Owed(message, Reason.NO_REPLY, 1, due_on)
    if first and first.state == FollowUp.State.DONE and first.closed_at:
        written_on = first.closed_at.astimezone(zone).date()
        yield Owed(message, Reason.NO_REPLY, 2, written_on + timedelta(NO_REPLY_DAYS[1]))


def owed_for_promise(promise: Promise, *, zone: ZoneInfo) -> Iterator[Owed]:
    """A promise is owed on its date, by whichever side; an own one without a date in a week."""
    if promise.kept_at:
        return
    if promise.due_on:
        yield Owed(promise, Reason.PROMISE, 1, promise.due_on)
    elif promise.by == Promise.By.ME:
        made_on = promise.created_at.astimezone(zone).date()
        yield Owed(promise, Reason.PROMISE, 1, made_on + timedelta(UNDATED_DAYS))
