"""From the facts of a brief to the words that fill wordings."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from outreach.drafting import details, labels, promises, purposes, saying, topics, whereabouts
from outreach.drafting.brief import Brief, Purpose
from outreach.drafting.dates import names_past_day, spoken, without_past_deadline
from outreach.drafting.encounter import has_met_twice, latest_meeting, where
from outreach.drafting.grammar import ASKING, VERBS, first_word
from outreach.drafting.self_description import who
from outreach.drafting.speech import is_in_english
from outreach.drafting.tact import is_to_be_kept
from outreach.drafting.wording import Slot, Style, in_style
from outreach.tailoring import Fact, FactKind, Person, count_characters
from outreach.tailoring.folding import fold, tokens
from outreach.tailoring.matching import content_stems, match_facts
from outreach.tailoring.rules import says_banned

_SAID: dict[FactKind, tuple[str, Callable[[str, Person], str]]] = {
    FactKind.INTRODUCED_BY: ("by", whereabouts.introducer),
    FactKind.TALKED_ABOUT: ("topic", topics.topic),
    FactKind.DETAIL: ("detail", details.detail),
    FactKind.PROMISE_MINE: ("promise", promises.promise),
    FactKind.PROMISE_THEIRS: ("offer", promises.offer),
    FactKind.PROMISE_KEPT: ("kept", promises.promise),
    FactKind.OFFER_KEPT: ("thanks", promises.favour),
    FactKind.LOOKING_FOR: ("looking", saying.looking),
    FactKind.PURPOSE: ("purpose", purposes.purpose),
    FactKind.SHARED_SCHOOL: ("school", saying.common),
    FactKind.SHARED_EMPLOYER: ("employer", saying.common),
    FactKind.SHARED_SKILL: ("skill", saying.common),
    FactKind.SHARED_PLACE: ("home", saying.common),
    FactKind.SHARED_CONTACT: ("friend", saying.common),
    FactKind.INTRODUCED_ME: ("introduced", saying.common),
    FactKind.THEIR_WORK: ("work", saying.work),
}
# In the user's own words, and so in the language that they keep notes in.
_IN_OWN_WORDS = {
    FactKind.TALKED_ABOUT,
    FactKind.DETAIL,
    FactKind.PROMISE_MINE,
    FactKind.PROMISE_THEIRS,
    FactKind.LOOKING_FOR,
    FactKind.PURPOSE,
    FactKind.WHO_YOU_ARE,
}
_PROMISED = (FactKind.PROMISE_MINE, FactKind.PROMISE_THEIRS)
_SHARED_PAST = (FactKind.SHARED_EMPLOYER, FactKind.SHARED_SCHOOL)
_LATER = (Purpose.FOLLOW_UP, Purpose.ANSWER_GENERIC)
_FORGETS_WHO = timedelta(days=90)
_ASKS = (Purpose.INTERVIEW, Purpose.INTRODUCTION)
_OF_THEM = {
    *(FactKind.TALKED_ABOUT, FactKind.DETAIL, FactKind.PROMISE_MINE, FactKind.PROMISE_THEIRS),
    *(FactKind.PROMISE_KEPT, FactKind.OFFER_KEPT),
    *(FactKind.THEIR_WORK, FactKind.SHARED_SKILL, FactKind.TAG, FactKind.PURPOSE),
}
# What belongs to a meeting before the last one must not be told of the last.
_OF_EARLIER_MEETING = {"topic": "earlier_topic", "by": "first_by", "detail": "earlier_detail"}
_SAID_AS = {"earlier_topic": "topic", "earlier_detail": "detail"}  # at both
_INTRODUCING = re.compile(r"\b(?:intro|introduc\w+|connect|touch with|acquaint)\b")
# Slots that fill in nothing, and of which one has to be known for a wording with them.
_SIGNS = {
    "known": {"at", "topic", "by", "earlier_topic", "first_by"},
    "talked": {"at", "topic"},
    "stated": {"purpose", "question"},
}
# They fill in nothing either: the wish is in the wording, and rests on the date.
WISHES = frozenset(("birthday", "birthday_past"))
_OWED = {"promise", "promise_thing"}
_AND_DOES = re.compile(rf" and (?=(?:{'|'.join(sorted(VERBS))})\b)")  # "the van and pick up after"
_SEEKS = re.compile(r"\b(?:need|needs|looking|seek|want|wants|somebody|someone|anyone|help|who)\b")
_WISHES_OF_MINE = re.compile(r"\b(?:I|we)(?:'d| would| want| wonder| need| hope)\b")
_TO_READER = re.compile(r"\byours?\b|\byou\b")
_HANDED_OVER = re.compile(r"(?:send|bring|lend|give|show|forward|hand) you ((?:the|my|our|an?) .+)")
_DONE_IN_A_MESSAGE = ("send", "show", "forward")
_MOSTLY = 0.6
_LONG_SINCE = timedelta(days=14)  # before that nobody says "when we last met"
MOST_OF_A_KIND = 3  # of a thousand facts the latest and strongest few are enough


@dataclass(frozen=True, slots=True)
class Material:
    """What a draft can be made of: for each slot the words that may fill it, the best first."""

    slots: Mapping[str, tuple[Slot, ...]]


def gather(brief: Brief) -> Material:
    """Say every fact that may be said. Private ones may not, nor what the user's rules ban."""
    facts = sorted(
        (one for one in brief.facts if not one.private and may_be_said(one)),
        key=lambda fact: (fact.id in brief.about, *_weight(fact)),
        reverse=True,
    )
    told = _told(brief, facts)
    style = Style(brief.tone, brief.voice.contractions)
    slots: dict[str, list[Slot]] = {}
    for name, slot in _each(brief, facts):
        if (slot.text or name in WISHES) and len(slots.setdefault(name, [])) < MOST_OF_A_KIND:
            text = in_style(slot.text, style)
            if brief.rules and says_banned(text, brief.rules):
                continue
            said_already = (*slots[name], *slots.get(_SAID_AS.get(name, ""), ()))
            if any(text.lower() == one.text.lower() for one in said_already):
                continue
            times = max([told[fact] for fact in slot.facts], default=0) if told else 0
            times = max(times, 1) if name == "who" and _knows_sender(brief) else times
            slots[name].append(Slot(text, slot.facts, times, count_characters(text)))
    if topics_said := [
        *slots.get("topic", ()),
        *slots.get("asked", ()),
        *slots.get("wondered", ()),
    ]:
        slots["detail"] = [one for one in slots.get("detail", ()) if not _retells(one, topics_said)]
    slots.update({name: [Slot("", ())] for name in _signs(brief, slots.keys())})
    return Material({name: tuple(said) for name, said in slots.items() if said})


