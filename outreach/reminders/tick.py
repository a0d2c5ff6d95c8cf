"""The one thing that runs again and again. All state is in the rows, so it may run anywhere, any
number of times at once, and be stopped at any point."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from outreach.followups.planner import plan_next
from outreach.reminders import restored
from outreach.reminders.clock import database_now
from outreach.reminders.digests import plan_digests
from outreach.reminders.models import Delivery, Heartbeat
from outreach.reminders.sending import deliver_due

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TickReport:
    """What one tick did. `outcomes` counts deliveries by the state they ended up in."""

    follow_ups: int = 0
    digests: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    is_complete: bool = True

    def __str__(self) -> str:
        changed = f"follow-ups changed: {self.follow_ups}, reminders planned: {self.digests}"
        said = [f", {state}: {count}" for state, count in sorted(self.outcomes.items())]
        return changed + "".join(said)


def tick(now: datetime, is_stopping: Callable[[], bool] = lambda: False) -> TickReport:
    """Work out what is owed as of `now`, plan its reminders, and mail them, until `is_stopping`.

    What was planned before goes out though the planning fails; only a whole tick counts as a
    heartbeat, by the clock and not by `now`.
    """
    restored.hold_if_restored()
    follow_ups = digests = 0
    is_complete = True
    try:
        follow_ups = _plan_a_share(now)
        digests = plan_digests(now)
        if digests:
            Delivery.objects.forget_old(timezone.now())
    except Exception:  # the boundary: mail that is planned must go, and the heartbeat must stop
        logger.exception("Planning failed")
        is_complete = False
    outcomes = deliver_due(now, is_stopping)
    if is_complete:
        restored.note_tick(database_now())
    return TickReport(follow_ups, digests, dict(outcomes), is_complete)


def _plan_a_share(now: datetime) -> int:
    """Plan the contacts whose turn it is. What was said or changed was planned at once; this puts
    right whatever else there may be, a share at each tick, so that no tick is long."""
    planning = Heartbeat.objects.filter(name=Heartbeat.PLANNING)
    after = planning.values_list("reached", flat=True).first()
    changed, reached = plan_next(after, now)
    if reached != after:
        Heartbeat.objects.update_or_create(
            name=Heartbeat.PLANNING, defaults={"at": timezone.now(), "reached": reached}
        )
    return changed
