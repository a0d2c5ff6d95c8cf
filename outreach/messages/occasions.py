"""Through which channel and to what end one writes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contacts.models import Contact, ContactPoint
from crm.profile.models import Profile
from outreach.drafting import Purpose
from outreach.drafting.noting import noted
from outreach.facts.collecting import FROM_MEETING, promise_fact_id, recipient
from outreach.followups.models import FollowUp
from outreach.messages.locks import locked_until
from outreach.messages.models import Message
from outreach.tailoring import Channel, Fact, FactKind, Ingredient

Reason, State = FollowUp.Reason, Message.State


@dataclass(frozen=True, slots=True)
class Occasion:
    """Through which channel and to what end a message is written, and what it follows.

    `about` are the ids of the facts that it is owed for, `brought` such facts as nothing else
    than the follow-up tells of: a birthday, a note of the user's own. One that `waits` can be
    written, but not be sent before the contact accepts the request.
    """

    channel: Channel
    purpose: Purpose
    earlier: Message | None = None
    about: frozenset[str] = frozenset()
    brought: tuple[Fact, ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """What there is to reach a contact by, beside LinkedIn messages to those who are connected."""

    has_email: bool
    has_inmail: bool

    @property
    def without_connection(self) -> Channel | None:
        """The channel to somebody who has not accepted yet; None where one can only wait."""
        if self.has_email:
            return Channel.EMAIL
        return Channel.INMAIL if self.has_inmail else None


def occasion_for(
    follow_up: FollowUp, *, reach: Reach, said: Sequence[Message] = ()
) -> Occasion | None:
    """What answers this follow-up; None where nothing is to be written. `said` is what was sent
    to the contact, the latest first. A request that nobody accepted bars LinkedIn messages.
    """
    message = follow_up.message
    if follow_up.asks_to_withdraw:
        return None
    if follow_up.reason == Reason.ACCEPTED_SILENT:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FIRST_MESSAGE, message)
    if follow_up.reason == Reason.ASK_AGAIN:
        return Occasion(Channel.LINKEDIN_NOTE, Purpose.CONNECT)
    if follow_up.promise:
        about = frozenset({promise_fact_id(follow_up.promise)})
        return replace(_for_promise(said, reach), about=about)
    if message is None:
        usual = _out_of_the_blue(said, reach)
        brought = tuple(_brought(follow_up))
        return replace(usual, about=frozenset(one.id for one in brought), brought=brought)
    purposes = {Reason.WENT_GENERIC: Purpose.REPAIR, Reason.PARKED: Purpose.RECONNECT}
    purpose = purposes.get(Reason(follow_up.reason), Purpose.FOLLOW_UP)
    if message.is_request:
        return _before_acceptance(purpose, message, reach)
    return Occasion(Channel(message.channel), purpose, message)


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


def first_occasion(contact: Contact, profile: Profile) -> Occasion:
    """What one would write next to this contact when nothing in particular is due."""
    said = list(contact.messages.said()[:20])
    reach = reach_of(contact, profile)
    usual = _next_occasion(said, reach)
    if usual.channel is Channel.LINKEDIN_NOTE and locked_until(contact):
        return replace(usual, channel=reach.without_connection or usual.channel)
    return usual


def reach_of(contact: Contact, profile: Profile) -> Reach:
    """How this user reaches this contact."""
    emails = contact.points.filter(kind=ContactPoint.Kind.EMAIL)
    return Reach(has_email=emails.exists(), has_inmail=profile.has_inmail)


def _for_promise(said: Sequence[Message], reach: Reach) -> Occasion:
    """Kept through whatever reaches them; who was never asked to connect gets it in the note."""
    if _is_connected(said) and not reach.has_email:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FOLLOW_UP)
    if channel := reach.without_connection:
        return Occasion(channel, Purpose.FOLLOW_UP)
    pending = next((one for one in said if one.is_request and one.state == State.SENT), None)
    if pending:
        return replace(_before_acceptance(Purpose.FOLLOW_UP, pending, reach), earlier=None)
    return Occasion(Channel.LINKEDIN_NOTE, Purpose.CONNECT)


def _before_acceptance(purpose: Purpose, request: Message, reach: Reach) -> Occasion:
    """To somebody who has not accepted the request: past it, or once they have."""
    if channel := reach.without_connection:
        return Occasion(channel, purpose, request)
    return Occasion(Channel.LINKEDIN_MESSAGE, purpose, request, waits=True)


def _out_of_the_blue(said: Sequence[Message], reach: Reach) -> Occasion:
    """To be in touch again: what is owed from an earlier message is not the point."""
    usual = _next_occasion(said, reach)
    if usual.purpose in (Purpose.REPAIR, Purpose.FOLLOW_UP):
        return replace(usual, purpose=Purpose.RECONNECT)
    return usual


def _next_occasion(said: Sequence[Message], reach: Reach) -> Occasion:
    if not said or said[0].state == State.WITHDRAWN:
        return Occasion(Channel.LINKEDIN_NOTE, Purpose.CONNECT)
    latest = said[0]
    if latest.state == State.ACCEPTED:
        return Occasion(Channel.LINKEDIN_MESSAGE, Purpose.FIRST_MESSAGE, latest)
    is_over = latest.state in (State.REPLIED, State.DECLINED)
    purpose = Purpose.REPAIR if latest.went_generic else Purpose.FOLLOW_UP
    purpose = Purpose.RECONNECT if is_over else purpose
    if _is_connected(said):
        return Occasion(Channel.LINKEDIN_MESSAGE, purpose, latest)
    if latest.is_request:
        return _before_acceptance(purpose, latest, reach)
    return Occasion(Channel(latest.channel), purpose, latest)


def _is_connected(said: Sequence[Message]) -> bool:
    """Whether LinkedIn takes messages to them: they said yes or answered, or got one before."""
    return any(
        one.accepted_at or one.replied_at
        if one.is_request
        else one.channel == Message.Channel.LINKEDIN_MESSAGE
        for one in said
    )
