"""A follow-up in words: why now, and where the user knows the person from."""

from datetime import date

from django.utils import timezone

from contacts.models import Contact, Meeting, Promise
from outreach.facts.wording import label_before
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
    """The reason as a sentence. Needs `contact`, `message` and `promise` loaded."""
    if follow_up.reason == Reason.OWN:
        return follow_up.text
    if follow_up.promise:
        return _why_promise(follow_up.promise, today)
    if follow_up.occasion:
        return _why_by_the_calendar(follow_up, follow_up.occasion, today)
    message = follow_up.message
    if message is None or message.sent_at is None:
        return follow_up.get_reason_display()
    return _why_after(message, timezone.localdate(message.sent_at), follow_up, today)


def _why_after(message: Message, sent_on: date, follow_up: FollowUp, today: date) -> str:
    sent = spoken_date(sent_on, today)
    if follow_up.reason == Reason.ACCEPTED_SILENT and message.accepted_at:
        accepted = spoken_date(timezone.localdate(message.accepted_at), today)
        return f"{_given(message)} accepted {accepted}, and you have said nothing yet."
    if follow_up.reason == Reason.WENT_GENERIC:
        if message.went_out_bare:
            return f"Your request went out {sent} without a note."
        return f"What you sent {sent} could have gone to anyone."
    if follow_up.reason == Reason.ASK_AGAIN:
        return _why_ask_again(message, follow_up, today)
    if follow_up.reason == Reason.PARKED:
        return _why_rested(message, follow_up, today)
    if follow_up.reason == Reason.PENDING:
        return _why_pending(sent_on, follow_up, today)
    if follow_up.due_on > today:
        return f"Sent {sent}; if no reply comes, write again."
    last = " After this one, let it rest." if follow_up.step > 1 else ""
    return f"No reply for {_days((today - sent_on).days)}.{last}"


def _why_pending(sent_on: date, follow_up: FollowUp, today: date) -> str:
    if follow_up.due_on > today:
        then = "withdraw it" if follow_up.asks_to_withdraw else "try another way"
        return f"Invited {spoken_date(sent_on, today)}; if it is not accepted, {then}."
    said = f"Your invitation has been pending for {_days((today - sent_on).days)}."
    if follow_up.asks_to_withdraw:
        return f"{said} Withdraw it on LinkedIn, and ask again later."
    return f"{said} Try another way."


def _why_ask_again(message: Message, follow_up: FollowUp, today: date) -> str:
    withdrawn = spoken_date(timezone.localdate(message.withdrawn_at), today)
    if follow_up.due_on > today:
        return f"You withdrew the request {withdrawn}; LinkedIn takes a new one then."
    return f"You withdrew the request {withdrawn}, and LinkedIn takes a new one again."


def _why_rested(message: Message, follow_up: FollowUp, today: date) -> str:
    if follow_up.due_on > today:
        return f"{_given(message)} has not answered after two follow-ups. Let it rest until then."
    return f"It has rested since {_given(message)} did not answer. Is there a new occasion?"


def _why_by_the_calendar(follow_up: FollowUp, occasion: date, today: date) -> str:
    given = follow_up.contact.given_name
    if follow_up.reason == Reason.BIRTHDAY:
        verb = "was" if occasion < today else "is"
        return f"{given}’s birthday {verb} {spoken_date(occasion, today)}."
    if follow_up.due_on > today:
        return f"Last in touch {spoken_date(occasion, today)}."
    since = spoken_date(occasion, today).removeprefix("on ")
    return f"You have not been in touch with {given} since {since}."


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"


def _why_promise(promise: Promise, today: date) -> str:
    label = "You promised to" if promise.by == Promise.By.ME else "They offered to"
    said = _ended(f"{label_before(promise.text, label)} {promise.text}")
    return f"{said} {_due(promise.due_on, today)}" if promise.due_on else said


def _due(day: date, today: date) -> str:
    """“Due on Friday.”, and “Was due on Friday 20 November.”, which no Friday to come can be."""
    if day >= today:
        return f"Due {spoken_date(day, today)}."
    if (today - day).days == 1:
        return "Was due yesterday."
    year = "" if day.year == today.year else f" {day.year}"
    return f"Was due on {day:%A} {day.day} {day:%B}{year}."


def _ended(typed: str) -> str:
    """The words with one stop at their end, whichever the user may have typed."""
    return typed if typed.endswith(("?", "!")) else f"{typed.rstrip(' .')}."


def why_wait(contact: Contact) -> str:
    """Why nothing can be sent yet, and what would help."""
    return (
        f"Without InMail you can write to {contact.given_name} on LinkedIn only once you are "
        "connected: wait, or add an e-mail address."
    )


def _given(message: Message) -> str:
    return message.contact.given_name


def context_line(meeting: Meeting | None, today: date) -> str:
    """Where the user knows them from: “You met at PyCon on 18 November, introduced by Ana.”"""
    if meeting is None:
        return ""
    by = f", introduced by {meeting.introduced_by}" if meeting.introduced_by else ""
    return _ended(f"You met{meeting.where_and_when(spoken_date(meeting.met_on, today))}{by}")