def _signs(brief: Brief, have: Collection[str]) -> Iterator[str]:
    """What fills in nothing, and says of which wordings the time is."""
    yield from (name for name, needs in _SIGNS.items() if not needs.isdisjoint(have))
    if _SIGNS["known"].isdisjoint(have):
        yield "unknown"
    if (met := latest_meeting(brief)) is None or brief.today - met >= _LONG_SINCE:
        yield "long_since"
    if has_met_twice(brief):
        yield "again"
    if not _OWED.union(_SIGNS["stated"]).isdisjoint(have):
        yield "also"
    yield "bare" if brief.earlier_was_bare else "worded"


def _knows_sender(brief: Brief) -> bool:
    """Whether the reader knows who writes, as far as one can tell: they share a past, or met not
    long ago and it is not the first that they hear since."""
    if not brief.has_met:
        return False
    if brief.purpose is Purpose.RECONNECT:
        met = latest_meeting(brief)
        return met is not None and brief.today - met < _FORGETS_WHO
    shares = any(one.kind in _SHARED_PAST and not one.private for one in brief.facts)
    return shares or brief.purpose in _LATER


def _retells(detail: Slot, topics_said: Sequence[Slot]) -> bool:
    """Whether a detail is mostly what was talked about, noted once more."""
    told = content_stems(detail.text)
    shared = max(len(told & content_stems(one.text)) for one in topics_said)
    return bool(told) and shared >= _MOSTLY * len(told)


def may_be_said(fact: Fact) -> bool:
    """Whether its words fit an English sentence, and do not say themselves that they are for the
    user alone."""
    is_own = fact.kind in _IN_OWN_WORDS
    return not is_own or (is_in_english(fact.text) and not is_to_be_kept(fact.text))


def is_only_a_note(fact: Fact, to: Person) -> bool:
    """Whether the user's words tell something of which no sentence can be made, as of "his music,
    14 boxes" to a widow; "not much" tells nothing."""
    tells = fact.kind in labels.BEGINNINGS and not saying.says_nothing(saying.plain(fact.text, to))
    return tells and not _SAID[fact.kind][1](fact.text, to)


def _told(brief: Brief, facts: Sequence[Fact]) -> Counter[str]:
    """How often what was sent before spoke of each fact, by its id."""
    sent = [tokens(fold(text)) for text in brief.sent]
    return Counter(match.fact.id for said in sent for match in match_facts(facts, said))


def _weight(fact: Fact) -> tuple[float, date]:
    return fact.strength, fact.on or date.min


