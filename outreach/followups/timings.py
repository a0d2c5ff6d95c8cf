"""After how many days something is owed, as each user chose it."""

import uuid
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet

LONGEST = 3650  # days


class _Days(models.PositiveSmallIntegerField):
    """A number of days that somebody could mean."""

    def __init__(self, *args: object, **options: object) -> None:
        options.setdefault("validators", [MinValueValidator(0), MaxValueValidator(LONGEST)])
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def formfield(self, **options: Any) -> Any:
        """With one sentence for all that is no such number."""
        said = f"Give a number of days, from 0 to {LONGEST}."
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), said)
        return super().formfield(**{"error_messages": messages, **options})


class TimingsQuerySet(OwnedQuerySet["Timings"]):
    def of(self, user: User) -> "Timings":
        """What this user chose, or the defaults (not saved)."""
        return self.for_user(user).first() or Timings(owner=user)

    def by_owner(self, owners: Collection[uuid.UUID]) -> dict[uuid.UUID, "Timings"]:
        """For each of these owners what they chose, or the defaults. One query."""
        chosen = {one.owner_id: one for one in self.filter(owner__in=owners)}
        return {owner: chosen.get(owner) or Timings(owner_id=owner) for owner in owners}


class Timings(OwnedModel):
    """The days behind each reason. The evidence for the defaults is thin, so each can be changed:
    repair at once, then the gentle end of what is usual; LinkedIn's own locks as reported."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="timings", editable=False
    )
    owner_id: uuid.UUID
    generic_days = _Days(default=1)
    accepted_days = _Days(default=2)
    no_reply_days = _Days(default=7)
    no_reply_again_days = _Days(default=14)
    pending_days = _Days(default=14)
    withdraw_days = _Days(default=21)
    locked_days = _Days(default=21)
    parked_days = _Days(default=91)
    undated_promise_days = _Days(default=7)
    birthdays = models.BooleanField(default=True)
    birthday_days_before = _Days(default=0)

    objects = TimingsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdraw_days__gte=models.F("pending_days")),
                name="withdraw_after_pending",
                violation_error_message="Withdrawing cannot come before asking another way.",
            )
        ]

    def __str__(self) -> str:
        return "Days to follow up"
