"""From rows to a draft or a verdict: the bridge to the plain-Python drafting and tailoring."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from django.db.models import Prefetch, prefetch_related_objects

from contacts.models import Contact, ContactPoint
from crm.profile.models import Profile
from outreach.drafting import Brief, Draft, Question, Tone, Voice, draft
from outreach.facts.collecting import facts_about, load_facts, recipient, sender
from outreach.facts.said_before import something_new_first, texts_sent, told_for, without_asides
from outreach.followups.models import FollowUp
from outreach.messages.lengths import lengths_for
from outreach.messages.manner import Manner, manner_of
from outreach.messages.models import Message
from outreach.messages.occasions import Occasion, Reach, occasion_for
from outreach.messages.resemblance import OtherContacts, sent_alike
from outreach.rules.checking import for_texts, speaking
from outreach.rules.models import Rule
from outreach.tailoring import Channel, Fact, Ingredient, Verdict, assess


def draft_for(
    contact: Contact,
    occasion: Occasion,
    *,
    profile: Profile,
    facts: Iterable[Fact],
    day: date,
    manner: Manner,
    tone: Tone | None = None,
    variant: int = 0,
    looks_around: bool = False,
) -> Draft | Question:
    """A draft that rests on these facts, or the one question whose answer would help most. In the
    user's usual tone unless another is asked for, and as short as their rules want it. `facts`
    are all it may rest on. Where it `looks_around`, it fits no other contact and is not nearly what
    went to one: a query or two a text, too many where a page or a mail shows many drafts."""
    facts, earlier, tone = told_for(facts, occasion.purpose), occasion.earlier, tone or manner.tone
    lengths = lengths_for(occasion.channel, is_premium=profile.has_inmail)
    brief = Brief(
        recipient=recipient(contact),
        sender=sender(profile),
        facts=something_new_first(facts),
        channel=occasion.channel,
        purpose=occasion.purpose,
        today=day,
        tone=tone,
        limit=lengths.limit,
        lengths=lengths,
        sent=texts_sent(facts),
        earlier_on=earlier.happened_at.astimezone(profile.zone).date() if earlier else None,
        earlier_was_bare=earlier is None or earlier.went_out_bare,
        variant=variant,
        voice=manner.voice_in(tone),
        rules=for_texts(manner.rules, purpose=occasion.purpose, channel=occasion.channel),
        about=occasion.about,
        is_known=bool(contact.facts_meetings),  # type: ignore[attr-defined]
        **(_beside(contact) if looks_around else {}),
    )
    made = draft(brief)
    return _without_ways(brief, made) if isinstance(made, Question) else made


def _beside(contact: Contact) -> dict[str, Any]:
    """Whom else a draft to the contact must not fit, and what went to them."""
    return {
        "others": OtherContacts(contact),
        "sent_elsewhere": partial(sent_alike, contact=contact),
    }


def _without_ways(brief: Brief, question: Question) -> Draft | Question:
    """The draft for which voice or rules left no room, with the rules it breaks in its verdict:
    they inform and must not cost it. The question, where its answer is what a rule wants."""
    plain = replace(brief, voice=Voice())
    made = draft(plain) if plain != brief else question
    if isinstance(made, Draft) or not brief.rules or _is_wanted(question.ingredient, brief):
        return made
    made = draft(replace(plain, rules=()))
    if isinstance(made, Question):
        return question
    verdict = assess(
        made.text,
        channel=brief.channel,
        subject=made.subject,
        recipient=brief.recipient,
        sender=brief.sender,
        facts=brief.facts,
        limit=brief.limit,
        lengths=brief.lengths,
        rules=brief.rules,
        others=brief.others or (),
        outbox=brief.sent_elsewhere(made.text) if brief.sent_elsewhere else (),
    )
    return replace(made, verdict=verdict)


def _is_wanted(ingredient: Ingredient, brief: Brief) -> bool:
    """Whether a rule wants an ingredient of which nothing was told yet."""
    told = {fact.ingredient for fact in brief.facts if not fact.private}
    return ingredient not in told and any(ingredient in rule.required for rule in brief.rules)


class Answer(NamedTuple):
    """What answers a follow-up; when it `waits`, only once the contact accepts the request."""

    made: Draft | Question
    waits: bool


def drafts_for(
    follow_ups: Iterable[FollowUp], *, profile: Profile, day: date, manner: Manner | None = None
) -> dict[uuid.UUID, Answer]:
    """For each follow-up that something written answers, by its id, the draft that would. A fixed
    number of queries; none for what `load_for_drafts` has read."""
    follow_ups = list(follow_ups)
    manner = manner or manner_of(profile)
    load_for_drafts(follow_ups)
    contacts = {f.contact_id: f.contact for f in follow_ups}
    facts = facts_about(contacts.values(), profile=profile)
    drafts = {}
    for follow_up in follow_ups:
        contact = follow_up.contact
        reach = Reach(_has_email(contact), profile.has_inmail)
        said = contact.facts_messages  # type: ignore[attr-defined]
        occasion = occasion_for(follow_up, reach=reach, said=said)
        if occasion:
            made = draft_for(
                contact,
                occasion,
                profile=profile,
                facts=(*facts[contact.pk], *occasion.brought),
                day=day,
                manner=manner,
            )
            drafts[follow_up.pk] = Answer(made, occasion.waits)
    return drafts


def _has_email(contact: Contact) -> bool:
    return bool(contact.emails)  # type: ignore[attr-defined]


def load_for_drafts(follow_ups: Iterable[FollowUp]) -> None:
    """Read what drafts rest on, for follow-ups of any owners. Follow-ups of one contact share its
    row from then on."""
    contacts: dict[uuid.UUID, Contact] = {}
    for follow_up in follow_ups:
        follow_up.contact = contacts.setdefault(follow_up.contact_id, follow_up.contact)
        if follow_up.message:
            follow_up.message.contact = follow_up.contact
    load_facts(contacts.values())
    if unread := [contact for contact in contacts.values() if not hasattr(contact, "emails")]:
        emails = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL)
        prefetch_related_objects(unread, Prefetch("points", emails, to_attr="emails"))


def judge(
    text: str,
    *,
    channel: str,
    contact: Contact,
    profile: Profile,
    subject: str = "",
    facts: Iterable[Fact] | None = None,
    purpose: str = "",
    rules: Iterable[Rule] = (),
) -> Verdict:
    """Whether this text, as it stands, could only be from this user to this contact, going by
    these facts (None: all there are), by whom else it would fit and by what went out before; and
    which of these rules it breaks, written to this end."""
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
        lengths=lengths_for(known, is_premium=profile.has_inmail),
        rules=for_texts(rules, purpose=purpose, channel=known),
    )


def judge_message(message: Message, *, profile: Profile, day: date) -> Verdict:
    """The verdict on a message as it is now, with all that the user's rules have to say."""
    rules = list(Rule.objects.of(message.owner_id))
    verdict = judge(
        message.body,
        channel=message.channel,
        purpose=message.purpose,
        subject=message.subject,
        contact=message.contact,
        profile=profile,
        rules=rules,
    )
    spoken = speaking(
        rules,
        message.contact,
        message.channel,
        message.purpose,
        is_bare=not message.body.strip(),
        day=day,
    )
    said = tuple(str(one) for one in spoken if not one.is_open)
    return replace(verdict, reasons=(*said, *verdict.reasons))
