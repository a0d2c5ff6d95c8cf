"""How the user says who they are."""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    WORDS,
    first_word,
    indefinite,
    second_person,
)
from outreach.drafting.naming import address
from outreach.drafting.perspective import to_them
from outreach.drafting.saying import straight
from outreach.drafting.speech import clean, is_wordy, lower_first, upper_first
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import PARTICULAR, read_words, weight

_NO_ARTICLE = read_words("titles", WORDS)
_PROPER = read_words("proper", WORDS)
_MY_VERBS = read_words("my-verbs", WORDS)
_ALSO_NOUNS = read_words("my-verbs-or-nouns", WORDS)
_STATES_ALONE = ("retired", "semi-retired", "unemployed", "self-employed", "freelance", "new")
_CO_FOUNDERS = ("co-founder", "cofounder")
_FOUNDERS = ("founder", "owner")
_ING_TRADES = ("engineering", "marketing", "accounting", "nursing", "banking")
_AFTER_IN = re.compile(r"\b(?:in|at|from|near) (\w+)")
# What one is a candidate or a lecturer in: "glaciology", "sea ice"; not "mostly weddings".
_FIELD = re.compile(
    r"(?!(?:mostly|mainly|usually|often|now|formerly|previously|ex|also|retired|semi|part|currently)\b)"
    r"[a-z]{4,}(?: [a-z]{3,})?(?<!ly)"
)
_SENTENCE = re.compile(r"^(?:i|we|my|our)(?:'\w+)?\s", re.IGNORECASE)


@lru_cache(maxsize=1024)
def who(text: str, sender: Person) -> str:
    """A sentence that says who writes: "I run data tooling at Maple"."""
    said = re.split(r"\s[|·•\u2013\u2014]\s?", clean(text).replace(" @ ", " at "))[0].strip(" .,;!")
    if said.isupper() and " " in said:  # somebody's Caps Lock
        said = _AFTER_IN.sub(_name_in_large, said.lower())
    said = re.sub(r"\b[A-Z]{4,}\b", _title_in_small, said)
    said = _as_mine(straight(said), sender)
    if not is_wordy(said):
        return ""
    if not labels.ME.match(said) and _SENTENCE.match(said):
        return upper_first(said)
    said = labels.without(labels.ME, said)
    plain = lower_first(said)
    first, after = first_word(plain), first_word(plain.partition(" ")[2])
    if first in _MY_VERBS or (first in _ALSO_NOUNS and after in DETERMINERS | PREPOSITIONS):
        return f"I {plain}"
    if after in DETERMINERS and second_person(first) in _MY_VERBS:
        return f"I {second_person(first)} {plain.partition(' ')[2]}"  # "runs a bakery"
    if first in DETERMINERS | PREPOSITIONS | {"based", "responsible", "with"}:
        return f"I'm {plain}"
    if first.endswith("ing") and first not in _ING_TRADES:
        return f"I'm {plain}"
    if first in _STATES_ALONE and not after:
        return f"I'm {plain}"
    if first in _FOUNDERS and after:
        title = said.replace(", ", " of ", 1)  # "Founder, Tidewell"
        is_of = first_word(title.partition(" ")[2]) == "of"
        return f"I'm {'the ' if is_of else ''}{title[:1].lower()}{title[1:]}"
    if first in _CO_FOUNDERS:
        return f"I'm {_at_company(said[:1].lower() + said[1:])}"
    if first in _NO_ARTICLE and " " in said:
        return f"I'm {_at_company(said)}"
    return f"I'm {_with_article(said)}"


def _name_in_large(match: re.Match[str]) -> str:
    """What stands after "in" and is no common word is a place."""
    is_name = weight(match[1]) == PARTICULAR
    return match[0][: -len(match[1])] + match[1].title() if is_name else match[0]


def _at_company(title: str) -> str:
    """ "CTO, Kiln Systems" is "CTO at Kiln Systems"."""
    trade, comma, company = title.partition(", ")
    if not comma:
        return title
    if company[:1].isupper():
        is_said = "," in company or re.search(r"\b(?:at|for|of|in)\b", trade)
        return trade if is_said else f"{trade} at {company}"
    if not _FIELD.fullmatch(company):
        return title
    return trade if re.search(r"\b(?:at|for|of|in)\b", trade) else f"{trade} in {company}"


def _title_in_small(match: re.Match[str]) -> str:
    """ "FOUNDER" is no abbreviation."""
    small = match[0].lower()
    return small if small in _NO_ARTICLE or weight(small) < PARTICULAR else match[0]


def _with_article(title: str) -> str:
    """ "a data engineer at Maple", "a Senior Engineer at Maple"."""
    title = _at_company(title)
    first, _, rest = title.partition(" ")
    has_capitals = first[1:] != first[1:].lower()
    if not rest[:1].isupper() and not has_capitals and first.lower() not in _PROPER:
        title = f"{first.lower()} {rest}".strip()
    if " at " in title:
        title = _AND_ALSO.sub(lambda match: f"and {indefinite(match[1])} {match[1]}", title)
    return f"{indefinite(title)} {title}"


# "designer at St Brigid's and illustrator"
_AND_ALSO = re.compile(r"(?<= )and ([a-z][a-z-]+(?: [a-z-]+)?)$(?<=r|t|n)")


def _as_mine(said: str, sender: Person) -> str:
    """ "Ada runs a bakery", told of oneself."""
    called = address(sender).given
    if called and said.startswith(called + " "):
        told = to_them(said, name=called, given=called, pronouns="")
        return re.sub(r"^you are\b", "I am", re.sub(r"^you (?!are\b)", "I ", told))
    return said
