"""Where somebody has been and what they know: what two people may turn out to share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from django.db import models

from crm.profile.naming import folded, name_key, place_name, without_years

Part = Literal["schools", "employers", "skills", "places"]
PARTS: tuple[Part, ...] = get_args(Part)

_NAMED = ("schools", "employers")  # what has a name, beside years, degrees and roles
_WORD = re.compile(r"[^\W_]+")


class Background(models.Model):
    """Lists of what was typed, one entry each; a school or employer may have its years with it,
    and what one did there."""

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
    """An entry that both have, as the first wrote it; of a school or employer its name alone.
    `key` is the same for every way to write it, and one word."""

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
                text = place_name(entry) if part in _NAMED else without_years(entry)
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
    """The entry folded; of a school or employer its name, as every way to write it has it."""
    if part in _NAMED:
        return name_key(part, place_name(entry))
    bare = folded(without_years(entry))
    if part == "places":
        return ",".join(filter(None, (" ".join(_WORD.findall(one)) for one in bare.split(","))))
    return " ".join(bare.split())  # of skills: "C", "C++" and "C#" are three
