"""When a user wants to be reminded."""

import uuid
from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet

WEEKDAYS = "01234"  # Monday to Friday, as date.weekday() counts


class ReminderSettingsQuerySet(OwnedQuerySet["ReminderSettings"]):
    def of(self, user: User) -> "ReminderSettings":
        """What this user chose, or the defaults (not saved)."""
        return self.for_user(user).first() or ReminderSettings(owner=user)

    def held(self) -> Self:
        return self.exclude(held_since=None)


class ReminderSettings(OwnedModel):
    """When the user wants to be reminded, by their own clock."""

    class Mode(models.TextChoices):
        DIGEST = "digest", "One mail a day"
        IMMEDIATE = "immediate", "As soon as something is due"

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="reminder_settings",
        editable=False,
    )
    owner_id: uuid.UUID
    is_on = models.BooleanField(default=True)
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.DIGEST)
    hour = models.PositiveSmallIntegerField(default=8)
    weekdays = models.CharField(max_length=7, default=WEEKDAYS)
    # Hours from and until which no mail comes; over midnight when the first is the later one.
    quiet_from = models.PositiveSmallIntegerField(null=True, blank=True)
    quiet_until = models.PositiveSmallIntegerField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)  # the first day with mail again
    # What the database knew last when it was found to be restored; mail waits for the user's word.
    held_since = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ReminderSettingsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hour__lte=23),
                name="reminder_hour_of_a_day",
                violation_error_message="Choose an hour from 0 to 23.",
            ),
            models.CheckConstraint(
                # A comparison with NULL is no violation, so that has to be asked apart.
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False)
                & Q(quiet_from__lte=23, quiet_until__lte=23),
                name="reminder_quiet_from_and_until",
                violation_error_message="Quiet hours need a beginning and an end.",
            ),
        ]

    def __str__(self) -> str:
        return f"at {self.hour:02}:00"

    def includes(self, day: date) -> bool:
        """Whether a digest may go on this day."""
        return self.reminds_on(day) and str(day.weekday()) in self.weekdays

    def reminds_on(self, day: date) -> bool:
        """Whether any mail may go on this day."""
        return (
            self.is_on
            and not self.held_since
            and not (self.paused_until and day < self.paused_until)
        )

    @property
    def comes_at(self) -> int:
        """The hour at which a digest comes: the chosen one, or the end of quiet hours around it."""
        return (self.hour + self._quiet_hours(self.hour)) % 24

    def quiet_for(self, local: datetime) -> timedelta:
        """How long it stays quiet, seen from `local`, the user's time; nothing when it is not."""
        hours = self._quiet_hours(local.hour)
        if not hours:
            return timedelta()
        return timedelta(hours=hours, minutes=-local.minute, seconds=-local.second)

    def _quiet_hours(self, hour: int) -> int:
        """How many hours it stays quiet from the beginning of this one; 0 when it is not."""
        if self.quiet_from is None or self.quiet_until is None:
            return 0
        hours = (self.quiet_until - self.quiet_from) % 24
        return max(0, hours - (hour - self.quiet_from) % 24)


def may_remind(path: str, day: date, hour: int) -> Q:
    """What `reminds_on`, `includes` and the hour say, as a condition on rows: `path` leads from
    them to the settings, `day` and `hour` are the user's. Quiet hours are left to Python, but where
    they hide the hour over midnight, the digest comes when they end, at an earlier one."""
    defaults = ReminderSettings()
    by_default = Q(**{path: None}) if defaults.includes(day) and defaults.hour <= hour else Q()
    over_midnight = Q(
        **{
            f"{path}__quiet_until__lte": hour,
            f"{path}__quiet_until__lt": F(f"{path}__quiet_from"),
            f"{path}__hour__gte": F(f"{path}__quiet_from"),
        }
    )
    at_hour = Q(**{f"{path}__hour__lte": hour}) | over_midnight
    at_hour &= Q(**{f"{path}__weekdays__contains": str(day.weekday())})
    chosen = (
        Q(**{f"{path}__is_on": True, f"{path}__held_since": None})
        & (Q(**{f"{path}__paused_until": None}) | Q(**{f"{path}__paused_until__lte": day}))
        & (Q(**{f"{path}__mode": ReminderSettings.Mode.IMMEDIATE}) | at_hour)
    )
    return by_default | chosen
