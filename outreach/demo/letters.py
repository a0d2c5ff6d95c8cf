"""Writing the messages of the demo, and recording what became of them, at times long past."""

import uuid
from dataclasses import replace
from datetime import datetime

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.demo.script import Wrote
from outreach.drafting import Draft, Purpose
from outreach.facts.collecting import facts_about
from outreach.followups.models import FollowUp
from outreach.followups.services import let_go, mark_done
from outreach.messages.drafts import draft_for, judge_message
from outreach.messages.manner import Manner
from outreach.messages.models import Message
from outreach.messages.occasions import Occasion
from outreach.messages.services import (
    WITHOUT_A_NOTE,
    keep_draft,
    record_accepted,
    record_blank_sent,
    record_declined,
    record_replied,
    record_sent,
    record_withdrawn,
)
from outreach.tailoring import Channel


def write(
    wrote: Wrote, *, contact_id: uuid.UUID, profile: Profile, at: datetime, variant: int
) -> Message | None:
    """The message as written `at` that time, on what was known then.

    None where the engine asks a question first: then nothing was written.
    """
    contact = Contact.objects.get(pk=contact_id)  # afresh: collected facts stay on the object
    message = Message(
        owner_id=contact.owner_id, contact=contact, channel=wrote.channel, purpose=wrote.purpose
    )
    if wrote.body is None:
        drafted = _draft(wrote, contact=contact, profile=profile, at=at, variant=variant)
        if drafted is None:
            return None
        message.subject, message.body = drafted.subject, drafted.text
    else:
        message.body = wrote.body
    keep_draft(message)
    Message.objects.filter(pk=message.pk).update(created_at=at)
    return message


def send(message: Message, *, profile: Profile, at: datetime) -> None:
    """Say that it was sent, with the verdict that its text deserves."""
    verdict = judge_message(message, profile=profile, day=at.astimezone(profile.zone).date())
    if not message.body:
        verdict = replace(verdict, verdict="generic", reasons=(WITHOUT_A_NOTE,))
    record_sent(message, verdict=verdict, at=at)


def send_blank(contact: Contact, *, at: datetime) -> Message:
    """A request without a note, on purpose."""
    record_blank_sent(contact, at=at)
    message = contact.messages.get(is_planned_blank=True)
    Message.objects.filter(pk=message.pk).update(created_at=at)
    return message


def become(message: Message, outcome: str, *, at: datetime) -> None:
    """What became of it: accepted, replied, withdrawn and so on, as `Wrote` calls them."""
    if outcome == "accepted":
        record_accepted(message, at=at)
    elif outcome == "replied":
        record_replied(message, at=at)
    elif outcome == "withdrawn":
        record_withdrawn(message, at=at)
    elif outcome == "declined":
        record_declined(message, at=at)
    else:
        deal_with = mark_done if outcome == "done" else let_go
        for follow_up in FollowUp.objects.open().filter(message=message):
            deal_with(follow_up, at=at)


def _draft(
    wrote: Wrote, *, contact: Contact, profile: Profile, at: datetime, variant: int
) -> Draft | None:
    occasion = Occasion(
        Channel(wrote.channel), Purpose(wrote.purpose), contact.messages.said().first()
    )
    drafted = draft_for(
        contact,
        occasion,
        profile=profile,
        facts=facts_about([contact], profile=profile)[contact.pk],
        day=at.astimezone(profile.zone).date(),
        manner=Manner(),
        variant=variant,
    )
    return drafted if isinstance(drafted, Draft) else None
