"""The stock phrases of a text, as stretches of it."""

from collections.abc import Iterator, Sequence

from outreach.tailoring.evidence import Sentence
from outreach.tailoring.phrasebook import STOCK, Hit, Kind
from outreach.tailoring.verdict import Span

_MEETS = set("meet meeting met see seeing talk talking chat chatting speak speaking".split())
_WHERE = set("at in on after during over".split())
_EMPTY_PRAISE = 0.5  # the weight of particulars below which praise has nothing in it


def find_stock(text: str, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The stock phrases in order, none overlapping. Praise counts only with nothing in it, and
    "glad to meet you" only where no meeting is named."""
    spans: list[Span] = []
    for span in sorted(_spans(text, sentences), key=lambda one: (one.start, -one.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return tuple(spans)


def _spans(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    for sentence in sentences:
        if STOCK.isdisjoint(sentence.kinds):
            continue
        is_empty = sum(found.weight for found in sentence.particulars) < _EMPTY_PRAISE
        for hit in sentence.hits:
            if not is_empty and _names_a_meeting(hit, sentence):
                continue
            if hit.kind in STOCK and (is_empty or hit.kind is not Kind.PRAISE):
                start = sentence.tokens[hit.first].start
                end = sentence.tokens[hit.last - 1].end
                yield Span(start, end, text[start:end])


def _names_a_meeting(hit: Hit, sentence: Sentence) -> bool:
    """Whether "glad to meet you" goes on to say where."""
    said = [token.word for token in sentence.tokens]
    after = said[hit.last : hit.last + 1]
    meets = not _MEETS.isdisjoint(said[hit.first : hit.last])
    return meets and bool(after) and after[0] in _WHERE
