"""The particular things in a sentence: names, numbers, titles, links, uncommon words."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from outreach.tailoring.folding import Token
from outreach.tailoring.vocabulary import (
    GENERIC,
    PARTICULAR,
    SAYS_NOTHING,
    TRADE,
    is_common_abroad,
    is_english,
    name_weight,
    read_words,
    trust_in_words,
    weight,
)

NAME, ACRONYM, LINK, TITLE, DATE, NUMBER, NUMBER_WORD = 1.0, 0.8, 1.5, 1.0, 0.6, 0.6, 0.3
FURTHER_NAME = 0.25  # the second word of a name adds little to the first

_LINK = re.compile(r"https?://\S+|\bwww\.\S+|\b[a-z0-9-]+\.(?:com|org|io|net|dev|de|fr|nl|edu)/\S+")
_TITLE = re.compile(
    r"[“\"«„\u2018]([^\W\d_][^\n”\"»“\u2019]{5,100})[”\"»“\u2019]"
    r"|(?<=[\s:(])'[^\W\d_][^\n']{5,100}'(?=[\s.,!?)]|$)"
)
_ROUND = re.compile(r"\b[Ss]eries [A-F]\b")  # of funding: an event in the life of one company
# "your article The Quiet Inbox": a small word is large in the midst of a sentence.
_UNQUOTED = re.compile(
    r"\b[a-z]+,? (?:The|A|An|How|Why|What|When|Where|My|Our|On) "
    r"(?:[A-Z][\w'\u2019-]*[ :]{0,2}){1,8}"
)
_DATES = read_words("dates")
_NUMBER_WORDS = read_words("numbers")
_UNTELLING = SAYS_NOTHING - _DATES - _NUMBER_WORDS  # however they are written: most of any text
_GERMAN = read_words("german")
_GERMAN_ENOUGH = 3


class Particular(NamedTuple):
    """A stretch of the text that narrows it down, and by how much."""

    start: int
    end: int
    weight: float
    is_count: bool = False  # a number or a date
    is_known: bool = False  # known to be true of the two of them


class Language(NamedTuple):
    """What a body's language means for reading it."""

    is_english: bool = True
    nouns_are_large: bool = False  # German, where a capital does not make a name
    trust_in_words: float = 1.0  # in those that are in no list


_MARKS = ((_LINK, LINK), (_TITLE, TITLE), (_ROUND, NAME), (_UNQUOTED, TITLE))
# One of these is in every text with a title in quotes, and the last in every one with a title that
# stands without them. Each begins with what is rare, so that a text is soon read through.
_OPENING, _OPENING_APOSTROPHE = re.compile(r"[“\"«„\u2018]"), re.compile(r"'(?<=[\s:(]')")
_OPENING_WORD = re.compile(r"(?:The|An?|How|Why|What|When|Where|My|Our|On) [A-Z]")


class Reading(NamedTuple):
    """How to read a body: folded names that count for nothing (any mail merge can fill them in),
    where the words begin that are known to be true of the two, the language, and what marks to
    look for."""

    ignored: Collection[str] = ()
    known_at: Collection[int] = ()
    language: Language = Language()
    marks: Sequence[tuple[re.Pattern[str], float]] = _MARKS


def marks_in(text: str) -> Sequence[tuple[re.Pattern[str], float]]:
    """The patterns worth looking for in a text."""
    found: list[tuple[re.Pattern[str], float]] = []
    if "/" in text or "www." in text:
        found.append((_LINK, LINK))
    if _OPENING.search(text) or _OPENING_APOSTROPHE.search(text):
        found.append((_TITLE, TITLE))
    if "eries " in text:
        found.append((_ROUND, NAME))
    if _OPENING_WORD.search(text):
        found.append((_UNQUOTED, TITLE))
    return found


def language_of(words: Sequence[str]) -> Language:
    """Tell apart only what has to be told apart."""
    german = sum(map(_GERMAN.__contains__, words))
    english = is_english(words)
    return Language(english, german >= _GERMAN_ENOUGH, trust_in_words(words, english=english))


def find_particulars(text: str, sentence: Sequence[Token], reading: Reading) -> list[Particular]:
    """The particular things in one sentence."""
    if not sentence:
        return []
    start, end = sentence[0].start, sentence[-1].end
    marked = [
        Particular(*match.span(), worth)
        for pattern, worth in reading.marks
        for match in pattern.finditer(text, max(0, start - 1), min(len(text), end + 1))
    ]
    return [*marked, *_particular_words(text, sentence, reading, marked)]


def _particular_words(
    text: str, sentence: Sequence[Token], reading: Reading, marked: Sequence[Particular]
) -> Iterator[Particular]:
    seen = set(reading.ignored)
    last_name_end = -2
    is_title_case: bool | None = None
    known_at, trust = reading.known_at, reading.language.trust_in_words
    for position, (word, start, end) in enumerate(sentence):
        is_known = start in known_at
        if word in _UNTELLING and not is_known:
            continue
        worth, is_count = _look_at(text[start:end], word)
        if (not worth and not is_known) or word in seen:
            continue
        if marked and any(one.start <= start < one.end for one in marked):
            continue
        seen.add(word)
        if worth >= NAME:
            follows_name = start - last_name_end <= 1
            last_name_end = end
            is_first = position == 0 and text[end - 1].islower()
            if is_title_case is None:
                is_title_case = _is_title_case(text, sentence)
            if is_first or reading.language.nouns_are_large or is_title_case:
                worth = weight(word)
            elif follows_name:
                worth = FURTHER_NAME
        if worth == PARTICULAR and trust < 1:
            worth *= 0.0 if is_common_abroad(word) else trust
        if worth or is_known:
            worth = max(worth, PARTICULAR) if is_known else worth
            yield Particular(start, end, worth, is_count, is_known)


@lru_cache(maxsize=20_000)
def _look_at(raw: str, word: str) -> tuple[float, bool]:
    """What a word is worth by its looks, and whether it is a number or a date."""
    if word in _DATES:
        return DATE, True
    if word in _NUMBER_WORDS:
        return NUMBER_WORD, True
    if raw[0].isdigit():
        return NUMBER, True
    common = name_weight(word) if raw[0].isupper() else weight(word)
    if common in (GENERIC, TRADE):
        return common, False
    if raw.isupper() and len(raw) > 1:
        return ACRONYM, False
    has_capital_inside = raw[1:] != raw[1:].lower()
    if has_capital_inside or raw[0].isupper():
        return NAME, False
    return common, False


def _is_title_case(text: str, sentence: Sequence[Token]) -> bool:
    """Whether everything is capitalised, so that a capital says nothing."""
    large = sum([text[token.start].isupper() for token in sentence])
    return len(sentence) > 3 and large >= 0.8 * len(sentence)
