"""What every page is rendered with."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from crm.accounts.models import User
from crm.web import health, navigation


def page(request: HttpRequest) -> dict[str, Any]:
    """The navigation, who is signed in, and what is wrong with the instance, if anything."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_authenticated:
        return {"email_configured": settings.EMAIL_CONFIGURED}
    # An error page may be rendered before our middleware has run.
    profile = getattr(request, "profile", None)
    return {
        "navigation": navigation.entries_for(request, user),
        "profile": profile,
        "time_zone_unknown": profile is not None and not profile.time_zone,
        "banner": health.banner(),
        "email_configured": settings.EMAIL_CONFIGURED,
    }
