"""Phrases written down once and found anywhere, in one pass over the words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Any

from outreach.tailoring.folding import Token, fold
from outreach.tailoring.vocabulary import WORDS


class Kind(StrEnum):
    """What a phrase does in a message."""

    DEFAULT = "default"  # the wording that the network offers
    FORMULA = "formula"  # fits anybody
    PRAISE = "praise"  # praise that may have nothing in it
    NUDGE = "nudge"  # asks for an answer and brings nothing
    PITCH = "pitch"  # speaks of what is for sale
    ENCOUNTER = "encounter"  # the two were in one room, or one call
    REFERRAL = "referral"  # somebody between the two
    REFERENCE = "reference"  # a thing the other made or said
    OBSERVED = "observed"  # something seen about the other
    SHARED = "shared"  # something both have
    OWED = "owed"  # a promise, or thanks for something done
    WHO = "who"  # the sender says who is writing
    ASK = "ask"  # the sender says what for


STOCK = {Kind.DEFAULT, Kind.FORMULA, Kind.PRAISE, Kind.NUDGE}


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its kind, and the tokens `first` up to, not with, `last`."""

    kind: Kind
    first: int
    last: int


_PART = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_ANY = "*"
_END = ""
_GAP = ((), (_ANY,), (_ANY, _ANY), (_ANY, _ANY, _ANY))


def read_phrases(name: str) -> Iterator[tuple[Kind, str]]:
    """The phrases of one file. `[kind]` heads a list, `$name = a|b` names a part to be used as
    `$name`, and a line that starts with # is a remark."""
    kind = Kind.FORMULA
    named: dict[str, str] = {}
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            kind = Kind(heading[1])
        elif definition := re.fullmatch(r"\$(\w+) = (.+)", line):
            named[definition[1]] = definition[2]
        elif line and not line.startswith("#"):
            yield kind, re.sub(r"\$(\w+)", lambda match: named[match[1]], line)


class Phrasebook:
    """A trie of phrases. In a phrase `(a|b)` is a choice, `[a|b]` may be absent, `*` is any one
    word and `~` up to three; the first word has to be a word."""

    def __init__(self, phrases: Iterable[tuple[Kind, str]]) -> None:
        self._root: dict[str, Any] = {}
        for kind, phrase in phrases:
            for wording in _wordings(phrase):
                self._add(wording, kind)

    def _add(self, wording: Sequence[str], kind: Kind) -> None:
        node = self._root
        for word in wording:
            node = node.setdefault(word, {})
        node[_END] = node.get(_END, frozenset()) | {kind}

    def find(self, sentence: Sequence[Token]) -> Iterator[Hit]:
        """The longest phrase of each kind at each word, from the left. Hits may overlap."""
        root = self._root
        for first, token in enumerate(sentence):
            node = root.get(token.word)
            if node is not None:
                longest: dict[Kind, int] = {}
                _walk(node, sentence, first + 1, longest)
                for kind, last in longest.items():
                    yield Hit(kind, first, last)


def _walk(
    node: dict[str, Any], sentence: Sequence[Token], at: int, longest: dict[Kind, int]
) -> None:
    for kind in node.get(_END, ()):
        longest[kind] = max(longest.get(kind, 0), at)
    if at < len(sentence):
        for word in (sentence[at].word, _ANY):
            if (child := node.get(word)) is not None:
                _walk(child, sentence, at + 1, longest)


def _wordings(phrase: str) -> Iterator[tuple[str, ...]]:
    """All ways to say a phrase, as tuples of folded words."""
    parts = _PART.findall(fold(phrase))
    for wording in _choices(parts):
        if wording and wording[0] != _ANY:
            yield wording


def _choices(parts: list[str]) -> list[tuple[str, ...]]:
    """The wordings of the parts up to the closing bracket, which is taken off the list too."""
    options: list[tuple[str, ...]] = []
    sequences: list[tuple[str, ...]] = [()]
    while parts:
        part = parts.pop(0)
        if part in ")]":
            break
        if part == "|":
            options += sequences
            sequences = [()]
            continue
        chosen: Sequence[tuple[str, ...]] = _GAP if part == "~" else [(part,)]
        if part in "([":
            chosen = [*_choices(parts), *([()] if part == "[" else [])]
        sequences = [(*first, *then) for first, then in product(sequences, chosen)]
    return options + sequences
