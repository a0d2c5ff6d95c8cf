"""Birthdays, with or without the year: "1985-06-12" or "--06-12" (vCard 4, RFC 6350, 4.3.1)."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from crm.web.time import EARLIEST

HOW = "Write it like 14 May, or 14 May 1985."
_LEAP_YEAR = 2000  # in which every day of a birthday exists
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_STORED = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d)-(?P<day>\d\d)")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<month>[a-z]{3,9})\.?,?(?:\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)


def read_birthday(text: str) -> str:
    """What was typed, as it is kept; "" for nothing. Raises ValidationError."""
    text = " ".join(text.split())
    if not text:
        return ""
    for shape in (_STORED, _DAY_FIRST, _MONTH_FIRST):
        if found := shape.fullmatch(text):
            return _kept(found["year"], _month(found["month"]), int(found["day"]))
    raise ValidationError(f"This is not a birthday. {HOW}")


def validate_birthday(kept: str) -> None:
    """Refuse what is not in the form that is kept."""
    if read_birthday(kept) != kept:
        raise ValidationError(f"This is not a birthday. {HOW}")


def spoken_birthday(kept: str) -> str:
    """“14 May 1985”, or “14 May” when the year is unknown."""
    if not kept:
        return ""
    day = birthday_in(_LEAP_YEAR, kept)
    year = "" if kept.startswith("-") else f" {kept[:4]}"
    return f"{day.day} {day:%B}{year}"


def birthday_in(year: int, kept: str) -> date:
    """The day on which it is kept that year: 28 February for 29 in a common year."""
    month, day = int(kept[-5:-3]), int(kept[-2:])
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28)


def _month(said: str) -> int:
    if said.isdigit():
        return int(said)
    short = said[:3].lower()
    full = date(_LEAP_YEAR, _MONTHS.index(short) + 1, 1) if short in _MONTHS else None
    # “Mayor” begins like May.
    if full is None or said.lower() not in (short, "sept", f"{full:%B}".lower()):
        raise ValidationError(f"“{said}” is not a month we know. {HOW}")
    return full.month


def _kept(year: str | None, month: int, day: int) -> str:
    known = year if year and year.isdigit() else None
    try:
        born = date(int(known or _LEAP_YEAR), month, day)
    except ValueError as error:
        raise ValidationError(f"There is no such day. {HOW}") from error
    if known and not EARLIEST <= born <= timezone.localdate():
        raise ValidationError(f"Nobody you know was born in {known}. Leave out an unknown year.")
    return f"{known or '-'}-{month:02}-{day:02}"
