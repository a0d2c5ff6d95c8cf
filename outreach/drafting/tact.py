"""What is noted of somebody and yet not for a letter to them."""

import re

from outreach.drafting.grammar import WORDS
from outreach.drafting.saying import plain
from outreach.tailoring import Fact, FactKind, Person
from outreach.tailoring.vocabulary import read_words

# Said to oneself at the end or in brackets; "why nurses never say no" is a topic.
_KEPT = re.compile(
    r"(?:^|[(,;.!?-]\s*|\band )(?:pls |please )?"
    r"(?:(?:don[’']?t|do not|never) (?:mention|say|tell|bring up|repeat|quote|share)"
    r"(?: (?:it|this|that|him|her|them|anyone|anybody|so))?"
    r"|keep (?:it |this )?(?:quiet|secret|private|to myself)(?: about it)?"
    r"|confidential|in confidence|between us|off the record)\s*(?:[)!.]|$)",
    re.IGNORECASE,
)
_MAY_BE_KEPT = re.compile(
    "[Dd]o|[Nn]ever|[Kk]eep|[Cc]onf|[Bb]etween|[Rr]ecord"
)  # quick, where the other is slow


def is_to_be_kept(text: str) -> bool:
    """Whether a note says that it is not to be told: "her divorce (don't mention!)"."""
    return _MAY_BE_KEPT.search(text) is not None and _KEPT.search(text) is not None


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words)).replace("-", "[ -]")


_KIN = _any_of(read_words("kin", WORDS))
_STATES = _any_of(read_words("private-states", WORDS))
_MATTERS = _any_of(read_words("private-matters", WORDS))
_BEEN = (
    r"(?:is|are|was|were|been|be|being|got|made|feels?|felt)"
    r"(?: (?:just|both|now|still|made|been|very))?"
)
_WHEN_OR_HOW = r"in|from|by|since|last|after|this|with|on|at|about|and|or|years"
_ENDS = rf"(?=$|[,.;!?]| (?:{_WHEN_OR_HOW})\b)"  # no "cancer trial"
_HAS = r"(?:\byour(?: [a-z-]+'s)?|\byou (?:have|had)|^(?:has|had)|\bthrough an?)"
# "how you were laid off", "your father's cancer", "lost your job"; not "your study of burnout",
# "your cancer trial", "how you fired 300 pots".
_PRIVATE = re.compile(
    rf"\byou(?:r (?:{_KIN}))?(?: [a-z']+){{0,2}} {_BEEN} (?:{_STATES})\b"
    rf"|^(?:just |recently |been )*(?:{_BEEN} )?(?:{_STATES}){_ENDS}"
    rf"|\byour (?:{_KIN})(?: [a-z']+){{0,2}} (?:died|dying|passed away|left you)\b"
    rf"|{_HAS}(?: (?:recent|own|messy|first|second|late|bad))? (?:{_MATTERS}){_ENDS}"
    rf"|\blost (?:your|a) (?:job|{_KIN})\b"
)


def is_private(said: str) -> bool:
    """Whether words to the reader tell them what is theirs to tell: "your divorce"."""
    return _PRIVATE.search(said) is not None


def is_private_news(fact: Fact, to: Person) -> bool:
    """Whether what was talked about or noted of somebody is private. What the user states to write
    for is meant for them."""
    is_of_them = fact.kind in (FactKind.TALKED_ABOUT, FactKind.DETAIL)
    return is_of_them and is_private(plain(fact.text, to))


_OPINIONS = read_words("opinions", WORDS)
_RATHER = (
    r"(?:(?:a )?(?:bit|little)|a tad|kind of|kinda|sort of|quite|rather|very|really|so|super"
    r"|pretty|somewhat)"
)
_OPINION = re.compile(
    rf"(?:the |seems |seemed |was |is |that you are )?(?:{_RATHER} )*(?:{_any_of(_OPINIONS)})"
    r"(?=$|,| (?:but|and|at|about|with|person|guy|lady|man|woman|one|to)\b)"
    r"|(?:the )?(?:a )?(?:bit|tad) (?!of )[a-z]+"
    r"|(?:the )?(?:name dropper|show-?off|know-?all|gossip)\b"
)
_UNKIND = re.compile(
    r"\b(?:kept (?:calling|forgetting|interrupting|getting)|forgot my|left early|f[ae]ll asleep"
    r"|asleep|drunk|hung ?over|hangover|snor(?:es?|ed|ing)|in bits|in tears|moans?"
    r"|talks? (?:\w+ )?(?:much|loud|fast|slow|a lot|non-?stop)"
    r"|cut off the|shouts?|bad breath|smells of (?:beer|smoke|sweat)"
    r"|(?:late|lost) as (?:always|usual))\b"
)


def is_unkind(said: str) -> bool:
    """Whether words of a detail are an opinion of the reader, or what they would rather not hear:
    "bit arrogant at first", "kept calling me Diana"."""
    return _OPINION.match(said) is not None or _UNKIND.search(said) is not None
