"""Phrases written down once and found anywhere, in one pass over the words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from outreach.tailoring.folding import fold
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
    OPENING = "opening"  # begins with something of the other's; no phrase shows it
    EMPTY_PRAISE = "empty praise"  # it says nothing of what it praises; no phrase shows it
    ONLY_MET = "only met"  # it tells nothing of a meeting but where; no phrase shows it
    TO_ANYBODY = "to anybody"  # it greets whoever reads it; no phrase of a sentence shows it
    OWED = "owed"  # a promise, or thanks for something done
    WHO = "who"  # the sender says who is writing
    ASK = "ask"  # the sender says what for


STOCK = {Kind.DEFAULT, Kind.FORMULA, Kind.PRAISE, Kind.NUDGE}


class Hit(NamedTuple):
    """A phrase found: its kind, and the tokens `first` up to, not with, `last`."""

    kind: Kind
    first: int
    last: int


Node = dict[str, "Node"]

_PART = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_ANY = "*"
_END = ""
_LONGEST_GAP = 3  # words
_NEW_TURN = {"and", "but", "because", "our", "my", "we", "i"}  # no `*` or `~` stands for these


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
    """Phrases by their first words. In a phrase `(a|b)` is a choice, `[a|b]` may be absent, `*` is
    any one word and `~` up to three; it has to begin with a word."""

    def __init__(self, phrases: Iterable[tuple[Kind, str]]) -> None:
        self._begun: defaultdict[str, list[Node]] = defaultdict(list)
        for kind, phrase in phrases:
            for word, node in _compiled(kind, phrase).items():
                if word not in (_ANY, _END):
                    self._begun[word].append(node)
        # Most first words are never met, so what they lead to waits until they are.
        self._leading_on: dict[str, Node] = {}
        # While somebody types, all sentences but one are as they were.
        self._remembered = lru_cache(maxsize=5_000)(lambda words: tuple(self._find(words)))

    def find(self, words: tuple[str, ...]) -> tuple[Hit, ...]:
        """The longest phrase of each kind at each word, from the left. Hits may overlap."""
        return self._remembered(words)

    def _find(self, words: Sequence[str]) -> Iterator[Hit]:
        for first, word in enumerate(words):
            if word in self._begun:
                ends: dict[str, int] = {}
                _follow(self._leading_on.get(word) or self._prepared(word), words, first + 1, ends)
                for kind, last in ends.items():
                    yield Hit(Kind(kind), first, last)

    def _prepared(self, word: str) -> Node:
        self._leading_on[word] = _either(self._begun[word])
        return self._leading_on[word]


def _follow(node: Node, words: Sequence[str], at: int, ends: dict[str, int]) -> None:
    """Put down in `ends`, by kind, where the longest way on from a node ends."""
    for number in range(at, len(words)):
        if _END in node:
            _end(node, number, ends)
        word = words[number]
        child, other = node.get(word), node.get(_ANY)
        if other is None or word in _NEW_TURN:
            if child is None:
                return
            node = child
        else:
            if child is not None:
                _follow(child, words, number + 1, ends)
            node = other
    if _END in node:
        _end(node, len(words), ends)


def _end(node: Node, last: int, ends: dict[str, int]) -> None:
    for kind in node[_END]:
        if last > ends.get(kind, 0):
            ends[kind] = last


def _compiled(kind: Kind, phrase: str) -> Node:
    """The words a phrase may begin with, each with what may follow it; under `_END`, its kind.

    Read from the end, so that all that can be chosen leads on to one and the same rest: a phrase
    with many choices stays small.
    """
    return _leading_to({_END: {kind: {}}}, _PART.findall(fold(phrase)))


def _leading_to(rest: Node, parts: list[str]) -> Node:
    """The node before the last parts up to the opening bracket, which are taken off `parts`."""
    options: list[Node] = []
    node = rest
    while parts:
        part = parts.pop()
        if part in "([":
            break
        if part == "|":
            options.append(node)
            node = rest
        elif part == ")":
            node = _leading_to(node, parts)
        elif part == "]":
            node = _either([_leading_to(node, parts), node])
        elif part == "~":
            for _ in range(_LONGEST_GAP):
                node = _either([{_ANY: node}, node])
        else:
            node = {part: node}
    return _either([*options, node])


def _either(nodes: Sequence[Node]) -> Node:
    """One node that leads wherever any of these does. The nodes themselves stay as they are."""
    if len(nodes) == 1:
        return nodes[0]
    merged: Node = {}
    for node in nodes:
        for word, after in node.items():
            known = merged.get(word, after)
            merged[word] = after if known is after else _either([known, after])
    return merged
