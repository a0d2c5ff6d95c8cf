"""Through which channel and to what end one writes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contacts.models import Contact, ContactPoint
from outreach.drafting import Purpose
from outreach.drafting.noting import noted
from outreach.facts.collecting import FROM_MEETING, promise_fact_id, recipient
from outreach.followups.models import FollowUp
from outreach.messages.locks import locked_until
from outreach.messages.models import Message
from outreach.tailoring import Channel, Fact, FactKind, Ingredient

Reason = FollowUp.Reason


@dataclass(frozen=True, slots=True)
class Occasion:
    """Through which channel and to what end a message is written, and what it follows.

    `about` are the ids of the facts that it is owed for, `brought` such facts as nothing else
    than the follow-up tells of: a birthday, a note of the user's own.
    """

    channel: Channel
    purpose: Purpose
    earlier: Message | None = None
    about: frozenset[str] = frozenset()
    brought: tuple[Fact, ...] = ()


def occasion_for(
    follow_up: FollowUp, *, has_email: bool, said: Sequence[Message] = ()
) -> Occasion | None:
    """What answers this follow-up; None where nothing is to be written. `said` is what was sent
    to the contact, the latest first. A request that nobody accepted bars LinkedIn messages.
    """
    elsewhere = Channel.EMAIL if has_email else Channel.INMAIL
    message = follow_up.message
    if follow_up.asks_to_withdraw:
        return None
    if follow_up.reason == Reason.ACCEPTED_SILENT:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FIRST_MESSAGE, message)
    if follow_up.reason == Reason.ASK_AGAIN:
        return Occasion(Channel.LINKEDIN_NOTE, Purpose.CONNECT)
    if follow_up.promise:
        about = frozenset({promise_fact_id(follow_up.promise)})
        return Occasion(elsewhere, Purpose.FOLLOW_UP, about=about)
    if message is None:
        usual = _out_of_the_blue(said, has_email=has_email)
        brought = tuple(_brought(follow_up))
        return replace(usual, about=frozenset(one.id for one in brought), brought=brought)
    channel = elsewhere if message.is_request else Channel(message.channel)
    purposes = {Reason.WENT_GENERIC: Purpose.REPAIR, Reason.PARKED: Purpose.RECONNECT}
    return Occasion(channel, purposes.get(Reason(follow_up.reason), Purpose.FOLLOW_UP), message)


def _brought(follow_up: FollowUp) -> Iterator[Fact]:
    """What the follow-up itself gives to write about. Of the user's own note only what reads as
    something to ask or to do: a note to oneself is for nobody else."""
    said = noted(follow_up.text, recipient(follow_up.contact))
    if follow_up.reason == Reason.BIRTHDAY and follow_up.occasion:
        yield Fact(
            id=f"follow_up:{follow_up.pk}:birthday",
            kind=FactKind.BIRTHDAY,
            text="Their birthday",
            ingredient=Ingredient.WHY,
            source=f"Birthday, {follow_up.occasion.day} {follow_up.occasion:%b}",
            on=follow_up.occasion,
        )
    elif said:
        yield Fact(
            id=f"follow_up:{follow_up.pk}:note",
            kind=FactKind.PURPOSE,
            text=said,
            ingredient=Ingredient.WHY,
            source="Your own note",
            strength=FROM_MEETING,
        )


def first_occasion(contact: Contact) -> Occasion:
    """What one would write next to this contact when nothing in particular is due."""
    said = list(contact.messages.said()[:20])
    has_email = contact.points.filter(kind=ContactPoint.Kind.EMAIL).exists()
    usual = _next_occasion(said, has_email=has_email)
    if usual.channel is Channel.LINKEDIN_NOTE and locked_until(contact):
        return Occasion(Channel.EMAIL if has_email else Channel.INMAIL, usual.purpose)
    return usual


def _out_of_the_blue(said: Sequence[Message], *, has_email: bool) -> Occasion:
    """To be in touch again: what is owed from an earlier message is not the point."""
    usual = _next_occasion(said, has_email=has_email)
    if usual.purpose in (Purpose.REPAIR, Purpose.FOLLOW_UP):
        return Occasion(usual.channel, Purpose.RECONNECT, usual.earlier)
    return usual


def _next_occasion(said: Sequence[Message], *, has_email: bool) -> Occasion:
    if not said or said[0].state == Message.State.WITHDRAWN:
        return Occasion(Channel.LINKEDIN_NOTE, Purpose.CONNECT)
    latest = said[0]
    connected = any(m.is_request and m.accepted_at for m in said)
    if latest.state == Message.State.ACCEPTED:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FIRST_MESSAGE, latest)
    if connected or not latest.is_request:
        channel = Channel.LINKEDIN_MESSAGE if connected else Channel(latest.channel)
    else:
        channel = Channel.EMAIL if has_email else Channel.INMAIL
    if latest.state in (Message.State.REPLIED, Message.State.DECLINED):
        return Occasion(channel, Purpose.RECONNECT, latest)
    purpose = Purpose.REPAIR if latest.verdict == Message.Verdict.GENERIC else Purpose.FOLLOW_UP
    return Occasion(channel, purpose, latest)
