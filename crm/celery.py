"""The Celery app. The broker only says "look now": what is owed is a row in the database."""

import os
import threading

from celery import Celery
from celery.signals import beat_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")

TICK = "outreach.reminders.tasks.tick_task"
TICK_SECONDS = 30

# Set when this process is to end: a tick then stops after the mail that it is at.
stopping = threading.Event()

app = Celery("rapport")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    accept_content=["json"],
    task_ignore_result=True,
    enable_utc=True,
    timezone="UTC",
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    beat_schedule={
        "tick": {
            "task": TICK,
            "schedule": TICK_SECONDS,
            # A tick that waited this long is stale: the next one does the same work.
            "options": {"expires": TICK_SECONDS - 5},
        }
    },
)
app.autodiscover_tasks(["outreach.reminders"])


@beat_init.connect
def tick_at_once(**_signal: object) -> None:
    """After a restart nobody waits half a minute for what fell due meanwhile."""
    app.send_task(TICK, expires=TICK_SECONDS)
