"""The several things that people type into one line: "damp - bats? mice, who pays"."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from outreach.drafting.dates import A_MONTH
from outreach.drafting.grammar import (
    ASKING,
    DETERMINERS,
    IS_TOLD_OF_THING,
    PREPOSITIONS,
    WORDS,
    first_word,
    is_clause,
)
from outreach.tailoring.vocabulary import read_words

_BREAK = re.compile(
    r"(?P<mark>[?!]*)(?:(?P<sign>[,;:])\s+"
    r"|\s+(?P<dash>[-=]>|[-\u2013\u2014/+=\u2192])\s+|(?P<end>[?!]+\s+|$))"
)
_MAY_BREAK = re.compile(r"[,;:?!/+=>\u2013\u2014\u2192]| - ")  # in every line with a break
_LEADING = re.compile(r"^(?:[&+]|and|or|also|then)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"(?: (?:instead|though|apparently|obviously|obvs?|defo|probs?|tho))+$")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
# What stands after one of these explains, or is a note to oneself.
ASIDES = frozenset(("-", "\u2013", "\u2014", ":", "->", "=>", "=", "\u2192"))
_ARROWS = ("->", "=>", "\u2192")
_REMARKS = read_words("remarks", WORDS)
_UNSURE = ("maybe", "perhaps", "possibly", "probably", "first", "max", "min", "tops")
_STATES = read_words("states", WORDS)
_PAST = read_words("past", WORDS)
_COSTS = ("cost", "costs", "takes", "pays", "weighs", "lasts")  # "procurement takes 9 months"
_HOW_OFTEN = ("never", "always", "often", "hardly", "rarely", "usually", "sometimes")
_LONGEST_SUBJECT = 4  # words, with its verb
_PEOPLE = read_words("somebody", WORDS) | read_words("kin", WORDS)
_NO_VERB_YET = PREPOSITIONS | {*ASKING, "that", "to", "of", "and", "or", "but", "vs", "than", "as"}
_NO_VERB_YET |= {"like", "for", "with", "not", "all", "both", "half"}
_OBJECTS = DETERMINERS | {"it", "me", "us", "you", "them", "him", "everything", "everybody", "no"}
# After "which", "where" or "when" these tell more of what stands before: "kilns, which are hot".
_GOES_ON = {"is", "are", "was", "were", "has", "had", "i", "we", "you", "they", "he", "she", "it"}
_GOES_ON |= {"will", "would", "can", "could", "may", "might", "must", "does", "did", "needs"}
_ASKED_OR_TOLD = ("which", "where", "when")
_SUBJECTS = ("i", "we", "you", "they", "he", "she")
_ABOVE_ALL = ("especially", "mainly", "mostly", "particularly", "including")


# "before xmas" and "now ops" are no things, and "TRL 6 needed", "customers shout at him" tell.
_BEGIN_NO_THING = PREPOSITIONS | {"now", "then", "when", "once", "until", "since", "later", "also"}
_BEGIN_NO_THING |= {"off", "out", "up", "down", "back"}
_NO_THING_ENDS = re.compile(
    r"(?:[^\W\d]ed|'s|%| (?:him|her|them|it|me|us|you)| when \w+)$"
    r"|\d[\d.,]*k? (?:[a-z]+s|min|max|tb|gb|kw|eur|chf|usd)\b"
)
_IS_A_DAY = re.compile(rf"(?:\d+(?:st|nd|rd|th)? )?(?:{A_MONTH})\.?(?: \d+)?", re.IGNORECASE)
_ON_DAY = re.compile(
    rf"\d|(?:{A_MONTH}|(?:mon|tues?|wed|weds|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?)$"
)


class Item(NamedTuple):
    """One of the things, the sign before it ("" before the first), and whether it is a question."""

    text: str
    sign: str
    asks: bool


def items_of(said: str, *, asks: bool = False) -> list[Item]:
    """Take a line apart, without what stands in brackets; `asks` says that its end is a question,
    whose mark is gone."""
    line = without_asides(said) if "(" in said else said
    if not _MAY_BREAK.search(line):  # mostly
        return [Item(alone, "", asks)] if (alone := _TRAILING.sub("", line).strip()) else []
    found: list[Item] = []
    at, sign = 0, ""
    for match in _BREAK.finditer(line):
        text = line[at : match.start()].strip()
        text = _LEADING.sub("", text) if found else text
        text = _TRAILING.sub("", text)
        is_last = match.end() == len(line)
        if found and match["dash"] in _ARROWS:
            sign = match["dash"]  # "oracle -> snowflake": half of it is no thing
        if text and text not in [one.text for one in found]:
            marked = "?" in match["mark"] or "?" in (match["end"] or "")
            found.append(Item(text, sign, marked or (asks and is_last)))
        at, sign = match.end(), match["sign"] or match["dash"] or "."
    return found


def without_asides(text: str) -> str:
    """Without what stands in brackets, which is for oneself, unless there is nothing else."""
    return _IN_BRACKETS.sub("", text) or text.strip("() ")


def with_more(items: Sequence[Item]) -> list[Item]:
    """Items together with those that tell more of them: "her sister, who has a kiln"."""
    found: list[Item] = []
    for item in items:
        if found and _goes_on(item, found[-1].text):
            before = found.pop()
            item = Item(f"{before.text}, {item.text}", before.sign, before.asks)
        found.append(item)
    return found


def _goes_on(item: Item, before: str) -> bool:
    first, _, rest = item.text.lower().partition(" ")
    if item.sign != "," or item.asks:
        return False
    if first in _ASKED_OR_TOLD:
        return first_word(rest) in _GOES_ON
    last = before.rpartition(" ")[2]
    is_of_somebody = first == "who" and (last.lower() in _PEOPLE or last[:1].isupper())
    return is_of_somebody or first in _ABOVE_ALL


def is_thing(item: Item) -> bool:
    """Whether a further item is a thing of its own, and no remark: not "sad", "14 boxes",
    "hates drum kits", "raffle?", nor what somebody did."""
    text = item.text
    first, _, rest = text.partition(" ")
    low, after = first.lower(), first_word(rest)
    is_remark = low in _REMARKS or text.rpartition(" ")[2].lower() in _UNSURE
    if item.asks or item.sign in ASIDES or is_remark or not first[:1].isalpha():
        return False
    if low in _BEGIN_NO_THING or _NO_THING_ENDS.search(text) or _IS_A_DAY.fullmatch(text):
        return False
    if low.endswith("s") and after and _ON_DAY.match(after):  # "opens March"
        return False
    if low.endswith("ed") and after in PREPOSITIONS:  # "bored at the bank"
        return False
    if low in _STATES and (after == "to" or after not in PREPOSITIONS | {""}):
        return False
    return not is_clause(text) and not does_something(text)


def does_something(text: str) -> bool:
    """Whether a thing does something, though no "is" or "has" shows it: "blower trips the fuse",
    "choir went flat"; not "photos your sister took"."""
    words = [first_word(one) for one in text.split()]
    if words[0].endswith("ing") or words[0] in _NO_VERB_YET or IS_TOLD_OF_THING.search(words[-1]):
        return _went(words)
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if before in DETERMINERS:
            continue  # "the flats your mother manages": the first noun is none of a verb
        if word in _NO_VERB_YET or word in _SUBJECTS:
            break  # "the years we shared the lab" are a thing
        is_verb = word.endswith(("s", "ed")) and not word.endswith(("ss", "'s"))
        if word in _COSTS and after[:1].isdigit():
            return True
        if is_verb and not word.endswith("ed") and _ON_DAY.match(after):
            return True  # "the call closes in Feb", "the fair opens Monday"
        if is_verb and after in _OBJECTS and after != "that":
            return not any(map(IS_TOLD_OF_THING.search, words[words.index(word) + 2 :]))
    return _went(words)


def _went(words: Sequence[str]) -> bool:
    """Whether soon after its subject stands a past that is nothing else, or how often it is so."""
    if words[0].endswith("ing"):
        return False
    ends = _NO_VERB_YET.union(_SUBJECTS)
    subject = list(takewhile(lambda word: word not in ends, words[:_LONGEST_SUBJECT]))
    return any(word in _PAST or word in _HOW_OFTEN for word in subject[1:])


def joined(items: Sequence[str]) -> str:
    """ "damp, mice and who pays"; "Alexandria, the corniche and sea walls" has its "and"."""
    *others, last = items
    if not others or (" and " in last and first_word(last) not in ASKING):
        return ", ".join(items)
    return f"{', '.join(others)} and {last}"
