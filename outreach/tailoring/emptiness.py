"""What has the shape of something personal and tells nothing: praise and meetings."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from outreach.tailoring.folding import Token
from outreach.tailoring.particulars import Particular
from outreach.tailoring.phrasebook import STOCK, Hit, Kind
from outreach.tailoring.vocabulary import read_words

_WORKS = read_words("works")
# "Good to talk on Friday" is about no talk.
_NO_WORK = set("to we us i can could will would shall should".split())
_SMALL = read_words("function-words") | read_words("second-person") | read_words("noticing")
_MEETING = read_words("meeting") | read_words("dates") | read_words("numbers") | _SMALL
_PRAISE = read_words("praising") | read_words("dates") | _WORKS | _SMALL


def is_empty_praise(
    words: Sequence[str],
    hits: Sequence[Hit],
    said: Sequence[Particular],
    ignored: Collection[str],
    *,
    goes_on: bool,
) -> bool:
    """Whether a sentence praises or thanks for what somebody made and has no word of what it says:
    "Your talk yesterday was amazing, thank you for sharing your knowledge with us". What `goes_on`
    after such a sentence need not name again what was made."""
    before_works = {first for first, second in pairwise(words) if second in _WORKS}
    if any(one.is_known for one in said) or not (goes_on or before_works - _NO_WORK):
        return False
    if "my" in before_works:
        return False  # "thank you for reading my book" is for something done
    stock = {n for hit in hits if hit.kind in STOCK for n in range(hit.first, hit.last)}
    return all(
        word in _PRAISE or word in ignored or number in stock for number, word in enumerate(words)
    )


def says_only_met(text: str, piece: Sequence[Token], hits: Sequence[Hit]) -> bool:
    """Whether a sentence, but for stock phrases beside it, says that one has met, where and when,
    and nothing of the meeting: "We met at PyCon last Friday"."""
    met = [hit for hit in hits if hit.kind is Kind.ENCOUNTER]
    beside = {n for hit in stock_beside(hits) for n in range(hit.first, hit.last)}
    return bool(met) and all(
        token.word in _MEETING or not text[token.start].islower()
        for number, token in enumerate(piece)
        if number not in beside
    )


def stock_beside(hits: Sequence[Hit]) -> list[Hit]:
    """The stock phrases of a sentence that are no part of saying that one has met."""
    met = [hit for hit in hits if hit.kind is Kind.ENCOUNTER]
    return [
        hit
        for hit in hits
        if hit.kind in STOCK
        and not any(one.first < hit.last and hit.first < one.last for one in met)
    ]
