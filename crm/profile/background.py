"""Where somebody has been and what they know: what two people may turn out to share."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from django.db import models

Part = Literal["schools", "employers", "skills", "places"]
PARTS: tuple[Part, ...] = get_args(Part)

_YEAR = r"(?:19|20)\d\d"
# "2009–2013", "(since 2019)", "2009-13", "2015 to now", at the end of what was typed.
_YEARS = re.compile(
    rf"[\s,(–—-]+(?:(?:since|from|until|till|in)\s+)?{_YEAR}"
    rf"(?:\s*(?:[-–—/]|to|until|till)\s*(?:{_YEAR}|\d\d|now|today|present)?)?\)?\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
# Words that one writes and another leaves out in the name of the same school or company.
_LEFT_OUT = {
    "schools": frozenset({"university", "univ", "uni", "of", "the", "at"}),
    "employers": frozenset({"the", "inc", "ltd", "llc", "plc", "gmbh", "ag", "bv", "corp", "co"}),
}


class Background(models.Model):
    """Lists of what was typed, one entry each; a school or employer may end in its years."""

    schools = models.JSONField(default=list, blank=True)
    employers = models.JSONField(default=list, blank=True)
    skills = models.JSONField(default=list, blank=True)
    places = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True

    def entries(self, part: Part) -> list[str]:
        """All that is known of this part; a kind of person who knows more adds to it."""
        return list(getattr(self, part))


@dataclass(frozen=True, slots=True)
class Shared:
    """An entry that both have, as the first wrote it without the years. `key` is the same for
    every way to write it, and one word."""

    part: Part
    text: str
    key: str


def shared(mine: Background, theirs: Background) -> Iterator[Shared]:
    """What both have in their backgrounds, each once."""
    for part in PARTS:
        alike = _alike_places if part == "places" else _alike
        others = [_key(part, entry) for entry in theirs.entries(part)]
        seen: set[str] = set()
        for entry in mine.entries(part):
            key = _key(part, entry)
            found = next((other for other in others if alike(key, other)), "")
            if key and found and key not in seen:
                seen.add(key)
                text = _YEARS.sub("", entry).strip()
                if part == "places":  # of "Leeds" and "Leeds, England" they share the first
                    text = ",".join(text.split(",")[: found.count(",") + 1])
                yield Shared(part, text, key.replace(" ", "_"))


def _alike(one: str, other: str) -> bool:
    return one == other


def _alike_places(one: str, other: str) -> bool:
    """ "Toronto" is in "Toronto, Canada"; "Paris, Texas" is not "Paris, France"."""
    ours, yours = one.split(","), other.split(",")
    short = min(len(ours), len(yours))
    return ours[:short] == yours[:short]


def _key(part: Part, entry: str) -> str:
    """The entry folded, without its years and without words that not everybody writes."""
    plain = unicodedata.normalize("NFKD", _YEARS.sub("", entry).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if part == "places":
        return ",".join(filter(None, (" ".join(_WORD.findall(one)) for one in bare.split(","))))
    if part == "skills":  # "C", "C++" and "C#" are three
        return " ".join(bare.split())
    words = _WORD.findall(bare)
    telling = [word for word in words if word not in _LEFT_OUT[part]]
    return " ".join(telling or words)
