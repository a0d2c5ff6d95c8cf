"""The demo as of a Monday."""

from datetime import UTC, datetime
from io import StringIO

import time_machine
from django.core.management import call_command

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def demo(*args: str) -> str:
    """What the command prints when it is run on that Monday."""
    out = StringIO()
    with time_machine.travel(MONDAY, tick=False):
        call_command("demo", *args, stdout=out)
    return out.getvalue()
