"""From follow-ups that are due to the one digest of the day, for everybody at once.

A digest belongs to a date where its user is, and goes at their hour of that date or, when
something falls due later that day and none went yet, as soon as it does. What was missed while
nothing ran is in the next one. Who wants no digest gets a mail as soon as something is due.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from crm.accounts.models import User
from crm.profile.models import Profile
from crm.web.time import at_hour, zone_named
from outreach.followups.models import FollowUp
from outreach.reminders.models import Delivery, Reminded
from outreach.reminders.timing import ReminderSettings, may_remind

FURTHEST_EAST = timedelta(hours=14)  # nobody's date is later than the one at UTC+14
BATCH = 500  # users at a time; SQLite takes a limited number of parameters

# What these were to tell is told by the next. An unknown one is not sent again, but what it told of
# may never have arrived, and telling twice beats not telling.
UNTOLD_STATES = (Delivery.State.FAILED, Delivery.State.UNKNOWN, Delivery.State.DROPPED)


@dataclass(frozen=True, slots=True)
class Digest:
    """A mail that is to be, and what it tells of."""

    delivery: Delivery
    follow_ups: list[FollowUp]


def plan_digests(now: datetime) -> int:
    """Schedule the digests whose hour has come. Returns how many are new.

    Its cost grows with the follow-ups that are to be told now, not with users or contacts, nor with
    what waits for a later hour.
    Two planners at once are safe: the unique key decides, and neither sees an error.
    """
    due: dict[uuid.UUID, list[FollowUp]] = defaultdict(list)
    for follow_up in _due_and_untold(now):
        due[follow_up.owner_id].append(follow_up)
    owners = sorted(due)  # one order for all planners, so that they cannot wait for each other
    return sum(
        _schedule(_digests_for(owners[start : start + BATCH], due, now))
        for start in range(0, len(owners), BATCH)
    )


def _due_and_untold(now: datetime) -> Iterable[FollowUp]:
    """Open, due where their owner is, at an hour when a mail may go, and not told of for their
    current due date."""
    told = Reminded.objects.filter(follow_up=OuterRef("pk"), due_on=OuterRef("due_on"))
    told = told.exclude(delivery__state__in=UNTOLD_STATES)
    return (
        FollowUp.objects.due((now + FURTHEST_EAST).date())
        .filter(_whose_hour_has_come(now), ~Exists(told), owner__is_active=True)
        .only("owner_id", "due_on")
        .iterator()
    )


def _whose_hour_has_come(now: datetime) -> Q:
    """The follow-ups of those who may be reminded now, as far as SQL can tell: the zones of all
    users, put together by what the clocks there say."""
    zones = defaultdict(list)
    for name in {"", *Profile.objects.order_by().values_list("time_zone", flat=True).distinct()}:
        local = now.astimezone(zone_named(name) or ZoneInfo("UTC"))
        zones[local.date(), local.hour].append(name)
    has_come = Q(pk__in=[])
    for (day, hour), names in zones.items():
        there = Q(owner__profile__time_zone__in=names)
        if "" in names:
            there |= Q(owner__profile=None)
        has_come |= there & Q(due_on__lte=day) & may_remind("owner__reminder_settings", day, hour)
    return has_come


def _digests_for(
    owners: list[uuid.UUID], due: dict[uuid.UUID, list[FollowUp]], now: datetime
) -> list[Digest]:
    """Those of the owners' digests whose hour has come and that do not exist yet."""
    users = User.objects.in_bulk(owners)
    profiles = {profile.owner_id: profile for profile in Profile.objects.filter(owner__in=owners)}
    chosen = {one.owner_id: one for one in ReminderSettings.objects.filter(owner__in=owners)}
    digests = {}
    for owner in users.values():
        rule = chosen.get(owner.pk) or ReminderSettings(owner=owner)
        local = now.astimezone(profiles.get(owner.pk, Profile()).zone)
        follow_ups = [one for one in due[owner.pk] if one.due_on <= local.date()]
        if follow_ups and (delivery := _delivery(owner, rule, local, follow_ups)):
            digests[delivery.key] = Digest(delivery, follow_ups)
    known = Delivery.objects.filter(key__in=digests).values_list("key", flat=True)
    return [digest for key, digest in digests.items() if key not in set(known)]


def _delivery(
    owner: User, rule: ReminderSettings, local: datetime, follow_ups: list[FollowUp]
) -> Delivery | None:
    """The mail that this user should get at `local`, their time; None when none should go now."""
    today = local.date()
    if not rule.reminds_on(today) or rule.quiet_for(local):
        return None
    if rule.mode == rule.Mode.IMMEDIATE:
        first = min(follow_up.pk for follow_up in follow_ups)
        return _scheduled(owner, Delivery.Kind.IMMEDIATE, f"{today}:{first}", local)
    due_at = at_hour(today, rule.comes_at, cast(ZoneInfo, local.tzinfo))
    if not rule.includes(today) or local < due_at:
        return None
    return _scheduled(owner, Delivery.Kind.DIGEST, f"{today}", due_at)


def _scheduled(owner: User, kind: Delivery.Kind, occurrence: str, due_at: datetime) -> Delivery:
    return Delivery(
        owner=owner,
        kind=kind,
        key=f"{kind}:{owner.pk}:{occurrence}:email",
        recipient=owner.email,
        due_at=due_at,
        try_at=Now(),  # no pause yet, by the clock that counts them
    )


@transaction.atomic
def _schedule(digests: list[Digest]) -> int:
    """Insert them with what they tell of. Those that another planner was first with stay its."""
    Delivery.objects.bulk_create([one.delivery for one in digests], ignore_conflicts=True)
    ids = [one.delivery.pk for one in digests]
    ours = set(Delivery.objects.filter(pk__in=ids).values_list("pk", flat=True))
    rows = [
        Reminded(delivery=one.delivery, follow_up=follow_up, due_on=follow_up.due_on)
        for one in digests
        if one.delivery.pk in ours
        for follow_up in one.follow_ups
    ]
    _forget_untold([row.follow_up_id for row in rows])
    Reminded.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
    _take_over_waiting(
        {one.delivery.owner_id: one.delivery for one in digests if one.delivery.pk in ours}
    )
    return len(ours)


def _forget_untold(follow_ups: list[uuid.UUID]) -> None:
    """What an earlier mail was to tell and did not, the new one tells."""
    for start in range(0, len(follow_ups), BATCH):
        Reminded.objects.filter(
            follow_up__in=follow_ups[start : start + BATCH], delivery__state__in=UNTOLD_STATES
        ).delete()


def _take_over_waiting(digests: dict[uuid.UUID, Delivery]) -> None:
    """After an outage of the mail server one digest goes, not one for each day of it. One that
    may have arrived is left to itself."""
    waiting = Delivery.objects.filter(
        kind=Delivery.Kind.DIGEST, state=Delivery.State.SCHEDULED, resent=False
    )
    earlier = waiting.filter(owner__in=digests).exclude(key__in=[d.key for d in digests.values()])
    for delivery in list(earlier):
        if waiting.filter(pk=delivery.pk).update(
            state=Delivery.State.DROPPED, error="A later reminder tells of it."
        ):
            told = Reminded.objects.filter(delivery=delivery)
            told.update(delivery=digests[delivery.owner_id])
