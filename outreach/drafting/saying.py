"""How each kind of fact is said: from the user's phrase to words that fit a sentence.

Every function takes the recorded text and the person it will be said to, and returns words without
a full stop; empty when nothing sensible can be made of it.
"""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    ASKING,
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
    WORDS,
    first_word,
    is_clause,
)
from outreach.drafting.naming import address
from outreach.drafting.perspective import to_them
from outreach.drafting.speech import clean, is_wordy, lower_first, phrase
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words

_NO_NAME = DETERMINERS | PREPOSITIONS
_NOTHING_SAID = read_words("nothing-said", WORDS)


# "not sure, just hello in the queue": an answer that says that there is none.
_FORGOTTEN = re.compile(
    r"^(?:i(?:'m| am) |am )?(?:not (?:really |so |too |quite )?sure|no idea|dunno|idk)\b"
    r"|^(?:i )?(?:can(?:'t|not)|do(?:n't| not)) (?:really )?(?:remember|recall|know)\b"
    r"|^(?:nothing|not) much\b|^nothing (?:special|in particular|really)\b"
    r"|^just (?:a )?(?:hello|hi)\b",
    re.IGNORECASE,
)


def plain(text: str, to: Person, *, keep_case: bool = False) -> str:
    """The phrase, said to the person. `keep_case` is for names, which keep their capital."""
    said = phrase(text)
    if keep_case and first_word(said) not in _NO_NAME:
        said = clean(text).strip(" .,;:!")
    called = address(to).given
    return to_them(straight(said), name=clean(to.name), given=called, pronouns=to.pronouns)


def straight(text: str) -> str:
    """With plain apostrophes."""
    return text.replace("\u2019", "'")


def says_nothing(said: str) -> bool:
    """Whether what was typed only fills the field: "not much", "asdf asdf", "x"."""
    words = said.split()
    is_typed_for_typing = said.islower() and len(set(words)) == 1 and len(words) != 1
    is_a_letter = said.islower() and len(said) == 1  # "R" and "C" are languages
    is_known = "-".join(words).lower() in _NOTHING_SAID or _FORGOTTEN.match(said) is not None
    return not is_wordy(said) or is_typed_for_typing or is_a_letter or is_known


def looking(text: str, to: Person) -> str:
    """What follows "I'm looking for", whoever reads it."""
    return _looking(text)


@lru_cache(maxsize=1024)
def _looking(text: str) -> str:
    said = lower_first(phrase(labels.without(labels.LOOKING_FOR, clean(text))))
    first = first_word(said)
    if says_nothing(said) or is_clause(said) or first in VERBS or first in ("to", *ASKING):
        return ""
    return said


_IN_BRACKETS = re.compile(r"\s*\([^)]*\)$")
_YEARS_AT_END = re.compile(
    r"[\s,(]+(?:19|20)\d\d(?:\s*[-\u2013\u2014/]\s*(?:\d{2,4}|now|today))?\)?$"
)


@lru_cache(maxsize=4096)
def common(text: str, to: Person) -> str:
    """The bare thing that both have: "Waterloo" out of "You both studied at Waterloo"."""
    said = _IN_BRACKETS.sub("", clean(text)).strip(" .,;:!")
    bare = labels.without(labels.SHARED, said) if " " in said else said
    if re.match(r"(?:University|College|Institute|School|Faculty) (?:of|for) ", bare):
        bare = f"the {bare}"
    bare = _YEARS_AT_END.sub("", bare)
    return bare if is_wordy(bare) else ""


_OF_A_FAMILY = read_words("kin", WORDS) | {"widow", "widower", "carer"}
_MOTTO = re.compile(
    r"(?:passionate|helping|building|making|on a mission|i |we |proud|ex-|dad|mum|mom|lover|loving"
    r"|turning|empowering|connecting|looking|open to|striving|dreamer)",
    re.IGNORECASE,
)
_NO_WORK = {"retired", "student", "unemployed", "self-employed", "freelance", "various", "owner"}


@lru_cache(maxsize=4096)
def work(text: str, to: Person) -> str:
    """What they do, to follow "your work as": "data lead at Northwind"."""
    said = re.split(r"\s[|·•]\s", clean(text))[0].strip(" .,;")
    is_motto = _MOTTO.match(said) is not None  # "Passionate about growth"
    is_no_work = is_motto or said.lower() in _NO_WORK or first_word(said) in _OF_A_FAMILY
    is_told = any(one.isdigit() for one in said)  # "dairy, 220 cows"
    return said if is_wordy(said) and not is_no_work and not is_told else ""
