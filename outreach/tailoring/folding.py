"""Text made comparable, without moving a single character."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from typing import NamedTuple

APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u2018\u02bc`\u00b4\uff07"), "'")
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013—―\u2212"), "-")


class _Folds(dict[int, str]):
    """Lower case, no accents, plain apostrophes and dashes; one character for one character."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFD", chr(code).lower())[:1] or " "
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLDS = _Folds({**APOSTROPHES, **DASHES})

# A word may hold an apostrophe or a dot inside ("don't", "node.js") and end in C++ or C#.
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*(?:\+\+|#)?")
_WORDS_APART = re.compile(f"({_WORD.pattern})")
# "I'd" is "I would": what follows the apostrophe becomes a word of its own.
_CONTRACTED = {"d": "would", "ve": "have", "re": "are", "m": "am", "ll": "will"}
_SHORT_IS = {"let": "us", "it": "is", "that": "is", "what": "is", "here": "is", "there": "is"}


class Token(NamedTuple):
    """One word: folded, and where it stands in the text it was read from."""

    word: str
    start: int
    end: int


_new_token = partial(tuple.__new__, Token)  # what Token(…) calls


def fold(text: str) -> str:
    """`text` in lower case and without accents, of the same length, for comparing only."""
    return text.translate(_FOLDS)


def tokens(folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of folded text between two positions, with contractions opened up."""
    parts = _WORDS_APART.split(folded[start:end])  # signs, a word, signs, a word, …, signs
    at = list(accumulate(map(len, parts), initial=start))
    found = list(map(_new_token, zip(parts[1::2], at[1::2], at[2::2], strict=False)))
    if "'" not in folded:
        return found
    return [one for token in found for one in (_opened(*token) if "'" in token.word else (token,))]


def _opened(word: str, first: int, last: int) -> Iterator[Token]:
    head, _, tail = word.partition("'")
    if tail == "t":
        yield Token(head + tail, first, last)
    elif tail == "s":
        yield Token(head, first, last - 2)
        if head in _SHORT_IS:
            yield Token(_SHORT_IS[head], last - 1, last)
    else:
        yield Token(head, first, first + len(head))
        yield Token(_CONTRACTED.get(tail, tail), first + len(head) + 1, last)


def words(text: str) -> list[str]:
    """The folded words of `text` alone."""
    folded = fold(text)
    if "'" not in folded:
        return _WORD.findall(folded)
    return [token.word for token in tokens(folded)]
