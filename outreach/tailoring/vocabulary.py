"""Word lists, and how particular a single word is.

The lists are folded (no accents, lower case) and serve all languages at once: a German function
word is hardly ever a telling English one.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


def read_words(name: str, folder: Path = WORDS) -> frozenset[str]:
    """The words of one list. A line that starts with # is a remark."""
    lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


_PLAIN = read_words("common-english") | read_words("plain-english")
_FOREIGN = read_words("common-european")
_COMMON = _PLAIN | _FOREIGN
ONLY_ABROAD = _FOREIGN - _PLAIN
_GENERIC = _COMMON | read_words("second-person")
_TRADE = read_words("trades")
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "er", "ers", "ment", "ion", "al")
_SHORTEST_STEM = 3
_ENOUGH_FOREIGN = 2
_FEWEST_TO_TELL, _LEAST_COMMON, _LEAST_COMMON_ABROAD = 6, 0.3, 0.42
ABROAD = 0.5  # where the list of common words is short
_SHORTEST_ROOT = 5

_ROOTS = {word[:end] for word in _FOREIGN for end in range(_SHORTEST_ROOT, len(word) + 1)}

# Of these a capital makes no name either.
SAYS_NOTHING = _GENERIC - _TRADE

# How much one word narrows down to whom a message goes.
GENERIC, TRADE, PARTICULAR = 0.0, 0.17, 0.5


def is_english(words: Sequence[str]) -> bool:
    """Whether these folded words are rather English than any other language."""
    balance = sum(map(_PLAIN.__contains__, words)) - sum(map(_FOREIGN.__contains__, words))
    return balance > -_ENOUGH_FOREIGN


def is_foreign(words: Sequence[str]) -> bool:
    """Whether more of these few folded words are common in another language than in English."""
    abroad = sum(map(ONLY_ABROAD.__contains__, words))
    return abroad > sum(map(_PLAIN.__contains__, words))


def trust_in_words(words: Sequence[str], *, english: bool) -> float:
    """What it says, from 0 to 1, that one of these folded words is in no list: nothing where
    nearly none of them is, because the language is not one of ours."""
    least = (_LEAST_COMMON if english else _LEAST_COMMON_ABROAD) * len(words)
    if len(words) >= _FEWEST_TO_TELL and sum(map(_COMMON.__contains__, words)) < least:
        return 0.0
    return 1.0 if english else ABROAD


@lru_cache(maxsize=20_000)
def weight(word: str) -> float:
    """GENERIC, TRADE or PARTICULAR, for a folded word. A word in no list is particular."""
    if word in _TRADE:
        return TRADE
    stems = _stems(word)
    if len(word) == 1 or word in _GENERIC or stems & _PLAIN:
        return GENERIC
    return TRADE if stems & _TRADE else PARTICULAR


@lru_cache(maxsize=20_000)
def name_weight(word: str) -> float:
    """The same for a word with a capital, which may be a name that only looks like a common word:
    "Hubly" is not "hub"."""
    for form in (word, word.removesuffix("s")):
        if form in _TRADE:
            return TRADE
        if form in _GENERIC or len(form) == 1:
            return GENERIC
    return PARTICULAR


@lru_cache(maxsize=20_000)
def is_common_abroad(word: str) -> bool:
    """Whether a folded word is rather another form of a common word outside English: these
    languages bend their words more than a list can follow, mostly at the end."""
    ending = 4 if len(word) >= 2 * _SHORTEST_ROOT else 3
    return len(word) > _SHORTEST_ROOT and word[: max(_SHORTEST_ROOT, len(word) - ending)] in _ROOTS


def _stems(word: str) -> set[str]:
    stems = set()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            stems |= {stem, stem + "e", stem + "y"}
            if stem[-1] == stem[-2]:
                stems.add(stem[:-1])
    return stems
