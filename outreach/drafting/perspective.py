"""From talk about a person to talk to that person: "her move" becomes "your move"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from outreach.drafting.grammar import (
    ASKING,
    DETERMINERS,
    PREPOSITIONS,
    STATES,
    VERBS,
    WORDS,
    second_person,
)
from outreach.tailoring.vocabulary import GENERIC, read_words, weight

_SHORT_END = re.compile(r"'(?:s|ll|d|re|ve)$")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# In every text that begins with "you" or has a word for a third person.
_MAY_SPEAK_OF_THEM = re.compile(
    r"\Ayou|(?<![^\W_])(?:she|h(?:e|i[ms])|the(?:y|m|ir))", re.IGNORECASE
)
_SUBJECTS = {"he": "you", "she": "you", "they": "you"}
_OBJECTS = {"him": "you", "them": "you"}
_POSSESSIVES = {"his": "your", "their": "your"}
_OTHERS = {
    "hers": "yours",
    "theirs": "yours",
    "himself": "yourself",
    "herself": "yourself",
    "themselves": "yourself",
    "themself": "yourself",
}
_BETWEEN = ("also", "always", "never", "often", "still", "now", "just", "then", "only", "already")
_IS_SO = frozenset(
    "worried interested excited tired bored scared married engaged concerned qualified supposed "
    "allowed based involved retired used".split()
)
# Verbs that end in "s" and are no plural of a thing.
_VERBS_OF_ONE = read_words("states", WORDS)
_SETS = (
    frozenset({"he", "him", "his", "himself"}),
    frozenset({"she", "her", "hers", "herself"}),
    frozenset({"they", "them", "their", "theirs", "themselves", "themself"}),
)
_OF_ONE_SEX = _SETS[0] | _SETS[1]
# After these "her" is a person and not a possessive: "told her about", "sent her the file".
_AFTER_OBJECT = read_words("after-object", WORDS)
_BEFORE_NAMES = ("and", "with", "told", "met", "meet", "meeting", "like", "ask", "call")
_SOMEBODY = read_words("somebody", WORDS)
_DONE = (
    "become built come got grown had kept left lost made met quit read run sent sold taught told "
    "won".split()
)
# Of these none is "she": "only sells to people she has met".
_TOGETHER = read_words("together", WORDS)
_MANY = {one for one in _SOMEBODY if one.endswith("s") and one != "boss"} | {"children", "people"}


def to_them(text: str, *, name: str, given: str, pronouns: str) -> str:
    """Speak to the person instead of about them.

    Third-person words are taken to mean that person unless the phrase names somebody else first,
    or the recorded pronouns are others.
    """
    return _to_you(_without_name(text, name, given), pronouns)


@lru_cache(maxsize=20_000)
def _to_you(text: str, pronouns: str) -> str:
    if not _MAY_SPEAK_OF_THEM.search(text):
        return text
    theirs = _pronouns_of(pronouns)
    words = list(_WORD.finditer(text))
    out: list[str] = []
    at = 0
    follows_subject = is_subject_yours = False
    for number, match in enumerate(words):
        low = match[0].lower().replace("\u2019", "'")
        bare = low
        if "'" in low:
            bare = _SHORT_END.sub("", low)
        said = match[0]
        if follows_subject:
            said = second_person(said)
            is_subject_yours = True
            follows_subject = low in _BETWEEN
        elif is_subject_yours and out and _is_second_verb(words, number, low):
            said = second_person(said)
        if not pronouns and bare in _OF_ONE_SEX and bare in theirs:
            theirs = next(one for one in _SETS if bare in one) | _SETS[2]  # "he knows her"
        if bare in theirs and not _means_somebody_else(text, words, number, pronouns.lower()):
            later = [one[0] for one in words[number + 1 :] if one[0].lower() not in _BETWEEN]
            after = later[0] if later else ""
            said = _second(bare, low, after)
            follows_subject = bare in ("he", "she") and low == bare
        elif number == 0 and low == "you":
            is_subject_yours = True
        out += [text[at : match.start()], said]
        at = match.end()
    return "".join(out) + text[at:]


_OF_SOMEBODY = re.compile(r"\b(?:he|she|his|him|her|hers)\b", re.IGNORECASE)
_NAMES_NOBODY = DETERMINERS | PREPOSITIONS | VERBS | {"to", "of", "me", "us", "you", "and", "about"}


def speaks_of_nobody_named(said: str) -> bool:
    """Whether words that were said to the reader begin with somebody else whom nothing names: "his
    music" to a widow."""
    meant = _OF_SOMEBODY.search(said)
    return meant is not None and _NAMES_NOBODY.issuperset(said[: meant.start()].lower().split())


