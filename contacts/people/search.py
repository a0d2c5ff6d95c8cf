"""Folding text so that search finds “Jose” for “José” on both databases."""

import re
import unicodedata
from typing import Any

from django.db import models

_TITLES = frozenset(
    "dr drs prof professor mr mrs ms miss mx sir dame lady lord rev revd herr frau mag dipl ing "
    "dott dra".split()
)
_DEGREES = frozenset("phd dphil md msc mba esq".split())
_PIECE = re.compile(r"[^\W\d_]+")
FOLDED_LENGTH = 400  # characters; compatibility forms grow when folded, indexes on Postgres do not


def fold(text: str) -> str:
    """Lower-case without accents, blanks reduced to one. What is stored and what is asked for."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def fold_name(text: str) -> str:
    """`text` folded and cut to what fits in a `FoldedField`."""
    return fold(text)[:FOLDED_LENGTH]


def untitled(name: str) -> str:
    """A name folded, without titles before it and degrees after it: “Dr.-Ing. Ana Ruiz, PhD” is
    “ana ruiz”. A title alone stays as it is."""
    words = fold(name).replace(",", " ").split()
    while len(words) > 1 and _is_title(words[0]):
        words.pop(0)
    while len(words) > 1 and words[-1].replace(".", "") in _DEGREES:
        words.pop()
    return " ".join(words)


def _is_title(word: str) -> bool:
    pieces = _PIECE.findall(word)  # "dr.", "dr.-ing."
    return bool(pieces) and _TITLES.issuperset(pieces)


class FoldedField(models.CharField):
    """Another field's text, folded at every save, also in bulk: SQLite folds only ASCII itself."""

    def __init__(self, *, of: str = "name", **options: Any) -> None:
        self.of = of
        options |= {"max_length": FOLDED_LENGTH, "editable": False, "blank": True}
        super().__init__(**options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        folded = fold_name(getattr(model_instance, self.of))
        setattr(model_instance, self.attname, folded)
        return folded
