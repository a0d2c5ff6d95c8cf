"""Which people Today speaks of beside what is due."""

from datetime import date, timedelta

from django.db.models import QuerySet

from contacts.models import Contact
from crm.accounts.models import User
from outreach.messages.unwritten import met_and_unwritten

RECENT_DAYS = 14


def just_met(user: User, day: date) -> QuerySet[Contact]:
    """Contacts met in the last two weeks to whom nothing was sent yet, the latest first."""
    since = day - timedelta(RECENT_DAYS)
    return met_and_unwritten(user).filter(meetings__met_on__gte=since)