def _is_second_verb(words: list[re.Match[str]], number: int, low: str) -> bool:
    """Whether a verb goes on with what "you" do: "you want to sell there but hates the taste"."""
    before = words[number - 1][0]
    if before in _BETWEEN and number > 1:
        before = words[number - 2][0]
    return before in ("and", "but") and (low in STATES or low in _VERBS_OF_ONE)


def _second(bare: str, low: str, after: str) -> str:
    if bare in _SUBJECTS:
        ending = low.removeprefix(bare)
        if ending == "'s":
            has_done = after.lower().endswith(("ed", "en", "ne")) or after.lower() in _DONE
            return "you have" if has_done and after.lower() not in _IS_SO else "you are"
        return "you" + ending
    if bare == "her":
        is_somebodys = after[:1].isupper() and after.endswith("'s")  # "send her Tom's book"
        is_object = not after or after.lower() in _AFTER_OBJECT or is_somebodys
        return "you" if is_object else "your"
    return {**_OBJECTS, **_POSSESSIVES, **_OTHERS}[bare]


def _means_somebody_else(text: str, words: list[re.Match[str]], number: int, pronouns: str) -> bool:
    """Whether somebody, or several things, were named before this word. "They" hardly means one who
    goes by "she" but where it comes first: "how they stopped the faxes", of her and her team."""
    is_plural = words[number][0].lower().startswith("the") and "they" not in pronouns
    if is_plural and pronouns and words[number][0].lower() in ("they", "them"):
        return any(match[0].lower() not in ASKING for match in words[:number])
    for match in words[:number]:
        low = match[0].lower()
        if low in _SOMEBODY and (is_plural or low not in _MANY):
            return True
        if is_plural and low in _TOGETHER:
            return True
        if is_plural and len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "'s")):
            return True
        if not is_plural and _is_name(text, match):
            return True
    return False


def _is_name(text: str, match: re.Match[str]) -> bool:
    """ "Lena Vogt" is somebody and so is the "Tom" of "with Tom"; "Northwind" need not be."""
    word = match[0]
    if not word.istitle() or weight(word.lower()) == GENERIC:
        return False
    is_double = re.match(r" [A-ZÀ-Þ]", text[match.end() :]) is not None
    before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    return is_double or before in _BEFORE_NAMES


@lru_cache(maxsize=1024)
def _pronouns_of(recorded: str) -> frozenset[str]:
    """The words that may mean the person: those recorded, "they" always, all when none are."""
    said = set(_WORD.findall(recorded.lower().replace("/", " ")))
    chosen = [one for one in _SETS if one & said]
    if not chosen:
        chosen = list(_SETS)
    return frozenset().union(*chosen, _SETS[2])


def _without_name(text: str, name: str, given: str) -> str:
    """ "Priya's move" is "your move", "Priya wants" is "you want"."""
    for called in _longest_first(name, given):
        if called not in text:
            continue
        pattern = rf"(?<!\w){re.escape(called)}(?!\w)"
        text = re.sub(pattern + r"(?:'s|\u2019s)(?=\s+\w)", "your", text)
        text = re.sub(
            rf"(^|\b(?:how|why|way|that|when|where|what) ){pattern}\s+(\w+)",
            lambda match: f"{match[1]}you {second_person(match[2])}",
            text,
        )
        text = re.sub(pattern, "you", text)
    return text


def _longest_first(name: str, given: str) -> Iterator[str]:
    for called in (name, given):
        if len(called) > 1 and called[:1].isupper():
            yield called
