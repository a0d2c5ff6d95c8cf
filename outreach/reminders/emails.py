"""What a reminder says. One function a mail; nothing here sends."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from urllib.parse import unquote
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from contacts.models import Contact
from outreach.followups.lines import Line, lines_for
from outreach.followups.models import FollowUp
from outreach.reminders.links import DOINGS, fits, stop_token_for, token_for
from outreach.reminders.material import Material
from outreach.reminders.models import Delivery
from outreach.reminders.wording import headline, schedule, since
from outreach.rules.checking import quiet_day

IN_FULL = (10, 5, 2, 1)  # people with their drafts: as many of these as the size allows
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
class Owed:
    """One follow-up in the mail, and what a click can do about it."""

    line: Line
    doings: list[Doing]


@dataclass(frozen=True, slots=True)
class Item:
    """One person in the mail: all that is owed to them, and one draft."""

    contact: Contact
    owed: list[Owed]
    line: Line  # the one whose draft is shown
    open_url: str

    @property
    def is_several(self) -> bool:
        return len(self.owed) > 1


def reminder(delivery: Delivery, material: Material, *, now: datetime) -> EmailMessage:
    """The mail of this delivery as of `now`, in the time zone of its owner.

    Raises NothingToSay when what it was to tell of was done meanwhile, or nobody is to be told,
    and NotNow in quiet hours.
    """
    if not delivery.owner.is_active:
        raise NothingToSay("The account is closed.")
    delivery.recipient = delivery.owner.email  # it may have changed since the mail was planned
    with timezone.override(material.profile.zone):
        if delivery.kind == Delivery.Kind.TEST:
            return _test(delivery, now)
        return _digest(delivery, material, timezone.localtime(now))


def _test(delivery: Delivery, now: datetime) -> EmailMessage:
    context = {"asked_at": timezone.localtime(delivery.created_at), "site_url": settings.SITE_URL}
    text = render_to_string("emails/test.txt", context)
    return _email(delivery, "A test from Rapport", text, _stop_url(delivery))


def _digest(delivery: Delivery, material: Material, now: datetime) -> EmailMessage:
    if not material.rule.reminds_on(now.date()):
        raise NothingToSay("Reminders were switched off or paused before it went out.")
    if quiet := material.rule.quiet_for(now):
        raise NotNow(quiet)
    if not material.follow_ups:
        raise NothingToSay("All of it was closed before the mail went out.")
    people: dict[UUID, list[FollowUp]] = defaultdict(list)
    for follow_up in material.follow_ups:
        people[follow_up.contact_id].append(follow_up)
    in_order = list(people.values())
    items = _items(in_order[: max(IN_FULL)], material, now.date())
    for count in IN_FULL:
        email = _digest_of(delivery, items[:count], in_order[count:], material, now.date())
        if _is_small(email):
            break
    return email


def _is_small(email: EmailMultiAlternatives) -> bool:
    """Whether no mail program will cut it. The mail is written out only where that is in doubt:
    for transport a byte becomes three at the most."""
    bodies = [email.body, *(str(part[0]) for part in email.alternatives)]
    return (
        sum(3 * len(body.encode()) for body in bodies) < LARGEST
        or len(email.message().as_bytes()) <= LARGEST
    )


def _digest_of(
    delivery: Delivery,
    items: list[Item],
    rest: list[list[FollowUp]],
    material: Material,
    day: date,
) -> EmailMultiAlternatives:
    """The digest with these people in full, and the rest by name only."""
    follow_ups = material.follow_ups
    subject, stop_url = headline(follow_ups, day), _stop_url(delivery)
    context = {
        "day": day,
        "headline": subject,
        "since": since(follow_ups, day),
        "quiet": quiet_day(material.manner.rules, day),
        "items": items,
        "others": [owed[0].contact for owed in rest[:NAMED]],
        "unnamed": len(rest[NAMED:]),
        "schedule": schedule(material.rule, material.profile),
        "today_url": _url("outreach:today"),
        "reminders_url": _url("outreach:reminders"),
        "stop_url": stop_url,
    }
    text = render_to_string("emails/reminder.txt", context)
    email = _email(delivery, subject, text, stop_url)
    email.attach_alternative(render_to_string("emails/reminder.html", context), "text/html")
    return email


def _items(people: list[list[FollowUp]], material: Material, day: date) -> list[Item]:
    follow_ups = [follow_up for owed in people for follow_up in owed]
    lines = lines_for(follow_ups, profile=material.profile, day=day, manner=material.manner)
    by_follow_up = {line.follow_up.pk: Owed(line, _doings(line.follow_up)) for line in lines}
    return [_item([by_follow_up[follow_up.pk] for follow_up in owed]) for owed in people]


def _item(owed: list[Owed]) -> Item:
    """This person, with the draft of the longest due that something written answers."""
    lines = [one.line for one in owed]
    line = next((line for line in lines if line.draft), lines[0])
    return Item(line.follow_up.contact, owed, line, settings.SITE_URL + line.compose_path)


def _doings(follow_up: FollowUp) -> list[Doing]:
    return [
        Doing(doing.label, _url("outreach:reminder-link", token_for(follow_up, name)))
        for name, doing in DOINGS.items()
        if fits(name, follow_up)
    ]


def _email(delivery: Delivery, subject: str, text: str, stop_url: str) -> EmailMultiAlternatives:
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
            "List-Unsubscribe": f"<{stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _stop_url(delivery: Delivery) -> str:
    return _url("outreach:reminder-stop", stop_token_for(delivery.owner))


def _url(name: str, token: str = "") -> str:
    return settings.SITE_URL + _path(name, bool(token)).format(token)


@cache  # `reverse` is slow where a mail has a dozen addresses
def _path(name: str, has_token: bool) -> str:
    return unquote(reverse(name, args=["{}"] if has_token else []))
