"""How much all sentences of a body together tie it to one person."""

import math
from collections.abc import Sequence

from outreach.tailoring.emptiness import stock_beside
from outreach.tailoring.evidence import PERSONAL, TIES, Sentence
from outreach.tailoring.phrasebook import STOCK, Kind

_MOST_SENTENCES = 3  # the best few decide, so that length does not
_MOST_UNTIED = 0.27
_TELLS_NOTHING, _MET_AND_STOCK = 0.05, 0.05
_STOCK_WEIGHS = 0.35
_IN_SALES_LETTER = 0.85  # of one that only observed something about its reader


def total_evidence(sentences: Sequence[Sentence]) -> float:
    """From 0 to 1, how surely the body speaks to one person."""
    sells = is_selling(sentences)
    tied: list[float] = []
    untied: list[float] = []
    for one in sentences:
        # A sales letter says "you" to everybody.
        says = not sells or (one.particulars and not TIES.keys().isdisjoint(one.kinds))
        counts = one.is_tied and says
        (tied if counts else untied).append(one.evidence)
    doubt = math.prod(1 - one for one in sorted(tied, reverse=True)[:_MOST_SENTENCES])
    evidence = 1 - doubt * (1 - min(_MOST_UNTIED, sum(untied)))
    if _is_met_and_stock(sentences):
        evidence = min(evidence, _MET_AND_STOCK)
    if sells:
        evidence *= _IN_SALES_LETTER
    return evidence * (1 - _STOCK_WEIGHS * stock_share(sentences))


def _is_met_and_stock(sentences: Sequence[Sentence]) -> bool:
    """Whether it says that one has met, adds what fits anybody, and tells nothing at all: "We met
    at PyCon. Would love to stay in touch." goes to all who were there."""
    rest = [one for one in sentences if Kind.ONLY_MET not in one.kinds]
    return (
        len(rest) < len(sentences)
        and all(one.evidence < _TELLS_NOTHING for one in rest)
        and any(stock_beside(one.hits) for one in sentences)
    )


def is_selling(sentences: Sequence[Sentence]) -> bool:
    """Whether the body offers something, and tells of nothing that the two have to do with each
    other."""
    kinds = {kind for one in sentences for kind in one.kinds}
    told = {
        kind
        for one in sentences
        if one.particulars and Kind.EMPTY_PRAISE not in one.kinds
        for kind in one.kinds
        if kind is not Kind.OWED or Kind.PITCH not in one.kinds
    }
    return Kind.PITCH in kinds and not told & PERSONAL


def stock_share(sentences: Sequence[Sentence]) -> float:
    """The share of the words that stand in stock phrases."""
    words = sum(len(one.tokens) for one in sentences)
    stock = sum(
        len({n for hit in one.hits if hit.kind in STOCK for n in range(hit.first, hit.last)})
        for one in sentences
        if not STOCK.isdisjoint(one.kinds)
    )
    return stock / words if words else 0.0
