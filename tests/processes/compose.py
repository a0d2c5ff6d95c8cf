"""The processes of docker-compose.yml, started natively: what people deploy is what is tested."""

import os
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen
from urllib.error import URLError

import yaml
from django.db import connection

from tests.servers.process import start, stop, wait_until
from tests.servers.redis import free_port

ROOT = Path(__file__).resolve().parents[2]


def command(service: str) -> list[str]:
    """The command that docker-compose.yml gives a service."""
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    return list(services[service]["command"])


@contextmanager
def running(
    service: str, *, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Popen[bytes]]:
    """Run a service of docker-compose.yml until the block ends, its output in `log`.

    It works on this test's database; `environment` is added to this process's settings.
    """
    settings = {
        "DATABASE_URL": _database_url(),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONUNBUFFERED": "1",
        **(environment or {}),
    }
    process = start(command(service), log=log, environment=settings, folder=ROOT)
    try:
        yield process
    finally:
        stop(process)


@contextmanager
def web(
    *, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[str, Popen[bytes]]]:
    """Run the service `web` on a free port; yields its address and its process once it answers."""
    address = f"127.0.0.1:{free_port()}"
    settings = {
        **(environment or {}),
        "GUNICORN_CMD_ARGS": f"--bind={address}",
        "SITE_URL": f"http://{address}",
    }
    with running("web", log=log, environment=settings) as process:
        wait_until(
            lambda: answers(f"http://{address}/healthz"), name="web", log=log, process=process
        )
        yield f"http://{address}", process


def _database_url() -> str:
    """Django's tests run in a database beside the one that DATABASE_URL names."""
    server = os.environ["DATABASE_URL"].rpartition("/")[0]
    return f"{server}/{connection.settings_dict['NAME']}"


def answers(url: str) -> bool:
    """Whether it says 200."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
