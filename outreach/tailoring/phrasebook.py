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
        self._begun: defaultdict[str, defaultdict[Kind, list[Node]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for kind, phrase in phrases:
            for word, node in _compiled(phrase).items():
                if word not in (_ANY, _END):
                    self._begun[word][kind].append(node)
        # Most first words are never met, so what they lead to waits until they are.
        self._by_first: dict[str, dict[str, list[tuple[Node, Kind]]]] = {}
        # While somebody types, all sentences but one are as they were.
        self._remembered = lru_cache(maxsize=5_000)(lambda words: tuple(self._find(words)))

    def find(self, words: tuple[str, ...]) -> tuple[Hit, ...]:
        """The longest phrase of each kind at each word, from the left. Hits may overlap."""
        return self._remembered(words)

    def _find(self, words: Sequence[str]) -> Iterator[Hit]:
        for first, (word, after) in enumerate(zip(words, (*words[1:], _END), strict=True)):
            if word not in self._begun:
                continue
            by_next = self._by_first.get(word) or self._prepared(word)
            for node, kind in by_next.get(after) or by_next[_ANY]:
                if last := _end_of(node, words, first + 1):
                    yield Hit(kind, first, last)

    def _prepared(self, word: str) -> dict[str, list[tuple[Node, Kind]]]:
        nodes = [(_either(nodes), kind) for kind, nodes in self._begun[word].items()]
        self._by_first[word] = _by_next(nodes)
        return self._by_first[word]


def _by_next(nodes: Sequence[tuple[Node, Kind]]) -> dict[str, list[tuple[Node, Kind]]]:
    """By the word that comes next, the nodes that lead on: one in five or so. Under `*` those that
    lead on by whatever comes."""
    by_next: dict[str, list[tuple[Node, Kind]]] = {}
    for after in {_ANY}.union(*(node for node, _ in nodes)):
        ways = (after, _ANY, _END)
        by_next[after] = [one for one in nodes if not one[0].keys().isdisjoint(ways)]
    return by_next


def _end_of(node: Node, words: Sequence[str], at: int) -> int:
    """Where the longest way on from a node ends; 0 when there is none."""
    last = 0
    for number in range(at, len(words)):
        if _END in node:
            last = number
        word = words[number]
        child, other = node.get(word), node.get(_ANY)
        if other is None or word in _NEW_TURN:
            if child is None:
                return last
            node = child
        elif child is None:
            node = other
        else:
            ends = (_end_of(child, words, number + 1), _end_of(other, words, number + 1))
            return max(last, *ends)
    return len(words) if _END in node else last


def _compiled(phrase: str) -> Node:
    """The words a phrase may begin with, each with what may follow it.

    Read from the end, so that all that can be chosen leads on to one and the same rest: a phrase
    with many choices stays small.
    """
    return _leading_to({_END: {}}, _PART.findall(fold(phrase)))


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
