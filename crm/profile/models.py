"""What the user tells others about themselves, and how the product should treat them."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from crm.accounts.models import User
from crm.owned import OwnedModel, OwnedQuerySet
from crm.profile.background import Background
from crm.web.time import zone_named


def validate_time_zone(name: str) -> None:
    if zone_named(name) is None:
        raise ValidationError("This is not a time zone we know. Try one like Europe/Berlin.")


class ProfileQuerySet(OwnedQuerySet["Profile"]):
    def of(self, user: User) -> "Profile":
        """The profile of this user; made empty for an account that has none yet."""
        return self.get_or_create(owner=user)[0]


class Profile(Background, OwnedModel):
    """One per user. Everything in it may be said in a draft, so nothing in it is guessed."""

    class Plan(models.TextChoices):
        FREE = "free", "Free"
        PREMIUM = "premium", "Premium or Sales Navigator"

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile", editable=False
    )
    name = models.CharField(max_length=200, blank=True)
    headline = models.CharField(max_length=200, blank=True)
    who_you_are = models.CharField(max_length=200, blank=True)
    looking_for = models.CharField(max_length=300, blank=True)
    linkedin_plan = models.CharField(
        "LinkedIn plan", max_length=10, choices=Plan, default=Plan.FREE
    )
    # Empty until the browser or the person has said; UTC is used till then.
    time_zone = models.CharField(max_length=64, blank=True, validators=[validate_time_zone])

    objects = ProfileQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name or "Your profile"

    @property
    def has_inmail(self) -> bool:
        """Whether LinkedIn lets them write to people they are not connected with."""
        return self.linkedin_plan == self.Plan.PREMIUM

    @property
    def zone(self) -> ZoneInfo:
        """The user's time zone; UTC while it is unknown or no longer in the zone database."""
        return zone_named(self.time_zone) or ZoneInfo("UTC")
