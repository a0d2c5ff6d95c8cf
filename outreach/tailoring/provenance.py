"""Which words of a letter rest on which facts, and what it says that is in none of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from outreach.tailoring.evidence import split_sentences
from outreach.tailoring.facts import Fact, Ingredient
from outreach.tailoring.folding import Token, fold, tokens, words
from outreach.tailoring.frame import find_frame
from outreach.tailoring.matching import match_facts, stem, stretch
from outreach.tailoring.particulars import (
    ACRONYM,
    DATE,
    Particular,
    Reading,
    find_particulars,
    language_of,
)

# Between the words of a name: "Bristol Half Marathon", of which one is a common word.
_WITHIN_NAME = re.compile(r"\s(?:[A-Z][\w'-]*\s)*")
_LONGEST_SENTENCE = 300  # characters, of what is handed back with a claim


@dataclass(frozen=True, slots=True)
class Support:
    """A stretch of a text and the ids of the facts it rests on, the most telling first."""

    start: int
    end: int
    facts: tuple[str, ...]
    ingredient: Ingredient


@dataclass(frozen=True, slots=True)
class Claim:
    """Something particular, `text[start:end] == words`, that nothing known bears out; and the
    sentence it stands in."""

    start: int
    end: int
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Known:
    """What may be said without a fact: texts that were recorded, and days that something was."""

    texts: Sequence[str] = ()
    days: Sequence[date] = ()

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all of it, with the names that the days are called by."""
        said = [*self.texts, *(f"{day:%A %B} {day.day} {day.year}" for day in self.days)]
        return frozenset(stem(word) for text in said for word in words(text))


def find_support(text: str, facts: Sequence[Fact]) -> tuple[Support, ...]:
    """The stretches of the text that rest on facts, in order, none overlapping: where facts share
    words, these words name all of them. Private facts bear nothing out."""
    frame = find_frame(text)
    said = tokens(fold(text), frame.start, frame.end)
    matches = match_facts([one for one in facts if not one.private], said)
    stretches = [
        (*stretch(match, said), match.fact)
        for match in sorted(matches, key=lambda one: -len(one.tokens))
    ]
    cuts = sorted({at for start, end, _ in stretches for at in (start, end)})
    found: list[Support] = []
    for start, end in pairwise(cuts):
        bearing = [fact for first, last, fact in stretches if first <= start and end <= last]
        if bearing and text[start:end].strip():
            ids = tuple(dict.fromkeys(fact.id for fact in bearing))
            found.append(Support(start, end, ids, bearing[0].ingredient))
    return tuple(found)


def find_claims(text: str, known: Known, *, names: Iterable[str] = ()) -> tuple[Claim, ...]:
    """The names, numbers, dates, titles and links in the text that are not `known`.

    `names` are those of the two people. What stands in a question is a proposal ("on Thursday?"),
    unless it is a name. In other languages than English only numbers, titles and links are told
    from common words.
    """
    folded, frame = fold(text), find_frame(text)
    pieces = split_sentences(text, folded, frame.start, frame.end)
    language = language_of([token.word for piece in pieces for token in piece])
    ignored = frozenset(words(" ".join(names)))
    stems = known.stems
    claims: list[Claim] = []
    for piece in pieces:
        found = sorted(find_particulars(text, piece, Reading(ignored, (), language)))
        claimed = [
            one for one in found if _is_claim(text, piece, one, is_english=language.is_english)
        ]
        for start, end in _whole_names(text, claimed, found):
            said = {stem(word) for word in words(text[start:end])}
            if said and not said <= stems:
                claims.append(Claim(start, end, text[start:end], _sentence(text, piece)))
    return tuple(claims)


def _is_claim(text: str, piece: list[Token], found: Particular, *, is_english: bool) -> bool:
    raw = text[found.start : found.end]
    is_number = raw[0].isdigit()
    is_day = found.is_count and found.weight == DATE and raw[0].isupper()
    if is_number or is_day:
        return not text.startswith("?", piece[-1].end)
    is_title_or_link = " " in raw or "/" in raw
    is_short = all(len(part) == 1 for part in raw.split("."))  # "P.S."
    is_name = found.weight >= ACRONYM and raw[0].isupper() and not is_short
    return is_title_or_link or (is_name and is_english)


def _whole_names(
    text: str, claimed: Sequence[Particular], found: Sequence[Particular]
) -> Iterator[tuple[int, int]]:
    """The claims with the further words of their names: "Maria Lopez" is one."""
    end = -1
    for claim in claimed:
        if claim.start < end:
            continue
        end = claim.end
        for one in found:
            is_next = one.start > end and _WITHIN_NAME.fullmatch(text, end, one.start)
            if is_next and text[one.start].isupper():
                end = one.end
        yield claim.start, end


def _sentence(text: str, piece: list[Token]) -> str:
    said = " ".join(text[piece[0].start : piece[-1].end].split())
    return said if len(said) <= _LONGEST_SENTENCE else said[: _LONGEST_SENTENCE - 1].rstrip() + "…"
