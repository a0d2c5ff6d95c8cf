"""What was typed, behind a label: as its sentence goes on where it can, else after a colon."""

from outreach.drafting.promises import is_deed, promise
from outreach.tailoring import Person


def label_before(text: str, label: str) -> str:
    """The `label` (it ends in " to") as it stands before what was typed about a promise: “You
    promised to” before “send it”, “You promised:” before “monthly mail” or “I'll send it”."""
    return label if _is_typed_as_deed(text) else f"{label.removesuffix(' to')}:"


def _is_typed_as_deed(text: str) -> bool:
    """Whether it goes on from "to" as it stands: a draft makes deeds of other beginnings, too."""
    deed = promise(text, Person(""))
    return is_deed(text) and text.split(maxsplit=1)[:1] == deed.split(maxsplit=1)[:1]
