"""Where several people were met."""

from typing import Self

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse

from contacts.people.search import FoldedField, fold_name
from crm.owned import OwnedModel, OwnedQuerySet
from crm.web.time import validate_reasonable


class EventQuerySet(OwnedQuerySet["Event"]):
    def named(self, name: str) -> Self:
        """Events of exactly this name, whatever the capitals and accents."""
        return self.filter(folded_name=fold_name(name))

    def with_counts(self) -> Self:
        """With `people`, how many contacts were met there, and `happened_on`; the newest first."""
        return self.annotate(
            people=models.Count("meetings__contact", distinct=True),
            happened_on=Coalesce("starts_on", models.Max("meetings__met_on")),
        ).order_by(models.F("happened_on").desc(nulls_last=True), "name")


class Event(OwnedModel):
    """Where several people were met."""

    name = models.CharField(max_length=200)
    folded_name = FoldedField()
    place = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True, validators=[validate_reasonable])
    ends_on = models.DateField(null=True, blank=True, validators=[validate_reasonable])

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = (models.F("starts_on").desc(nulls_last=True), "name")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "folded_name"],
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
