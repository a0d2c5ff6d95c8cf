"""The rows that make a reminder go out exactly as promised."""

import uuid
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail.message import make_msgid
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone

from crm.owned import OwnedModel, OwnedQuerySet
from outreach.followups.models import FollowUp
from outreach.reminders.prepared import Given, PreparedUpdate
from outreach.reminders.timing import ReminderSettings

# Longer than all that one mail may wait for the mail server (see smtp.py), so that a lease runs
# out only when its worker is dead or frozen.
LEASE = timedelta(minutes=5)
BATCH = 100  # claimed and read at once
KEPT_FOR = timedelta(days=90)
# How often the program may die over one mail before that mail is set aside.
MAX_CRASHES = 5
AFTER_A_CRASH = timedelta(minutes=1)


class DeliveryQuerySet(OwnedQuerySet["Delivery"]):
    def waiting(self, now: datetime) -> Self:
        """Scheduled, due by `now`, not in a pause after a failed try, and not held after a restore.

        Pauses and leases count by the database's clock, because they are about servers and
        processes: several hosts need not agree, and `now` may be any time when asked by hand.
        What crashed before comes last, so that it holds up nobody.
        """
        held = ReminderSettings.objects.held().filter(owner=OuterRef("owner"))
        scheduled = self.filter(
            Q(kind=Delivery.Kind.TEST) | ~Exists(held),
            state=Delivery.State.SCHEDULED,
            due_at__lte=now,
        )
        return scheduled.filter(try_at__lte=Now()).order_by("crashes", "try_at", "id")

    def forget_old(self, now: datetime) -> None:
        """Delete what went out or was dropped long ago: this is an outbox, not an archive."""
        over = [Delivery.State.SENT, Delivery.State.DROPPED]
        self.filter(state__in=over, due_at__lt=now - KEPT_FOR).delete()

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
        held = [Delivery.State.CLAIMED, Delivery.State.HANDED]
        expired = self.filter(lease_until__lt=Now())
        if not expired.filter(state__in=held).exists():
            return  # as nearly always
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
        handing_over = _handing_over(LEASE)
        is_ours = bool(handing_over.run(id=self.pk, attempt=self.attempt, recipient=self.recipient))
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

    def note_sent(self, reply: str) -> bool:
        """Record that the mail server took it, and how it said so, if this claim still is ours."""
        said = reply[:500]
        return bool(
            _noting_sent().run(
                id=self.pk, attempt=self.attempt, sent_at=timezone.now(), smtp_reply=said
            )
        )

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


@cache
def _handing_over(lease: timedelta) -> PreparedUpdate:
    return PreparedUpdate(
        _given_claim().filter(state=Delivery.State.CLAIMED),
        state=Delivery.State.HANDED,
        lease_until=Now() + lease,
        recipient=_given("recipient"),
    )


@cache
def _noting_sent() -> PreparedUpdate:
    return PreparedUpdate(
        _given_claim().filter(state__in=[Delivery.State.CLAIMED, Delivery.State.HANDED]),
        state=Delivery.State.SENT,
        leased_by="",
        lease_until=None,
        sent_at=_given("sent_at"),
        smtp_reply=_given("smtp_reply"),
        error="",
    )


def _given_claim() -> DeliveryQuerySet:
    """The row, while nobody has claimed it since."""
    return Delivery.objects.filter(id=_given("id"), attempt=_given("attempt"))


def _given(name: str) -> Given:
    return Given(Delivery._meta.get_field(name))


class Reminded(models.Model):
    """This follow-up, due on this date, is told of by this delivery and by no other.

    It outlives the delivery: what was told is not told again once the delivery is forgotten.
    """

    delivery = models.ForeignKey(Delivery, models.SET_NULL, null=True, related_name="reminded")
    delivery_id: uuid.UUID | None
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
        return f"{self.follow_up}, due on {self.due_on}"


class Heartbeat(models.Model):
    """When something that should run again and again last ran."""

    TICK, PLANNING = "tick", "planning"

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()
    site = models.CharField(max_length=300, blank=True)  # SITE_URL of the instance that beat
    place = models.CharField(max_length=100, blank=True)  # where the database was; restored.py
    reached = models.UUIDField(null=True, blank=True)  # how far a round has come
    database = models.UUIDField(default=uuid.uuid4)  # stays the same, in copies and backups too

    def __str__(self) -> str:
        return f"{self.name} at {self.at}"
