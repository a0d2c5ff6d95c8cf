"""Wordings with slots, and the segments they become."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from outreach.drafting.brief import Segment, Tone
from outreach.drafting.speech import lower_first, upper_first
from outreach.tailoring import Ingredient

_FILES = Path(__file__).parent / "wordings"
_MARK = re.compile(r"<(\w+)\|([^>]*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_TONES = {"w": Tone.WARM, "p": Tone.PLAIN, "f": Tone.FORMAL}
_LONG = {
    **{"I'm": "I am", "I'd": "I would", "I've": "I have", "I'll": "I will", "it's": "it is"},
    **{"haven't": "have not", "don't": "do not", "didn't": "did not", "isn't": "is not"},
}
_SHORT_FORM = re.compile(rf"\b(?:{'|'.join(_LONG)})\b")
_SHORT = {long: short for short, long in _LONG.items()}
# "and I will." ends on the word that counts, and "so do I not" is no short form's place.
_LONG_FORM = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b(?! not\b)(?=,? [\w{{<])")
_FOLLOWS = re.compile(r"(\++) ")
# What is claimed by any of the same turns.
_SAID_ONCE = (("forgotten",), ("remember",), ("e met",), ("{at}", "{At}", "{where}"))
CLAIMS = len(_SAID_ONCE)
BITS = {ingredient: 1 << number for number, ingredient in enumerate(Ingredient)}
_SHORTEST_MARK = 14  # characters; less than that is no sentence to be recognised by


class Style(NamedTuple):
    """In which tone one writes, and whether with short forms; None goes by the tone."""

    tone: Tone
    contractions: bool | None = None


class Slot(NamedTuple):
    """Words that rest on facts. `told` is how often the reader has been told them before, `length`
    is theirs as the channel counts it; both are known once all is gathered."""

    text: str
    facts: tuple[str, ...]
    told: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; `parts` alternate between literal words and the names of slots."""

    parts: tuple[str, ...]
    ingredient: Ingredient | None
    slots: tuple[tuple[int, str, bool], ...]  # where each stands, and whether it begins a sentence


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One way to say something, with the slots it needs; `length` is that of its own words, `plain`
    are these words, and `mark` those by which one recognises it in a text (empty when too few). One
    that `follows` ("+") makes no sense before something was said about the two of them, or ("++")
    something only true of the reader. `claims` has a bit for what one says only once: where the two
    met, a turn of phrase. `bits` has one for each ingredient that it gives."""

    pieces: tuple[Piece, ...]
    slots: tuple[str, ...]
    bits: int
    length: int
    plain: str
    mark: str
    follows: str
    claims: int

    @property
    def begins_with_slot(self) -> bool:
        return not self.pieces[0].parts[0]


@cache
def wordings_for(heading: str, style: Style) -> tuple[Wording, ...]:
    """The wordings under a heading of the files in `wordings/` that suit a tone, in their order."""
    return tuple(
        _parse(in_style(line, style)) for tones, line in _lines()[heading] if style.tone in tones
    )


@cache
def _lines() -> dict[str, list[tuple[frozenset[Tone], str]]]:
    found: dict[str, list[tuple[frozenset[Tone], str]]] = {}
    for path in sorted(_FILES.glob("*.txt")):
        heading = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := re.fullmatch(r"\[(\w+)\]", line):
                heading = match[1]
            elif line and not line.startswith("#"):
                found.setdefault(heading, []).append(_tones(line))
    return found


def _tones(line: str) -> tuple[frozenset[Tone], str]:
    if match := re.match(r"([wpf]+): ", line):
        return frozenset(_TONES[one] for one in match[1]), line[match.end() :]
    return frozenset(Tone), line


def _parse(line: str) -> Wording:
    marked = _FOLLOWS.match(line)
    follows, line = (marked[1], line[marked.end() :]) if marked else ("", line)
    pieces: list[Piece] = []
    at = 0
    for match in _MARK.finditer(line):
        if line[at : match.start()]:
            pieces.append(_piece(line[at : match.start()], None))
        pieces.append(_piece(match[2], Ingredient(match[1])))
        at = match.end()
    if line[at:]:
        pieces.append(_piece(line[at:], None))
    return Wording(
        tuple(pieces),
        tuple(sorted({name for piece in pieces for _, name, _ in piece.slots})),
        sum({BITS[piece.ingredient] for piece in pieces if piece.ingredient}),
        sum(len(part) for piece in pieces for part in piece.parts[::2]),
        *_own_words(line),
        follows,
        sum(
            1 << number
            for number, turns in enumerate(_SAID_ONCE)
            if any(one in line for one in turns)
        ),
    )


def _own_words(line: str) -> tuple[str, str]:
    """What a wording says itself, and the longest stretch of it."""
    stretches = _SLOT.split(_MARK.sub(r"\2", line))[::2]
    longest = max(stretches, key=len).strip(" .,;:!?").lower()
    return " … ".join(stretches), longest if len(longest) >= _SHORTEST_MARK else ""


def _piece(text: str, ingredient: Ingredient | None) -> Piece:
    parts = tuple(_SLOT.split(text))
    names = [(number, parts[number]) for number in range(1, len(parts), 2)]
    slots = tuple((number, name.lower(), not name.islower()) for number, name in names)
    return Piece(parts, ingredient, slots)


def fill(wording: Wording, slots: Mapping[str, Slot]) -> tuple[Segment, ...]:
    """The wording with its slots filled. Each segment names the facts it rests on."""
    segments: list[Segment] = []
    for piece in wording.pieces:
        facts: list[str] = []
        words = list(piece.parts)
        for number, name, is_first in piece.slots:
            slot = slots[name]
            facts += slot.facts
            words[number] = upper_first(slot.text) if is_first else slot.text
            before = words[number - 1] or (segments[-1].text if segments and number == 1 else "")
            if before.endswith((": ", ", ")):
                words[number] = lower_first(slot.text)  # a whole sentence that stood alone
        segments.append(Segment("".join(words), tuple(dict.fromkeys(facts)), piece.ingredient))
    return tuple(segments)


def in_style(text: str, style: Style) -> str:
    """With short forms or without, as the user writes; a formal letter does not say "I'm"."""
    if style.contractions:
        return _LONG_FORM.sub(lambda match: _SHORT[match[0]], text)
    if style.contractions is False or style.tone is Tone.FORMAL:
        return _SHORT_FORM.sub(lambda match: _LONG[match[0]], text)
    return text
