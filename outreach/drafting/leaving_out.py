"""What a draft leaves out of what is known, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from outreach.drafting.brief import Brief, LeftOut, Purpose
from outreach.drafting.details import is_of_looks
from outreach.drafting.labels import BEGINNINGS
from outreach.drafting.saying import plain, says_nothing
from outreach.drafting.shorthand import spelled_out
from outreach.drafting.slots import (
    MOST_OF_A_KIND,
    Material,
    is_only_a_note,
    is_over,
    may_be_said,
)
from outreach.drafting.speech import undated
from outreach.drafting.tact import is_private_news, is_to_be_kept
from outreach.tailoring import Fact, FactKind, count_characters
from outreach.tailoring.folding import words
from outreach.tailoring.matching import telling_words
from outreach.tailoring.rules import says_banned

ENOUGH_SAID = "The draft says enough without it."
_NOT_FOR_SAYING = {FactKind.TAG, FactKind.NOTE, FactKind.EARLIER_MESSAGE}
_SHORTEST_PART, _PART = 8, 2  # characters, and telling words
_SENTENCE = 12  # characters around the words of a fact, at the least: "I remember … "
_OF_A_MEETING = {FactKind.EVENT, FactKind.PLACE, FactKind.MET_ON}
_OF_THE_USER = {FactKind.WHO_YOU_ARE, FactKind.HEADLINE}
_SAY_THEIR_WORK = {Purpose.INTERVIEW, Purpose.ANSWER_GENERIC}  # the others have no wording for it


def left_out(brief: Brief, material: Material, text: str, used: set[str]) -> Iterator[LeftOut]:
    """Every fact that the text of a draft does not use, or only in part, and why."""
    said: dict[str, list[str]] = defaultdict(list)  # of each fact the words that can be said
    for slot in chain.from_iterable(material.slots.values()):
        for one in slot.facts:
            said[one].append(slot.text)
    for fact in brief.facts:
        if fact.id not in used:
            why = _why_not_sayable(brief, fact, said) or _why_not_said(brief, fact, used)
            yield LeftOut(fact.id, why or _by_room(brief, text, said[fact.id]))
        elif fact.kind in (*BEGINNINGS, FactKind.PURPOSE) and _is_part(
            fact.text, max(said[fact.id], key=len, default="")
        ):
            yield LeftOut(fact.id, "The rest reads as a note to yourself.", is_part=True)


def _is_part(noted: str, said: str) -> bool:
    """Whether more than a word or two of a note is not said."""
    is_shorter = len(noted) - len(said) >= _SHORTEST_PART
    return is_shorter and len(_unsaid(noted, said)) >= _PART


def _unsaid(noted: str, said: str) -> frozenset[str]:
    return telling_words(undated(spelled_out(noted))) - frozenset(words(said))


def _why_not_sayable(brief: Brief, fact: Fact, said: Mapping[str, Sequence[str]]) -> str:
    """Why no words for the fact were there to choose; empty where there were some."""
    if fact.private:
        return "It is marked private."
    if fact.kind in _NOT_FOR_SAYING:
        return "It is a note to yourself."
    if not may_be_said(fact) and is_to_be_kept(fact.text):
        return "It says itself that it is not to be told."
    if not may_be_said(fact):
        return "It is not in English, as drafts are."
    if fact.kind is FactKind.PROMISE_KEPT and brief.purpose is not Purpose.FOLLOW_UP:
        return "It is news for a follow-up."
    if fact.kind is FactKind.OFFER_KEPT and brief.purpose is not Purpose.THANK:
        return "It is something to thank for."
    is_sayable = fact.id in said
    if not is_sayable and fact.kind is FactKind.LOOKING_FOR:
        return "It is told to whom you ask for something, or who has to do with it."
    if not is_sayable and fact.kind is FactKind.DETAIL and is_of_looks(fact.text):
        return "It is what they look like, which is for you to know them by."
    if is_over(fact, brief):
        return "The day it names has passed."
    if not is_sayable and is_private_news(fact, brief.recipient):
        return "It is private news, and theirs to tell. Write of it by hand if they would want it."
    if is_only_a_note(fact, brief.recipient):
        return f"It reads as a note. Say it as “{BEGINNINGS[fact.kind]} …” goes on."
    return "" if is_sayable else _why_passed_over(brief, fact, said)


def _why_passed_over(brief: Brief, fact: Fact, said: Mapping[str, Sequence[str]]) -> str:
    """Why a fact of which a sentence might be made is not among those to choose from."""
    others = [one for one in brief.facts if one.id != fact.id and one.id in said]
    if brief.rules and says_banned(fact.text, brief.rules):
        return "A rule of yours bans words that are in it."
    if fact.kind in _OF_A_MEETING and any(_is_later(one, fact) for one in others):
        return "It is of an earlier meeting, and the draft tells of the last."
    if sum(one.kind is fact.kind for one in others) >= MOST_OF_A_KIND:
        return "There is more of its kind that is newer, or weighs more."
    if fact.kind in BEGINNINGS and not says_nothing(plain(fact.text, brief.recipient)):
        return "Something else that you noted says it already."
    return "There is nothing in it to say."


def _is_later(one: Fact, than: Fact) -> bool:
    is_dated = one.on is not None and than.on is not None
    return is_dated and one.kind in _OF_A_MEETING and one.on > than.on  # type: ignore[operator]


def _why_not_said(brief: Brief, fact: Fact, used: set[str]) -> str:
    """Why words that were there were not chosen, where it is not for want of room."""
    if fact.kind is FactKind.THEIR_WORK and brief.purpose not in _SAY_THEIR_WORK:
        return "What they work as is said only where you ask about it, or answer an invitation."
    is_said_otherwise = any(one.kind in _OF_THE_USER and one.id in used for one in brief.facts)
    if fact.kind in _OF_THE_USER and is_said_otherwise:
        return "The draft says who you are in other words."
    return ""


def _by_room(brief: Brief, text: str, said: Sequence[str]) -> str:
    """Whether the shortest words for a fact would still have gone in, in a sentence."""
    needed = min(count_characters(words) for words in said) + _SENTENCE
    if brief.limit is not None and count_characters(text) + needed > brief.limit:
        return f"There was no room for it in {brief.limit} characters."
    return ENOUGH_SAID
