"""What mails are written from, read for a whole batch at once, so that a mail costs few queries."""

import time
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db import DatabaseError

from crm.profile.models import Profile
from outreach.followups.models import FollowUp
from outreach.messages.drafts import load_for_drafts
from outreach.messages.manner import Manner, manners_of
from outreach.reminders.models import Delivery, Reminded
from outreach.reminders.timing import ReminderSettings

FRESH = 5  # seconds; what is older is read again, so that what was just closed is not mailed


@dataclass(frozen=True, slots=True)
class Material:
    """What one mail is written from."""

    profile: Profile
    rule: ReminderSettings
    manner: Manner
    follow_ups: list[FollowUp]  # those still open, the longest due first


class Batch:
    """The deliveries that a worker has claimed and not sent yet, and their material."""

    def __init__(self, deliveries: Collection[Delivery]) -> None:
        self.waiting = list(deliveries)
        self._read: dict[uuid.UUID, Material] = {}
        self._read_at = 0.0

    def material(self, delivery: Delivery) -> Material:
        """What this mail is written from, as it was a moment ago."""
        if delivery.pk not in self._read or time.monotonic() - self._read_at > FRESH:
            try:
                self._read = read([delivery, *self.waiting])
            except DatabaseError:
                raise
            except Exception:  # a row that cannot be read holds up its own mail only
                self._read = read([delivery])
            self._read_at = time.monotonic()
        return self._read[delivery.pk]


def read(deliveries: Collection[Delivery]) -> dict[uuid.UUID, Material]:
    """The material of each of these, in a number of queries that does not grow with them."""
    owners = {delivery.owner_id for delivery in deliveries}
    profiles = {profile.owner_id: profile for profile in Profile.objects.filter(owner__in=owners)}
    rules = {rule.owner_id: rule for rule in ReminderSettings.objects.filter(owner__in=owners)}
    manners = manners_of(owners)
    follow_ups = _follow_ups(deliveries)
    return {
        delivery.pk: Material(
            profile=profiles.get(delivery.owner_id) or Profile(owner=delivery.owner),
            rule=rules.get(delivery.owner_id) or ReminderSettings(owner=delivery.owner),
            manner=manners[delivery.owner_id],
            follow_ups=follow_ups[delivery.pk],
        )
        for delivery in deliveries
    }


def _follow_ups(deliveries: Collection[Delivery]) -> dict[uuid.UUID, list[FollowUp]]:
    told = Reminded.objects.filter(delivery__in=[delivery.pk for delivery in deliveries])
    by_follow_up = dict(told.values_list("follow_up", "delivery"))
    rows = FollowUp.objects.open().filter(pk__in=told.values("follow_up")).with_rows()
    found: dict[uuid.UUID, list[FollowUp]] = defaultdict(list)
    for follow_up in rows:
        if delivery := by_follow_up.get(follow_up.pk):
            found[delivery].append(follow_up)
    load_for_drafts(follow_up for owned in found.values() for follow_up in owned)
    return found
