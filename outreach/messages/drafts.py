"""From rows to a draft or a verdict: the bridge to the plain-Python drafting and tailoring."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contacts.models import Contact, ContactPoint
from crm.profile.models import Profile
from outreach.drafting import Brief, Draft, Purpose, Question, Tone, draft
from outreach.facts.collecting import facts_about, recipient, sender
from outreach.facts.said_before import something_new_first, texts_sent, without_asides
from outreach.followups.models import FollowUp
from outreach.messages.models import Message
from outreach.messages.resemblance import OtherContacts, sent_alike
from outreach.tailoring import Channel, Fact, Verdict, assess

Reason = FollowUp.Reason

# Characters a channel takes; None where it sets no limit. Each is LinkedIn's own or the safe cap.
NOTE_LIMIT = {Profile.Plan.FREE: 200, Profile.Plan.PREMIUM: 300}
LIMITS = {Channel.INMAIL: 1900}


@dataclass(frozen=True, slots=True)
class Occasion:
    """Through which channel and to what end a message is written, and what it follows."""

    channel: Channel
    purpose: Purpose
    earlier: Message | None = None


def limit_of(channel: str, profile: Profile) -> int | None:
    """How many characters the channel takes from this user; None when it sets no limit."""
    if channel == Channel.LINKEDIN_NOTE:
        return NOTE_LIMIT[Profile.Plan(profile.linkedin_plan)]
    return LIMITS.get(Channel(channel))


def occasion_for(follow_up: FollowUp, *, has_email: bool) -> Occasion:
    """What answers this follow-up. A request that nobody accepted bars LinkedIn messages."""
    elsewhere = Channel.EMAIL if has_email else Channel.INMAIL
    message = follow_up.message
    if follow_up.reason == Reason.ACCEPTED_SILENT:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FIRST_MESSAGE, message)
    if message is None:
        return Occasion(elsewhere, Purpose.FOLLOW_UP)
    channel = elsewhere if message.is_request else Channel(message.channel)
    purpose = Purpose.REPAIR if follow_up.reason == Reason.WENT_GENERIC else Purpose.FOLLOW_UP
    return Occasion(channel, purpose, message)


def first_occasion(contact: Contact) -> Occasion:
    """What one would write next to this contact when nothing in particular is due."""
    said = list(contact.messages.said()[:20])
    if not said:
        return Occasion(Channel.LINKEDIN_NOTE, Purpose.CONNECT)
    latest = said[0]
    connected = any(m.is_request and m.accepted_at for m in said)
    if latest.state == Message.State.ACCEPTED:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FIRST_MESSAGE, latest)
    if connected or not latest.is_request:
        channel = Channel.LINKEDIN_MESSAGE if connected else Channel(latest.channel)
    else:
        has_email = contact.points.filter(kind=ContactPoint.Kind.EMAIL).exists()
        channel = Channel.EMAIL if has_email else Channel.INMAIL
    if latest.state in (Message.State.REPLIED, Message.State.DECLINED):
        return Occasion(channel, Purpose.RECONNECT, latest)
    purpose = Purpose.REPAIR if latest.verdict == Message.Verdict.GENERIC else Purpose.FOLLOW_UP
    return Occasion(channel, purpose, latest)


def draft_for(
    contact: Contact,
    occasion: Occasion,
    *,
    profile: Profile,
    facts: Iterable[Fact],
    day: date,
    tone: Tone = Tone.WARM,
    variant: int = 0,
) -> Draft | Question:
    """A draft that rests on these facts, or the one question whose answer would help most."""
    facts, earlier = tuple(facts), occasion.earlier
    return draft(
        Brief(
            recipient=recipient(contact),
            sender=sender(profile),
            facts=something_new_first(facts),
            channel=occasion.channel,
            purpose=occasion.purpose,
            today=day,
            tone=tone,
            limit=limit_of(occasion.channel, profile),
            sent=texts_sent(facts),
            earlier_on=earlier.happened_at.astimezone(profile.zone).date() if earlier else None,
            variant=variant,
        )
    )


def drafts_for(
    follow_ups: Iterable[FollowUp], *, profile: Profile, day: date
) -> dict[uuid.UUID, Draft | Question]:
    """For each follow-up, by its id, the draft that answers it. A fixed number of queries."""
    follow_ups = list(follow_ups)
    facts = facts_about({f.contact_id: f.contact for f in follow_ups}.values(), profile=profile)
    with_email = set(
        ContactPoint.objects.filter(
            contact__in=[f.contact_id for f in follow_ups], kind=ContactPoint.Kind.EMAIL
        ).values_list("contact_id", flat=True)
    )
    return {
        follow_up.pk: draft_for(
            follow_up.contact,
            occasion_for(follow_up, has_email=follow_up.contact_id in with_email),
            profile=profile,
            facts=facts[follow_up.contact_id],
            day=day,
        )
        for follow_up in follow_ups
    }


def judge(
    text: str,
    *,
    channel: str,
    contact: Contact,
    profile: Profile,
    subject: str = "",
    facts: Iterable[Fact] | None = None,
) -> Verdict:
    """Whether this text, as it stands, could only be from this user to this contact, going by
    these facts (None: all there are), by whom else it would fit and by what went out before."""
    if facts is None:
        facts = facts_about([contact], profile=profile)[contact.pk]
    known = Channel(channel) if channel in Message.Channel.values else Channel.OTHER
    return assess(
        text,
        channel=known,
        subject=subject,
        recipient=recipient(contact),
        sender=sender(profile),
        facts=without_asides(facts),
        others=OtherContacts(contact),
        outbox=sent_alike(text, contact),
        limit=limit_of(known, profile),
    )


def judge_message(message: Message, *, profile: Profile) -> Verdict:
    """The verdict on a message as it is now."""
    return judge(
        message.body,
        channel=message.channel,
        subject=message.subject,
        contact=message.contact,
        profile=profile,
    )
