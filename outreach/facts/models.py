"""What the user added on the spot, while writing."""

import uuid

from django.db import models

from contacts.models import Contact
from crm.owned import OwnedModel, OwnedQuerySet


class AddedFact(OwnedModel):
    """A fact that no meeting or profile holds, in the user's own words."""

    class Kind(models.TextChoices):
        """The kinds one can add, labelled so that the text continues the label."""

        TALKED_ABOUT = "talked_about", "We talked about"
        DETAIL = "detail", "I would recognise them by"
        PLACE = "place", "We met at"
        INTRODUCED_BY = "introduced_by", "Introduced by"
        PURPOSE = "purpose", "I am writing because"
        PROMISE_MINE = "promise_mine", "I promised to"
        PROMISE_THEIRS = "promise_theirs", "They offered to"

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="added_facts")
    contact_id: uuid.UUID
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=300)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.text}"
