"""Which words of a text give it which ingredient."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from outreach.tailoring.evidence import Sentence
from outreach.tailoring.facts import Ingredient
from outreach.tailoring.folding import Token, words
from outreach.tailoring.matching import Match, content_stems, stretch
from outreach.tailoring.phrasebook import STOCK, Hit, Kind
from outreach.tailoring.verdict import Found
from outreach.tailoring.vocabulary import GENERIC, weight

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
_LONGEST_CLAUSE = 80  # characters
_FEWEST_WORDS = 2
_LEADS_ON = set(
    "a about an and at by for from her his in my of on our the their to with your".split()
)
_STOP = re.compile(r"[,;:.!?(](?=\s|$)(?<!\b(?:[DM]r|Ms|[Ss]t|vs)\.)(?<!\bMrs\.)|\n")


def find_ingredients(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], matches: Sequence[Match]
) -> tuple[Found, ...]:
    """The stretches of the text that give it an ingredient, in order, none overlapping."""
    chosen: list[Found] = []
    given: set[Ingredient] = set()
    by_facts = _by_facts(text, tokens, matches)
    for found in chain(by_facts, _by_structure(text, sentences, given)):
        if found.ingredient in given and len(chosen) >= len(matches):
            continue
        if (free := _free_part(text, found, chosen)) is not None:
            chosen.append(free)
            given.add(free.ingredient)
    return tuple(sorted(chosen, key=lambda one: one.start))


def _free_part(text: str, found: Found, chosen: Sequence[Found]) -> Found | None:
    """What of `found` no other ingredient has taken; None when that is not worth showing."""
    end = found.end
    for one in chosen:
        if one.start <= found.start < one.end:
            return None
        if found.start < one.start < end:
            end = one.start
    said = text[found.start : end].rstrip(" ,;:-")
    if len(said) < found.end - found.start:
        said = _without_loose_end(said)
        if not _is_worth_showing(said, found.ingredient):
            return None
    return Found(found.ingredient, found.start, found.start + len(said), said)


def _without_loose_end(said: str) -> str:
    """Without the small words at the end that led to what was cut off: "edit about your"."""
    while (last := said.rpartition(" ")[2]) and last.casefold() in _LEADS_ON:
        said = said[: -len(last)].rstrip(" ,;:-\n")
    return said


def _is_worth_showing(said: str, ingredient: Ingredient) -> bool:
    """Whether the words still say something by themselves: "we talked" says that one has met."""
    if len(said.split()) < _FEWEST_WORDS:
        return False
    if ingredient in _NEEDS_PARTICULARS:
        return any(weight(word) > GENERIC for word in words(said))
    return ingredient is Ingredient.MET or bool(content_stems(said))


def _by_facts(text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> Iterator[Found]:
    for match in sorted(matches, key=lambda one: -len(one.tokens)):
        start, end = stretch(match, tokens)
        yield Found(match.fact.ingredient, start, end, text[start:end])


def _by_structure(
    text: str, sentences: Sequence[Sentence], given: Collection[Ingredient]
) -> Iterator[Found]:
    """What the wording alone shows, for the ingredients that are not `given` by then."""
    for kind, ingredient in _GIVES.items():
        for sentence in sentences:
            if ingredient in given or kind not in sentence.kinds:
                continue
            if ingredient in _NEEDS_PARTICULARS and not _says_something(sentence):
                continue
            for hit in sentence.hits:
                is_stock = kind is Kind.ASK and _stands_in_stock(hit, sentence)
                if hit.kind is kind and not is_stock and ingredient not in given:
                    yield _clause(text, sentence, hit, ingredient)
    for sentence in sentences:
        if Ingredient.THEIRS not in given and _says_something(sentence):
            first, last = sentence.particulars[0], sentence.particulars[-1]
            end = last.end if last.end - first.start < _LONGEST_CLAUSE else first.end
            yield Found(Ingredient.THEIRS, first.start, end, text[first.start : end])


def _stands_in_stock(hit: Hit, sentence: Sentence) -> bool:
    """ "I hope all is well" is no reason to write."""
    stock = [one for one in sentence.hits if one.kind in STOCK]
    return any(one.first < hit.last and hit.first < one.last for one in stock)


def _says_something(sentence: Sentence) -> bool:
    return sentence.is_tied and bool(sentence.particulars) and sentence.evidence >= _SAYS_SOMETHING


def _clause(text: str, sentence: Sentence, hit: Hit, ingredient: Ingredient) -> Found:
    """From the first word of the hit to the end of its clause."""
    tokens = sentence.tokens
    start, end = tokens[hit.first].start, tokens[hit.last - 1].end
    stop = _STOP.search(text, end, tokens[-1].end)
    last = stop.start() if stop else tokens[-1].end
    if last - start > _LONGEST_CLAUSE:
        last = max(end, text.rfind(" ", start, start + _LONGEST_CLAUSE))
    return Found(ingredient, start, last, text[start:last])
