"""Which of the user's rules speak. They inform; nothing here stops anything."""

from calendar import day_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from contacts.models import Contact
from outreach.drafting import Purpose
from outreach.rules.models import Rule
from outreach.tailoring import Channel, Ingredient
from outreach.tailoring import Rule as TextRule

Kind = Rule.Kind
# Writing to somebody for the first time; the rules are about connecting.
FIRST_WORDS = {Purpose.CONNECT, Purpose.FIRST_MESSAGE, Purpose.REPAIR}
ASKED_OF_STRANGERS = FIRST_WORDS | {Purpose.ANSWER_GENERIC}
_REQUIRED = {
    Kind.SAY_MET: Ingredient.MET,
    Kind.SAY_WHO: Ingredient.WHO,
    Kind.SAY_WHY: Ingredient.WHY,
    Kind.SAY_THEIRS: Ingredient.THEIRS,
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rule that has something to say, in the user's words, and to what. `is_open` leaves the
    answer to the user."""

    wording: str
    how: str
    is_open: bool = False

    def __str__(self) -> str:
        return f"Your rule “{self.wording}” speaks: {self.how}."


def for_texts(rules: Iterable[Rule], *, purpose: str, channel: str) -> tuple[TextRule, ...]:
    """What a text itself can keep or break when it is written to this end, for this channel."""
    return tuple(_for_texts(rules, purpose, channel))


def _for_texts(rules: Iterable[Rule], purpose: str, channel: str) -> Iterator[TextRule]:
    for rule in rules:
        kind = Kind(rule.kind)
        if kind in _REQUIRED and purpose in FIRST_WORDS:
            yield TextRule(rule.wording, required=frozenset({_REQUIRED[kind]}))
        elif kind == Kind.NO_PITCH and purpose in ASKED_OF_STRANGERS:
            yield TextRule(rule.wording, no_pitch=True)
        elif kind == Kind.NEVER_SAY:
            yield TextRule(rule.wording, banned=tuple(rule.phrases))
        elif kind == Kind.MAX_LENGTH and rule.channel in ("", channel):
            yield TextRule(rule.wording, longest=rule.longest)


def speaking(
    rules: Iterable[Rule],
    contact: Contact,
    channel: str,
    purpose: str,
    *,
    is_bare: bool,
    day: date,
) -> list[Spoken]:
    """The rules that speak to what surrounds a text: to whom, when, and whether there is any."""
    return list(_speaking(rules, contact, channel, purpose, is_bare, day))


def _speaking(
    rules: Iterable[Rule], contact: Contact, channel: str, purpose: str, is_bare: bool, day: date
) -> Iterator[Spoken]:
    for rule in rules:
        if rule.kind == Kind.MUST_HAVE_MET and purpose in ASKED_OF_STRANGERS:
            if not contact.meetings.exists():
                yield Spoken(rule.wording, f"no meeting with {contact} is logged")
        elif rule.kind == Kind.NEVER_BARE and _is_request(channel, purpose) and is_bare:
            yield Spoken(rule.wording, "it has no note")
        elif rule.kind == Kind.OWN and purpose in ASKED_OF_STRANGERS:
            yield Spoken(rule.wording, "only you can check it", is_open=True)
    if quiet := quiet_day(rules, day):
        yield quiet


def _is_request(channel: str, purpose: str) -> bool:
    """Whether one asks to connect; who answers an invitation does not."""
    return channel == Channel.LINKEDIN_NOTE and purpose != Purpose.ANSWER_GENERIC


def quiet_day(rules: Iterable[Rule], day: date) -> Spoken | None:
    """The rule about days on which nothing is sent, when `day` is one of them."""
    for rule in rules:
        if rule.kind == Kind.QUIET_DAYS and str(day.weekday()) in rule.weekdays:
            return Spoken(rule.wording, f"today is {day_name[day.weekday()]}")
    return None


def speaking_to_bare(contact: Contact, *, day: date) -> list[str]:
    """What the rules have to say of a request without a note, as sentences."""
    rules = Rule.objects.of(contact.owner_id)
    spoken = speaking(
        list(rules),
        contact,
        Channel.LINKEDIN_NOTE,
        Purpose.CONNECT,
        is_bare=True,
        day=day,
    )
    return [str(one) for one in spoken if not one.is_open]
