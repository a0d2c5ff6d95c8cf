"""The rows that make a reminder go out exactly as promised."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail.message import make_msgid
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet
from outreach.followups.models import FollowUp

WEEKDAYS = "01234"  # Monday to Friday, as date.weekday() counts

# Longer than all that one mail may wait for the mail server (see smtp.py), so that a lease runs
# out only when its worker is dead or frozen.
LEASE = timedelta(minutes=5)
BATCH = 50  # claimed at once
# How often the program may die over one mail before that mail is set aside.
MAX_CRASHES = 3
AFTER_A_CRASH = timedelta(minutes=1)


class ReminderSettingsQuerySet(OwnedQuerySet["ReminderSettings"]):
    def of(self, user: User) -> "ReminderSettings":
        """What this user chose, or the defaults (not saved)."""
        return self.for_user(user).first() or ReminderSettings(owner=user)


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
        return self.is_on and not (self.paused_until and day < self.paused_until)

    def quiet_for(self, local: datetime) -> timedelta:
        """How long it stays quiet, seen from `local`, the user's time; nothing when it is not."""
        if self.quiet_from is None or self.quiet_until is None:
            return timedelta()
        hours_since = (local.hour - self.quiet_from) % 24
        hours = (self.quiet_until - self.quiet_from) % 24
        if hours_since >= hours:
            return timedelta()
        return timedelta(hours=hours - hours_since, minutes=-local.minute, seconds=-local.second)


class DeliveryQuerySet(OwnedQuerySet["Delivery"]):
    def waiting(self, now: datetime) -> Self:
        """Scheduled, due by `now`, and not in a pause after a failed try.

        Pauses and leases count by the database's clock, because they are about servers and
        processes: several hosts need not agree, and `now` may be any time when asked by hand.
        What crashed before comes last, so that it holds up nobody.
        """
        scheduled = self.filter(state=Delivery.State.SCHEDULED, due_at__lte=now)
        return scheduled.filter(try_at__lte=Now()).order_by("crashes", "try_at", "id")

    def unsuccessful(self) -> Self:
        return self.filter(state__in=[Delivery.State.FAILED, Delivery.State.UNKNOWN])

    @transaction.atomic
    def claim(self, *, now: datetime, worker: str) -> list["Delivery"]:
        """Take the next that nobody else has. The conditional UPDATE is the lock.

        `worker` must differ with every call. SKIP LOCKED only keeps workers on Postgres out of
        each other's way; SQLite has none and needs none. What crashed is taken alone, so that it
        cannot take others with it.
        """
        next_up = self.waiting(now).select_for_update(skip_locked=True)
        rows = list(next_up.values_list("pk", "crashes")[:BATCH])
        ids = [pk for pk, crashes in rows if not crashes] or [pk for pk, _crashes in rows[:1]]
        self.filter(pk__in=ids, state=Delivery.State.SCHEDULED).update(
            state=Delivery.State.CLAIMED,
            attempt=F("attempt") + 1,
            leased_by=worker,
            lease_until=Now() + LEASE,
        )
        ours = self.filter(pk__in=ids, state=Delivery.State.CLAIMED, leased_by=worker)
        return list(ours.select_related("owner"))

    def release_expired(self) -> None:
        """Give back what a dead worker held.

        Before the hand-over nothing had left us. After it we cannot know: a reminder to its own
        user goes once more, with the same Message-ID, and then we say that we do not know.
        """
        expired = self.filter(lease_until__lt=Now())
        claimed = expired.filter(state=Delivery.State.CLAIMED)
        claimed.filter(crashes__gte=MAX_CRASHES - 1).update(
            state=Delivery.State.FAILED,
            crashes=F("crashes") + 1,
            error="The program stopped each time it prepared this mail.",
        )
        claimed.update(
            state=Delivery.State.SCHEDULED,
            crashes=F("crashes") + 1,
            try_at=Now() + AFTER_A_CRASH,
        )
        handed = expired.filter(state=Delivery.State.HANDED)
        handed.filter(resent=True).update(state=Delivery.State.UNKNOWN, error=NO_ANSWER)
        handed.update(state=Delivery.State.SCHEDULED, resent=True, error=NO_ANSWER)


