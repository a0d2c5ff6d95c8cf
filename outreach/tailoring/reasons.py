"""The verdict in plain sentences."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from outreach.tailoring.channels import LimitUse
from outreach.tailoring.facts import Ingredient
from outreach.tailoring.phrasebook import Kind
from outreach.tailoring.verdict import BrokenRule, Found, NearDuplicate, Span

_MISSING = {
    Ingredient.MET: "It does not say how you met or who stands between you.",
    Ingredient.THEIRS: "It says nothing that is only true of them.",
    Ingredient.WHO: "It does not say who you are.",
    Ingredient.WHY: "It does not say why you are writing.",
}
_PRESENT = {
    Ingredient.MET: "It says how you met: “{}”.",
    Ingredient.THEIRS: "It says what is only true of them: “{}”.",
    Ingredient.WHO: "It says who you are: “{}”.",
    Ingredient.WHY: "It says why you are writing: “{}”.",
}
_BY_WORDS = {
    True: "It is worded as people write to one person.",
    False: "It is worded as people write to many.",
}
_MOST_PHRASES = 3
_LONGEST_QUOTE = 80


class Findings(NamedTuple):
    """All that was found out about a text."""

    is_empty: bool
    greeted: str
    reader: str
    company: str
    placeholders: tuple[Span, ...]
    stock: tuple[Span, ...]
    kinds: frozenset[Kind]
    present: tuple[Found, ...]
    fits: tuple[str, ...]
    fits_count: int
    near: tuple[NearDuplicate, ...]
    broken: tuple[BrokenRule, ...]
    use: LimitUse | None

    @property
    def is_flawed(self) -> bool:
        """A slot left open or somebody else's name in it outweighs all that it says."""
        return bool(self.placeholders or self.greeted or self.company or self.is_empty)

    @property
    def missing(self) -> tuple[Ingredient, ...]:
        given = {found.ingredient for found in self.present}
        return tuple(one for one in Ingredient if one not in given)


def explain(findings: Findings, *, is_tailored: bool, is_by_words: bool) -> tuple[str, ...]:
    """Why the verdict is what it is, what matters most first; `is_by_words` when it was turned by
    nothing but the way the text is worded."""
    flaws = (*_flaws(findings), *map(str, findings.broken))
    if findings.is_empty:
        return flaws
    worded = (_BY_WORDS[is_tailored],) if is_by_words and not findings.is_flawed else ()
    return (*flaws, *worded, *_weaknesses(findings, is_tailored), *_ingredients(findings))


def _flaws(findings: Findings) -> Iterator[str]:
    if findings.is_empty:
        yield "It says nothing at all, so it would go out as a stranger's request."
    yield from _too_long(findings.use)
    for slot in findings.placeholders[:_MOST_PHRASES]:
        yield f"The slot “{_quote(slot.phrase)}” is still open."
    if findings.greeted:
        yield f"It greets {findings.greeted}, but it goes to {findings.reader}."
    if findings.company:
        yield f"It places them at {findings.company}, which nothing you know confirms."


def _too_long(use: LimitUse | None) -> Iterator[str]:
    if use and use.over and use.is_limit:
        unit = use.unit.removesuffix("s") if use.over == 1 else use.unit
        yield f"It is {use.over} {unit} too long for its channel."
    elif use and use.over:
        yield f"It is {use.used:,} {use.unit} long, and over {use.most:,} is a lot to read."


def _weaknesses(findings: Findings, is_tailored: bool) -> Iterator[str]:
    for near in findings.near[:_MOST_PHRASES]:
        when = f" on {near.on.day} {near.on:%B %Y}" if near.on else ""
        yield f"You sent nearly this to {near.recipient}{when}."
    if findings.fits_count:
        yield f"It would fit {people(findings.fits, findings.fits_count)} as it stands."
    if Kind.TO_ANYBODY in findings.kinds:
        yield "It greets whoever reads it."
    if not is_tailored:
        if Kind.DEFAULT in findings.kinds:
            yield "It is the sentence that the network itself offers to everybody."
        if Kind.EMPTY_PRAISE in findings.kinds:
            yield "It praises without a word of what it praises."
        if Kind.NUDGE in findings.kinds:
            yield "It asks for an answer and brings nothing new."
        if Kind.PITCH in findings.kinds:
            yield "It speaks of what you offer, not of them."
    for phrase in findings.stock[:_MOST_PHRASES]:
        yield f"“{_quote(phrase.phrase)}” could stand in any message."


def _ingredients(findings: Findings) -> Iterator[str]:
    first = {found.ingredient: found.words for found in reversed(findings.present)}
    missing = findings.missing
    for ingredient, wording in _MISSING.items():
        if ingredient in missing:
            yield wording
    for ingredient, wording in _PRESENT.items():
        if ingredient is Ingredient.THEIRS and ingredient in first and findings.fits_count:
            too = people(findings.fits, findings.fits_count)
            yield f"It says what is true of them and of {too}: “{_quote(first[ingredient])}”."
        elif ingredient in first:
            yield wording.format(_quote(first[ingredient]))


def people(named: Sequence[str], count: int) -> str:
    """ "Ana", "Ana and Ben", "Ana, Ben and 12 others": so many people, of whom some are named."""
    shown = named[:2]
    others = count - len(shown)
    if not others:
        return " and ".join(shown)
    return f"{', '.join(shown)} and {others} {'other' if others == 1 else 'others'}"


def _quote(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1].rstrip() + "…"