def _each(brief: Brief, facts: Sequence[Fact]) -> Iterator[tuple[str, Slot]]:
    to = brief.recipient
    latest = latest_meeting(brief)
    yield from where(brief, facts, latest)
    for kind in (FactKind.WHO_YOU_ARE, FactKind.HEADLINE):
        for fact in facts:
            if fact.kind is kind:
                yield "who", Slot(who(fact.text, brief.sender), (fact.id,))
    counts: dict[FactKind, int] = {}
    states_purpose = any(fact.kind is FactKind.PURPOSE for fact in facts)
    is_about_topic = brief.purpose is Purpose.INTERVIEW and not states_purpose
    for fact in facts:
        if fact.kind is FactKind.LOOKING_FOR and not _may_ask(brief, fact):
            continue
        if is_over(fact, brief):
            continue
        if fact.kind in _SAID and counts.setdefault(fact.kind, 0) < MOST_OF_A_KIND:
            counts[fact.kind] += 1
            name, say = _SAID[fact.kind]
            if latest and fact.on and fact.on < latest:
                name = _OF_EARLIER_MEETING.get(name, name)
            said = say(_noted(fact, brief, latest), to)
            if name == "topic" and is_about_topic:
                name = "wondered" if first_word(said) in ASKING else "asked"
            yield from _variants(name, fact, said, brief)
    for fact in facts:
        if fact.kind is FactKind.BIRTHDAY and fact.id in brief.about and fact.on:
            name = "birthday_past" if fact.on < brief.today else "birthday"
            yield name, Slot("", (fact.id,))
    if brief.earlier_on and (when := spoken(brief.earlier_on, brief.today)):
        yield "earlier_when", Slot(when, ())


def _noted(fact: Fact, brief: Brief, latest: date | None) -> str:
    if fact.kind not in _PROMISED or latest is None:
        return fact.text
    return without_past_deadline(fact.text, latest, brief.today)


def is_over(fact: Fact, brief: Brief) -> bool:
    """Whether a promise or an offer was for a day that has passed since the two met."""
    if fact.kind not in _PROMISED or fact.id in brief.about:
        return False
    met = latest_meeting(brief)
    return met is not None and names_past_day(fact.text, met, brief.today)


def _may_ask(brief: Brief, looked_for: Fact) -> bool:
    """Whether somebody is told what the user looks for: when one asks them for something, or when
    what is known of them speaks of it. To all others it is an advertisement."""
    if brief.purpose in _ASKS or looked_for.id in brief.about:
        return True
    sought = content_stems(looked_for.text)
    of_them = (one for one in brief.facts if one.kind in _OF_THEM and not one.private)
    return any(not sought.isdisjoint(content_stems(one.text)) for one in of_them)


def _variants(name: str, fact: Fact, text: str, brief: Brief) -> Iterator[tuple[str, Slot]]:
    """Some words fit a sentence in one way only: what was said decides how it can be used."""
    ids = (fact.id,)
    is_introducing = name == "offer" and _INTRODUCING.search(text) is not None
    is_late = name == "promise" and text and fact.on is not None and fact.on < brief.today
    if is_late:  # `on` is the day until which it was promised
        yield ("late_thing" if text.startswith("=") else "late"), Slot(text.lstrip("="), ids)
    if text.startswith("="):
        yield f"{name}_thing", Slot(text[1:], ids)
        if is_introducing:
            yield "introduction", Slot(text[1:], ids)
    elif name == "purpose":
        name, text = _of_purpose(fact, text, brief)
        yield name, Slot(text, ids)
    else:
        yield name, Slot(text, ids)
        if name == "introduced" and brief.purpose is Purpose.THANK:
            yield "introduced_to", Slot(text, ids)
        if is_introducing:
            yield "introducing", Slot(text, ids)
        if name == "promise" and text.split(" ")[0] in _DONE_IN_A_MESSAGE:
            yield "sending", Slot(text, ids)
        if name == "promise" and (handed := _HANDED_OVER.match(text)):
            yield "promised", Slot(_AND_DOES.split(handed[1])[0], ids)
        if name == "topic" and topics.goes_on(text):
            yield "going", Slot(text, ids)
        if name == "topic" and (subject := topics.subject(text)):
            yield "subject", Slot(subject, ids)


def _of_purpose(fact: Fact, text: str, brief: Brief) -> tuple[str, str]:
    """What the user wrote because of, as what the purpose of the message makes of it."""
    if brief.purpose is Purpose.THANK and (thanks := purposes.thanks(fact.text, brief.recipient)):
        return "thanks", thanks
    is_wish = _WISHES_OF_MINE.search(text) is not None  # no deed of theirs, though it begins so
    if brief.purpose is Purpose.THANK and text.startswith("You ") and not is_wish:
        return "deed", text
    if brief.purpose is Purpose.INTRODUCTION and (
        whom := purposes.whom(fact.text, brief.recipient)
    ):
        return "meeting", whom
    if brief.purpose is Purpose.INTRODUCTION and text.endswith("?"):
        # No wording says an aside: what is asked of them is for another letter.
        return ("request" if _INTRODUCING.search(text) else "aside"), text
    is_sought = _SEEKS.search(text) is not None and not _TO_READER.search(text)
    if brief.purpose is Purpose.INTRODUCTION and is_sought:
        return "sought", text  # "we need somebody who reads Braille"
    return "question" if text.endswith("?") else "purpose", text
