"""What the product runs on in a run, and what is done to it: databases, Redis, the processes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from redis import Redis as RedisClient

from tests.servers.postgres import Cluster
from tests.servers.process import end_with_parent, start, stop
from tests.servers.redis import free_port, launch

DOWN_SECONDS = 0.5  # a server that restarts is away for so long, at least


@dataclass
class Broken:
    """The servers of a run, and how often each was hurt."""

    folder: Path
    postgres: Cluster | None = None
    redis_port: int = 0
    redis: Popen[bytes] | None = None
    hurt: dict[str, int] = field(default_factory=dict)

    def do(self, what: str) -> None:
        """Break one thing, and mend it."""
        {
            "redis restarts": self._restart_redis,
            "redis is emptied": self._empty_redis,
            "postgres restarts": self._restart_postgres,
            "postgres drops its clients": self._drop_clients,
        }[what]()
        self.hurt[what] = self.hurt.get(what, 0) + 1

    def _restart_redis(self) -> None:
        if self.redis:
            stop(self.redis, by=signal.SIGKILL)
            time.sleep(DOWN_SECONDS)
            self.redis = launch(self.folder, self.redis_port)

    def _empty_redis(self) -> None:
        with RedisClient(port=self.redis_port) as client:
            client.flushall()

    def _restart_postgres(self) -> None:
        if self.postgres:
            self.postgres.stop(by=signal.SIGQUIT)
            time.sleep(DOWN_SECONDS)
            self.postgres.start()

    def _drop_clients(self) -> None:
        if self.postgres:
            self.postgres.drop_clients()


@contextmanager
def servers(folder: Path, database: str) -> Iterator[tuple[Broken, dict[str, str]]]:
    """Start what this form of the product needs. Yields them and the product's settings."""
    settings = {
        "DJANGO_SETTINGS_MODULE": "crm.settings",
        "RAPPORT_DATA": str(folder / "data"),
        "DATABASE_URL": f"sqlite:///{folder}/rapport.sqlite3",
        "SECRET_KEY": "signs-nothing-outside-the-harness-0123456789-abcdefghi",
    }
    broken = Broken(folder)
    try:
        if database == "postgres":
            broken.postgres = Cluster(folder, durable=True)
            broken.postgres.start()
            broken.redis_port = free_port()
            broken.redis = launch(folder, broken.redis_port)
            settings["DATABASE_URL"] = broken.postgres.url
            settings["REDIS_URL"] = f"redis://127.0.0.1:{broken.redis_port}/0"
        yield broken, settings
    finally:
        if broken.redis:
            stop(broken.redis)
        if broken.postgres:
            broken.postgres.stop()


def processes(database: str) -> dict[str, str]:
    """Names and kinds of the product's processes: all there are twice."""
    if database == "postgres":
        return {"worker-0": "worker", "worker-1": "worker", "beat-0": "beat", "beat-1": "beat"}
    return {"embedded-0": "embedded", "embedded-1": "embedded"}


@contextmanager
def running(folder: Path, name: str, kind: str, settings: dict[str, str]) -> Iterator[None]:
    """Keep a process of the product running (see process.py) until the block ends."""
    command = [sys.executable, "-m", "benchmarks.faults.process", str(folder), name, kind]
    with (folder / f"{name}.log").open("ab") as log:
        # A session of its own, so that all that it started ends with it.
        process = subprocess.Popen(
            command,
            env={**os.environ, **settings},
            start_new_session=True,
            preexec_fn=lambda: end_with_parent(signal.SIGKILL),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def ask_to_end(folder: Path, names: list[str], chance: random.Random) -> str:
    """SIGTERM to one of the processes, as a deployment does. Returns which, or "" when it had
    ended by itself."""
    name = chance.choice(names)
    try:
        os.kill(int((folder / f"{name}.pid").read_text()), signal.SIGTERM)
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return ""
    return name


@contextmanager
def mail_server(folder: Path) -> Iterator[str]:
    """Start the sink (see sink.py). Yields EMAIL_URL."""
    log = folder / "sink.log"
    command = [sys.executable, "-m", "benchmarks.faults.sink"]
    command += [str(folder / "plan.json"), str(folder / "accepted.jsonl")]
    sink = start(command, log=log, if_we_die=signal.SIGKILL)
    try:
        while not (said := log.read_text()).endswith("\n"):
            if sink.poll() is not None:
                raise RuntimeError(said)
            time.sleep(0.02)
        yield f"smtp://127.0.0.1:{said.split()[0]}"
    finally:
        stop(sink, by=signal.SIGKILL)
