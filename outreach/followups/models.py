"""What is owed: to write or to act, with a reason and a date."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from contacts.models import Contact, Promise
from crm.owned import OwnedModel, OwnedQuerySet
from outreach.messages.models import Message


class FollowUpQuerySet(OwnedQuerySet["FollowUp"]):
    def open(self) -> Self:
        """Still owed. A kept promise and an archived contact owe nothing, before any planning."""
        return self.filter(
            Q(promise=None) | Q(promise__kept_at=None),
            state=FollowUp.State.OPEN,
            contact__archived_at=None,
        )

    def due(self, day: date) -> Self:
        return self.open().filter(due_on__lte=day)

    def upcoming(self, day: date) -> Self:
        return self.open().filter(due_on__gt=day)

    def with_rows(self) -> Self:
        return self.select_related("contact", "message", "promise")


class FollowUp(OwnedModel):
    """One obligation. It stays open until it is done, answered or let go; a mail closes nothing."""

    class Reason(models.TextChoices):
        WENT_GENERIC = "went_generic", "Went generic"
        ACCEPTED_SILENT = "accepted_silent", "Accepted, nothing said yet"
        NO_REPLY = "no_reply", "No reply"
        PENDING = "pending", "Invitation pending"
        ASK_AGAIN = "ask_again", "Can be asked again"
        PROMISE = "promise", "Promise"
        KEEP_IN_TOUCH = "keep_in_touch", "Keep in touch"
        PARKED = "parked", "Rested for a while"
        BIRTHDAY = "birthday", "Birthday"
        OWN = "own", "Your own note"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        DONE = "done", "Done"
        ANSWERED = "answered", "Answered"
        LET_GO = "let_go", "Let go"

    ANOTHER_WAY, WITHDRAW = 1, 2  # the steps of a pending invitation

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="follow_ups")
    contact_id: uuid.UUID
    message = models.ForeignKey(
        Message, models.CASCADE, null=True, blank=True, related_name="follow_ups"
    )
    message_id: uuid.UUID | None
    promise = models.ForeignKey(
        Promise, models.CASCADE, null=True, blank=True, related_name="follow_ups"
    )
    promise_id: uuid.UUID | None
    reason = models.CharField(max_length=20, choices=Reason)
    step = models.PositiveSmallIntegerField(default=1)
    # The birthday, or the day of the last touch that a cadence counts from: it tells this one from
    # the next, where neither a message nor a promise is the cause.
    occasion = models.DateField(null=True, blank=True)
    text = models.CharField(max_length=300, blank=True)  # of a note of the user's own
    # The date in the owner's time zone. `planned_on` is what the planner said, `due_on` what holds
    # now: they differ once the person has snoozed it.
    planned_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["message", "reason", "step"], name="follow_up_once_per_message"
            ),
            models.UniqueConstraint(
                fields=["promise", "reason", "step"], name="follow_up_once_per_promise"
            ),
            models.UniqueConstraint(
                fields=["contact", "reason", "occasion"], name="follow_up_once_per_occasion"
            ),
            models.CheckConstraint(
                condition=Q(message__isnull=False, promise=None, occasion=None)
                | Q(message=None, promise__isnull=False, occasion=None)
                | Q(message=None, promise=None, occasion__isnull=False)
                | Q(message=None, promise=None, occasion=None, reason="own"),
                name="follow_up_has_one_cause",
            ),
            models.CheckConstraint(
                condition=Q(reason="own") ^ Q(text=""), name="follow_up_own_says_what"
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_on"], condition=Q(state="open"), name="follow_up_due"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.contact}"

    def get_absolute_url(self) -> str:
        return reverse("outreach:follow-up", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def asks_to_withdraw(self) -> bool:
        """Nothing is to be written: LinkedIn's own button takes the request back."""
        return self.reason == self.Reason.PENDING and self.step == self.WITHDRAW

    @property
    def is_snoozed(self) -> bool:
        return self.due_on != self.planned_on

    def days_late(self, day: date) -> int:
        """How many days before `day` it was due; 0 when it is not late."""
        return max(0, (day - self.due_on).days)
