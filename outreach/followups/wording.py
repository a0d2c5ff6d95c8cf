"""A follow-up in words: why now, and where the user knows the person from."""

from datetime import date

from django.utils import timezone

from contacts.models import Meeting, Promise
from outreach.followups.models import FollowUp
from outreach.messages.models import Message

Reason = FollowUp.Reason


def spoken_date(day: date, today: date) -> str:
    """A date as one says it: “today”, “yesterday”, “on Sunday”, “on 3 May”, “on 3 May 2024”."""
    days = (today - day).days
    if days in (-1, 0, 1):
        return {-1: "tomorrow", 0: "today", 1: "yesterday"}[days]
    if -7 < days < 7:
        return f"on {day:%A}"
    return f"on {day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")


def why_now(follow_up: FollowUp, today: date) -> str:
    """The reason as a sentence. Needs `message` and `promise` loaded."""
    if follow_up.promise:
        return _why_promise(follow_up.promise, today)
    message = follow_up.message
    if message is None or message.sent_at is None:
        return follow_up.get_reason_display()
    sent_on = timezone.localdate(message.sent_at)
    if follow_up.reason == Reason.ACCEPTED_SILENT and message.accepted_at:
        accepted = spoken_date(timezone.localdate(message.accepted_at), today)
        return f"{_given(message)} accepted {accepted}, and you have said nothing yet."
    if follow_up.reason == Reason.WENT_GENERIC:
        if message.went_out_bare:
            return f"Your request went out {spoken_date(sent_on, today)} without a note."
        return f"What you sent {spoken_date(sent_on, today)} could have gone to anyone."
    if follow_up.due_on > today:
        return f"Sent {spoken_date(sent_on, today)}; if no reply comes, write again."
    days = (today - sent_on).days
    last = " After this one, let it rest." if follow_up.step > 1 else ""
    return f"No reply for {days} {'day' if days == 1 else 'days'}.{last}"


def _why_promise(promise: Promise, today: date) -> str:
    due = f"Due {spoken_date(promise.due_on, today)}." if promise.due_on else ""
    said = "You promised to" if promise.by == Promise.By.ME else "They offered to"
    return f"{said} {promise.text.rstrip(' .')}. {due}".rstrip()


def _given(message: Message) -> str:
    return message.contact.given_name


def context_line(meeting: Meeting | None, today: date) -> str:
    """Where the user knows them from: “You met at PyCon on 18 November; Ana introduced you.”"""
    if meeting is None:
        return ""
    introduced = f"; {meeting.introduced_by} introduced you" if meeting.introduced_by else ""
    where = f" {meeting.where}" if meeting.where else ""
    return f"You met{where} {spoken_date(meeting.met_on, today)}{introduced}."
