"""Which words of a text narrow down whom it would fit."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from outreach.tailoring.evidence import SECOND_PERSON, TIES, Sentence
from outreach.tailoring.folding import Token, fold
from outreach.tailoring.matching import content_stems
from outreach.tailoring.particulars import Particular
from outreach.tailoring.phrasebook import Kind
from outreach.tailoring.vocabulary import PARTICULAR, read_words

_PROPOSES = read_words("proposing")
# "On Friday" is true of all who were there; no record of theirs has the word.
_DAYS = read_words("dates")
_SOME = read_words("numbers") | set("a an any some one another few".split())


def stems_of_reader(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """The stems of what the text says particularly of its reader, so that it would fit only those
    of whom the same is known. What a sentence proposes ("may I ask you three questions?") and what
    the sender says of themselves is true whoever reads it."""
    said = [
        text[one.start : one.end]
        for sentence in sentences
        if sentence.is_tied and not _is_of_sender(sentence)
        for one in _told(text, sentence)
    ]
    return content_stems(" ".join(said))


def _is_of_sender(sentence: Sentence) -> bool:
    is_tied = not TIES.keys().isdisjoint(sentence.kinds)
    turns_to_reader = not SECOND_PERSON.isdisjoint(one.word for one in sentence.tokens)
    return Kind.WHO in sentence.kinds and not is_tied and not turns_to_reader


def _told(text: str, sentence: Sentence) -> Iterator[Particular]:
    """What a sentence is about. Of a proposal, neither how much and when, nor "a link": what is
    the reader's already is "the goat" or "your goat"."""
    proposes = _is_proposal(text, sentence.tokens) and TIES.keys().isdisjoint(sentence.kinds)
    before = {two.start: one.word for one, two in pairwise(sentence.tokens)}
    for one in sentence.particulars:
        is_new = one.is_count or one.weight < PARTICULAR or before.get(one.start) in _SOME
        is_day = fold(text[one.start : one.end]) in _DAYS
        if not is_day and not (proposes and is_new):
            yield one


def _is_proposal(text: str, tokens: Sequence[Token]) -> bool:
    if not tokens:
        return False
    asks = text.startswith("?", tokens[-1].end)
    return asks or not _PROPOSES.isdisjoint(one.word for one in tokens)
