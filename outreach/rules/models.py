"""The user's own rules about connecting, in their own words."""

from calendar import day_name
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from crm.owned import OwnedModel, OwnedQuerySet
from outreach.messages.models import Message


class RuleQuerySet(OwnedQuerySet["Rule"]):
    def of(self, owner_id: object) -> Self:
        """The rules of this account that hold."""
        return self.filter(owner=owner_id).standing()

    def standing(self) -> Self:
        """Rules that hold; a removed one is kept for a while to be brought back."""
        return self.filter(removed_at=None)


class Rule(OwnedModel):
    """One rule. It informs and never blocks: what happened can always be recorded."""

    class Kind(models.TextChoices):
        """What can be checked, each with the wording it starts with."""

        MUST_HAVE_MET = "must_have_met", "Never someone I have not met"
        NEVER_BARE = "never_bare", "No request without a note"
        SAY_MET = "say_met", "Always say how we met"
        SAY_WHO = "say_who", "Always say who I am"
        SAY_WHY = "say_why", "Always say why I am writing"
        SAY_THEIRS = "say_theirs", "Always say something that is only true of them"
        NO_PITCH = "no_pitch", "No pitch in the first message"
        NEVER_SAY = "never_say", "Words I never use"
        MAX_LENGTH = "max_length", "Never too long"
        QUIET_DAYS = "quiet_days", "Days on which I do not write"
        OWN = "own", "Something that only I can check"

    kind = models.CharField(max_length=20, choices=Kind)
    wording = models.CharField(max_length=200)
    words = models.TextField(max_length=1000, blank=True)  # one phrase a line
    longest = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(50), MaxValueValidator(10_000)]
    )
    channel = models.CharField(max_length=20, blank=True, choices=Message.Channel)  # any if empty
    weekdays = models.CharField(max_length=7, blank=True)  # as date.weekday() counts
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RuleQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "kind"],
                condition=Q(removed_at=None) & ~Q(kind="own"),
                name="rule_of_a_kind_once",
            )
        ]

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        return reverse("outreach:rule", args=[self.pk])

    @property
    def day_names(self) -> str:
        """The days of the week that it is about: “Saturday, Sunday”."""
        return ", ".join(day_name[int(day)] for day in self.weekdays)

    @property
    def phrases(self) -> list[str]:
        """The words never to use, one phrase each."""
        return [phrase for line in self.words.splitlines() if (phrase := line.strip())]
