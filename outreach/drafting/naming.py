"""How to address people. Nothing is guessed: no gender, no title that was not recorded."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName

from outreach.drafting.speech import clean
from outreach.tailoring import Person

_TITLES = {"dr": "Dr", "prof": "Professor", "professor": "Professor", "doctor": "Dr"}
_PARTICLES = frozenset(
    "van von de der den del della di da dos das do du la le el al bin ibn ten ter zu y e".split()
)
_LONGEST = 40  # characters; what is longer is no name to greet with


@dataclass(frozen=True, slots=True)
class Address:
    """The ways to call a person. Each may be empty."""

    given: str
    full: str
    formal: str  # "Professor van Dijk", or the full name where no title is known


@lru_cache(maxsize=4096)
def address(person: Person) -> Address:
    """Read the name as it was recorded, with its particles and its title."""
    name = _tidy(person.name)
    parsed = HumanName(name) if name else None
    given, family, title = "", "", ""
    if parsed:
        given, family = str(parsed.first), str(parsed.last)
        title = _TITLES.get(str(parsed.title).split(" ")[0].strip(".").lower(), "")
    given = _tidy(person.given_name) or given or (name if not family else "")
    if len(given.strip(".")) < 2 and family:  # "J. Smith" is nobody to call by "J."
        given = f"{given} {family}".strip()
    full = " ".join(filter(None, (given, family if family not in given else ""))) or name
    formal = f"{title} {family}" if title and family else full
    return Address(*(one if len(one) <= _LONGEST else "" for one in (given, full, formal)))


def _tidy(name: str) -> str:
    """Without emoji, brackets and what follows a comma ("Jane Doe, Ph.D. 🚀"); cased if it was not."""
    letters = "".join(
        one
        for one in clean(name).split(",")[0].split("(")[0].split("|")[0]
        if one in " .'’-" or unicodedata.category(one)[0] in "LM"
    )
    words = letters.split()
    if letters.isascii() and (letters.islower() or (letters.isupper() and len(letters) > 3)):
        words = [_cased(word) for word in words]
    return " ".join(words).strip(" .-'’")


def _cased(word: str) -> str:
    if word.lower() in _PARTICLES:
        return word.lower()
    parts = [part.capitalize() for part in word.split("'")]
    return "-".join(one[:1].upper() + one[1:] for one in "'".join(parts).split("-"))
