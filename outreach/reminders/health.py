"""Does the tick still run? Told to monitors, to every page, and to the page of reminders."""

from datetime import datetime, timedelta

from django.utils import timezone

from outreach.reminders.models import Heartbeat
from outreach.reminders.timing import ReminderSettings

TICK_EVERY = timedelta(seconds=30)  # as beat in crm/celery.py has it
NOT_READY_AFTER = timedelta(minutes=2)
SAID_AFTER = timedelta(minutes=5)

_started_at = timezone.now()


def last_tick() -> datetime | None:
    """When a whole tick last ended, or None before the first."""
    ticks = Heartbeat.objects.filter(name=Heartbeat.TICK)
    return ticks.values_list("at", flat=True).first()


def check() -> str:
    """For /readyz: "" when a tick ran lately."""
    last = last_tick()
    if last is None:
        return "none yet"
    silent = timezone.now() - last
    return f"none for {silent // timedelta(seconds=1)} s" if silent > NOT_READY_AFTER else ""


def banner() -> str:
    """What every page says while no reminders go out. The first tick is given time to come."""
    if ReminderSettings.objects.held().exists():
        return "This instance was restored or copied: on Reminders, say how yours go on."
    last = last_tick()
    if timezone.now() - (last or _started_at) <= SAID_AFTER:
        return ""
    since = f" since {timezone.localtime(last):%-d %B, %H:%M}" if last else ""
    return f"Reminders are not running: nothing was looked for{since}. Are worker and beat up?"
