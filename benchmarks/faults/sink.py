"""The mail server of the harness: a process of its own, which nothing in a run touches.

`python -m benchmarks.faults.sink TRUTH LOG FAULTS SEED` prints its port. Each mail that it accepts
is one line in LOG, on disk before the answer goes out. FAULTS is the share of mails that meet one.
"""

import asyncio
import json
import os
import random
import sys
import time
from pathlib import Path
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope, Session

from benchmarks.faults.truth import read

FAULTS = ("451 4.3.0 Later", "421 4.3.2 Closing", "hang", "cut before", "cut")
# The positive control “a line is missing in the log” asks for this.
FORGET_ONE = "forget one"


class Sink:
    """Accepts, and sometimes misbehaves."""

    def __init__(self, truth: Path, log: Path, faults: float, seed: int, *, forget: bool) -> None:
        self._refused = {one.recipient for one in read(truth) if one.fate == "refused"}
        self._log = os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
        self._faults = faults
        self._chance = random.Random(seed)
        self._forget = forget
        self._silent_once: set[str] = set()

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Called by aiosmtpd with each mail."""
        [recipient] = envelope.rcpt_tos
        if recipient in self._refused:
            return "550 5.1.1 No such mailbox"
        fault = self._chance.choice(FAULTS) if self._chance.random() < self._faults else ""
        if fault[:1] == "4":
            return fault
        if fault:
            # After a second silence about one mail the product stops and says that it does not
            # know. That is its promise, so a run asks for one silence a mail.
            fault = "" if recipient in self._silent_once else fault
            self._silent_once.add(recipient)
        if fault == "hang":
            await asyncio.sleep(3)  # longer than the sender waits
        if fault in ("hang", "cut before"):
            _cut(server)
            return fault
        self._accept(recipient, fault)
        if fault == "cut":
            _cut(server)
        return "250 2.0.0 Accepted"

    def _accept(self, recipient: str, reply: str) -> None:
        if self._forget:
            self._forget = False
            return
        line = {"at": time.time(), "recipient": recipient, "reply": reply or "250"}
        os.write(self._log, json.dumps(line).encode() + b"\n")
        os.fsync(self._log)


def _cut(server: SMTP) -> None:
    cast(asyncio.Transport, server.transport).abort()


async def main(truth: str, log: str, faults: str, seed: str, *more: str) -> None:
    """Serve until the process is ended."""
    sink = Sink(Path(truth), Path(log), float(faults), int(seed), forget=FORGET_ONE in more)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(sink), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
