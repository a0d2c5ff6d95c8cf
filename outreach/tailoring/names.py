"""Whether a text speaks to the person it goes to."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from outreach.tailoring.facts import Person
from outreach.tailoring.folding import Token, fold, words
from outreach.tailoring.vocabulary import PARTICULAR, name_weight, read_words

_SAME_NAME = 60  # of 100: "Tom" and "Thomas", "Kate" and "Katherine"
_NICKNAMES = {frozenset(pair.split("/")) for pair in read_words("nicknames")}
_NO_NAMES = read_words("greeting-words")
_TO_ANYBODY = {one.replace("-", " ") for one in read_words("to-anybody")}
_TO_ANYBODY_TOGETHER = tuple(sorted(one for one in _TO_ANYBODY if " " in one))
_SAYS_TO_ANYBODY = re.compile(rf"\b(?:{'|'.join(map(re.escape, _TO_ANYBODY_TOGETHER))})\b")
# Where a name can only be called: after a noun it may say who that is ("your brother, Daniel").
_CALLED = re.compile(
    r"\b(?i:you|you soon|thanks|(?:thanks?|thank you)(?: [a-z]+)? (?:much|again|a lot)|please), "
    r"([A-Z][\w'\u2019-]+)[.!?](?=\s|\Z)"
)
_CALLED_FIRST = re.compile(r"\s*@([A-Z][\w'\u2019-]+)")
_OPENING = 40  # characters: a greeting may have a comma inside, as "Madame, Monsieur," has
_NAME = re.compile(r"[^\W\d_][^\W\d_'\u2019.-]*(?:[-'\u2019][^\W\d_]+)*")


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
    called = words(f"{recipient.name} {recipient.given_name}")
    if set(words(greeted)).issubset(called):
        return ""  # "Ms Q" is greeted by one letter
    known = [word for word in called if len(word) > 1]
    if not greeted or not known or not all(word.isascii() for word in known):
        return ""
    is_same = any(_may_be(one, other) for one in words(greeted) for other in known)
    return "" if is_same else greeted


def calls_somebody_else(text: str, recipient: Person, sender: Person | None) -> str:
    """The name by which the text calls its reader where it does not greet ("thank you again,
    Daniel!"), when it cannot be the recipient's; otherwise empty."""
    found = [*_CALLED.finditer(text)]
    if first := _CALLED_FIRST.match(text):
        found.append(first)
    signs = set(words(f"{sender.name} {sender.given_name}")) if sender else set()
    for match in found:
        name = match[1]
        signs_perhaps = not text[match.end() :].strip() if not sender else fold(name) in signs
        is_name = not signs_perhaps and name_weight(fold(name)) == PARTICULAR
        if is_name and (called := greets_somebody_else(name, recipient)):
            return called
    return ""


def _may_be(one: str, other: str) -> bool:
    return (
        one.startswith(other)
        or other.startswith(one)
        or frozenset((one, other)) in _NICKNAMES
        or fuzz.ratio(one, other) >= _SAME_NAME
    )


def named_in(text: str, pieces: Sequence[Sequence[Token]]) -> frozenset[str]:
    """The folded words of a body, cut into sentences, that are written like names."""
    return frozenset(
        token.word
        for piece in pieces
        for number, token in enumerate(piece)
        if not text[token.start].islower()
        and (number or name_weight(token.word) == PARTICULAR)  # "Will you …"
    )


def is_named(name: str, said: Collection[str]) -> bool:
    """Whether somebody of this name is among the folded words `said`, by their first name or by
    all of it."""
    known = _parts_of(name)
    return bool(known) and (known[0] in said or all(word in said for word in known))


@lru_cache(maxsize=20_000)
def _parts_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in _NO_NAMES)
