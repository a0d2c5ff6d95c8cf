"""A pytest plugin (named in pyproject.toml): the settings of the tests, before Django reads any.

Whatever the developer's own shell says of Rapport is taken out, so that no test can write to their
data or mail their contacts. `python -m tests.servers.environment COMMAND…` does it for a command.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile

from tests.servers import SERVERS_RUN

SETTINGS = (
    "DATABASE_URL",
    "DEBUG",
    "EMAIL_AIM_WORDS",
    "EMAIL_FROM",
    "EMAIL_URL",
    "INMAIL_AIM",
    "INMAIL_LIMIT",
    "INMAIL_SUBJECT_LIMIT",
    "LINKEDIN_MESSAGE_AIM",
    "LINKEDIN_MESSAGE_WARNING",
    "LINKEDIN_NOTE_LIMIT",
    "LINKEDIN_NOTE_LIMIT_PREMIUM",
    "PORT",
    "RAPPORT_DATA",
    "REDIS_URL",
    "SECRET_KEY",
    "SITE_URL",
)


def prepare() -> None:
    """Leave only the settings of the tests in this process's environment."""
    kept = ("DATABASE_URL", "REDIS_URL") if os.environ.get(SERVERS_RUN) else ()
    for name in SETTINGS:
        os.environ.pop(f"{name}_FILE", None)
        if name not in kept:
            os.environ.pop(name, None)
    if (worker := os.environ.get("PYTEST_XDIST_WORKER", "")) and "REDIS_URL" in kept:
        # As Django gives each worker a Postgres database of its own; Redis has 16 of them.
        server = os.environ["REDIS_URL"].rpartition("/")[0]
        os.environ["REDIS_URL"] = f"{server}/{int(worker.removeprefix('gw')) % 16}"
    data = tempfile.mkdtemp(prefix="rapport-tests-")
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    os.environ["RAPPORT_DATA"] = data
    os.environ["SECRET_KEY"] = "signs-nothing-outside-the-tests-0123456789-abcdefghijkl"
    # Playwright keeps an event loop in the test's thread, where Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


prepare()

if __name__ == "__main__":
    sys.exit(subprocess.run(sys.argv[1:], check=False).returncode)
