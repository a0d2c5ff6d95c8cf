"""The user's own rules for what they send."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from outreach.tailoring.channels import count_characters
from outreach.tailoring.facts import Ingredient
from outreach.tailoring.folding import fold, tokens
from outreach.tailoring.phrasebook import Kind
from outreach.tailoring.verdict import BrokenRule, Found, Span

_LACKS = {
    Ingredient.MET: "it does not say how you met",
    Ingredient.THEIRS: "it says nothing that is only true of them",
    Ingredient.WHO: "it does not say who you are",
    Ingredient.WHY: "it does not say why you are writing",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, in the user's own `wording`, and what it asks of a text.

    `banned` are words or phrases, whole and in any case; `longest` is in characters, as a channel
    counts them.
    """

    wording: str
    required: frozenset[Ingredient] = frozenset()
    banned: tuple[str, ...] = ()
    longest: int | None = None
    no_pitch: bool = False


def broken_rules(
    text: str, rules: Sequence[Rule], *, present: Sequence[Found], kinds: Collection[Kind]
) -> tuple[BrokenRule, ...]:
    """The rules that `text` breaks, given its ingredients and the kinds of its phrases."""
    if not rules:
        return ()
    folded = fold(text)
    given = {found.ingredient for found in present}
    broken = []
    for rule in rules:
        said = tuple(span for phrase in rule.banned for span in _find(phrase, text, folded))
        if how := tuple(_breaches(text, rule, said, given, kinds)):
            broken.append(BrokenRule(rule.wording, " and ".join(how), said))
    return tuple(broken)


def says_banned(text: str, rules: Sequence[Rule]) -> bool:
    """Whether any rule bans a word of `text`."""
    if not any(rule.banned for rule in rules):
        return False
    folded = fold(text)
    return any(_find(phrase, text, folded) for rule in rules for phrase in rule.banned)


def _breaches(
    text: str,
    rule: Rule,
    said: Sequence[Span],
    given: Collection[Ingredient],
    kinds: Collection[Kind],
) -> Iterator[str]:
    for ingredient in Ingredient:
        if ingredient in rule.required and ingredient not in given:
            yield _LACKS[ingredient]
    if said:
        yield "it says " + " and ".join(dict.fromkeys(f"“{span.phrase}”" for span in said))
    length = count_characters(text)
    if rule.longest is not None and length > rule.longest:
        yield f"it has {length} characters"
    if rule.no_pitch and Kind.PITCH in kinds:
        yield "it speaks of what you offer"


def _find(phrase: str, text: str, folded: str) -> list[Span]:
    wanted = [token.word for token in tokens(fold(phrase))]
    if not wanted:  # an exclamation mark, an emoji
        found = re.finditer(re.escape(phrase), text) if phrase.strip() else ()
        return [Span(one.start(), one.end(), one[0]) for one in found]
    said = tokens(folded)
    stretches = (said[first : first + len(wanted)] for first in range(len(said)))
    ends = [
        (stretch[0].start, stretch[-1].end)
        for stretch in stretches
        if [token.word for token in stretch] == wanted
    ]
    return [Span(start, end, text[start:end]) for start, end in ends]
