"""A letter with the words marked that carry it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach.tailoring import Verdict


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text, with the ingredient it gives ("" for connective words)."""

    text: str
    ingredient: str


def runs(text: str, verdict: Verdict) -> Iterator[Run]:
    """The whole text in order, cut where the verdict found an ingredient. Joins to `text`."""
    yield from _cut(text, ((found.start, found.end, found.ingredient) for found in verdict.present))


def _cut(text: str, marks: Iterable[tuple[int, int, str]]) -> Iterator[Run]:
    at = 0
    for start, end, ingredient in sorted(marks):
        if start < at:
            continue  # where two overlap the first one is shown
        if start > at:
            yield Run(text[at:start], "")
        yield Run(text[start:end], ingredient)
        at = end
    if at < len(text):
        yield Run(text[at:], "")
