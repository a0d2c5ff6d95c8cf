"""Who got nearly the same text, and whom else it would fit.

Both collections are read once and may be kept by the caller: judging against ten thousand then
takes milliseconds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from rapidfuzz import fuzz, process

from outreach.tailoring.facts import OtherContact, SentText
from outreach.tailoring.folding import fold, tokens, words
from outreach.tailoring.frame import find_frame
from outreach.tailoring.matching import content_stems
from outreach.tailoring.names import is_named
from outreach.tailoring.verdict import NearDuplicate

_NEARLY_THE_SAME = 80  # of 100, in rapidfuzz's ratio of the bodies without names
_SHORTEST_BODY = 25  # characters; two short bodies are alike by chance
_MOST_NAMED = 5


@lru_cache(maxsize=2048)
def bare_body(text: str, name: str) -> str:
    """The folded body without greeting, signature and the name of its reader."""
    folded = fold(text)
    frame = find_frame(text)
    gone = set(words(name))
    return " ".join(
        token.word for token in tokens(folded, frame.start, frame.end) if token.word not in gone
    )


class Circle(Protocol):
    """Other people, however they are kept: in memory as `Acquaintances`, or in a database."""

    def fitting(
        self, stems: Iterable[str], *, recipient: str, named: Collection[str] = ()
    ) -> tuple[tuple[str, ...], int]:
        """A few names, and the number, of those of whom all these words are true. Who is `named`
        in the text, in folded words, is spoken of and cannot be its reader."""


class Outbox:
    """The texts that went out, made ready to compare with."""

    def __init__(self, sent: Iterable[SentText]) -> None:
        self._sent = tuple(sent)
        self._bodies = [bare_body(one.text, one.recipient) for one in self._sent]

    def near_duplicates(self, body: str, *, recipient: str) -> tuple[NearDuplicate, ...]:
        """The texts most like `body` (a `bare_body`) that went to somebody else."""
        if len(body) < _SHORTEST_BODY:
            return ()
        alike = process.extract(
            body, self._bodies, scorer=fuzz.ratio, score_cutoff=_NEARLY_THE_SAME, limit=50
        )
        named: dict[str, NearDuplicate] = {}
        for _, likeness, number in alike:
            sent = self._sent[number]
            if fold(sent.recipient) != fold(recipient) and sent.recipient not in named:
                named[sent.recipient] = NearDuplicate(sent.recipient, sent.on, likeness / 100)
        return tuple(named.values())[:_MOST_NAMED]


class Acquaintances:
    """Everybody the user knows, by the words that are true of them."""

    def __init__(self, contacts: Iterable[OtherContact]) -> None:
        self._names: list[str] = []
        self._folded: list[str] = []
        self._with: defaultdict[str, set[int]] = defaultdict(set)
        for number, contact in enumerate(contacts):
            self._names.append(contact.name)
            self._folded.append(fold(contact.name))
            said = (contact.company, *(fact.text for fact in contact.facts if not fact.private))
            for stem in content_stems(" ".join(said)):
                self._with[stem].add(number)

    def fitting(
        self, stems: Iterable[str], *, recipient: str, named: Collection[str] = ()
    ) -> tuple[tuple[str, ...], int]:
        """A few names, and the number, of those of whom all these words are true; see `Circle`."""
        holders = [self._with.get(stem, set()) for stem in stems]
        if holders:
            fitting: Sequence[int] = sorted(set.intersection(*sorted(holders, key=len)))
        else:
            fitting = range(len(self._names))
        same = fold(recipient)
        shown: list[str] = []
        count = 0
        for number in fitting:
            name = self._names[number]
            if self._folded[number] != same and not (named and is_named(name, named)):
                count += 1
                if len(shown) < _MOST_NAMED:
                    shown.append(name)
        return tuple(shown), count
