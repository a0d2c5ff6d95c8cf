"""The request as our views get it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from crm.accounts.models import User
from crm.profile.models import Profile


class CrmRequest(HttpRequest):
    """A request of a signed-in person."""

    user: User
    profile: Profile
    htmx: HtmxDetails
