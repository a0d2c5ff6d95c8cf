"""The mail server of the harness: a process of its own, which nothing in a run touches.

`python -m benchmarks.faults.sink PLAN LOG` prints its port. Each mail that it accepts is one line
in LOG, on disk before the answer goes out. PLAN is JSON: `answers` (for whom it misbehaves, and
how, once each), `refuse` (said 550 to, after the text), `refuse_at_once` (before it), `forget` (how
many accepted mails it leaves out of the log: a control), `keep` (a file for the mails themselves).
"""

import asyncio
import hashlib
import json
import os
import pickle
import sys
import time
from pathlib import Path
from typing import Any, cast

from aiosmtpd.smtp import SMTP, Envelope, Session

# What may become of a mail, once. All but the answers leave the sender without one.
ANSWERS = ("451 4.3.0 Later", "421 4.3.2 Closing")
FAULTS = (*ANSWERS, "hang", "cut", "accept and cut", "accept and hang")
HANG_SECONDS = 3  # longer than the sender waits in a run


class Sink:
    """Accepts, and sometimes misbehaves."""

    def __init__(self, plan: dict[str, Any], log: Path) -> None:
        self._answers: dict[str, str] = plan["answers"]
        self._refuse = set(plan["refuse"])
        self._refuse_at_once = set(plan["refuse_at_once"])
        self._forget = plan["forget"]
        self._keep = plan.get("keep")
        self._log = os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        """Called by aiosmtpd with each recipient."""
        if address in self._refuse_at_once:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Called by aiosmtpd with each mail."""
        [recipient] = envelope.rcpt_tos
        if recipient in self._refuse:
            return "550 5.1.1 No such mailbox"
        fault = self._answers.pop(recipient, "")
        if fault in ANSWERS:
            return fault
        if not fault or fault.startswith("accept"):
            self._accept(recipient, envelope, fault or "250")
        if fault.endswith("hang"):
            await asyncio.sleep(HANG_SECONDS)
        if fault:
            cast(asyncio.Transport, server.transport).abort()
        return "250 2.0.0 Accepted"

    def _accept(self, recipient: str, envelope: Envelope, reply: str) -> None:
        if self._forget:
            self._forget -= 1
            return
        content = cast(bytes, envelope.content)
        if self._keep:
            with open(self._keep, "ab") as kept:
                pickle.dump((envelope.mail_from, recipient, content), kept)
        head = content[: content.index(b"\r\n\r\n")].decode(errors="replace").splitlines()
        line = {
            "at": time.time(),
            "sender": envelope.mail_from,
            "recipient": recipient,
            "message_id": next((h[12:] for h in head if h.lower().startswith("message-id:")), ""),
            "body": hashlib.sha256(content).hexdigest()[:16],
            "reply": reply,
        }
        os.write(self._log, json.dumps(line).encode() + b"\n")
        os.fdatasync(self._log)


async def main(plan: str, log: str) -> None:
    """Serve until the process is ended."""
    sink = Sink(json.loads(Path(plan).read_text()), Path(log))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
