"""Whom the user has met, and has not written to."""

from django.db.models import Exists, Max, OuterRef, QuerySet

from contacts.models import Contact
from crm.accounts.models import User
from outreach.messages.models import Message


def met_and_unwritten(user: User) -> QuerySet[Contact]:
    """Contacts that were met and to whom nothing was sent yet, the latest met first."""
    said = Message.objects.said().filter(contact=OuterRef("pk")).order_by()
    return (
        Contact.objects.for_user(user)
        .active()
        .filter(~Exists(said), meetings__isnull=False)
        .annotate(last_met_on=Max("meetings__met_on"))
        .order_by("-last_met_on", "-id")
    )
