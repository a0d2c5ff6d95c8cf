"""What a draft leaves out of what is known, and why."""

from collections.abc import Iterator
from itertools import chain

from outreach.drafting.brief import Brief, LeftOut
from outreach.drafting.details import is_of_looks
from outreach.drafting.labels import BEGINNINGS
from outreach.drafting.shorthand import spelled_out
from outreach.drafting.slots import (
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

ENOUGH_SAID = "The draft says enough without it."
_NOT_FOR_SAYING = {FactKind.TAG, FactKind.NOTE, FactKind.EARLIER_MESSAGE}
_SHORTEST_PART, _PART = 8, 2  # characters, and telling words
_NEARLY_FULL = 0.75  # of the room there is: one sentence more would not go in


def left_out(brief: Brief, material: Material, text: str, used: set[str]) -> Iterator[LeftOut]:
    """Every fact that the text of a draft does not use, or only in part, and why."""
    said: dict[str, str] = {}  # of each fact the longest of its words that can be said
    for slot in chain.from_iterable(material.slots.values()):
        for one in slot.facts:
            said[one] = max(said.get(one, ""), slot.text, key=len)
    for fact in brief.facts:
        if fact.id not in used:
            yield LeftOut(fact.id, _why(brief, fact, text, fact.id in said))
        elif fact.kind in BEGINNINGS and _is_part(fact.text, said.get(fact.id, "")):
            yield LeftOut(fact.id, "The rest reads as a note to yourself.", is_part=True)


def _is_part(noted: str, said: str) -> bool:
    """Whether more than a word or two of a note is not said."""
    is_shorter = len(noted) - len(said) >= _SHORTEST_PART
    return is_shorter and len(_unsaid(noted, said)) >= _PART


def _unsaid(noted: str, said: str) -> frozenset[str]:
    return telling_words(undated(spelled_out(noted))) - frozenset(words(said))


def _why(brief: Brief, fact: Fact, text: str, is_sayable: bool) -> str:
    if fact.private:
        return "It is marked private."
    if fact.kind in _NOT_FOR_SAYING:
        return "It is a note to yourself."
    if not may_be_said(fact) and is_to_be_kept(fact.text):
        return "It says itself that it is not to be told."
    if not may_be_said(fact):
        return "It is not in English, as drafts are."
    if fact.kind is FactKind.PROMISE_KEPT:
        return "It is news for a follow-up."
    if fact.kind is FactKind.OFFER_KEPT:
        return "It is something to thank for."
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
    if not is_sayable:
        return "Something newer says it, or there is nothing in it to say."
    if brief.limit is not None and count_characters(text) > _NEARLY_FULL * brief.limit:
        return f"There was no room for it in {brief.limit} characters."
    return ENOUGH_SAID
