"""What a reminder says. One function a mail; nothing here sends."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from crm.profile.models import Profile
from outreach.followups.lines import Line, lines_for
from outreach.followups.models import FollowUp
from outreach.reminders.links import DOINGS, stop_token_for, token_for
from outreach.reminders.models import Delivery
from outreach.reminders.timing import ReminderSettings
from outreach.reminders.wording import headline, schedule, since
from outreach.rules.checking import quiet_day
from outreach.rules.models import Rule

IN_FULL = (10, 5, 2, 1)  # follow-ups with their drafts: as many of these as the size allows
NAMED = 20  # those that follow, by name only
LARGEST = 95_000  # bytes; some mail programs cut what is longer than 100 kB


class NothingToSay(Exception):
    """There is no reason left to send this mail. Its text says why."""


class NotNow(Exception):
    """The user wants it quiet for a while."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("It waits for the end of the quiet hours.")
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Doing:
    """One click of the mail."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One follow-up in the mail."""

    line: Line

    @property
    def open_url(self) -> str:
        return settings.SITE_URL + self.line.compose_path

    @property
    def doings(self) -> list[Doing]:
        follow_up = self.line.follow_up
        return [
            Doing(doing.label, _url("outreach:reminder-link", token_for(follow_up, name)))
            for name, doing in DOINGS.items()
            if follow_up.message or name != "replied"
        ]


def reminder(delivery: Delivery, *, now: datetime) -> EmailMessage:
    """The mail of this delivery as of `now`, in the time zone of its owner.

    Raises NothingToSay when what it was to tell of was done meanwhile, or nobody is to be told,
    and NotNow in quiet hours.
    """
    if not delivery.owner.is_active:
        raise NothingToSay("The account is closed.")
    delivery.recipient = delivery.owner.email  # it may have changed since the mail was planned
    profile = Profile.objects.of(delivery.owner)
    with timezone.override(profile.zone):
        if delivery.kind == Delivery.Kind.TEST:
            return _test(delivery, now)
        return _digest(delivery, profile, timezone.localtime(now))


def _test(delivery: Delivery, now: datetime) -> EmailMessage:
    context = {"asked_at": timezone.localtime(delivery.created_at), "site_url": settings.SITE_URL}
    text = render_to_string("emails/test.txt", context)
    return _email(delivery, "A test from Rapport", text)


def _digest(delivery: Delivery, profile: Profile, now: datetime) -> EmailMessage:
    rule = ReminderSettings.objects.of(delivery.owner)
    if not rule.reminds_on(now.date()):
        raise NothingToSay("Reminders were switched off or paused before it went out.")
    if quiet := rule.quiet_for(now):
        raise NotNow(quiet)
    follow_ups = list(FollowUp.objects.open().filter(deliveries=delivery).with_rows())
    if not follow_ups:
        raise NothingToSay("All of it was closed before the mail went out.")
    for count in IN_FULL:
        email = _digest_of(delivery, follow_ups, count, profile, rule, now)
        if len(email.message().as_bytes()) <= LARGEST:
            break
    return email


def _digest_of(
    delivery: Delivery,
    follow_ups: list[FollowUp],
    count: int,
    profile: Profile,
    rule: ReminderSettings,
    now: datetime,
) -> EmailMessage:
    day = now.date()
    rest = follow_ups[count:]
    context = {
        "day": day,
        "headline": headline(follow_ups, day),
        "since": since(follow_ups, day),
        "quiet": quiet_day(Rule.objects.of(profile.owner_id), day),
        "items": _items(follow_ups[:count], profile, day),
        "others": rest[:NAMED],
        "unnamed": len(rest[NAMED:]),
        "schedule": schedule(rule, profile),
        "today_url": _url("outreach:today"),
        "reminders_url": _url("outreach:reminders"),
        "stop_url": _stop_url(delivery),
    }
    text = render_to_string("emails/reminder.txt", context)
    email = _email(delivery, headline(follow_ups, day), text)
    email.attach_alternative(render_to_string("emails/reminder.html", context), "text/html")
    return email


def _items(follow_ups: list[FollowUp], profile: Profile, day: date) -> list[Item]:
    return [Item(line) for line in lines_for(follow_ups, profile=profile, day=day)]


def _email(delivery: Delivery, subject: str, text: str) -> EmailMultiAlternatives:
    return EmailMultiAlternatives(
        subject=subject,
        body=text,
        to=[delivery.recipient],
        headers={
            "Message-ID": delivery.message_id,
            # Some servers put their own Message-ID in its place; this one they leave alone.
            "References": delivery.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "List-Unsubscribe": f"<{_stop_url(delivery)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _stop_url(delivery: Delivery) -> str:
    return _url("outreach:reminder-stop", stop_token_for(delivery.owner))


def _url(name: str, *args: object) -> str:
    return settings.SITE_URL + reverse(name, args=args)
