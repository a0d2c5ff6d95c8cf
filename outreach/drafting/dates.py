"""Dates as people say them."""

from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_NUMBERS = ("", "one", "two", "three", "four")


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
