"""The six points of a mail's way at which a process may die, and how it dies there."""

import json
import os
import random
import signal
import smtplib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import DatabaseError

from benchmarks.faults.plan import POINTS
from outreach.reminders import models, sending, smtp

BEFORE_CLAIM, AFTER_CLAIM, BEFORE_TEXT, AFTER_TEXT, AFTER_ANSWER, AFTER_COMMIT = POINTS
APPEND = os.O_CREAT | os.O_APPEND | os.O_WRONLY
CLAIMS_SPARED = 0.7  # so that not the first claims of a run meet all of their kills


class Killer:
    """Kills this process or its parent at the point that the plan has for a mail, once for each,
    whichever process comes there first."""

    def __init__(self, folder: Path, plan: dict[str, Any], *, has_parent: bool) -> None:
        self._has_parent = has_parent
        self._kills: dict[str, list[str]] = plan["kills"]
        self._claims: list[str] = plan["claims"]
        self._deadly = set(plan["deadly"])
        self._done = folder / "done"
        self._log = folder / "kills.jsonl"
        self._windows = os.open(folder / "windows.jsonl", APPEND)
        self.recipient = ""

    def at(self, point: str) -> None:
        self._among(point, [self.recipient])

    def after_claim(self, claimed: Iterable[models.Delivery]) -> None:
        self._among(AFTER_CLAIM, [delivery.owner.email for delivery in claimed])

    def before_claim(self) -> None:
        if random.random() < CLAIMS_SPARED:
            return
        for number, victim in enumerate(self._claims):
            if self._is_first(f"claim-{number}"):
                self._kill(BEFORE_CLAIM, victim, "")
                return

    def writing(self, recipient: str) -> None:
        """This mail is written now; some mails are a program's death."""
        self.recipient = recipient
        if recipient in self._deadly:
            self._kill("while writing", "child", recipient)

    def note(self, did: str) -> None:
        """Between “enter” and “leave” the mail may be with the server and not be written down.
        Who dies in between, at whatever point, never leaves; “torn” is when the database went."""
        line = {"pid": str(os.getpid()), "did": did, "recipient": self.recipient}
        os.write(self._windows, json.dumps(line).encode() + b"\n")

    def _among(self, point: str, recipients: Iterable[str]) -> None:
        for recipient in recipients:
            planned, victim = self._kills.get(recipient, ("", ""))
            if planned == point and self._is_first(recipient):
                self._kill(point, victim, recipient)

    def _is_first(self, name: str) -> bool:
        try:
            os.close(os.open(self._done / name, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return False
        return True

    def _kill(self, point: str, victim: str, recipient: str) -> None:
        _append(self._log, {"point": point, "victim": victim, "recipient": recipient})
        # Celery has its children die with their parent (PR_SET_PDEATHSIG), wherever they are.
        victim_pid = os.getppid() if victim == "parent" and self._has_parent else os.getpid()
        os.kill(victim_pid, signal.SIGKILL)


def mark(killer: Killer) -> None:
    """Have the product pass the points."""

    def remember(delivery: models.Delivery, *_rest: object) -> None:
        killer.writing(delivery.owner.email)

    def nothing(*_args: object) -> None: ...

    claims: Any = models.DeliveryQuerySet
    _around(
        claims,
        "claim",
        before=lambda *_args: killer.before_claim(),
        after=lambda claimed, *_args: killer.after_claim(claimed),
    )
    _around(sending, "_deliver", before=remember, after=nothing)
    _around(
        models.Delivery,
        "hand_over",
        before=nothing,
        after=lambda *_args: killer.at(BEFORE_TEXT),
    )
    _around(smtp.Postman, "_hand_over", before=lambda *_args: killer.note("enter"), after=nothing)
    for outcome in ("settle", "note_sent"):
        _around(
            models.Delivery,
            outcome,
            before=nothing,
            after=lambda *_args: killer.note("leave"),
            if_database_is_gone=lambda: killer.note("torn"),
        )
    _around(smtplib.SMTP, "send", before=nothing, after=_after_text(killer))
    _around(
        sending,
        "_sent",
        before=lambda *_args: killer.at(AFTER_ANSWER),
        after=lambda *_args: killer.at(AFTER_COMMIT),
    )


def _after_text(killer: Killer) -> Callable[..., None]:
    def after(_result: object, _connection: object, text: str | bytes) -> None:
        ending = text[-5:].encode() if isinstance(text, str) else text[-5:]
        if ending == b"\r\n.\r\n":
            killer.at(AFTER_TEXT)

    return after


def _around(
    owner: Any,
    name: str,
    *,
    before: Callable[..., None],
    after: Callable[..., None],
    if_database_is_gone: Callable[[], None] = lambda: None,
) -> None:
    """Have `before` called with the arguments of a function, and `after` with what it returned and
    them."""
    inner = getattr(owner, name)

    def outer(*args: Any, **kwargs: Any) -> Any:
        before(*args)
        try:
            result = inner(*args, **kwargs)
        except DatabaseError:
            if_database_is_gone()
            raise
        after(result, *args)
        return result

    setattr(owner, name, outer)


def _append(path: Path, line: dict[str, str]) -> None:
    with path.open("ab") as file:
        file.write(json.dumps(line).encode() + b"\n")
        file.flush()
        os.fdatasync(file.fileno())
