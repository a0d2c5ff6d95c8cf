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
    second_person,
    with_article,
)
from outreach.drafting.naming import address
from outreach.drafting.perspective import to_them
from outreach.drafting.speech import clean, is_wordy, lower_first, phrase, upper_first
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


_WANTED = re.compile(
    r"^your\s+(?:advice|help|opinion|view|thoughts|feedback|support|input|perspective)\b"
)


@lru_cache(maxsize=4096)
def purpose(text: str, to: Person) -> str:
    """A sentence of its own that says what for, with its question mark if it is a question."""
    typed = labels.without(labels.PURPOSE, clean(text)).removeprefix("just ")
    is_question = typed.endswith("?") or _ASKS_THEM.match(typed) is not None
    said = plain(typed, to)
    first = first_word(said)
    if says_nothing(said):
        return ""
    if is_question:
        said = _OF_YOU.sub(lambda match: f"{second_person(match[1])} you ", said)
    if not is_question and first in _MINE:
        said = _AND_WISHES.sub(r" and \1", said)
        return f"{_MINE[first]} {said}"
    if is_question or is_clause(said) or _HAS_DONE.match(said):
        return upper_first(said) + ("?" if is_question else "")
    if first == "to":
        return f"I'm writing to {said[3:]}"
    if first in VERBS or first_word(said.partition(" ")[2]) in ("you", "us"):
        return f"I'd like to {said}"
    if " " not in said and said.islower() and not said.endswith("s"):
        said = f"the {said}"
    asks = first in ("a", "an", "some") or _WANTED.match(said)
    return f"I'm hoping for {said}" if asks else f"I'm writing about {said}"


# "your article on mortar helped me": a thing of theirs that did something.
_HAS_DONE = re.compile(
    r"^(?:your|the) (?:[\w'-]+ ){1,6}(?:helped|made|got|gave|taught|showed|saved|inspired|"
    r"convinced|changed|moved|led|reminded|kept) "
)
# "could he do a tasting with us", "is she free in May": a question without its mark.
_ASKS_THEM = re.compile(
    r"(?:could|can|would|will|may|is|are|does|do|did|has|have|was|were) (?:he|she|they|you) ",
    re.IGNORECASE,
)
_OF_YOU = re.compile(r"^(is|does|has|was) you ", re.IGNORECASE)
# "loved your thread, would like to use your map"
_AND_WISHES = re.compile(r", (would|want|hope|wonder|need)\b")
# How one begins who leaves out the "I".
_MINE = {
    **dict.fromkeys(("could", "would", "need", "want", "wanted", "hope", "wish", "wonder"), "I"),
    **dict.fromkeys(("have", "saw", "heard", "read", "found", "plan", "might", "must"), "I"),
    **dict.fromkeys(("loved", "liked", "enjoyed", "tried", "used", "met", "watched"), "I"),
    **dict.fromkeys(("looking", "hoping", "wondering", "trying", "planning", "thinking"), "I'm"),
    **dict.fromkeys(("curious", "keen", "interested", "about to", "going"), "I'm"),
}
_MODALS = ("can", "could", "may", "might", "shall", "should", "will", "would", "do", "does", "is")
_TO_MEET = re.compile(
    r"\b(?:meet|meeting|introduc\w+|intro|know|talk (?:to|with)|speak (?:to|with)|reach)\b"
)


# Why one wants to meet somebody stands apart from whom: "Sonia, because she knows everyone".
_REASON = re.compile(r"\s+-\s+|,? (?:because|since) |, (?=(?:we|i|she|he|they|it)\b)")


@lru_cache(maxsize=4096)
def whom(text: str, to: Person) -> str:
    """A sentence that says whom one would like to meet; empty when the text says something else."""
    typed = _REASON.split(labels.without(labels.PURPOSE, clean(text)))[0]
    said = plain(typed, to)
    first = first_word(said)
    if not is_wordy(said) or text.rstrip().endswith("?") or is_clause(said):
        return ""
    said = said.removeprefix("to ")
    if first in VERBS or first == "to":
        return f"I'd like to {said}" if _TO_MEET.search(said) else ""
    is_person = said[:1].isupper() or first in DETERMINERS or first in ("someone", "somebody")
    if _TO_MEET.search(said):
        return f"I'm hoping for {with_article(said)}"
    return f"I'd like to meet {said}" if is_person else ""


_THANKED = set("help advice support time thoughts feedback what how all coming not".split())


@lru_cache(maxsize=4096)
def thanks(text: str, to: Person) -> str:
    """What follows "thank you for"; empty when the words cannot follow it."""
    said = plain(labels.without(labels.THANKS, clean(text)), to)
    first = first_word(said)
    is_verb = first == "to" or (first in VERBS and first != "help") or first in _MODALS
    has_done = first.endswith("ed") and first_word(said.partition(" ")[2]) in DETERMINERS
    if not (first.endswith("ing") or first in _THANKED or first in DETERMINERS):
        return ""  # "battery packs on the tour" is no favour that anybody logged
    is_verb = is_verb or first in _MINE or has_done  # "loved your thread"
    return (
        ""
        if not is_wordy(said) or text.rstrip().endswith("?") or is_clause(said) or is_verb
        else said
    )


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


_YEARS_AT_END = re.compile(
    r"[\s,(]+(?:19|20)\d\d(?:\s*[-\u2013\u2014/]\s*(?:\d{2,4}|now|today))?\)?$"
)


@lru_cache(maxsize=4096)
def common(text: str, to: Person) -> str:
    """The bare thing that both have: "Waterloo" out of "You both studied at Waterloo"."""
    said = clean(text).strip(" .,;:!")
    bare = labels.without(labels.SHARED, said) if " " in said else said
    if re.match(r"(?:University|College|Institute|School|Faculty) (?:of|for) ", bare):
        bare = f"the {bare}"
    bare = _YEARS_AT_END.sub("", bare)
    return bare if is_wordy(bare) else ""


_OF_A_FAMILY = read_words("kin", WORDS) | {"widow", "widower", "carer"}
_NO_WORK = {"retired", "student", "unemployed", "self-employed", "freelance", "various", "owner"}


@lru_cache(maxsize=4096)
def work(text: str, to: Person) -> str:
    """What they do, to follow "your work as": "data lead at Northwind"."""
    said = re.split(r"\s[|·•]\s", clean(text))[0].strip(" .,;")
    is_no_work = said.lower() in _NO_WORK or first_word(said) in _OF_A_FAMILY
    return said if is_wordy(said) and not is_no_work else ""
