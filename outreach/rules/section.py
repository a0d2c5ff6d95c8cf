"""The rules as the profile shows them."""

from crm.profile.models import Profile
from outreach.rules.models import Rule


def my_rules(profile: Profile) -> list[Rule]:
    return list(Rule.objects.of(profile.owner_id))
