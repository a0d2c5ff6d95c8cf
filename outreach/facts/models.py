"""What the user added on the spot, while writing."""

import uuid

from django.db import models

from contacts.models import Contact
from crm.owned import OwnedModel, OwnedQuerySet
from outreach.facts.wording import label_before


class AddedFact(OwnedModel):
    """A fact that no meeting or profile holds, in the user's own words."""

    class Kind(models.TextChoices):
        """The kinds one can add, labelled so that the text continues the label."""

        TALKED_ABOUT = "talked_about", "We talked about"
        DETAIL = "detail", "I would recognise them by"
        PLACE = "place", "We met at"
        INTRODUCED_BY = "introduced_by", "We were introduced by"
        SHARED_SCHOOL = "shared_school", "We both studied at"
        SHARED_EMPLOYER = "shared_employer", "We have both worked at"
        SHARED_CONTACT = "shared_contact", "We both know"
        PURPOSE = "purpose", "I am writing because"
        PROMISE_MINE = "promise_mine", "I promised to"
        PROMISE_THEIRS = "promise_theirs", "They offered to"
        NOTE = "note", "It is true that"

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="added_facts")
    contact_id: uuid.UUID
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=300)
    # Why one writes, or what one thanks for, is true of letters to that end alone; empty for all.
    for_purpose = models.CharField(max_length=20, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        if self.kind == self.Kind.NOTE:  # a sentence of its own, often from a letter
            return f"“{self.text}”"
        label = self.get_kind_display()
        if label.endswith(" to"):
            label = label_before(self.text, label)
        elif self.kind == self.Kind.PLACE:  # typed with a preposition, or as one stands in it
            label = f"{label}:"
        return f"{label} {self.text}"

    @property
    def fact_id(self) -> str:
        """What it is called among all facts about the contact."""
        return f"added:{self.pk}"


class PrivateFact(OwnedModel):
    """A fact that no draft to this contact may use. It is known by its id, which stays the same
    when its text is corrected."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="private_facts")
    contact_id: uuid.UUID
    fact_id = models.CharField(max_length=400)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "fact_id"],
                name="private_fact_once_per_contact",
                violation_error_message="This is private already.",
            )
        ]

    def __str__(self) -> str:
        return self.fact_id
