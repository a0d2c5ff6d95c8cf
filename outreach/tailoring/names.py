"""Whether a text speaks to the person it goes to."""

import re
from collections.abc import Collection, Sequence

from rapidfuzz import fuzz

from outreach.tailoring.facts import Fact, Person
from outreach.tailoring.folding import fold, words
from outreach.tailoring.matching import content_stems, stem
from outreach.tailoring.vocabulary import read_words

_SAME_NAME = 60  # of 100: "Tom" and "Thomas", "Kate" and "Katherine"
_NICKNAMES = {frozenset(pair.split("/")) for pair in read_words("nicknames")}
_NO_NAMES = read_words("greeting-words")
_TO_ANYBODY = {one.replace("-", " ") for one in read_words("to-anybody")}
_TO_ANYBODY_TOGETHER = tuple(sorted(one for one in _TO_ANYBODY if " " in one))
_SAYS_TO_ANYBODY = re.compile(rf"\b(?:{'|'.join(map(re.escape, _TO_ANYBODY_TOGETHER))})\b")
_OPENING = 40  # characters: a greeting may have a comma inside, as "Madame, Monsieur," has
_NAME = re.compile(r"[^\W\d_][^\W\d_'\u2019.-]*(?:[-'\u2019][^\W\d_]+)*")
_AT_COMPANY = re.compile(
    r"\b(?:you(?:'re| are)?(?: now| currently)? (?:work(?:ing)? )?|you (?:joined|run|lead) |"
    r"your (?:work|team|role|job|position|colleagues|department|desk)(?: here)? )at "
    r"((?:[A-Z][\w&'.-]*)(?: [A-Z][\w&'.-]*){0,3})"
)


def greeted_name(greeting: str) -> str:
    """The name in a greeting as it was written; empty when it greets nobody by name."""
    named = [
        word
        for word in _NAME.findall(greeting)
        if word[0].isupper() and fold(word) not in _NO_NAMES
    ]
    return " ".join(named)


def greets_anybody(text: str, greeting: str) -> bool:
    """Whether the text opens with words for whoever reads it: "Dear Sir or Madam"."""
    greeted = words(greeting)
    if not greeted:
        return False
    if _SAYS_TO_ANYBODY.search(" ".join(greeted)):
        return True
    if len(greeted) > 1 and greeted[-1] in _TO_ANYBODY:
        return True
    return " ".join(words(text[:_OPENING])).startswith(_TO_ANYBODY_TOGETHER)


def greets_somebody_else(greeting: str, recipient: Person) -> str:
    """The name that is greeted, when it cannot be the recipient's; otherwise empty."""
    greeted = greeted_name(greeting)
    if greeted and recipient.name.startswith(greeted):
        return ""
    known = [word for word in words(f"{recipient.name} {recipient.given_name}") if len(word) > 1]
    if not greeted or not known or not all(word.isascii() for word in known):
        return ""
    is_same = any(_may_be(one, other) for one in words(greeted) for other in known)
    return "" if is_same else greeted


def _may_be(one: str, other: str) -> bool:
    return (
        one.startswith(other)
        or other.startswith(one)
        or frozenset((one, other)) in _NICKNAMES
        or fuzz.ratio(one, other) >= _SAME_NAME
    )


def names_other_company(text: str, recipient: Person, facts: Sequence[Fact]) -> str:
    """The company at which the text places the recipient, when nothing known says so."""
    if not recipient.company:
        return ""
    known: Collection[str] = ()
    for match in _AT_COMPANY.finditer(text):
        known = known or content_stems(
            " ".join((recipient.company, recipient.headline, *(fact.text for fact in facts)))
        )
        if not any(stem(word) in known for word in words(match[1])):
            return match[1].rstrip(".")
    return ""
