"""How many notes a user has, and where they overruled the plan for them."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from contacts.models import Contact
from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet

# LinkedIn publishes no number for free accounts; 5 a month is what most members report.
USUAL_ALLOWANCE = 5
MOST_ALLOWED = 200


class NoteAllowanceQuerySet(OwnedQuerySet["NoteAllowance"]):
    def of(self, user: User) -> "NoteAllowance":
        """What this user said, or the usual number (not saved)."""
        return self.for_user(user).first() or NoteAllowance(owner=user)


class NoteAllowance(OwnedModel):
    """How many requests a month LinkedIn lets this user personalise on a free account."""

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="note_allowance", editable=False
    )
    notes_a_month = models.PositiveSmallIntegerField(
        "notes a month", default=USUAL_ALLOWANCE, validators=[MaxValueValidator(MOST_ALLOWED)]
    )

    objects = NoteAllowanceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.notes_a_month} notes a month"


class NoteChoice(OwnedModel):
    """What the user wants for one contact, whatever the plan says. Empty: as planned again."""

    class Choice(models.TextChoices):
        NOTE = "note", "Give a note"
        BLANK = "blank", "Send it blank"
        LEAVE_OUT = "leave_out", "Leave out"

    contact = models.OneToOneField(Contact, models.CASCADE, related_name="note_choice")
    choice = models.CharField(max_length=10, choices=Choice, blank=True)

    objects = OwnedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.get_choice_display() or 'As planned'}: {self.contact}"
