"""Folding text so that search finds “Jose” for “José” on both databases."""

import unicodedata
from typing import Any

from django.db import models

FOLDED_LENGTH = 400  # characters; compatibility forms grow when folded, indexes on Postgres do not


def fold(text: str) -> str:
    """Lower-case without accents, blanks reduced to one. What is stored and what is asked for."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def fold_name(text: str) -> str:
    """`text` folded and cut to what fits in a `FoldedField`."""
    return fold(text)[:FOLDED_LENGTH]


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
