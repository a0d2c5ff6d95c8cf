"""Which people Today speaks of beside what is due."""

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, QuerySet

from contacts.models import Contact
from crm.accounts.models import User
from outreach.messages.models import Message

RECENT_DAYS = 14


def just_met(user: User, day: date) -> QuerySet[Contact]:
    """Contacts met in the last two weeks to whom nothing was sent yet, the latest first."""
    said = Message.objects.said().filter(contact=OuterRef("pk")).order_by()
    return (
        Contact.objects.for_user(user)
        .active()
        .filter(~Exists(said), meetings__met_on__gte=day - timedelta(RECENT_DAYS))
        .annotate(last_met_on=Max("meetings__met_on"))
        .order_by("-last_met_on", "-id")
    )
