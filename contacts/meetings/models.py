"""How the user met people, and what was promised."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse

from contacts.events.models import Event
from contacts.people.models import Contact
from crm.owned import OwnedModel, OwnedQuerySet
from crm.web.time import validate_reasonable


class MeetingQuerySet(OwnedQuerySet["Meeting"]):
    def with_rows(self) -> Self:
        """With the contact, event and introducer that a line about the meeting names."""
        return self.select_related("contact", "event", "introducer")


class Meeting(OwnedModel):
    """One encounter with one contact."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="meetings")
    contact_id: uuid.UUID
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="meetings"
    )
    met_on = models.DateField(validators=[validate_reasonable])
    place = models.CharField(max_length=200, blank=True)
    introduced_by = models.CharField(max_length=200, blank=True)
    # The same person as `introduced_by`, where the user knows one contact of that name.
    introducer = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="introductions"
    )
    talked_about = models.CharField(max_length=500, blank=True)
    detail = models.CharField(max_length=500, blank=True)
    notes = models.TextField(blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-met_on", "-id")

    def __str__(self) -> str:
        return f"Met{self.where_and_when()}"

    def where_and_when(self, when: str = "") -> str:
        """What goes on from “Met”, with `when` (“on Friday”) in it: “ at PyCon on Friday”, “ on
        Friday (queue at the till)”: a place as it was typed may need any preposition, or none."""
        event = f" at {self.event}" if self.event else ""
        place = f" ({self.place})" if self.place and not self.event else ""
        return event + (f" {when}" if when else "") + place

    def get_absolute_url(self) -> str:
        return f"{reverse('contacts:contact', args=[self.contact_id])}#meeting-{self.pk}"


class PromiseQuerySet(OwnedQuerySet["Promise"]):
    def open(self) -> Self:
        return self.filter(kept_at=None)

    def open_or_kept_since(self, since: datetime) -> Self:
        return self.filter(models.Q(kept_at=None) | models.Q(kept_at__gte=since))


class Promise(OwnedModel):
    """What the user owes a contact, or is owed by them."""

    class By(models.TextChoices):
        ME = "me", "I promised to"
        THEM = "them", "They offered to"

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="promises")
    contact_id: uuid.UUID
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="promises"
    )
    by = models.CharField(max_length=4, choices=By)
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True, validators=[validate_reasonable])
    kept_at = models.DateTimeField(null=True, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        ordering = (models.F("due_on").asc(nulls_last=True), "id")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "by"],
                name="promise_once_per_meeting_and_side",
                violation_error_message="This side has a promise from this meeting already.",
            )
        ]

    def __str__(self) -> str:
        """With a colon: the label's “to” goes on with deeds only, and people type things, too."""
        return f"{self.get_by_display().removesuffix(' to')}: {self.text}"
