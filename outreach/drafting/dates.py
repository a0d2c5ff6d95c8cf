"""Dates as people say them."""

import re
from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_NUMBERS = ("", "one", "two", "three", "four")
# As people type them, in full or short: "marketing" and "novels" are no months.
A_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY_OF_MONTH = re.compile(  # without a year: "12 Jan", "12th of January", "Jan 12"
    r"(?P<until> (?:by|before|until|till?))?(?: on)?(?: the)? ?\b"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{A_MONTH})"
    rf"|(?P<first_month>{A_MONTH}) (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?)\b(?!:| \d)",
    re.IGNORECASE,
)


def spoken(day: date, today: date) -> str:
    """A past day as one says it on `today`: "on Friday", "last week", "in May 2024".

    Empty for a day to come, of which nothing can be told yet.
    """
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month
    if days < 0:
        return ""
    if days < 2:
        return "yesterday" if days else "today"
    if days < 7:
        return f"on {_DAYS[day.weekday()]}"
    if days < 14 and days - today.weekday() <= 7:
        return "last week"
    if days < 28 and months <= 1:
        return f"{_NUMBERS[max(2, round(days / 7))]} weeks ago"
    if months == 1:
        return "last month"
    month = _MONTHS[day.month - 1]
    if day.year == today.year:
        return f"in {month}"
    return f"last {month}" if months < 12 else f"in {month} {day.year}"


def without_past_deadline(text: str, noted: date, today: date) -> str:
    """Without "by 12 Jan" once that day, as it was noted on another, is over."""

    def kept(match: re.Match[str]) -> str:
        return "" if match["until"] and _is_past(match, noted, today) else match[0]

    return _DAY_OF_MONTH.sub(kept, text)


def names_past_day(text: str, noted: date, today: date) -> bool:
    """Whether words that were noted on a day name another that is over by `today`: "the opening
    night, 12 Jan". A deadline is none: what was promised by then may still be owed."""
    found = _DAY_OF_MONTH.finditer(text)
    return any(not match["until"] and _is_past(match, noted, today) for match in found)


def _is_past(match: re.Match[str], noted: date, today: date) -> bool:
    month = (match["month"] or match["first_month"]).title()
    number = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(month))
    day = int(match["day"] or match["day_after"])
    try:
        meant = date(noted.year, number, day)
        meant = meant if meant >= noted else meant.replace(year=noted.year + 1)
    except ValueError:  # 31 June
        return False
    return meant < today
