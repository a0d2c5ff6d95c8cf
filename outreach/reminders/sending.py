"""The one place from which a reminder leaves.

Each row goes claimed → handed over → sent, every step a conditional UPDATE that is committed
before the next begins. What is due goes by the `now` that the tick is given; leases and pauses go
by the clock, because they are about processes and servers that live in real time.
"""

import logging
import os
import secrets
import socket
import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import closing
from datetime import datetime, timedelta

from django.db import DatabaseError
from django.db.models.functions import Now

from outreach.reminders import emails
from outreach.reminders.material import Batch
from outreach.reminders.models import (
    AFTER_A_CRASH,
    MAX_CRASHES,
    NO_ANSWER,
    Delivery,
)
from outreach.reminders.smtp import Postman, Refused, Silent, Unreachable

# Seconds after which the rest is left to the next tick. A worker that is told to stop ends its tick
# first, and docker-compose.yml gives it twice as long.
LONGEST = 30
# Pauses double up to the longest, and then come one after the other: with these, about five days.
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
MOST_FAILURES = 125

State = Delivery.State

logger = logging.getLogger(__name__)


def deliver_due(now: datetime, is_stopping: Callable[[], bool] = lambda: False) -> Counter[str]:
    """Mail every reminder whose time has come, until `is_stopping`. Any number of these may run at
    once.

    Returns how many deliveries ended up in which state.
    """
    Delivery.objects.release_expired()
    outcomes: Counter[str] = Counter()
    enough = time.monotonic() + LONGEST

    def is_enough() -> bool:
        return time.monotonic() >= enough or is_stopping()

    with Postman() as postman, closing(_claimed(now, is_enough)) as claimed:
        for delivery, batch in claimed:
            try:
                outcomes[_deliver(delivery, batch, postman, now)] += 1
            except Unreachable as error:
                logger.warning("Nothing more goes out in this tick: %s", error)
                outcomes[_try_later(delivery, str(error))] += 1
                break
    return outcomes


def _claimed(now: datetime, is_enough: Callable[[], bool]) -> Generator[tuple[Delivery, Batch]]:
    """Deliveries that are ours, until none is waiting or it is enough, each with the batch that it
    belongs to. What was claimed and not asked for is given back."""
    while not is_enough():
        worker = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        batch = Batch(Delivery.objects.claim(now=now, worker=worker))
        if not batch.waiting:
            return
        try:
            while batch.waiting and not is_enough():
                yield batch.waiting.pop(0), batch
        finally:
            for delivery in batch.waiting:
                delivery.settle(State.SCHEDULED)


def _deliver(delivery: Delivery, batch: Batch, postman: Postman, now: datetime) -> str:
    """Send one. Returns its new state. Raises Unreachable when no other can go either."""
    try:
        email = emails.reminder(delivery, batch.material(delivery), now=now)
        reply = postman.deliver(email, hand_over=delivery.hand_over)
    except emails.NothingToSay as reason:
        return _settle(delivery, State.DROPPED, error=str(reason))
    except emails.NotNow as quiet:
        again_at = Now() + quiet.wait
        return _settle(delivery, State.SCHEDULED, try_at=again_at, error=str(quiet))
    except (Unreachable, DatabaseError):
        raise
    except Refused as refused:
        return _refused(delivery, refused)
    except Silent as silence:
        return _unknown(delivery, silence)
    except Exception as fault:  # the boundary: one bad row must not hold up the others
        logger.exception("Delivery %s cannot be written", delivery)
        return _park(delivery, fault)
    if reply is None:
        return delivery.state  # another worker has it
    return _sent(delivery, reply)


def _sent(delivery: Delivery, reply: str) -> str:
    return _kept(delivery, State.SENT, delivery.note_sent(reply))


def _refused(delivery: Delivery, refused: Refused) -> str:
    if not refused.is_final:
        return _try_later(delivery, str(refused))
    said = str(refused)[:500]
    return _settle(delivery, State.FAILED, smtp_reply=said, error="The mail server refused it.")


def _try_later(delivery: Delivery, said: str) -> str:
    """Not now: again after a pause that doubles, until it has lasted too long."""
    failures = delivery.failures + 1
    if failures > MOST_FAILURES:
        error = "The mail server did not take it for days."
        return _settle(delivery, State.FAILED, smtp_reply=said[:500], error=error)
    pause = min(FIRST_PAUSE * 2 ** min(delivery.failures, 10), LONGEST_PAUSE)
    return _settle(
        delivery,
        State.SCHEDULED,
        failures=failures,
        try_at=Now() + pause,
        smtp_reply=said[:500],
        error="The mail server did not take it yet.",
    )


def _unknown(delivery: Delivery, silence: Silent) -> str:
    """Handed over, and no answer. Once more with the same Message-ID: a double beats a miss."""
    said = str(silence)[:500]
    if delivery.resent:
        return _settle(delivery, State.UNKNOWN, smtp_reply=said, error=NO_ANSWER)
    again_at = Now() + AFTER_A_CRASH
    return _settle(
        delivery, State.SCHEDULED, resent=True, try_at=again_at, smtp_reply=said, error=NO_ANSWER
    )


def _park(delivery: Delivery, fault: Exception) -> str:
    """Set a row aside that cannot be written, after some tries: the fault may have passed."""
    if delivery.state == State.HANDED:
        return State.HANDED  # it may have arrived: left to `release_expired`
    crashes = delivery.crashes + 1
    changes = {"crashes": crashes, "error": f"This mail could not be written: {fault}"[:500]}
    if crashes >= MAX_CRASHES:
        return _settle(delivery, State.FAILED, **changes)
    return _settle(delivery, State.SCHEDULED, try_at=Now() + AFTER_A_CRASH, **changes)


def _settle(delivery: Delivery, state: str, **changes: object) -> str:
    return _kept(delivery, state, delivery.settle(state, **changes))


def _kept(delivery: Delivery, state: str, is_ours: bool) -> str:
    if not is_ours:
        logger.warning("Delivery %s was taken over by another worker", delivery)
    return state
