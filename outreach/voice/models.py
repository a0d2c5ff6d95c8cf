"""What the user set themselves about how they write."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet
from outreach.messages.models import Message

# Letters, blanks, hyphens and apostrophes: no slot can be left open in what opens every draft.
words_only = RegexValidator(
    r"\A[^\W\d_]+(?:[ '’-][^\W\d_]+)*\Z", "Only words, as in “Hello” or “Best wishes”."
)


class VoiceChoiceQuerySet(OwnedQuerySet["VoiceChoice"]):
    def of(self, user: User) -> "VoiceChoice":
        """What this user set, or nothing (not saved)."""
        return self.for_user(user).first() or VoiceChoice(owner=user)


class VoiceChoice(OwnedModel):
    """The user's word on how they write. What is empty is as learned from what they sent."""

    class YesNo(models.TextChoices):
        YES = "yes", "Yes: I’m, don’t"
        NO = "no", "No: I am, do not"

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="voice_choice", editable=False
    )
    greeting = models.CharField(max_length=30, blank=True, validators=[words_only])
    sign_off = models.CharField(max_length=40, blank=True, validators=[words_only])
    words = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(20), MaxValueValidator(300)]
    )
    tone = models.CharField(max_length=10, choices=Message.Tone, blank=True)
    contractions = models.CharField(max_length=3, choices=YesNo, blank=True)

    objects = VoiceChoiceQuerySet.as_manager()

    def __str__(self) -> str:
        return "How you write"