NO_ANSWER = "The mail server did not say whether it took the mail."


def new_message_id() -> str:
    """Random, not counted: a restored database would count the same numbers again."""
    return make_msgid(domain=urlsplit(settings.SITE_URL).hostname)


class Delivery(OwnedModel):
    """One mail to the user. The row is the truth: Celery only says "look now"."""

    class Kind(models.TextChoices):
        DIGEST = "digest", "Digest"
        IMMEDIATE = "immediate", "At once"
        TEST = "test", "Test"

    class State(models.TextChoices):
        SCHEDULED = "scheduled", "Scheduled"
        CLAIMED = "claimed", "Being prepared"
        HANDED = "handed_to_smtp", "Handed to the mail server"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        UNKNOWN = "unknown", "Outcome unknown"
        DROPPED = "dropped", "Nothing left to say"

    owner_id: uuid.UUID
    # (what, user, date in the user's zone, channel): two planners cannot make the same one twice.
    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.DIGEST)
    recipient = models.EmailField()
    # The same on every try, so that a mail program can tell a repeat from news.
    message_id = models.CharField(max_length=200, unique=True, default=new_message_id)
    follow_ups = models.ManyToManyField(FollowUp, through="Reminded", related_name="deliveries")
    due_at = models.DateTimeField()  # what was promised
    try_at = models.DateTimeField()  # not before, by the clock
    state = models.CharField(max_length=20, choices=State, default=State.SCHEDULED)
    attempt = models.PositiveSmallIntegerField(default=0)  # claims; never goes back
    failures = models.PositiveSmallIntegerField(default=0)  # tries that ended in “not now”
    crashes = models.PositiveSmallIntegerField(default=0)  # tries that ended the program
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
                fields=["crashes", "try_at", "id"],
                condition=Q(state="scheduled"),
                name="delivery_waiting",
            ),
            models.Index(
                fields=["lease_until"],
                condition=Q(state__in=["claimed", "handed_to_smtp"]),
                name="delivery_leased",
            ),
            models.Index(fields=["owner", "-due_at"], name="delivery_latest"),
        ]

    def __str__(self) -> str:
        return self.key

    def hand_over(self) -> bool:
        """Note, just before it happens, that the mail leaves us. False when this claim is no
        longer ours: `attempt` is the fence that a worker meets which slept through its lease."""
        mine = Delivery.objects.filter(pk=self.pk, attempt=self.attempt, state=self.State.CLAIMED)
        is_ours = bool(
            mine.update(
                state=self.State.HANDED, lease_until=Now() + LEASE, recipient=self.recipient
            )
        )
        self.state = self.State.HANDED if is_ours else self.state
        return is_ours

    def settle(self, state: str, **changes: Any) -> bool:
        """Record what became of this claim, if it still is ours."""
        mine = Delivery.objects.filter(
            pk=self.pk,
            attempt=self.attempt,
            state__in=[self.State.CLAIMED, self.State.HANDED],
        )
        return bool(mine.update(state=state, leased_by="", lease_until=None, **changes))

    @property
    def can_be_retried(self) -> bool:
        return self.state in (self.State.FAILED, self.State.UNKNOWN)

    def retry(self) -> bool:
        """Try a failed one again, now, as a person asked. False when it is not failed any more."""
        failed = Delivery.objects.unsuccessful().filter(pk=self.pk, attempt=self.attempt)
        return bool(
            failed.update(
                state=self.State.SCHEDULED,
                try_at=Now(),
                failures=0,
                crashes=0,
                resent=False,
                error="",
            )
        )


class Reminded(models.Model):
    """This follow-up, due on this date, is told of by this delivery and by no other."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="reminded")
    delivery_id: uuid.UUID
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
    """When something that should run again and again last ran."""

    TICK = "tick"

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
