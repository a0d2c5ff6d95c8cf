"""What the user said happened, kept so that it can be taken back."""

import uuid

from django.db import models

from contacts.models import Contact
from crm.owned import OwnedModel, OwnedQuerySet


class Action(OwnedModel):
    """One click that changed rows. `changes` holds their fields before and after, as JSON:
    [{"model": "outreach.message", "pk": …, "before": {…} or null, "after": {…} or null}, …]
    """

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="+")
    contact_id: uuid.UUID
    label = models.CharField(max_length=200)
    changes = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.label
