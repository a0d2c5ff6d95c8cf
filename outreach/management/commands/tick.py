"""`manage.py tick [--now ISO]`: what the scheduler does every half minute, by hand."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from crm.web.time import validate_reasonable
from outreach.reminders.tick import tick


class Command(BaseCommand):
    help = "Plan what is owed and mail the reminders that are due."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--now", help="as if it were this time: 2026-11-23T08:00, in UTC unless it says else"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = tick(timezone.now() if options["now"] is None else _time(options["now"]))
        self.stdout.write(f"{report}.")
        if not report.is_complete:
            raise CommandError("Planning failed; the log says why. What was planned went out.")


def _time(text: str) -> datetime:
    try:
        said = datetime.fromisoformat(text)
        validate_reasonable(said.date())
    except (ValueError, ValidationError) as error:
        raise CommandError(
            f"--now must be a time like 2026-11-23T08:00 or 2026-11-23T08:00+01:00, not “{text}”."
        ) from error
    return said if said.tzinfo else said.replace(tzinfo=UTC)
