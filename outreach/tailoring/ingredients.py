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
    "a about an and at by for from her how if in my of on our that the their to what when where "
    "whether which who why with your".split()
)
_MEETINGS = {Kind.ENCOUNTER, Kind.REFERRAL}
_NEAR = 12  # characters between a name and what is said of it: "Ingrid first introduced us"
_TURN = re.compile(r",?\s(?:and|but|so|where|when|because|to hear|to talk)\b|\s[-\u2013\u2014]\s")
_FOR_READER = set("you your yours promised asked mentioned offered discussed".split())
_WRITES = set("about as because regarding since to with".split())
_SMALL_TALK = set("life things everything business work it you".split())
_STOP = re.compile(r"[,;:.!?(](?=\s|$)(?<!\b(?:[DM]r|Ms|[Ss]t|vs)\.)(?<!\bMrs\.)|\n")


def find_ingredients(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], matches: Sequence[Match]
) -> tuple[Found, ...]:
    """The stretches of the text that give it an ingredient, in order, none overlapping."""
    chosen: list[Found] = []
    given: set[Ingredient] = set()
    by_facts = _by_facts(text, sentences, tokens, matches)
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


def _by_facts(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], matches: Sequence[Match]
) -> Iterator[Found]:
    for match in sorted(matches, key=lambda one: -len(one.tokens)):
        ingredient = match.fact.ingredient
        start, end = stretch(match, tokens)
        if ingredient is Ingredient.MET:
            others = [
                stretch(one, tokens) for one in matches if one.fact.ingredient is not ingredient
            ]
            start, end = _whole_meeting(text, sentences, (start, end), others)
        yield Found(ingredient, start, end, text[start:end])


def _whole_meeting(
    text: str,
    sentences: Sequence[Sentence],
    named: tuple[int, int],
    others: Sequence[tuple[int, int]],
) -> tuple[int, int]:
    """The clause that says one has met, where what is `named` stands in it, up to where one of the
    `others` is said: "we met after the typing talk at PyCon on Friday", not "typing"."""
    start, end = named
    for sentence in sentences:
        if not sentence.tokens or not sentence.tokens[0].start <= start < sentence.tokens[-1].end:
            continue
        for hit in sentence.hits:
            if hit.kind not in _MEETINGS:
                continue
            clause = _clause(text, sentence, hit, Ingredient.MET)
            first, last = min(start, clause.start), max(end, clause.end)
            hit_end = max(end, sentence.tokens[hit.last - 1].end)
            if turn := _TURN.search(text, hit_end, last):
                last = turn.start()
            if later := [one for one, _ in others if hit_end <= one < last]:
                last = first + len(_without_loose_end(text[first : min(later)].rstrip()))
            is_near = clause.start - end < _NEAR and start <= clause.end
            if is_near and not any(one < last and first < other for one, other in others):
                return first, last
    return named


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
                if hit.kind is not kind or ingredient in given:
                    continue
                is_reason = ingredient is not Ingredient.WHY or not _is_no_reason(hit, sentence)
                if is_reason and not (kind is Kind.WHO and _is_not_who(hit, sentence)):
                    yield _clause(text, sentence, hit, ingredient)
    for sentence in sentences:
        if Ingredient.THEIRS not in given and _says_something(sentence):
            first, last = sentence.particulars[0], sentence.particulars[-1]
            end = last.end if last.end - first.start < _LONGEST_CLAUSE else first.end
            yield Found(Ingredient.THEIRS, first.start, end, text[first.start : end])
    for sentence in sentences:
        if Ingredient.WHY not in given and _asks_of_theirs(text, sentence):
            start, end = sentence.tokens[0].start, sentence.tokens[-1].end
            yield Found(Ingredient.WHY, start, end, text[start:end])


def _asks_of_theirs(text: str, sentence: Sentence) -> bool:
    """Whether a sentence asks after something that is known of the reader."""
    is_known = any(one.is_known for one in sentence.particulars)
    return is_known and text.startswith("?", sentence.tokens[-1].end)


def _is_no_reason(hit: Hit, sentence: Sentence) -> bool:
    """ "I hope all is well" and "how is life" are no reason to write, nor is "here is the word that
    was missing" with nothing of the reader's in it."""
    said = [token.word for token in sentence.tokens]
    if said[hit.first] == "here":
        known = any(one.is_known for one in sentence.particulars)
        return not known and _FOR_READER.isdisjoint(said)
    if hit.kind is not Kind.ASK:
        return False
    asks_after = said[hit.first] == "how" and not _SMALL_TALK.isdisjoint(
        said[hit.first + 2 : hit.first + 3]
    )
    stock = [one for one in sentence.hits if one.kind in STOCK]
    return asks_after or any(one.first < hit.last and hit.first < one.last for one in stock)


def _is_not_who(hit: Hit, sentence: Sentence) -> bool:
    """ "I am writing because" says why, and "I was the one with the umbrella" how one met."""
    said = [token.word for token in sentence.tokens[hit.first : hit.last + 1]]
    is_writing = said[-2:-1] == ["writing"] and said[-1] in _WRITES
    met = any(one.kind is Kind.ENCOUNTER and one.first == hit.first for one in sentence.hits)
    return is_writing or met


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
