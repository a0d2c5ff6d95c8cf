"""`python -m tests.servers COMMAND…`: run a command with a real Postgres and Redis beside it."""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from tests.servers import SERVERS_RUN, postgres, redis
from tests.servers.process import ServerFailed, stop


def main(command: list[str]) -> int:
    """Run the command with DATABASE_URL and REDIS_URL set. Returns its exit code.

    Servers named by TEST_DATABASE_URL and TEST_REDIS_URL are used as they are.
    """
    if not command:
        sys.exit("Usage: python -m tests.servers COMMAND…")
    signal.signal(signal.SIGTERM, _end)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rapport-servers-")))
        urls = {
            "DATABASE_URL": os.environ.get("TEST_DATABASE_URL")
            or stack.enter_context(postgres.running(folder)),
            "REDIS_URL": os.environ.get("TEST_REDIS_URL")
            or stack.enter_context(redis.running(folder)),
        }
        running = subprocess.Popen(command, env={**os.environ, **urls, SERVERS_RUN: "1"})
        stack.callback(stop, running)
        return running.wait()


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + signal.SIGTERM)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ServerFailed as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
