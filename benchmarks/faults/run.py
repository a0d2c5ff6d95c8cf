"""One run: the truth, a mail server, the product's processes, and what breaks."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.faults import daylight, states, truth
from benchmarks.faults.plan import Run, plan
from benchmarks.faults.servers import (
    Broken,
    ask_to_end,
    mail_server,
    processes,
    running,
    servers,
)
from benchmarks.faults.truth import Expected
from tests.servers.redis import free_port

GLANCE = 0.1  # seconds between two looks at the log
QUIET = 1.5  # a few ticks, in which something could come that should not
OVER = {"sent", "failed", "unknown", "dropped"}


@dataclass
class Watch:
    """Moves the clock of a run and breaks things, while it waits for what should arrive."""

    run: Run
    folder: Path
    broken: Broken
    terminated: list[str]  # processes that get SIGTERM now and then
    seed: int
    steps: list[tuple[float, datetime]] = field(default_factory=list)
    terms: int = 0

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._began = time.monotonic()
        self._log = self.folder / "accepted.jsonl"
        self._read = 0
        self._arrived: set[str] = set()

    def step(self, now: datetime) -> None:
        """It is `now` from now on, for every process of the product."""
        wall = time.time()
        clock = self.folder / "clock.json"
        offset = (now - datetime.fromtimestamp(wall, UTC)).total_seconds()
        clock.with_suffix(".new").write_text(json.dumps({"offset": offset}))
        clock.with_suffix(".new").replace(clock)
        self.steps.append((wall, now))

    def wait_for(self, recipients: set[str], *, patience: float) -> None:
        """Return when mail to all of these was accepted, or when none came for `patience` s."""
        last, seen = time.monotonic(), -1
        while not recipients <= self._arrived:
            self._look()
            if len(self._arrived) != seen:
                last, seen = time.monotonic(), len(self._arrived)
            if time.monotonic() - last > patience:
                break
        self.linger(QUIET)

    def wait_until_over(self, url: str, *, patience: float) -> dict[str, str]:
        """What the product believes, once it has nothing under way or `patience` s have passed."""
        give_up = time.monotonic() + patience
        believed: dict[str, str] = {}
        while time.monotonic() < give_up:
            believed = states.believed(url)
            if believed and set(believed.values()) <= OVER:
                break
            self.linger(QUIET)
        return believed

    def linger(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._look()

    def missing(self, recipients: set[str]) -> set[str]:
        return recipients - self._arrived

    def _look(self) -> None:
        time.sleep(GLANCE)
        self._break()
        if self._log.exists():
            with self._log.open("rb") as log:
                log.seek(self._read)
                lines = [line for line in log if line.endswith(b"\n")]
            self._read += sum(map(len, lines))
            self._arrived.update(json.loads(line)["recipient"] for line in lines)

    def _break(self) -> None:
        seconds = time.monotonic() - self._began
        done = sum(self.broken.hurt.values())
        if self.broken.redis and self.run.chaos and seconds > (done + 1) * self.run.chaos_every:
            self.broken.do(self.run.chaos[done % len(self.run.chaos)])
        if self.run.sigterm_every and seconds > (self.terms + 1) * self.run.sigterm_every:
            ask_to_end(self.folder, self.terminated, self._chance)
            self.terms += 1


def carry_out(
    run: Run, *, database: str, seed: int, size: int, patience: float = 25
) -> tuple[dict[str, object], dict[str, object]]:
    """Do it. Returns the row of results, and what was done and seen besides."""
    with TemporaryDirectory(prefix="rapport-faults-") as name, ExitStack() as stack:
        folder = Path(name)
        expected = _write(run, folder, seed=seed, size=size, database=database)
        broken, settings = stack.enter_context(servers(folder, database))
        settings["EMAIL_URL"] = stack.enter_context(mail_server(folder))
        _fill(folder, settings)
        kinds = processes(database)
        ticking = [name for name, kind in kinds.items() if kind != "beat"]
        watch = Watch(run, folder, broken, ticking, seed)
        began = time.monotonic()
        watch.step(truth.WAVES[0] if run.steps != "daylight" else daylight.BEGINNING)
        for one, kind in kinds.items():
            stack.enter_context(running(folder, one, kind, settings))
        believed = _play(watch, expected, settings["DATABASE_URL"], patience=patience)
        blind = [*_died_in_the_window(folder), *_never_told(folder)]
        accepted = truth.lines(folder / "accepted.jsonl")
        counted = truth.count(expected, accepted, blind, believed, truth.Clock(watch.steps))
        kills = Counter(f"{k['victim']} {k['point']}" for k in truth.lines(folder / "kills.jsonl"))
        row = {"name": run.name, "database": database, "control": run.is_control}
        seen = {
            "seconds": round(time.monotonic() - began, 1),
            "kills": dict(sorted(kills.items())),
            "servers": broken.hurt,
            "sigterms": watch.terms,
            "blind": dict(Counter(line["point"] for line in blind)),
            "states": dict(Counter(believed.values())),
        }
        return {**row, **asdict(counted)}, seen


def _write(run: Run, folder: Path, *, seed: int, size: int, database: str) -> Sequence[Expected]:
    """The truth and the plan, before anything of the product starts."""
    if run.steps == "daylight":
        expected = daylight.expected()
    else:
        expected = truth.decide(seed=seed, size=size, poison=run.poison, waves=run.waves)
    truth.write(folder / "expected.csv", expected)
    (folder / "done").mkdir()
    names = [name for name, kind in processes(database).items() if kind != "beat"]
    planned = plan(run, expected, seed=seed) | {
        "drift": dict(zip(names, run.drift, strict=False)),
        "ports": {name: free_port() for name in names},
    }
    (folder / "plan.json").write_text(json.dumps(planned))
    return expected


def _play(
    watch: Watch, expected: Sequence[Expected], url: str, *, patience: float
) -> dict[str, str]:
    """Let the day of the run pass. Returns what the product believes in the end."""
    due = {one.recipient: one.not_before for one in expected if one.fate == "delivered"}
    for now in _steps(watch.run, expected):
        watch.step(now)
        over = {who for who, at in due.items() if datetime.fromisoformat(at) <= now}
        watch.wait_for(over, patience=patience)
    believed = watch.wait_until_over(url, patience=patience * 2)
    if watch.missing(set(due)) and not watch.run.is_control:
        watch.step(truth.NEXT_DAY)  # what is told then is late, and not lost
        watch.wait_for(set(due), patience=patience)
        believed = watch.wait_until_over(url, patience=patience)
    return believed


def _steps(run: Run, expected: Sequence[Expected]) -> Iterator[datetime]:
    if run.steps == "daylight":
        for at in sorted({datetime.fromisoformat(one.not_before) for one in expected}):
            yield at - timedelta(seconds=30)
            yield at
        return
    for wave in truth.WAVES[: run.waves + 1]:
        yield wave
        if run.steps == "back and forth":
            yield wave - timedelta(hours=1)
            yield wave - timedelta(days=1)
            yield wave + timedelta(seconds=1)
    if run.steps == "back and forth":
        yield truth.WAVES[-1] + timedelta(hours=1)
        yield truth.WAVES[-1] + timedelta(days=1)
        yield truth.WAVES[-1]


def _died_in_the_window(folder: Path) -> Iterator[dict[str, str]]:
    """Mails whose process entered the window and was not seen to leave it. One that enters again
    has left it alive."""
    last: dict[str, dict[str, str]] = {}
    for line in truth.lines(folder / "windows.jsonl"):
        last[line["pid"]] = line
        if line["did"] == "torn":
            yield {"point": "the database went", "recipient": line["recipient"]}
    for line in last.values():
        if line["did"] == "enter":
            yield {"point": "died in the window", "recipient": line["recipient"]}


def _never_told(folder: Path) -> Iterator[dict[str, str]]:
    """Mails that the server accepted and never said so."""
    for line in truth.lines(folder / "accepted.jsonl"):
        if line["reply"] != "250":
            yield {"point": line["reply"], "recipient": line["recipient"]}


def _fill(folder: Path, settings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "benchmarks.faults.seed", str(folder / "expected.csv")]
    done = subprocess.run(
        command,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
