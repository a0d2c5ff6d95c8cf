"""The user's own words, made fit to stand inside a sentence.

People type phrases and whole sentences, with capitals and full stops, in the past tense, about
"her" or about "Priya". Here that becomes "your move to pyright".
"""

import re
import unicodedata
from functools import lru_cache

from outreach.drafting.shorthand import spelled_out
from outreach.tailoring.folding import fold
from outreach.tailoring.vocabulary import GENERIC, ONLY_ABROAD, is_foreign, read_words, weight

# Joiners belong to scripts and to emoji; every other invisible character only does harm.
_JOINERS = "\u200c\u200d"
_SENTENCE_END = re.compile(
    r"(?<=[^\W\d_]{4})(?<!\bProf)[.!?]+\s+(?=[A-ZÀ-Þ]|(?:we|she|he|they|i|it) )"
    r"|(?<=[^\W\d_]{6})(?<!approx)[.!?]+\s+(?=\d)"  # no "Sept. 5"
    r"|[!?]+\s+|[\n\r]+"
)
_NOUN_ENDINGS = (
    *("tion", "tions", "sion", "sions", "ing", "ings", "ment", "ments", "ness", "ity", "ities"),
    *("ism", "ance", "ence", "ology", "ship", "ships", "ability", "grade", "grades"),
)
_FUNCTION_WORDS = read_words("function-words") | read_words("common-english")


_LONGEST_ACRONYM = 5


def clean(text: str) -> str:
    """Without control and direction characters, single blanks."""
    if text.isprintable():
        return " ".join(text.split())
    kept = "".join(
        one
        if one in _JOINERS or unicodedata.category(one)[0] != "C"
        else " "
        if one in "\n\r\t"
        else ""
        for one in text
    )
    return " ".join(kept.split())


# What people add to a remark, and nobody says aloud.
_ASIDES = (
    r"(?:lol|lmao|haha(?:ha)*|hehe|tbh|imo|imho|btw|iirc|fwiw|:-?\)+|;-?\)+|:-?D|<3|xD|"
    r"\(!+\)|\(\?+\)|[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+)"
)
_ASIDE = re.compile(rf"(?:[\s,(]+{_ASIDES}\)?[.!?…]*)+\s*$", re.IGNORECASE)
_ASIDE_WORD = re.compile(_ASIDES, re.IGNORECASE)


_EMOJI_FIRST = re.compile(r"^[\u2600-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+\s+")
_MAY_END = re.compile(r"[.!?\n\r]")
_DANGLING = re.compile(r"(?:[\s,]+(?:and|or|&))+[\s,]*$", re.IGNORECASE)  # before a cut emoji
_LEFT_DANGLING = ("and", "or", "&")
_AROUND, _QUOTES = " \t.,;:!?…-\u2013—•*", '"“”'
_AND_SIGN = re.compile(r"(?<=[a-z)]) & (?=[a-z])")
_EMOTICON = re.compile(r"\s+[:;]-?[()DPp](?=\s|$)")
_LONE_I = re.compile(r"\bi\b(?=['\s])")
_DAYS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|"
    r"\b(?:january|february|april|june|july|august|september|october|november|december|christmas)\b"
)


def without_laughs(said: str) -> str:
    """Without "lol", a smile or a row of exclamation marks at the end."""
    last = said.rpartition(" ")[2]  # no aside has a blank inside, nor a letter beside it
    has_one = _ASIDE_WORD.fullmatch(last) if last.isalpha() else _ASIDE_WORD.search(last)
    return _ASIDE.sub("", said) if has_one else said


def phrase(text: str) -> str:
    """The first sentence of `text` without its full stop, ready to stand in a sentence."""
    first = text.strip()
    if _MAY_END.search(first):
        first = _SENTENCE_END.split(first)[0]
    said = clean(first)
    said = without_laughs(said)
    if said.rstrip(" ,").lower().endswith(_LEFT_DANGLING):
        said = _DANGLING.sub("", said)
    if not said[:1].isascii():
        said = _EMOJI_FIRST.sub("", said)
    said = spelled_out(said)
    if ":" in said or ";" in said:
        said = _EMOTICON.sub("", said)
    if "i " in said or "i'" in said:
        said = _LONE_I.sub("I", said)
    said = said.replace(". and ", " and ")
    if " & " in said or " + " in said:
        *others, last = said.split(" + ")
        said = f"{', '.join(others)} and {last}" if others else last
        said = _AND_SIGN.sub(" and ", said)
    said = _DAYS.sub(lambda match: match[0].title(), said)
    if _SHOUTED.search(said) and not said.isupper():
        said = _SHOUTED.sub(_quietly, said)
    if said.isupper() and any(
        one.isalpha() and len(one) > _LONGEST_ACRONYM for one in said.split()
    ):
        said = said.lower()  # somebody's Caps Lock
    said = said.strip(_AROUND)
    return lower_first(said if _is_quoting(said) else said.strip(_AROUND + _QUOTES))


