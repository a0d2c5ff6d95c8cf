"""How somebody writes, from what they wrote: text in, habits out. No Django.

Drafts are in English, so only English texts teach. What LinkedIn itself offered teaches nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Generic, TypeVar

from outreach.drafting import Tone
from outreach.tailoring import Channel
from outreach.tailoring.folding import fold, words
from outreach.tailoring.frame import find_frame
from outreach.tailoring.vocabulary import is_english

FEWEST = 5  # messages; fewer are chance, not habit
_FEWEST_ALIKE = 3
_SHORTEST = 4  # words; "Thanks!" shows no manner

# Not "Good morning": nobody knows at what hour a message is read.
_GREETING = re.compile(r"\W*(hi|hello|hey|dear|hiya|howdy|greetings)\b")
# Not "Thanks" or "Talk soon": with nothing to thank for, or no talk agreed, they say an untruth.
_SIGN_OFF = re.compile(
    r"\W*((?:all (?:the|my) )?best(?: regards| wishes)?|(?:kind|warm)(?:est)? regards|"
    r"warm wishes|regards|cheers|yours(?: (?:sincerely|truly|faithfully))?|sincerely(?: yours)?|"
    r"respectfully|take care)\b"
)
_DEFAULT = re.compile(r"\b(?:add you to|join) (?:my|your) (?:\w+ )?network\b")
_LONGEST_DEFAULT = 20  # words
_SHORT_FORM = re.compile(r"\b\w+'(?:m|re|ve|ll|d)\b|\b\w+n't\b|\b(?:it|that|there|here|what)'s\b")
_LONG_FORM = re.compile(
    r"\bi (?:am|have|will|would)\b|\b(?:we|you|they) (?:are|have|will|would)\b|"
    r"\b(?:it|that|there) is\b|\b(?:do|does|did|is|are|was|were|have|has|would|could|can) ?not\b"
)
_MOSTLY, _HARDLY = 0.6, 0.2
_WARM_WORDS = {"hi", "hey", "hiya", "howdy", "cheers", "take care"}
_FORMAL_WORDS = {"dear", "kind regards", "regards", "sincerely", "respectfully"}

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Written:
    """One text that the user sent."""

    text: str
    channel: Channel


@dataclass(frozen=True, slots=True)
class Trait(Generic[ValueT]):
    """A habit, seen in `count` of the `of` messages that could have shown it."""

    value: ValueT
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Habits:
    """How the user usually writes, learned from `learned_from` messages. None: no clear habit.

    `words` is the length of the body of a message that has no limit of characters.
    """

    learned_from: int
    greeting: Trait[str] | None = None
    sign_off: Trait[str] | None = None
    words: Trait[int] | None = None
    tone: Trait[Tone] | None = None
    contractions: Trait[bool] | None = None


@dataclass(frozen=True, slots=True)
class _Sample:
    greeting: str
    sign_off: str
    words: int
    has_limit: bool
    tone: Tone
    short_forms: int
    long_forms: int


def learn(texts: Iterable[Written]) -> Habits:
    """The habits in these texts. From too few of them nothing is concluded."""
    samples = [sample for written in texts if (sample := _sample(written))]
    if len(samples) < FEWEST:
        return Habits(len(samples))
    return Habits(
        learned_from=len(samples),
        greeting=_usual([sample.greeting for sample in samples]),
        sign_off=_usual([sample.sign_off for sample in samples]),
        words=_length([sample.words for sample in samples if not sample.has_limit]),
        tone=_usual([sample.tone for sample in samples]),
        contractions=_contractions(samples),
    )


@lru_cache(maxsize=1024)  # what was sent stays as it is, and is read again for every page
def _sample(written: Written) -> _Sample | None:
    """What one text shows; None when it shows nothing of the user's own manner."""
    text = written.text
    frame = find_frame(text)
    body = words(text[frame.start : frame.end])
    folded = fold(text)
    if len(body) < _SHORTEST or not is_english(body):
        return None
    if len(body) <= _LONGEST_DEFAULT and _DEFAULT.search(folded):
        return None
    greeting = _GREETING.match(folded[: frame.start])
    sign_off = _SIGN_OFF.match(folded, frame.end)
    opening = text[greeting.start(1) : greeting.end(1)] if greeting else ""
    closing = text[sign_off.start(1) : sign_off.end(1)] if sign_off else ""
    short, long = len(_SHORT_FORM.findall(folded)), len(_LONG_FORM.findall(folded))
    return _Sample(
        greeting=_upper_first(opening),
        sign_off=_upper_first(closing),
        words=len(body),
        has_limit=written.channel is Channel.LINKEDIN_NOTE,
        tone=_tone(fold(opening), fold(closing), "!" in text, short, long),
        short_forms=short,
        long_forms=long,
    )


def _tone(greeting: str, sign_off: str, exclaims: bool, short: int, long: int) -> Tone:
    warm = sum((greeting in _WARM_WORDS, sign_off in _WARM_WORDS, exclaims, short > long))
    formal = sum((greeting in _FORMAL_WORDS, sign_off in _FORMAL_WORDS, long > short))
    formal += sign_off.startswith("yours")
    if warm == formal:
        return Tone.PLAIN
    return Tone.WARM if warm > formal else Tone.FORMAL


def _usual(values: Sequence[ValueT]) -> Trait[ValueT] | None:
    """The value that at least half of those that have one share."""
    seen = Counter(value for value in values if value)
    if not seen:
        return None
    value, count = seen.most_common(1)[0]
    enough = count >= _FEWEST_ALIKE and 2 * count >= seen.total()
    return Trait(value, count, seen.total()) if enough else None


def _length(lengths: Sequence[int]) -> Trait[int] | None:
    if len(lengths) < _FEWEST_ALIKE:
        return None
    return Trait(round(median(lengths)), len(lengths), len(lengths))


def _contractions(samples: Sequence[_Sample]) -> Trait[bool] | None:
    short = sum(sample.short_forms for sample in samples)
    of = short + sum(sample.long_forms for sample in samples)
    if of < _FEWEST_ALIKE or _HARDLY < short / of < _MOSTLY:
        return None
    does = short / of >= _MOSTLY
    return Trait(does, short if does else of - short, of)


def _upper_first(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
