"""Notes typed in haste: of these only what is well put is said, for the rest is anybody's guess."""

import re

from outreach.drafting.grammar import (
    ASKING,
    BEFORE_MORE,
    DETERMINERS,
    ONE_OF_MANY,
    WORDS,
    first_word,
)
from outreach.drafting.shorthand import has_shorthand
from outreach.tailoring.vocabulary import read_words

_IN_HASTE = re.compile(
    r"->|=>|\u2192|\?\?|!!|\?\)|\.\.|[=~<>]|\b(?:obv|hmm+|ugh|tbh|meh|argh|nos|figs|i)\b"
    r"|\d(?:k|kw|kwp|mw|tb|gb|mg|ha|ac|yrs?|hrs?|wks?|x|%)\b|[£€$]\d|\b[a-z]{2,5}\.(?= [a-z0-9])"
)
_NOUNS = ONE_OF_MANY.union(
    *(read_words(name, WORDS) for name in ("counted", "uncounted", "things", "undertakings"))
)
# Between two nouns these make a thing of them: "drift from frosting", "modbus vs serial".
_JOINING = frozenset("of for with in on to vs from at between without against into or".split())
_SEVERAL = re.compile(
    r"\d+ [a-z]*[aeiouy][a-z]{2,}s(?:$| (?:who|that|of|for|from|to|in|with|about)\b)(?!.*\d)"
)  # "2 clients who would talk"
_VOWEL = re.compile(r"[aeiouy]")


def is_in_haste(text: str) -> bool:
    """Whether a note was typed in haste, by its arrows, abbreviations, units and lone marks."""
    return _IN_HASTE.search(text.lower()) is not None or has_shorthand(text)


def is_well_put(said: str) -> bool:
    """Whether words out of such a note make a thing or a clause all the same: "your stall", "how
    you fire pots", "old kiln days", "drift from frosting"; not "heat rec", "lime trial year 3"."""
    first = first_word(said)
    if first in DETERMINERS or first in ASKING or first.endswith("ing"):
        return True
    if any(one.isdigit() for one in said):
        return _SEVERAL.match(said) is not None
    words = said.split()
    if len(words) == 1 and said.islower():
        return not said.endswith("ment")  # "willow", but no "placement"
    head = BEFORE_MORE.split(said.partition(" and ")[0])[0].rpartition(" ")[2].lower()
    is_many = head.endswith("s") and not head.endswith("ss") and _VOWEL.search(head) is not None
    is_named = len(words) == 1 and said.isupper()  # "RLS"
    is_known = is_many or is_named or first in ONE_OF_MANY
    is_known = is_known or head in _NOUNS or words[-1].lower() in _NOUNS
    return is_known or not _JOINING.isdisjoint(words[1:-1])
