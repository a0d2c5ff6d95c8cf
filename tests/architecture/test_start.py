"""A second `make run` answers within three seconds, so no module may work hard when imported."""

import subprocess
import sys

from tests.architecture.source import ROOT, report

MOST_CPU_SECONDS = 2.0  # the rest is for the database and the server
START = """
import os, time, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()
import crm.urls
print(time.process_time())
"""


def test_loading_the_product_takes_little():
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", START],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    seconds = float(loaded.stdout)
    slowest = sorted(map(_own_time, loaded.stderr.splitlines()), reverse=True)[:5]
    places = [f"{name}: {microseconds / 1e6:.2f} s of its own" for microseconds, name in slowest]

    assert seconds < MOST_CPU_SECONDS, report(places, "Loading takes too long.")


def _own_time(line: str) -> tuple[int, str]:
    """Microseconds and module of a line of -X importtime; (0, "") for its heading."""
    own, _, rest = line.removeprefix("import time:").partition("|")
    return (int(own), rest.rpartition("|")[2].strip()) if own.strip().isdigit() else (0, "")
