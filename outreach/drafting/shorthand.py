"""What people type in haste, spelled out: "mtg w/ ppl nxt wk"."""

import re

from outreach.drafting.grammar import VERBS, WORDS
from outreach.tailoring.vocabulary import read_words

_PAIRS = (one.partition("=") for one in read_words("shorthand", WORDS))
_MEANT = {short: meant.replace("-", " ") for short, _, meant in _PAIRS}
_SHORT = re.compile(
    r"(?<![\w/.'-])(?:"
    + "|".join(sorted(map(re.escape, _MEANT), key=len, reverse=True))
    + r")(?![\w/'-])"
)
_ABOUT = re.compile(r"(?<=\w )re:? (?=\w)")
_MONTHS = {
    **{"jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June"},
    **{"jul": "July", "aug": "August", "sep": "September", "sept": "September"},
    **{"oct": "October", "nov": "November", "dec": "December"},
}
_SPRING = re.compile(r"\b(in|by|since|until|before|after|from|next|last) (march|may)\b")
_SHORT_DAYS = {"tues": "Tuesday", "weds": "Wednesday", "thurs": "Thursday", "fri": "Friday"}
_SHORT_DAY = re.compile(rf"\b(?:{'|'.join(_SHORT_DAYS)})\b(?= (?:morning|afternoon|evening|night))")
_SHORT_MONTH = re.compile(
    rf"\b(in|by|since|until|before|after|from|\d+(?:st|nd|rd|th)?) ({'|'.join(_MONTHS)})\b\.?"
    rf"|\b({'|'.join(_MONTHS)}) (?=\d)"
    rf"|(?<=[a-z])(?<!\bwith)(?<!\band)(?<!\bto)(?<!\bof)(?<!s) ({'|'.join(_MONTHS)})$"
)
# "too early 4 them", "time 2 talk", "meet @ the fair", "v funny", "when its done"
_FOR = re.compile(r"(?<=[a-z] )4(?= (?:them|you|us|me|him|her|my|our|the|a|an)\b)")
_TO = re.compile(
    rf"\b(time|want|need|have|how|try|easy|hard|ready|happy) 2(?= (?:{'|'.join(sorted(VERBS))})\b)"
)
_AT = re.compile(r"(?<=\w) @ ?(?=\w)")
# "v funny" and "talks v fast"; "tax v spend" are two.
_VERY = re.compile(
    r"(?:^|(?<=\bbut )|(?<=\bis )|(?<=\bwas )|(?<=\btalks )|(?<=\ba ))v(?= [a-z]{3,})"
)
_STATE = r"\w+ed|a|an|the|done|out|ready|live|up|over|on|in|too|not|still"
_IT_IS = re.compile(rf"\b(when|once|if|that|until|because|says|hope) its(?= (?:{_STATE})\b)")
_IN_ORDINARY_USE = {"phd", "esp", "esp.", "re", "xmas", "dont", "im", "ive", "approx", "yr", "yrs"}
_NUMBER_OF = re.compile(r"\bnr of\b")
_LETTERS = re.compile(r"[a-z]+")
# In every text with something to spell out.
_SHORT_FOR = {"re", "march", "may", "v", "its", *_MONTHS, *_SHORT_DAYS}
_SHORT_FOR |= {one.partition("/")[0].strip(".") for one in _MEANT}
_SIGNS = re.compile(r" [24@] ?|\db|b4|2moro")


def _has_none(text: str) -> bool:
    """Whether there is certainly nothing to spell out; the patterns themselves are slow."""
    return _SHORT_FOR.isdisjoint(_LETTERS.findall(text)) and not _SIGNS.search(text)


def has_shorthand(text: str) -> bool:
    """Whether more is abbreviated than a name in small letters, as "phd" is."""
    if _has_none(text):
        return False
    found = _SHORT.findall(text)
    return any(not _MEANT[one].isupper() and one not in _IN_ORDINARY_USE for one in found)


def spelled_out(text: str) -> str:
    """Without the shorthand of busy people: "mtg", "w/", "nr", "re", "in nov", "4 them"."""
    if _has_none(text):
        return text
    text = _NUMBER_OF.sub("number of", text)
    said = _SHORT.sub(lambda match: _MEANT[match[0]], text)
    for pattern, meant in ((_ABOUT, "about "), (_FOR, "for"), (_AT, " at "), (_VERY, "very")):
        said = pattern.sub(meant, said)
    said = _TO.sub(r"\1 to", said)
    said = _IT_IS.sub(r"\1 it's", said)
    said = _SHORT_DAY.sub(lambda match: _SHORT_DAYS[match[0]], said)
    said = _SPRING.sub(lambda match: f"{match[1]} {match[2].title()}", said)
    return _SHORT_MONTH.sub(_month, said)


def _month(match: re.Match[str]) -> str:
    if match[4]:
        return f" in {_MONTHS[match[4]]}"  # "studio visit jan"
    return f"{match[1]} {_MONTHS[match[2]]}" if match[2] else f"{_MONTHS[match[3]]} "
