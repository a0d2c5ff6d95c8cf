"""How to address people. Nothing is guessed: no gender, no title that was not recorded."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName
from nameparser.config import CONSTANTS

from outreach.drafting.grammar import WORDS
from outreach.drafting.speech import clean
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words

_TITLES = {
    **{"dr": "Dr", "prof": "Professor", "professor": "Professor", "doctor": "Dr"},
    **{"mr": "Mr", "mrs": "Mrs", "ms": "Ms", "mx": "Mx", "sgt": "Sergeant"},
    **{"cllr": "Cllr", "councillor": "Councillor", "judge": "Judge", "captain": "Captain"},
}
# These go with the whole name: "Sister Ines Vale".
_TITLES_OF_ALL = frozenset(
    "sir dame lord lady fr rev revd reverend sister brother father imam rabbi "
    "canon pastor major colonel sergeant".split()
)
_BY_NAMES = frozenset("big wee old young little uncle auntie aunt grandma".split())
_PARTICLES = read_words("particles", WORDS)
_DEGREES = frozenset(("junior", "senior", "esquire", "esq", "retired"))
# Family names come first there, and which part is which is not for us to guess.
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ORDINARY = frozenset(" abcdefghijklmnopqrstuvwxyz")
# What the parser takes for a title, a particle or a degree.
_MEANT = frozenset().union(
    *(CONSTANTS.titles, CONSTANTS.prefixes, CONSTANTS.conjunctions, CONSTANTS.bound_first_names),
    *(CONSTANTS.suffix_acronyms, CONSTANTS.suffix_not_acronyms),
)
_SLOT = re.compile(r"[\[{<(].*[\]}>)]")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_LONGEST_TITLE = 3  # letters: Mrs, Sir, Dr; a particle is as short
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
    name = _without_trade(_tidy(_in_order(person.name)))
    with_all, called = _other_title(name)
    is_read = called and not _EAST_ASIAN.search(called)
    given, middle, family, title = _parts(called) if is_read else ("", "", "", "")
    if with_all and not family:  # "Father Declan" is no "Declan" to everybody
        given, with_all = name, ""
    recorded = _recorded(person, name)
    stands_last = bool(recorded) and recorded == family  # "Nguyễn Thị Hoa" is Hoa
    given = recorded or given or (name if not family else "")
    if len(given.strip(".")) < 2 and family:  # "J. Smith" is nobody to call by "J."
        given = f"{title} {family}" if title else called
    full = " ".join(filter(None, (given, middle, family if family not in given else ""))) or name
    full = called.split(". ")[-1] if stands_last else full
    called_so = full if middle else family  # "Quispe Mamani" may both be family
    formal = f"{title} {called_so}" if title and family else f"{with_all} {full}".strip()
    return Address(*(one if len(one) <= _LONGEST else "" for one in (given, full, formal)))


def _without_trade(name: str) -> str:
    """ "Pete the fish" is Pete, and "the Hendersons" are Hendersons."""
    return name.partition(" the ")[0].removeprefix("the ").removeprefix("The ")


def _recorded(person: Person, name: str) -> str:
    """The given name as it was recorded, if one can call them by it: "Big Dave" is no "Big"."""
    recorded, first = _without_trade(person.given_name), name.split(" ")[0]
    is_title = recorded.strip(".").lower() in _TITLES_OF_ALL | _TITLES.keys() | {"the"}
    if is_title or _is_half_a_family(recorded):
        return ""
    if first.lower() in _BY_NAMES and recorded.lower() in ("", first.lower()):
        return name
    return _tidy(recorded, in_capitals=person.name.isupper() and " " in person.name)


def _other_title(name: str) -> tuple[str, str]:
    """A title that was recorded and that goes with the whole name, as "Sister", "Cllr" and "Sir",
    and the name without it."""
    first, _, rest = name.partition(" ")
    return (first, rest) if first.strip(".").lower() in _TITLES_OF_ALL and rest else ("", name)


def _parts(name: str) -> tuple[str, str, str, str]:
    """Given name, what stands between (a family name as well in Spanish), family name, title."""
    first, *more = name.split()
    words = name.lower().split()
    is_title = words[0] in _TITLES or (
        len(first) <= _LONGEST_TITLE and not _MEANT.isdisjoint(words)
    )
    if len(more) == 1 and not is_title and _ORDINARY.issuperset(name.lower()):
        return first, "", more[0], ""  # nothing to take apart, so not worth a parser
    if "and" in more[:-2]:  # a couple with one family name
        return name.rpartition(" ")[0], "", more[-1], ""
    parsed = HumanName(name)
    title = _TITLES.get(str(parsed.title).split(" ")[0].strip(".").lower(), "")
    given, family = str(parsed.first), str(parsed.last)
    if _is_half_a_family(given):
        return "", "", f"{given} {family}", title
    middle = " ".join(word for word in str(parsed.middle).split() if len(word.strip(".")) > 1)
    return given, middle, family, title


def _is_half_a_family(given: str) -> bool:
    """ "O'Hara-van den Berg" is all family, though a parser calls "O'Hara-van" a given name."""
    before, _, after = given.rpartition("-")
    return bool(before) and after.lower() in _PARTICLES


def _in_order(name: str) -> str:
    """ "O'Neil, Siobhan" in the order one says it; what follows a name otherwise is a degree."""
    family, comma, given = (part.strip() for part in name.partition(","))
    is_given = given.replace("-", "").isalpha() and given.istitle() and len(given) > 2
    if comma and is_given and " " not in family and given.lower() not in _DEGREES:
        return f"{given} {family}"
    return name


def _tidy(name: str, *, in_capitals: bool = False) -> str:
    """Without emoji, brackets and what follows a comma; with capitals where none were typed."""
    if _SLOT.fullmatch(name.strip()):
        return ""  # "[Name]", from a list that nobody filled in
    letters = (
        clean(name)
        .split(",")[0]
        .split("(")[0]
        .split("|")[0]
        .split(" - ")[0]
        .replace(" & ", " and ")
    )
    if not _ORDINARY.issuperset(letters.lower()):
        letters = "".join(
            one for one in letters if one in " .'\u2019-" or unicodedata.category(one)[0] in "LMN"
        )
    words = letters.split()
    is_large = letters.isupper() and (len(letters) > 3 or in_capitals)
    if letters.islower() or (letters.isascii() and is_large):
        words = [word if _INITIALS.fullmatch(word) else _cased(word) for word in words]
    tidy = " ".join(words).strip(" .-'\u2019")
    return f"{tidy}." if _INITIALS.fullmatch(f"{tidy}.") else tidy


def _cased(word: str) -> str:
    if word.lower() in _PARTICLES:
        return word.lower()
    parts = [part.capitalize() for part in word.split("'")]
    return "-".join(one[:1].upper() + one[1:] for one in "'".join(parts).split("-"))
