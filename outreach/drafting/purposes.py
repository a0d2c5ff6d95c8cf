"""What a message is for, in the user's words: a sentence of its own, a wish to meet somebody, or
what one is thankful for.
"""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    ASKING,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
    WORDS,
    first_word,
    is_clause,
    second_person,
    with_article,
)
from outreach.drafting.haste import is_in_haste, is_well_put
from outreach.drafting.items import items_of
from outreach.drafting.saying import plain, says_nothing
from outreach.drafting.shorthand import spelled_out
from outreach.drafting.speech import clean, is_wordy, upper_first
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words

_WANTED = re.compile(
    r"^your\s+(?:advice|help|opinion|view|thoughts|feedback|support|input|perspective)\b"
)


@lru_cache(maxsize=4096)
def purpose(text: str, to: Person) -> str:
    """A sentence of its own that says what for, with its question mark if it is a question; empty
    when none can be made of it."""
    typed = labels.without(labels.PURPOSE, spelled_out(clean(text)))
    typed = typed.removeprefix("just ").removeprefix("that ")
    said = plain(typed, to)
    first, after = first_word(said), first_word(said.partition(" ")[2])
    if says_nothing(said) or _HALF_TYPED.search(typed):
        return ""
    asks_outright = first in ASKING and after in (*AUXILIARIES, "about")
    if first in ASKING and not asks_outright:
        return f"I'd like to ask you {said}"
    if first == "might":
        return f"I {_with_what(said)}"  # "might need an illustrator?"
    if typed.endswith("?") or asks_outright or _ASKS_THEM.match(typed):
        return _question(said)
    if first.endswith("ing") and after == "me":
        return f"Thank you for {said}"  # "lending me her umbrella"
    said = _OF_OTHERS.split(said)[0]
    if first == "want":
        return f"I'd like {said.partition(' ')[2]}"
    if first in _MINE:
        said = _AND_WISHES.sub(r" and \1", said)
        return f"{_MINE[first]} {_with_what(said)}"
    if is_clause(said) or _HAS_DONE.match(said) or _is_so(said):
        return upper_first(said)
    if first == "of":
        return f"I'm writing because {said}"
    if first == "to":
        return f"I'm writing to {said[3:]}"
    if first in VERBS or after in ("you", "us"):
        return f"I'd like to {said}"
    return _about(said, in_haste=is_in_haste(text))


# "deck done", "quote ready"
_DONE = re.compile(r"(.+) (done|ready|finished|live|booked|fixed|signed)")


def _is_so(said: str) -> bool:
    """Whether words are a sentence of their own: "the two sample units are ready"."""
    return _IS_SO.match(_TOLD_BETWEEN.sub("", said)) is not None


def _about(said: str, *, in_haste: bool) -> str:
    """Of a thing alone, that one writes about it, or hopes for it."""
    if (state := _DONE.fullmatch(said)) and first_word(said) not in PREPOSITIONS:
        thing = with_article(state[1])
        return upper_first(f"{thing} {'are' if thing.endswith('s') else 'is'} {state[2]}")
    thing, *more = [one.text for one in items_of(said)] or [said]
    if more:
        said = thing  # "joint proposal, call closes in May"
    if in_haste and not is_well_put(said):
        return ""
    if " " not in said and said.islower() and not said.endswith("s"):
        said = f"the {said}"
    asks = first_word(said) in ("a", "an", "some") or _WANTED.match(said)
    return f"I'm hoping for {said}" if asks else f"I'm writing about {with_article(said)}"


def _question(said: str) -> str:
    said = _OF_YOU.sub(lambda match: f"{second_person(match[1])} you ", said)
    if len(said.split()) <= _LONGEST_THING and first_word(said) in DETERMINERS:
        return f"I'd like to ask about {said}"  # "her job?"
    return upper_first(said) + "?"


def _with_what(said: str) -> str:
    """ "need intro to the mayor" with its article."""
    found = _NEEDS.match(said)
    is_bare = found and found[2][:1].islower() and first_word(found[2]) not in _NO_BARE
    return f"{found[1]}{with_article(found[2], is_new=True)}" if found and is_bare else said