_SHOUTED = re.compile(r"\b[A-Z]{4,}\b")


_STRESSED = read_words("function-words") | frozenset(
    "again always even every free from huge more most must never only please really still that "
    "their them they this those urgent very what when where will with".split()
)


def _quietly(match: re.Match[str]) -> str:
    """ "AGAIN" is "again"; "NATO" and "SEND" stay."""
    low = match[0].lower()
    return low if low in _STRESSED else match[0]


def _is_quoting(said: str) -> bool:
    """Whether its quotation marks are pairs around a part of it: “a badge that says "ask me"”."""
    pairs = said.count("“") == said.count("”") and said.count('"') % 2 == 0
    return pairs and not (said[:1] in _QUOTES and said[-1:] in _QUOTES)


# A day as it was seen from the day of the meeting; "Black Friday" and "my weekend" are none.
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[Mm]on|[Tt]ues?|[Ww]eds?|[Tt]hurs?|[Ff]ri|[Ss]at|Sun)"
)
_SOME_DAY = rf"(?:{_WEEKDAY}|sun)"
_SEEN_FROM_THEN = re.compile(
    r"(?: the day)?(?: (?:by|on|before|until|for|at|over|during|from|after|later))*"
    rf" (?:today|tomorrow|tonight|yesterday|(?:this|next) (?:week|weekend|month|{_WEEKDAY}))$"
    rf"| (?:by|on|before|until|for|from|after) (?:{_WEEKDAY}|the weekend)$"
    r"| (?:tues?|weds?|thurs?|fri)$"
    r"| (?:by|on|before|until) the (?:\d+(?:st|nd|rd|th)|end of the (?:week|month|year))$"
    r"| by end of (?:the )?(?:week|month|year)$"
    rf"| (?:by|on|before) {_WEEKDAY}(?= (?:and|about) )"
    r"| (?:mon|tues?|weds?|thurs?|fri|sat)(?= (?:about|with|to|at) )"
    rf"| (?:on )?{_WEEKDAY} (?:morning|afternoon|evening|lunchtime|am|pm)$"
    r"| next time(?: in \w+)?$"
    rf"| {_WEEKDAY} or {_SOME_DAY}$| (?:next|this) {_WEEKDAY}(?= (?:with|and|to|about) )"
)


_INSIDE_SEEN_FROM_THEN = re.compile(
    r" (?:tomorrow|tonight|yesterday)(?= )"
    r"| in (?:\d+|an?|one|two|three|four|six|a few|a couple of) (?:days?|weeks?|months?|hours?)$"
    r"| (?:next|this|last) (?:year|summer|winter|spring|autumn|fall|term|season|christmas)$"
)
# "next week's launch"
_OF_A_TIME = re.compile(
    r"\b(?:the )?(?:(?:next|this|last) (?:week|month|year|summer|autumn|spring|winter)"
    r"|tomorrow|tonight|today|yesterday)['\u2019]s "
)


def undated(text: str) -> str:
    """Without a last "tomorrow" or "by Friday", which is another day by the time one writes."""
    said = _INSIDE_SEEN_FROM_THEN.sub("", text)
    return _SEEN_FROM_THEN.sub("", _OF_A_TIME.sub("the ", said))


_SHORTEST_FOREIGN = 2  # words: "blue van" is no Dutch


@lru_cache(maxsize=4096)
def is_in_english(text: str) -> bool:
    """Whether a phrase can stand in an English sentence, as "trägt immer Hut" cannot. Names do not
    tell, nor what stands inside one ("Rio de Janeiro"); one word alone is a name or a loan."""
    if ONLY_ABROAD.isdisjoint(fold(text).split()):
        return True
    words = text.split()
    if len(words) <= _SHORTEST_FOREIGN and text.isascii():
        return not all(fold(word) in ONLY_ABROAD for word in words) or len(words) == 1
    small = [
        fold(word.strip(".,;:!?'\"()"))
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
        if word[:1].islower() and not (before[:1].isupper() and after[:1].isupper())
    ]
    return len(words) == 1 or not is_foreign(small)


def lower_first(text: str) -> str:
    """Take back a capital that only a beginning explains; "Rust", "CI", "R" and "I" keep theirs."""
    first, blank, rest = text.partition(" ")
    word = first.rstrip("',.:;").lower()
    has_other_capitals = first[1:] != first[1:].lower() or (len(first) == 1 and first != "A")
    if has_other_capitals or word == "i" or word.startswith("i'") or not first[:1].isupper():
        return text
    is_common = word in _FUNCTION_WORDS or word.endswith(tuple(_NOUN_ENDINGS))
    if is_common or (word.isascii() and word.isalpha() and weight(word) == GENERIC):
        return first.lower() + blank + rest
    return text


def upper_first(text: str) -> str:
    """As the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def is_wordy(text: str) -> bool:
    """Whether there is anything to say in it at all."""
    return text[:1].isalnum() or any(one.isalnum() for one in text)
