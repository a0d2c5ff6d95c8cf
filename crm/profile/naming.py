"""The name of a school or employer within what was typed: “ETH Zurich PhD 2018–2021 (left)” names
ETH Zurich. Years, degrees, roles and remarks go; what only might be one of them stays, as a match
that is missed is better than two places taken for one."""

import re
import unicodedata
from functools import lru_cache

_YEAR = r"(?:19|20)\d\d"
# "2009–2013", "(since 2019)", "2009-13", "2015 to now", at the end.
_YEARS = re.compile(
    rf"(?:^|[\s,(–—-]+)(?:(?:since|from|until|till|in|class of)\s+)?{_YEAR}"
    rf"(?:\s*(?:[-–—/]|to|until|till)\s*(?:{_YEAR}|\d\d|now|today|present)?)?\)?\s*$",
    re.IGNORECASE,
)
# In no name of a place; a subject may follow: "PhD in Physics". No MA, which is Massachusetts.
_DEGREE = (
    r"(?:ph\.?\s?d\.?|d\.?phil\.?|[bm]\.?sc\.?|[bm]\.?eng\.?|m\.?phil\.?|mba|ll[bm]|post-?doc"
    r"|doctorate|(?:bachelor|master)(?:'?s| of| in)|(?-i:BA|BS))(?!\w)"
)
# May be a word of a name ("Manager Magazine"), so it counts at the end only.
_ROLE = (
    r"(?:intern|internship|trainee|traineeship|apprentice|apprenticeship|placement|praktikum"
    r"|werkstudent|working student|student|exchange|bachelor|master|diploma|diplom|undergrad"
    r"|undergraduate|alumn(?:i|us|a)|engineer|developer|programmer|analyst|consultant|manager"
    r"|director|designer|scientist|researcher|assistant|lecturer|teacher|founder|co-?founder"
    r"|freelancer?|contractor|c[efot]o|left|dropped out|drop-?out|part-time|full-time)"
)
_OF_ROLE = (
    r"(?:(?:as|an?|my|summer|winter|senior|junior|lead|chief|software|data|product|project|research"
    r"|teaching|sales|exchange|visiting)\s+)*"
)
_TAIL = re.compile(
    rf"(?:^|[\s–—:-]+)(?:{_OF_ROLE}{_ROLE}|{_OF_ROLE}{_DEGREE}.*|head of\s.+)$", re.IGNORECASE
)
_BEFORE_EMPLOYER = re.compile(r"\s+(?:at|bei)\s+|\s*[@,]\s*", re.IGNORECASE)
_AT = re.compile(r"\s+(?:at|@|bei)\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;()\[\]|]+\s*")
_WORD = re.compile(r"[^\W_]+")
# What many were, and nobody together.
_NO_PLACES = frozenset("self-employed freelance freelancer independent various retired".split()) | {
    "self employed",
    "at home",
}
# Words that one writes and another leaves out in the name of the same school or company.
_LEFT_OUT = {
    "schools": frozenset({"university", "univ", "uni", "of", "the", "at"}),
    "employers": frozenset({"the", "inc", "ltd", "llc", "plc", "gmbh", "ag", "bv", "corp", "co"}),
}


@lru_cache(maxsize=4096)
def place_name(entry: str) -> str:
    """The school or employer that was typed, without years, degrees and roles; all of the entry
    where nothing else is in it."""
    named: list[str] = []
    for part in _PARTS.split(entry.strip()):
        bare = _without_remarks(part)
        if bare and (not named or bare == without_years(part)):
            named.append(bare)
    found = ", ".join(named) or entry.strip()
    return "" if found.casefold() in _NO_PLACES else found


def name_key(part: str, name: str) -> str:
    """A name folded, without words that not everybody writes; `part` is "schools" or
    "employers"."""
    words = _WORD.findall(folded(name))
    telling = [word for word in words if word not in _LEFT_OUT[part]]
    return " ".join(telling or words)


@lru_cache(maxsize=4096)
def names_employer(headline: str, employer: str) -> bool:
    """Whether a headline says of itself where: “CTO at Kestrel”, “@Kestrel”, “CTO, Kestrel”."""
    key = name_key("employers", employer)
    places = [name_key("employers", one) for one in _BEFORE_EMPLOYER.split(headline)]
    named = any(f"{one} ".startswith(f"{key} ") for one in places[1:])
    return bool(key) and (named or places[0] == key)


def without_years(entry: str) -> str:
    """What was typed, less the years at its end."""
    return _YEARS.sub("", entry).strip()


def folded(text: str) -> str:
    """Lower-case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _without_remarks(part: str) -> str:
    """One part of an entry, between commas or brackets, without what is no name in it."""
    before, *after = _AT.split(part, maxsplit=1)
    if after and not _without_remarks(before):  # "intern at Kestrel"
        part = after[0]
    shorter = part
    while part != (shorter := _TAIL.sub("", without_years(part)).strip()):
        part = shorter
    return part
