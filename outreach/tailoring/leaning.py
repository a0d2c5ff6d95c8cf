"""Which way the plain words of a body lean: to one reader, or to anybody.

The weights in `words/leanings.txt` were learned from published messages whose publishers called
them good or bad; `benchmarks/leanings.py` says how, and learns them anew. Only words in our lists
of common ones have a weight, alone and in pairs, so that no name and no subject is learned.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from outreach.tailoring.folding import Token
from outreach.tailoring.vocabulary import PARTICULAR, SAYS_NOTHING, WORDS, weight

# How every number, and every word in no list of common ones, is written in a sign.
NUMBER, UNCOMMON = "0", "*"
ALWAYS = "."  # what any body weighs before its words are looked at
_MARKS = "?!"
_MOST = 1.5
_FEW = 20  # signs: some ten words
# What they weigh where both are as likely. Stock phrases are known one by one, while of what one
# person tells another no list knows half: doubt speaks for the reader. Found by measuring.
_AT_EVEN = 0.4


def lean(text: str, pieces: Sequence[Sequence[Token]]) -> float:
    """From -1.5 (anybody's) to 1.5 (one reader's), in log-odds, for a body cut into sentences."""
    return max(-_MOST, min(_MOST, odds_of(signs(text, pieces), _weights()) + _AT_EVEN))


def odds_of(said: Iterable[str], weights: Mapping[str, float]) -> float:
    """What these weights say of a body with these signs, in log-odds."""
    known = [weights[sign] for sign in said if sign in weights]
    return weights[ALWAYS] + share(len(known)) * sum(known)


def share(count: int) -> float:
    """What each of so many known signs counts: less where they are many, so that length does not
    decide, and no more where they are few, since a few words tell little."""
    return 1 / math.sqrt(max(count, _FEW))


def signs(text: str, pieces: Sequence[Sequence[Token]]) -> set[str]:
    """The words of a body, its pairs of words, and the marks at the ends of its sentences."""
    found: set[str] = set()
    for piece in pieces:
        said = [*map(_sign, [token.word for token in piece]), *_mark(text, piece)]
        found.update(said)
        found.update([f"{first} {second}" for first, second in pairwise(said)])
    return found


def _mark(text: str, piece: Sequence[Token]) -> Iterator[str]:
    after = text[piece[-1].end : piece[-1].end + 1]
    if after and after in _MARKS:
        yield after


def _sign(word: str) -> str:
    if word[0].isdigit():
        return NUMBER
    is_uncommon = word not in SAYS_NOTHING and weight(word) == PARTICULAR
    return UNCOMMON if is_uncommon else word


@cache
def _weights() -> dict[str, float]:
    lines = (WORDS / "leanings.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" ", 1) for line in lines if not line.startswith("#")]
    return {sign: float(weight) for weight, sign in pairs}
