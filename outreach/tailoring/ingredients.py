"""Which words of a text give it which ingredient."""

from collections.abc import Iterator, Sequence

from outreach.tailoring.evidence import Sentence
from outreach.tailoring.facts import Ingredient
from outreach.tailoring.folding import Token
from outreach.tailoring.matching import Match
from outreach.tailoring.phrasebook import Hit, Kind
from outreach.tailoring.verdict import Found

_GIVES = {
    Kind.ENCOUNTER: Ingredient.MET,
    Kind.REFERRAL: Ingredient.MET,
    Kind.REFERENCE: Ingredient.THEIRS,
    Kind.OBSERVED: Ingredient.THEIRS,
    Kind.SHARED: Ingredient.THEIRS,
    Kind.OWED: Ingredient.WHY,
    Kind.WHO: Ingredient.WHO,
    Kind.ASK: Ingredient.WHY,
}
# A tie without anything particular in its sentence gives nothing, except that one has met.
_NEEDS_PARTICULARS = {Ingredient.THEIRS}
_SAYS_SOMETHING = 0.25
_LONGEST_CLAUSE = 12  # words
_WIDEST_MATCH = 14
_STOPS = ",;:.!?\n("


def find_ingredients(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], matches: Sequence[Match]
) -> tuple[Found, ...]:
    """The stretches of the text that give it an ingredient, in order, none overlapping."""
    chosen: list[Found] = []
    for found in (*_by_facts(text, tokens, matches), *_by_structure(text, sentences)):
        is_free = all(found.end <= one.start or found.start >= one.end for one in chosen)
        is_new = found.ingredient not in {one.ingredient for one in chosen}
        if is_free and (is_new or len(chosen) < len(matches)):
            chosen.append(found)
    return tuple(sorted(chosen, key=lambda one: one.start))


def _by_facts(text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> Iterator[Found]:
    for match in sorted(matches, key=lambda one: -len(one.tokens)):
        first, last = match.tokens[0], match.tokens[-1]
        if last - first <= _WIDEST_MATCH:
            start, end = tokens[first].start, tokens[last].end
            yield Found(match.fact.ingredient, start, end, text[start:end])


def _by_structure(text: str, sentences: Sequence[Sentence]) -> Iterator[Found]:
    for kind, ingredient in _GIVES.items():
        for sentence in sentences:
            if ingredient in _NEEDS_PARTICULARS and not _says_something(sentence):
                continue
            for hit in sentence.hits:
                if hit.kind == kind:
                    yield _clause(text, sentence, hit, ingredient)
    for sentence in sentences:
        if _says_something(sentence):
            first, last = sentence.particulars[0], sentence.particulars[-1]
            end = last.end if last.end - first.start < 80 else first.end
            yield Found(Ingredient.THEIRS, first.start, end, text[first.start : end])


def _says_something(sentence: Sentence) -> bool:
    return sentence.is_tied and bool(sentence.particulars) and sentence.evidence >= _SAYS_SOMETHING


def _clause(text: str, sentence: Sentence, hit: Hit, ingredient: Ingredient) -> Found:
    """From the first word of the hit to the end of its clause."""
    tokens = sentence.tokens
    start, last = tokens[hit.first].start, hit.last - 1
    while last + 1 < len(tokens) and last - hit.first < _LONGEST_CLAUSE:
        between = text[tokens[last].end : tokens[last + 1].start]
        if any(stop in between for stop in _STOPS):
            break
        last += 1
    end = tokens[last].end
    return Found(ingredient, start, end, text[start:end])
