"""Wordings with slots, and the segments they become."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from outreach.drafting.brief import Segment, Tone
from outreach.drafting.speech import upper_first
from outreach.tailoring import Ingredient, count_characters

_FILES = Path(__file__).parent / "wordings"
_MARK = re.compile(r"<(\w+)\|([^>]*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_TONES = {"w": Tone.WARM, "p": Tone.PLAIN, "f": Tone.FORMAL}
_SHORT = re.compile(r"\bI'm\b|\bI'd\b|\bI've\b|\bI'll\b")
_LONG = {"I'm": "I am", "I'd": "I would", "I've": "I have", "I'll": "I will"}


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that rest on facts."""

    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; `parts` alternate between literal words and the names of slots."""

    parts: tuple[str, ...]
    ingredient: Ingredient | None


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say something, with the slots it needs."""

    pieces: tuple[Piece, ...]
    slots: frozenset[str]
    tones: frozenset[Tone]


@dataclass(frozen=True, slots=True)
class Said:
    """A wording that was filled: its segments, the facts it rests on, how long it is."""

    segments: tuple[Segment, ...]
    facts: frozenset[str]
    ingredients: frozenset[Ingredient]
    length: int
    begins_with_slot: bool


@cache
def wordings_for(heading: str) -> tuple[Wording, ...]:
    """All wordings under a heading of the files in `wordings/`, in their order."""
    return _all_wordings()[heading]


@cache
def _all_wordings() -> dict[str, tuple[Wording, ...]]:
    found: dict[str, list[Wording]] = {}
    for path in sorted(_FILES.glob("*.txt")):
        heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := re.fullmatch(r"\[(\w+)\]", line):
                heading = match[1]
            elif line and not line.startswith("#"):
                found.setdefault(heading, []).append(_parse(line))
    return {name: tuple(wordings) for name, wordings in found.items()}


def _parse(line: str) -> Wording:
    tones, line = _tones(line)
    pieces: list[Piece] = []
    at = 0
    for match in _MARK.finditer(line):
        if line[at : match.start()]:
            pieces.append(_piece(line[at : match.start()], None))
        pieces.append(_piece(match[2], Ingredient(match[1])))
        at = match.end()
    if line[at:]:
        pieces.append(_piece(line[at:], None))
    slots = frozenset(name.lower() for piece in pieces for name in piece.parts[1::2])
    return Wording(tuple(pieces), slots, tones)


def _tones(line: str) -> tuple[frozenset[Tone], str]:
    if match := re.match(r"([wpf]+): ", line):
        return frozenset(_TONES[one] for one in match[1]), line[match.end() :]
    return frozenset(Tone), line


def _piece(text: str, ingredient: Ingredient | None) -> Piece:
    return Piece(tuple(_SLOT.split(text)), ingredient)


def fill(wording: Wording, slots: Mapping[str, Slot], *, tone: Tone) -> Said:
    """The wording with its slots filled. Each segment names the facts it rests on."""
    segments: list[Segment] = []
    for piece in wording.pieces:
        facts: list[str] = []
        words: list[str] = []
        for number, part in enumerate(piece.parts):
            if number % 2 == 0:
                words.append(_spelt_out(part) if tone is Tone.FORMAL else part)
                continue
            slot = slots[part.lower()]
            facts += slot.facts
            text = slot.text if part.islower() else upper_first(slot.text)
            words.append(_spelt_out(text) if tone is Tone.FORMAL else text)
        segments.append(Segment("".join(words), tuple(dict.fromkeys(facts)), piece.ingredient))
    return Said(
        tuple(segments),
        frozenset(one for segment in segments for one in segment.facts),
        frozenset(one.ingredient for one in segments if one.ingredient),
        sum(count_characters(segment.text) for segment in segments),
        not wording.pieces[0].parts[0],
    )


def _spelt_out(text: str) -> str:
    """Formal letters do not say "I'm"."""
    return _SHORT.sub(lambda match: _LONG[match[0]], text)
