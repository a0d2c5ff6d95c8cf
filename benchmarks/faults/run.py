"""One run: the truth, a mail server, a database, and workers that die."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.faults import truth
from benchmarks.faults.sink import FORGET_ONE
from tests.servers import postgres

WORKERS = 2
STATES = """
import django; django.setup()
import json
from outreach.models import Delivery
print(json.dumps(dict(Delivery.objects.order_by("due_at").values_list("owner__email", "state"))))
"""
OVER = {"sent", "failed", "unknown", "dropped"}


@dataclass(frozen=True, slots=True)
class Run:
    """What is broken in a run. `faults` and `kill` are chances for each mail and point."""

    name: str
    faults: float = 0.0
    kill: float = 0.0
    control: str = ""
    forget_one: bool = False


def carry_out(
    run: Run, *, database: str, seed: int, size: int, seconds: float
) -> dict[str, object]:
    """Do it, for at most `seconds`. Returns a row of the results."""
    with TemporaryDirectory(prefix="rapport-faults-") as name, ExitStack() as stack:
        folder = Path(name)
        expected = truth.write(folder / "expected.csv", seed=seed, size=size)
        settings = _settings(folder)
        if database == "postgres":
            settings["DATABASE_URL"] = stack.enter_context(postgres.running(folder))
        settings["EMAIL_URL"] = f"smtp://127.0.0.1:{stack.enter_context(_sink(folder, run, seed))}"
        _python("-m", "benchmarks.faults.seed", str(folder / "expected.csv"), settings=settings)
        began = time.monotonic()
        for number in range(WORKERS):
            stack.enter_context(_worker(folder, run, f"{seed}:{number}", settings))
        states = _wait(settings, until=began + seconds, size=size)
        day_over = time.time()
        if not run.control:
            (folder / "next-day").touch()
            states = _wait(settings, until=began + 2 * seconds, size=size)
        counted = truth.count(
            expected,
            truth.lines(folder / "accepted.jsonl"),
            truth.lines(folder / "kills.jsonl"),
            states,
            day_over=day_over,
        )
        kills = len(truth.lines(folder / "kills.jsonl"))
        return {
            "name": run.name,
            "database": database,
            "control": bool(run.control or run.forget_one),
            **asdict(counted),
            "kills": kills,
            "seconds": round(time.monotonic() - began, 1),
        }


def _settings(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "crm.settings",
        "RAPPORT_DATA": str(folder / "data"),
        "DATABASE_URL": f"sqlite:///{folder}/rapport.sqlite3",
        "SECRET_KEY": "signs-nothing-outside-the-harness-0123456789-abcdefghi",
    }


@contextmanager
def _sink(folder: Path, run: Run, seed: int) -> Iterator[str]:
    arguments = [str(folder / "expected.csv"), str(folder / "accepted.jsonl"), str(run.faults)]
    command = [sys.executable, "-m", "benchmarks.faults.sink", *arguments, str(seed)]
    command += [FORGET_ONE] if run.forget_one else []
    sink = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert sink.stdout
        yield sink.stdout.readline().strip()
    finally:
        sink.kill()
        sink.wait()


@contextmanager
def _worker(folder: Path, run: Run, seed: str, settings: dict[str, str]) -> Iterator[None]:
    plan = {
        "seed": seed,
        "kill": run.kill,
        "control": run.control,
        "log": str(folder / "kills.jsonl"),
        "next_day": str(folder / "next-day"),
    }
    path = folder / f"plan-{seed}.json"
    path.write_text(json.dumps(plan))
    command = [sys.executable, "-m", "benchmarks.faults.worker", str(path)]
    with (folder / "workers.log").open("ab") as log:
        # A session of its own, so that the forked worker ends with its parent.
        worker = subprocess.Popen(
            command, env=settings, start_new_session=True, stdout=log, stderr=log
        )
    try:
        yield
    finally:
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


def _wait(settings: dict[str, str], *, until: float, size: int) -> dict[str, str]:
    """Wait until nothing is under way, or time is up. Returns what the product believes."""
    states: dict[str, str] = {}
    quiet = 0
    while time.monotonic() < until and quiet < 2:
        time.sleep(min(2 + size / 2000, 10))
        states = json.loads(_python("-c", STATES, settings=settings) or "{}")
        quiet = quiet + 1 if states and set(states.values()) <= OVER else 0
    return states


def _python(*arguments: str, settings: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], env=settings, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout
