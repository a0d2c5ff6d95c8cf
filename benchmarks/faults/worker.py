"""A process that ticks without end, and dies by `kill -9` at marked points.

`python -m benchmarks.faults.worker PLAN` reads a JSON file: `seed`, `kill` (the chance at each
point), `log` (where a kill is noted before it happens), `control` (which promise to break, or ""),
`next_day` (a file: while it exists, it is tomorrow).
A parent that has everything loaded forks the process that works, and forks again when it dies.
"""

import json
import os
import random
import signal
import smtplib
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from benchmarks.faults import controls  # noqa: E402  # needs Django
from outreach.reminders import models, sending  # noqa: E402
from outreach.reminders.tick import tick  # noqa: E402

BETWEEN_TICKS = 0.1  # seconds


class Killer:
    """Kills this process at a marked point, now and then, and notes whom it was working for."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self._chance = random.Random(f"{plan['seed']}:{os.getpid()}")
        self._kill = plan["kill"]
        self._log = os.open(plan["log"], os.O_CREAT | os.O_APPEND | os.O_WRONLY)
        self.recipient = ""

    def at(self, point: str) -> None:
        if self._chance.random() >= self._kill:
            return
        line = json.dumps({"point": point, "recipient": self.recipient})
        os.write(self._log, line.encode() + b"\n")
        os.fsync(self._log)
        os.kill(os.getpid(), signal.SIGKILL)


def around(
    owner: Any, name: str, *, before: Callable[..., None], after: Callable[..., None]
) -> None:
    """Have `before` called with the arguments of a function, and `after` when it has returned."""
    inner = getattr(owner, name)

    def outer(*args: Any, **kwargs: Any) -> Any:
        before(*args)
        result = inner(*args, **kwargs)
        after(*args)
        return result

    setattr(owner, name, outer)


def mark_points(killer: Killer) -> None:
    """The six points of a mail's way at which a process may die."""

    def remember(delivery: models.Delivery, *_rest: object) -> None:
        killer.recipient = delivery.owner.email

    def nothing(*_args: object) -> None: ...

    def at(point: str) -> Callable[..., None]:
        return lambda *_args: killer.at(point)

    claim = models.DeliveryQuerySet
    around(claim, "claim", before=at("before the claim"), after=at("after the claim"))
    around(sending, "_deliver", before=remember, after=nothing)
    around(models.Delivery, "hand_over", before=nothing, after=at("before the text"))
    around(smtplib.SMTP, "send", before=nothing, after=_after_text(killer))
    around(sending, "_sent", before=at("after the answer"), after=at("after the commit"))


def _after_text(killer: Killer) -> Callable[..., None]:
    def after(_connection: object, text: str | bytes) -> None:
        ending = text[-5:].encode() if isinstance(text, str) else text[-5:]
        if ending == b"\r\n.\r\n":
            killer.at("after the text")

    return after


def hurry() -> None:
    """Pauses and leases of seconds, where the product has minutes."""
    settings.EMAIL_TIMEOUT = 1
    models.LEASE = timedelta(seconds=8)
    models.AFTER_A_CRASH = timedelta(seconds=1)
    sending.AFTER_A_CRASH = timedelta(seconds=1)  # type: ignore[attr-defined]
    sending.FIRST_PAUSE = sending.LONGEST_PAUSE = timedelta(seconds=1)


def work(plan: dict[str, Any]) -> None:
    """Tick until killed."""
    hurry()
    if plan["control"]:
        controls.BY_NAME[plan["control"]]()
    mark_points(Killer(plan))
    while True:
        try:
            days = int(Path(plan["next_day"]).exists())
            tick(timezone.now() + timedelta(days=days))
        except DatabaseError as error:
            print(error, file=sys.stderr)
        time.sleep(BETWEEN_TICKS)


def main(plan: dict[str, Any]) -> None:
    """Fork a worker, and another whenever it dies."""
    while True:
        child = os.fork()
        if child == 0:
            work(plan)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))
