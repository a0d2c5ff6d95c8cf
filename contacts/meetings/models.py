"""How the user met people, and what was promised."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from contacts.people.models import Contact
from crm.owned import OwnedModel, OwnedQuerySet
from crm.web.time import validate_reasonable


class EventQuerySet(OwnedQuerySet["Event"]):
    def named(self, name: str) -> Self:
        return self.filter(name__iexact=name.strip())

    def with_counts(self) -> Self:
        """With `people`: how many contacts were met there."""
        return self.annotate(people=models.Count("meetings__contact", distinct=True))


class Event(OwnedModel):
    """Where several people were met."""

    name = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(
        null=True, blank=True, validators=[validate_reasonable]
    )
    ends_on = models.DateField(null=True, blank=True, validators=[validate_reasonable])

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = (models.F("starts_on").desc(nulls_last=True), "name")
        constraints = [
            models.UniqueConstraint(
                "owner",
                Lower("name"),
                name="event_once_per_owner",
                violation_error_message="You already have an event with this name.",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on"))
                | models.Q(ends_on=None)
                | models.Q(starts_on=None),
                name="event_ends_after_it_starts",
                violation_error_message="The event ends before it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("contacts:event", args=[self.pk])


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

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("-met_on", "-id")

    def __str__(self) -> str:
        return f"Met {self.where}" if self.where else "Met"

    @property
    def where(self) -> str:
        """“at PyCon”, “in Toronto”, or nothing."""
        if self.event:
            return f"at {self.event}"
        return f"at {self.place}" if self.place else ""


class PromiseQuerySet(OwnedQuerySet["Promise"]):
    def open(self) -> Self:
        return self.filter(kept_at=None)

    def due(self, day: date) -> Self:
        return self.open().filter(due_on__lte=day)


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

    def __str__(self) -> str:
        return f"{self.get_by_display()} {self.text}"
