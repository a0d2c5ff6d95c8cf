"""The rows that make a reminder go out exactly as promised."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models

from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet
from outreach.followups.models import FollowUp

WEEKDAYS = "01234"  # Monday to Friday, as date.weekday() counts


class ReminderSettingsQuerySet(OwnedQuerySet["ReminderSettings"]):
    def of(self, user: User) -> "ReminderSettings":
        """What this user chose, or the defaults (not saved)."""
        return self.for_user(user).first() or ReminderSettings(owner=user)


class ReminderSettings(OwnedModel):
    """When the user wants to be reminded, by their own clock."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="reminder_settings",
        editable=False,
    )
    hour = models.PositiveSmallIntegerField(default=8)
    weekdays = models.CharField(max_length=7, default=WEEKDAYS)

    objects = ReminderSettingsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hour__lte=23),
                name="reminder_hour_of_a_day",
                violation_error_message="Choose an hour from 0 to 23.",
            )
        ]

    def __str__(self) -> str:
        return f"at {self.hour:02}:00"


class DeliveryQuerySet(OwnedQuerySet["Delivery"]):
    def waiting(self, now: datetime) -> Self:
        """Scheduled, and time to try."""
        return self.filter(state=Delivery.State.SCHEDULED, try_at__lte=now).order_by(
            "try_at"
        )

    def failed(self) -> Self:
        return self.filter(state__in=[Delivery.State.FAILED, Delivery.State.UNKNOWN])


class Delivery(OwnedModel):
    """One mail to the user. The row is the truth: Celery only says "look now"."""

    class State(models.TextChoices):
        SCHEDULED = "scheduled", "Scheduled"
        CLAIMED = "claimed", "Being prepared"
        HANDED = "handed_to_smtp", "Handed to the mail server"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        UNKNOWN = "unknown", "Outcome unknown"
        DROPPED = "dropped", "Nothing left to say"

    # (user, what, date in the user's zone, channel): two schedulers cannot plan the same one twice.
    key = models.CharField(max_length=120, unique=True)
    recipient = models.EmailField()
    message_id = models.CharField(max_length=120, unique=True)  # the same on every try
    follow_ups = models.ManyToManyField(
        FollowUp, through="Reminded", related_name="deliveries"
    )
    due_at = models.DateTimeField()  # what was promised
    try_at = models.DateTimeField()  # when to try next
    state = models.CharField(max_length=20, choices=State, default=State.SCHEDULED)
    attempt = models.PositiveSmallIntegerField(default=0)
    leased_by = models.CharField(max_length=100, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    resent = models.BooleanField(default=False)
    smtp_reply = models.CharField(max_length=500, blank=True)
    error = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ("-due_at", "-id")
        indexes = [
            models.Index(
                fields=["try_at"],
                condition=models.Q(state="scheduled"),
                name="delivery_waiting",
            ),
            models.Index(
                fields=["lease_until"],
                condition=models.Q(state__in=["claimed", "handed_to_smtp"]),
                name="delivery_leased",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def move(self, old: str, new: str, **changes: Any) -> bool:
        """Change state if this claim still holds. `attempt` is the fence: a worker that wakes
        after its lease ran out changes nothing."""
        mine = Delivery.objects.filter(pk=self.pk, state=old, attempt=self.attempt)
        return mine.update(state=new, **changes) == 1


class Reminded(models.Model):
    """This follow-up, due on this date, is told of by this delivery and by no other."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="reminded")
    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="reminded")
    follow_up_id: uuid.UUID
    due_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "due_on"], name="reminded_once_per_due_date"
            )
        ]

    def __str__(self) -> str:
        return f"{self.follow_up} in {self.delivery}"


class Heartbeat(models.Model):
    """When the tick last ran. One row."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
