"""What was said, or is about to be, through any channel."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse

from contacts.models import Contact
from crm.owned import OwnedModel, OwnedQuerySet


class MessageQuerySet(OwnedQuerySet["Message"]):
    def drafts(self) -> Self:
        return self.filter(state=Message.State.DRAFT)

    def said(self) -> Self:
        """All that left us, the newest first."""
        return self.exclude(state=Message.State.DRAFT).order_by("-sent_at", "-id")

    def drafts_first(self) -> Self:
        """Drafts, then what went out, each with the newest first. Only drafts have no time."""
        return self.order_by(models.F("sent_at").desc(nulls_first=True), "-id")

    def waiting(self) -> Self:
        """Sent, and no answer of any kind yet."""
        return self.filter(state__in=[Message.State.SENT, Message.State.ACCEPTED])

    def with_a_note(self) -> Self:
        """Requests that went out with words of the user's: LinkedIn counts them."""
        sent = self.exclude(state=Message.State.DRAFT)
        return sent.filter(channel=Message.Channel.LINKEDIN_NOTE, body__regex=r"\S")


class Message(OwnedModel):
    """A draft until the person says that they sent it; the product never sends it for them."""

    class Channel(models.TextChoices):
        LINKEDIN_NOTE = "linkedin_note", "LinkedIn note"
        LINKEDIN_MESSAGE = "linkedin_message", "LinkedIn message"
        INMAIL = "inmail", "InMail"
        EMAIL = "email", "E-mail"
        OTHER = "other", "Other"

    class Purpose(models.TextChoices):
        CONNECT = "connect", "Connect"
        FIRST_MESSAGE = "first_message", "First message after connecting"
        REPAIR = "repair", "Repair of a generic request"
        INTERVIEW = "interview", "Informational interview"
        INTRODUCTION = "introduction", "Ask for an introduction"
        THANK = "thank", "Thank"
        RECONNECT = "reconnect", "Reconnect"
        FOLLOW_UP = "follow_up", "Follow up"
        ANSWER_GENERIC = "answer_generic", "Answer a generic invitation"

    class Tone(models.TextChoices):
        WARM = "warm", "Warm"
        PLAIN = "plain", "Plain"
        FORMAL = "formal", "Formal"

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        SENT = "sent", "Sent"
        ACCEPTED = "accepted", "Accepted"
        REPLIED = "replied", "Replied"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Verdict(models.TextChoices):
        TAILORED = "tailored", "Tailored"
        GENERIC = "generic", "Generic"

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="messages")
    contact_id: uuid.UUID
    channel = models.CharField(max_length=20, choices=Channel)
    purpose = models.CharField(max_length=20, choices=Purpose)
    tone = models.CharField(max_length=10, blank=True, choices=Tone)  # chosen for it, if any was
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    # The verdict as of sending: later facts or better judges do not rewrite history.
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    answers = models.ForeignKey(
        "outreach.FollowUp", models.SET_NULL, null=True, blank=True, related_name="answered_by"
    )
    answers_id: uuid.UUID | None
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # When the person said that nobody answered, which brings the follow-up forward.
    unanswered_at = models.DateTimeField(null=True, blank=True)
    # A blank request on purpose: nothing to repair, the first message follows on acceptance.
    is_planned_blank = models.BooleanField(default=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="draft") | models.Q(sent_at__isnull=False),
                name="message_sent_has_a_time",
            ),
            # LinkedIn takes one request at a time to a person.
            models.UniqueConstraint(
                fields=["contact"],
                condition=models.Q(channel="linkedin_note", state="sent"),
                name="one_waiting_request_per_contact",
            ),
            models.CheckConstraint(
                condition=models.Q(is_planned_blank=False)
                | models.Q(channel="linkedin_note", body=""),
                name="message_planned_blank_is_blank",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} to {self.contact}"

    def get_absolute_url(self) -> str:
        return reverse("outreach:message", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_request(self) -> bool:
        """A connection request, which can be accepted or declined; other messages are answered."""
        return self.channel == self.Channel.LINKEDIN_NOTE

    @property
    def went_out_bare(self) -> bool:
        """A request without a note, as LinkedIn sends it when nothing is typed."""
        return not self.is_draft and not self.body.strip()

    @property
    def may_be_generic(self) -> bool:
        """A request left blank on purpose, and an answer that asks a stranger who they are."""
        return self.is_planned_blank or self.purpose == self.Purpose.ANSWER_GENERIC

    @property
    def went_generic(self) -> bool:
        """It could have gone to anyone and should not have: it wants repairing."""
        return self.verdict == self.Verdict.GENERIC and not self.may_be_generic

    @property
    def happened_at(self) -> datetime:
        return self.sent_at or self.created_at