_NEEDS = re.compile(r"((?:might )?(?:need|got) )(.+)")
_LONGEST_THING = 3  # words
_NO_BARE = {"to", "you", "me", "us", "it", "that", "more", *DETERMINERS}
# An arrow, two question marks, a "+" at the end: typed for oneself.
_HALF_TYPED = re.compile(r"->|=>|\u2192|\?\?|[+=&/]\s*$")
# ", they buy 200 of them": what is told besides of somebody.
_OF_OTHERS = re.compile(r", (?=(?:you|they|he|she|it) [a-z]+)")
# "the two sample units are ready", "our pilot in Basel went live", "her advice worked"
_NO_RELATIVE = (
    r"(?! (?:that|which|who|whose|whether|if|how|why|what|where|when|to|i|we|you|they)\b)"
)
_FINITE = "|".join(
    (
        r"is|are|was|were|has|have|had|will|would|can|could|must|should|needs?|wants?|closes|opens",
        r"starts|ends|begins|moves|meets|comes|goes|makes|takes|worked|helped|opened|closed|started",
        r"ended|moved|failed|passed|arrived|landed|changed|got|made|won|lost|went|left|ran|sent|built",
        r"sold|kept|held|broke|met|led",
        "|".join(sorted(read_words("past", WORDS))),
    )
)
# "the board, on which I sit, meets in May"
_TOLD_BETWEEN = re.compile(r", (?:[a-z]+ )?(?:which|who|whom|whose) [^,]+,")
_OBJECTS = "me|us|you|it|him|them|the|a|an|my|our|your|that|whether|if|how"
_IS_SO = re.compile(
    rf"(?:{'|'.join(sorted(DETERMINERS))}|one|four|five|six|\d+|[A-ZÀ-Þ][\w'-]+)"
    rf"(?:{_NO_RELATIVE} [\w'-]+){{0,6}}? (?:(?:{_FINITE})\b|[a-z]+ed (?:{_OBJECTS})\b)"
    rf"|(?:{'|'.join(sorted(DETERMINERS))})"
    rf"(?:{_NO_RELATIVE} [\w'-]+){{1,3}} [a-z]+[^s\W]s (?:{_OBJECTS})\b"
)
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
    **dict.fromkeys(("could", "would", "need", "wanted", "hope", "wish", "wonder"), "I"),
    **dict.fromkeys(("got", "have", "saw", "heard", "read", "found", "plan", "might", "must"), "I"),
    **dict.fromkeys(("loved", "liked", "enjoyed", "tried", "used", "met", "watched"), "I"),
    **dict.fromkeys(("looking", "hoping", "wondering", "trying", "planning", "thinking"), "I'm"),
    **dict.fromkeys(("curious", "keen", "interested", "about to", "going"), "I'm"),
}
_MODALS = ("can", "could", "may", "might", "shall", "should", "will", "would", "do", "does", "is")
_TO_MEET = re.compile(
    r"\b(?:meet|meeting|introduc\w+|intro|know|talk (?:to|with)|speak (?:to|with)|reach)\b"
)


# Why one wants to meet somebody stands apart from whom: "Sonia, because she knows everyone".
_ANYBODY = ("someone", "somebody", "anyone", "anybody", "people", "whoever")
_WISHED = re.compile(r"^(?:to|(?:i )?(?:need|want|hope for|would like)(?: to)?) ", re.IGNORECASE)
_BECAUSE = re.compile(r",? (?:because|since|as) ")
_REASON = re.compile(r"\s+-\s+|, (?=(?:we|i|she|he|they|it)\b)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def whom(text: str, to: Person) -> str:
    """A sentence that says whom one would like to meet; empty when the text says something else."""
    typed = _REASON.split(labels.without(labels.PURPOSE, spelled_out(clean(text))))[0]
    said = _WISHED.sub("", plain(typed, to))
    wanted = _BECAUSE.split(said)[0]
    first = first_word(wanted)
    if (
        not is_wordy(said)
        or text.rstrip().endswith("?")
        or (is_clause(wanted) and first not in _ANYBODY)
    ):
        return ""
    if first in _ANYBODY:
        wanted = said = wanted.split(", ")[0]  # "whoever does loans there, 2 clients waiting"
    if _is_so(wanted) or _HALF_TYPED.search(typed):
        return ""
    if "you" in said[len(wanted) :].split():  # "because she knows everyone", of somebody else
        said = wanted
    if first in VERBS:
        return f"I'd like to {said}" if _TO_MEET.search(wanted) else ""
    is_person = wanted[:1].isupper() or first in DETERMINERS or first in _ANYBODY
    if _TO_MEET.search(wanted):
        return f"I'm hoping for {with_article(said)}"
    return f"I'd like to meet {said}" if is_person else ""


_THANKED = set("help advice support time thoughts feedback what how all coming not".split())


@lru_cache(maxsize=4096)
def thanks(text: str, to: Person) -> str:
    """What follows "thank you for"; empty when the words cannot follow it."""
    said = plain(labels.without(labels.THANKS, spelled_out(clean(text))), to)
    first = first_word(said)
    is_verb = first == "to" or (first in VERBS and first != "help") or first in _MODALS
    has_done = first.endswith("ed") and first_word(said.partition(" ")[2]) in DETERMINERS
    if not (first.endswith("ing") or first in _THANKED or first in DETERMINERS):
        return ""  # "battery packs on the tour" is no favour that anybody logged
    is_verb = is_verb or first in _MINE or has_done  # "loved your thread"
    is_verb = is_verb or _is_so(said)
    return (
        ""
        if not is_wordy(said) or text.rstrip().endswith("?") or is_clause(said) or is_verb
        else said
    )
