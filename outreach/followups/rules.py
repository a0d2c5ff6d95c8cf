"""From what was said to what is owed: the arrows of a request's life."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from contacts.models import Contact, Promise
from outreach.followups.models import FollowUp
from outreach.followups.timings import Timings
from outreach.messages.models import Message

Reason = FollowUp.Reason
State = Message.State

# What tells a follow-up from every other: its cause, reason, step, and the occasion it belongs to.
Key = tuple[uuid.UUID, str, int, date | None]
UNANSWERED_DAYS = 1


@dataclass(frozen=True, slots=True)
class Clock:
    """When things are owed to one owner: their days, and where they are."""

    timings: Timings
    zone: ZoneInfo

    def day(self, at: datetime) -> date:
        """The date on which it happened where the owner is."""
        return at.astimezone(self.zone).date()

    def after(self, at: datetime, days: int) -> date:
        return self.day(at) + timedelta(days)


@dataclass(frozen=True, slots=True)
class Owed:
    """One follow-up that should exist. `due_on` is a date where the owner is; `occasion` the day
    that tells this one from its like when no message and no promise is the cause."""

    cause: Message | Promise | Contact
    reason: Reason
    due_on: date
    step: int = 1
    occasion: date | None = None

    @property
    def key(self) -> Key:
        return (self.cause.pk, self.reason, self.step, self.occasion)


def owed_for_message(
    message: Message,
    *,
    said: Sequence[Message],
    existing: Mapping[Key, FollowUp],
    clock: Clock,
) -> Iterator[Owed]:
    """What this message leaves owing.

    `said` is all that was sent to the contact, the latest first; `existing` the follow-ups there
    are, also closed.
    """
    if message.answers and message.answers.reason == Reason.NO_REPLY:
        return  # the message that it follows up goes on counting
    days = clock.timings
    if message.state == State.ACCEPTED and message.accepted_at:
        if not any(later.happened_at > message.accepted_at for later in said):
            due_on = clock.after(message.accepted_at, days.accepted_days)
            yield Owed(message, Reason.ACCEPTED_SILENT, due_on)
    elif message.state == State.WITHDRAWN and message.withdrawn_at:
        if not any(later.happened_at > message.withdrawn_at for later in said):
            due_on = clock.after(message.withdrawn_at, days.locked_days)
            yield Owed(message, Reason.ASK_AGAIN, due_on)
    elif message.state == State.SENT and message.sent_at:
        yield from _owed_while_waiting(message, said, existing, clock)


def _owed_while_waiting(
    message: Message, said: Sequence[Message], existing: Mapping[Key, FollowUp], clock: Clock
) -> Iterator[Owed]:
    """Nobody has answered yet. One thing is owed at a time: what was let go ends it."""
    assert message.sent_at
    if message.went_generic:
        due_on = clock.after(message.sent_at, clock.timings.generic_days)
        repair = Owed(message, Reason.WENT_GENERIC, due_on)
        yield repair
        if not message.is_request or _written_at(existing.get(repair.key)) is None:
            return
    if message.is_request:
        yield from _owed_while_pending(message, said, existing, clock)
    else:
        yield from _owed_for_silence(message, existing, clock)


def _owed_while_pending(
    message: Message, said: Sequence[Message], existing: Mapping[Key, FollowUp], clock: Clock
) -> Iterator[Owed]:
    """A request that nobody accepts: write another way, and if that was done, take it back."""
    assert message.sent_at
    days = clock.timings
    later = said[: said.index(message)]
    if later:
        written: datetime | None = max(one.happened_at for one in later)
    else:
        due_on = _sooner(message, clock.after(message.sent_at, days.pending_days), clock)
        another_way = Owed(message, Reason.PENDING, due_on, FollowUp.ANOTHER_WAY)
        yield another_way
        written = _written_at(existing.get(another_way.key))
    if written:
        due_on = clock.after(message.sent_at, days.withdraw_days)
        due_on = max(due_on, clock.after(written, days.no_reply_days))  # time to answer that
        yield Owed(message, Reason.PENDING, due_on, FollowUp.WITHDRAW)


def _owed_for_silence(
    message: Message, existing: Mapping[Key, FollowUp], clock: Clock
) -> Iterator[Owed]:
    """Two follow-ups at most, the second only after the first was written; then it rests."""
    assert message.sent_at
    days = clock.timings
    due_on = _sooner(message, clock.after(message.sent_at, days.no_reply_days), clock)
    yield Owed(message, Reason.NO_REPLY, due_on, step=1)
    written = _written_at(existing.get((message.pk, Reason.NO_REPLY, 1, None)))
    if written is None:
        return
    due_on = clock.after(written, days.no_reply_again_days)
    yield Owed(message, Reason.NO_REPLY, due_on, step=2)
    written = _written_at(existing.get((message.pk, Reason.NO_REPLY, 2, None)))
    if written:
        yield Owed(message, Reason.PARKED, clock.after(written, days.parked_days))


def _sooner(message: Message, due_on: date, clock: Clock) -> date:
    """A user who says that nobody answered has waited long enough."""
    if message.unanswered_at is None:
        return due_on
    return min(due_on, clock.after(message.unanswered_at, UNANSWERED_DAYS))


def _written_at(follow_up: FollowUp | None) -> datetime | None:
    is_done = follow_up is not None and follow_up.state == FollowUp.State.DONE
    return follow_up.closed_at if follow_up and is_done else None


def owed_for_promise(promise: Promise, *, clock: Clock) -> Iterator[Owed]:
    """A promise is owed on its date, by whichever side; an own one without a date in a while."""
    if promise.kept_at:
        return
    if promise.due_on:
        yield Owed(promise, Reason.PROMISE, promise.due_on)
    elif promise.by == Promise.By.ME:
        due_on = clock.after(promise.created_at, clock.timings.undated_promise_days)
        yield Owed(promise, Reason.PROMISE, due_on)
