"""When LinkedIn takes no request to a contact."""

from datetime import date, timedelta

from django.utils import timezone

from contacts.models import Contact
from outreach.followups.timings import Timings
from outreach.messages.models import Message


def locked_until(contact: Contact) -> date | None:
    """The day from which LinkedIn takes a request to this contact again, after one was withdrawn;
    None when it takes one now."""
    withdrawn = contact.messages.filter(state=Message.State.WITHDRAWN)
    latest = withdrawn.order_by("-withdrawn_at").first()
    if latest is None or latest.withdrawn_at is None:
        return None
    days = Timings.objects.of(contact.owner).locked_days
    opens_on = timezone.localdate(latest.withdrawn_at) + timedelta(days)
    return opens_on if timezone.localdate() < opens_on else None
