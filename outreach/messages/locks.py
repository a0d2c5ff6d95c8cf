"""When LinkedIn takes no request to a contact."""

from datetime import date, timedelta

from django.utils import timezone

from contacts.models import Contact
from outreach.followups.timings import Timings
from outreach.followups.wording import spoken_date
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


def why_no_request(contact: Contact) -> str:
    """Why LinkedIn takes no request to this contact now: it takes one at a time, none once they
    accepted, and none for a while after one was withdrawn. Empty when it takes one."""
    requests = contact.messages.filter(channel=Message.Channel.LINKEDIN_NOTE)
    if requests.filter(accepted_at__isnull=False).exists():
        return f"{contact} accepted a request before. Write a message instead."
    if requests.filter(state=Message.State.SENT).exists():
        return (
            f"A request to {contact} is waiting already. "
            "Say what became of it first, or write through another channel."
        )
    if opens_on := locked_until(contact):
        return (
            f"You withdrew a request to {contact}, and LinkedIn takes no new one for a while. "
            f"You can ask again {spoken_date(opens_on, timezone.localdate())}."
        )
    return ""


def takes_request(contact: Contact) -> bool:
    """Whether LinkedIn takes a request to this contact now."""
    return not why_no_request(contact)
