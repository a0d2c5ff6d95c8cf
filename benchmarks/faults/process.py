"""A real process of the product that dies at marked points, and comes back as under systemd.

`python -m benchmarks.faults.process FOLDER NAME KIND` runs KIND (worker or beat as in
docker-compose.yml, or embedded) and starts it again whenever it ends. FOLDER holds plan.json and
clock.json; what happens is noted in kills.jsonl and windows.jsonl there, NAME.pid has the process.
A parent with everything loaded forks it, so that starting again is quick.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import django
from celery.bin.celery import main as celery
from django.conf import settings
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from benchmarks.faults import controls, points  # noqa: E402  # these need Django
from crm.celery import app  # noqa: E402
from crm.running import embedded  # noqa: E402
from outreach.reminders import models, sending, tasks  # noqa: E402
from tests.processes.compose import command  # noqa: E402
from tests.servers.process import end_with_parent  # noqa: E402

TICK_SECONDS = 1
BEFORE_A_RESTART = 0.1  # seconds; systemd's own default


def hurry() -> None:
    """Pauses and leases of seconds, where the product has minutes."""
    settings.EMAIL_TIMEOUT = 1
    models.LEASE = timedelta(seconds=10)
    models.BATCH = 10  # a kill takes a batch with it, and what crashed is slow
    models.AFTER_A_CRASH = timedelta(seconds=1)
    sending.AFTER_A_CRASH = timedelta(seconds=1)  # type: ignore[attr-defined]
    sending.FIRST_PAUSE = sending.LONGEST_PAUSE = timedelta(seconds=1)
    sending.LONGEST = 10
    beat = app.conf.beat_schedule["tick"]
    beat["schedule"], beat["options"] = TICK_SECONDS, {"expires": 10}
    # Kombu waits up to 32 s before it asks a lost Redis again; a run has no such time.
    app.conf.broker_connection_max_retries = None
    app.conf.broker_transport_options = {"visibility_timeout": 30}


def set_clocks(folder: Path, drift: timedelta) -> None:
    """Have ticks see the time of the run, and this process's own clock be wrong by `drift`."""
    product: Any = tasks
    right, tick = timezone.now, product.tick

    def shifted(now: datetime, is_stopping: Callable[[], bool]) -> object:
        clock = json.loads((folder / "clock.json").read_text())
        return tick(now + timedelta(seconds=clock["offset"]), is_stopping)

    timezone.now = lambda: right() + drift
    product.tick = shifted


def run(kind: str, port: int) -> None:
    """Be the process, until it ends."""
    if kind == "embedded":
        embedded.serve(app, host="127.0.0.1", port=port, on_ready=lambda: None)
    else:
        sys.argv = command(kind)
        celery()


def main(folder: Path, name: str, kind: str) -> None:
    """Prepare, then fork the process, and again whenever it ends."""
    plan = json.loads((folder / "plan.json").read_text())
    hurry()
    set_clocks(folder, timedelta(hours=plan["drift"].get(name, 0)))
    if plan["control"]:
        controls.BY_NAME[plan["control"]]()
    points.mark(points.Killer(folder, plan, has_parent=kind == "worker"))
    while True:
        child = os.fork()
        if child == 0:
            end_with_parent(signal.SIGKILL)
            run(kind, plan["ports"].get(name, 0))
            os._exit(0)
        pid = folder / f"{name}.pid"
        pid.with_suffix(".new").write_text(str(child))
        pid.with_suffix(".new").replace(pid)
        os.waitpid(child, 0)
        time.sleep(BEFORE_A_RESTART)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
