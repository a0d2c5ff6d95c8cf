"""Positive controls: ways to send that are known to lose or to double. If the harness does not see
it, its zero means nothing."""

import random
import time
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models.functions import Now
from django.utils import timezone

from outreach.reminders import emails, models, tick
from outreach.reminders.material import Batch
from outreach.reminders.models import Delivery
from outreach.reminders.smtp import Postman, Refused, Silent, Unreachable

State = Delivery.State


def read_send_mark() -> None:
    """Read what is due, send it, then mark it: two workers read the same."""

    def deliver_due(now: datetime, _is_stopping: object) -> Counter[str]:
        batch = Batch(Delivery.objects.waiting(now).select_related("owner")[:20])
        with Postman() as postman:
            for delivery in batch.waiting:
                with suppress(Refused, Silent, Unreachable):  # it comes again with the next tick
                    email = emails.reminder(delivery, batch.material(delivery), now=now)
                    postman.deliver(email, hand_over=lambda: True)
                    Delivery.objects.filter(pk=delivery.pk).update(
                        state=State.SENT, sent_at=timezone.now()
                    )
        return Counter()

    tick.deliver_due = deliver_due  # type: ignore[attr-defined, assignment]


def claim_without_lease() -> None:
    """Nobody takes back what a dead worker had claimed."""
    models.DeliveryQuerySet.release_expired = lambda _self: None  # type: ignore[assignment, method-assign]


def no_fence() -> None:
    """A worker that slept through its lease goes on as if it still had it."""

    def hand_over(delivery: Delivery) -> bool:
        if random.random() < 0.1:
            time.sleep(models.LEASE.total_seconds() + 2)
        Delivery.objects.filter(pk=delivery.pk).update(
            state=State.HANDED, lease_until=Now() + timedelta(seconds=30)
        )
        return True

    def settle(delivery: Delivery, state: str, **changes: object) -> bool:
        return bool(Delivery.objects.filter(pk=delivery.pk).update(state=state, **changes))

    def note_sent(delivery: Delivery, _reply: str) -> bool:
        return settle(delivery, State.SENT)

    Delivery.hand_over = hand_over  # type: ignore[assignment, method-assign]
    Delivery.settle = settle  # type: ignore[assignment, method-assign]
    Delivery.note_sent = note_sent  # type: ignore[assignment, method-assign]


BY_NAME = {
    "read, send, mark": read_send_mark,
    "a claim without a lease": claim_without_lease,
    "no fence": no_fence,
}
