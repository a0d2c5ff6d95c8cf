from celery import shared_task

from crm.celery import stopping
from outreach.reminders.clock import database_now
from outreach.reminders.tick import tick


@shared_task
def tick_task() -> None:
    """What beat asks for every half minute. It carries nothing: losing it loses nothing."""
    tick(database_now(), stopping.is_set)
