"""A letter with the words marked that carry it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from outreach.tailoring import Found
from outreach.tailoring.provenance import Claim, Support


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text: the ingredient it gives ("" for connective words), the ids of the
    facts it rests on, and whether it claims something that is in none."""

    text: str
    ingredient: str = ""
    facts: tuple[str, ...] = ()
    is_claim: bool = False


def runs(
    text: str, *, present: Sequence[Found], support: Sequence[Support], claims: Sequence[Claim]
) -> Iterator[Run]:
    """The whole text in order, cut wherever what carries it changes. Joins to `text`."""
    spans = [(one.start, one.end) for one in present]
    spans += [(one.start, one.end) for one in support]
    spans += [(one.start, one.end) for one in claims]
    cuts = {0, len(text), *(at for span in spans for at in span)}
    for start, end in pairwise(sorted(cuts)):
        bears = next((one for one in support if one.start <= start < one.end), None)
        gives = bears or next((one for one in present if one.start <= start < one.end), None)
        yield Run(
            text[start:end],
            ingredient=gives.ingredient if gives else "",
            facts=bears.facts if bears else (),
            is_claim=any(one.start <= start < one.end for one in claims),
        )
