"""A reminder in words."""

from datetime import date

from crm.profile.models import Profile
from crm.web.time import today
from outreach.followups.models import FollowUp
from outreach.followups.wording import spoken_date
from outreach.reminders.timing import WEEKDAYS, ReminderSettings

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


def headline(follow_ups: list[FollowUp], day: date) -> str:
    """“Monday: two people to write to, one promise due”. It names nobody: it is the subject too."""
    promises = sum(follow_up.reason == FollowUp.Reason.PROMISE for follow_up in follow_ups)
    to_write = {f.contact_id for f in follow_ups if f.reason != FollowUp.Reason.PROMISE}
    said = []
    if to_write:
        said.append(f"{_count(len(to_write), 'person', 'people')} to write to")
    if promises:
        said.append(f"{_count(promises, 'promise', 'promises')} due")
    return f"{day:%A}: {', '.join(said)}"


def since(follow_ups: list[FollowUp], day: date) -> str:
    """Since when the oldest has been due, or nothing when all fell due today."""
    oldest = min(follow_up.due_on for follow_up in follow_ups)
    if oldest >= day:
        return ""
    when = "yesterday" if (day - oldest).days == 1 else spoken_date(oldest, day)
    return f"due since {when.removeprefix('on ')}"


def schedule(rule: ReminderSettings, profile: Profile) -> str:
    """“at 08:00 on weekdays (Europe/Berlin)”, “as soon as something is due”, why it is another hour
    than the chosen one, and until when they are paused."""
    until = rule.paused_until
    paused = f", from {until.day} {until:%B %Y} on" if until and until > today() else ""
    if rule.mode == rule.Mode.IMMEDIATE:
        return f"as soon as something is due{_but_quiet(rule)} ({profile.zone.key}){paused}"
    why = "" if rule.comes_at == rule.hour else ", when your quiet hours end,"
    return f"at {rule.comes_at:02}:00{why} {on_days(rule.weekdays)} ({profile.zone.key}){paused}"


def _but_quiet(rule: ReminderSettings) -> str:
    if rule.quiet_from is None or rule.quiet_until is None:
        return ""
    return f", but not from {rule.quiet_from:02}:00 to {rule.quiet_until:02}:00"


def on_days(weekdays: str) -> str:
    """“on weekdays”, “every day”, “on Mondays and Fridays”."""
    if weekdays == WEEKDAYS:
        return "on weekdays"
    if len(weekdays) == len(DAYS):
        return "every day"
    names = [DAYS[int(number)] for number in weekdays]
    return "on " + " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _count(number: int, one: str, many: str) -> str:
    word = NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"
    return f"{word} {one if number == 1 else many}"
