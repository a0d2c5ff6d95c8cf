"""A mail server that keeps what it is given, and answers as a test tells it to.

As a process: `python -m tests.servers.smtp FOLDER` prints its EMAIL_URL and writes each mail that
it accepts to FOLDER, as 1.eml, 2.eml and so on.
"""

import asyncio
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Condition
from typing import Self, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

ACCEPTED = "250 2.0.0 Accepted"
# Answers that are not a line of SMTP: what the sender then knows is nothing.
CUT_AFTER_ACCEPTING = "cut after accepting"
CUT_BEFORE_ACCEPTING = "cut before accepting"
HANG = "hang"
DRIP = "a byte now and then, and never a line"


@dataclass(frozen=True, slots=True)
class Received:
    """One mail that the server accepted, with the envelope that it came in."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage


class MailServer:
    """Listens on a port of its own on 127.0.0.1 while it is used as a context.

    `answers` are given to the coming mails in turn: a line such as "451 4.3.0 Later", or one of the
    faults above. After the last, everything is accepted.
    """

    def __init__(self, on_mail: Callable[[Received], None] | None = None) -> None:
        self.received: list[Received] = []
        self.answers: deque[str] = deque()
        self._changed = Condition()
        self._on_mail = on_mail
        self._controller = _Controller(self, hostname="127.0.0.1", port=0)

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._controller.stop()

    @property
    def port(self) -> int:
        return int(self._controller.port)

    @property
    def url(self) -> str:
        """What EMAIL_URL says to send here."""
        return f"smtp://127.0.0.1:{self.port}"

    def wait_for(self, count: int, *, seconds: float = 10) -> list[Received]:
        """The mails accepted so far, as soon as there are `count`. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.received) >= count, seconds):
                raise TimeoutError(f"{len(self.received)} mails in {seconds} s, not {count}.")
            return list(self.received)

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Called by aiosmtpd with each mail; its name is part of that."""
        answer = self.answers.popleft() if self.answers else ACCEPTED
        if answer == HANG:
            await asyncio.Event().wait()
        if answer == DRIP:
            await _drip(cast(asyncio.Transport, server.transport))
        if answer.startswith("2") or answer == CUT_AFTER_ACCEPTING:
            self._keep(envelope)
        if answer in (CUT_AFTER_ACCEPTING, CUT_BEFORE_ACCEPTING):
            cast(asyncio.Transport, server.transport).abort()
        return answer

    def _keep(self, envelope: Envelope) -> None:
        content = envelope.original_content or b""
        mail = Received(
            sender=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            message=message_from_bytes(content, policy=policy.default),
        )
        with self._changed:
            self.received.append(mail)
            if self._on_mail:
                self._on_mail(mail)
            self._changed.notify_all()


async def _drip(client: asyncio.Transport) -> None:
    while not client.is_closing():
        client.write(b"2")
        await asyncio.sleep(0.1)


class _Controller(Controller):
    def _trigger_server(self) -> None:
        """Learn which port we got before aiosmtpd knocks at it."""
        listening = cast(asyncio.Server, self.server)
        self.port = listening.sockets[0].getsockname()[1]
        super()._trigger_server()


def main(folder: Path) -> None:
    """Keep mails in `folder` until standard input or the process ends."""
    folder.mkdir(parents=True, exist_ok=True)

    def write(mail: Received) -> None:
        number = len(list(folder.glob("*.eml"))) + 1
        (folder / f"{number}.eml").write_bytes(mail.message.as_bytes())

    with MailServer(on_mail=write) as server:
        print(f"EMAIL_URL={server.url}", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m tests.servers.smtp FOLDER")
    main(Path(sys.argv[1]))
