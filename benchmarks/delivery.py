"""How fast reminders go out, against a bare loop that sends the same bytes to the same server.

`python -m benchmarks.delivery [--size 10000]`: two worker processes on a Postgres that writes each
commit to disk deliver what is due to a mail server that writes each mail to disk before it answers,
as real ones do. Then two processes send the very same mails to it, over one connection each; once
more with Django's own backend, which has to put them into their form; and at last the two workers
deliver them once more with the mails at hand, as both loops have them, nothing read and written.
"""

import json
import os
import pickle
import smtplib
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.faults import truth
from benchmarks.faults.servers import mail_server, servers

PROCESSES = 2
WORKER = [sys.executable, "-m", "benchmarks.delivering"]


def main() -> None:
    parser = ArgumentParser(prog="python -m benchmarks.delivery", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="reminders")
    size = parser.parse_args().size
    with TemporaryDirectory(prefix="rapport-delivery-") as name, ExitStack() as stack:
        folder = Path(name)
        _broker, settings = stack.enter_context(servers(folder, "postgres"))
        rows = [
            replace(row, fate="delivered", due_on=str(truth.DAY), zone="UTC", hour=0)
            for row in truth.decide(seed=1, size=size, poison=False)
        ]
        truth.write(folder / "expected.csv", rows)
        plan = {"answers": {}, "refuse": [], "refuse_at_once": [], "forget": 0}
        (folder / "plan.json").write_text(json.dumps(plan | {"keep": str(folder / "kept")}))
        settings["EMAIL_URL"] = stack.enter_context(mail_server(folder))
        _run(
            [[sys.executable, "-m", "benchmarks.faults.seed", str(folder / "expected.csv")]],
            settings,
        )
        planning = json.loads(_run([[*WORKER, "plan"]], settings)[1][0])
        seconds, said = _run([[*WORKER, "deliver"]] * PROCESSES, settings)
        port = settings["EMAIL_URL"].rpartition(":")[2]
        kept = folder / "kept"
        kept.rename(folder / "mails")
        bare = _loop(["bare", str(folder / "mails"), port], settings, size)
        django = _loop(["django", str(folder / "mails")], settings, size)
        _run([[*WORKER, "again"]], settings)
        at_hand, _said = _run([[*WORKER, "deliver", str(folder / "mails")]] * PROCESSES, settings)
        report = _report(size, seconds, list(map(json.loads, said)))
        floors = {
            "bare_seconds": round(bare, 1),
            "ratio": round(bare / seconds, 2),
            "django_seconds": round(django, 1),
            "ratio_to_django": round(django / seconds, 2),
            "at_hand_seconds": round(at_hand, 1),
            "at_hand_ratio": round(bare / at_hand, 2),
        }
        print(json.dumps({"planning_seconds": round(planning["seconds"], 2)} | report | floors))


def _loop(what: list[str], settings: dict[str, str], size: int) -> float:
    """Seconds in which PROCESSES of this loop send all mails."""
    loops = [[*WORKER, *what, str(number)] for number in range(PROCESSES)]
    seconds, sent = _run(loops, settings)
    assert sum(map(int, sent)) == size, sent
    return seconds


def _report(size: int, seconds: float, said: list[dict[str, float]]) -> dict[str, object]:
    names = {name: None for one in said for name in one}
    parts = {name: sum(one.get(name, 0) for one in said) / size * 1000 for name in names}
    return {
        "reminders": size,
        "seconds": round(seconds, 1),
        "ms_a_mail_in_a_worker": {name: round(ms, 2) for name, ms in parts.items()},
    }


def _run(commands: list[list[str]], settings: dict[str, str]) -> tuple[float, list[str]]:
    """Run them side by side. Returns the seconds from when all are ready, and what they said."""
    running = [
        subprocess.Popen(
            command,
            env={**os.environ, **settings},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    if commands[0][:3] == WORKER:
        for process in running:
            assert process.stdout
            process.stdout.readline()
    began = time.monotonic()
    for process in running:
        assert process.stdin
        process.stdin.close()  # what they wait for: all begin at once
    said = [process.stdout.read() for process in running if process.stdout]
    for process in running:
        process.wait()
    assert not any(process.returncode for process in running), said
    return time.monotonic() - began, said


def mails(path: Path) -> Iterator[tuple[str, str, bytes]]:
    """Sender, recipient and content of each mail that was kept."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)


def send_bare(path: Path, port: int, number: int) -> int:
    """Every PROCESSES-th mail, over one connection. Returns how many."""
    ours = list(mails(path))[number::PROCESSES]
    print("ready", flush=True)
    sys.stdin.readline()
    with smtplib.SMTP("127.0.0.1", port) as server:
        for sender, recipient, content in ours:
            server.sendmail(sender, [recipient], content)
    return len(ours)


if __name__ == "__main__":
    main()
