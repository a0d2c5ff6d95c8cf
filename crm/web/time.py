"""Dates and zones as people mean them."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone

EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 1, 1)


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that IANA name, or None when there is none (also for empty or odd names)."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # OSError: a name that is a directory, like "Europe"
        return None


def today() -> date:
    """The date where the signed-in person is."""
    return timezone.localdate()


def short_date(day: date) -> str:
    """“20 Nov”, and “31 Dec 2025” where it is not of this year, for a line of small print."""
    return f"{day.day} {day:%b}" + ("" if day.year == today().year else f" {day.year}")


def at_hour(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """`hour` o'clock local time on `day`, once: the first of two, or just after a gap."""
    wall = datetime(day.year, day.month, day.day, hour, tzinfo=zone)
    # A time in the gap has no place in UTC; there and back again moves it past the gap.
    return wall.astimezone(ZoneInfo("UTC"))


def validate_reasonable(value: date) -> None:
    """Refuse years that are slips of the keyboard."""
    if not EARLIEST <= value <= LATEST:
        raise ValidationError("This year looks wrong. Use a date between 1900 and 2200.")


def validate_not_future(value: date) -> None:
    """Refuse a date that has not come yet where the person is."""
    if value > today():
        raise ValidationError("This is in the future. When did it happen?")
