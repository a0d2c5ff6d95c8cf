"""The verdict on a text."""

import re
from collections.abc import Sequence

from outreach.tailoring.channels import LIMITS, Channel, count_characters
from outreach.tailoring.facts import Fact, Ingredient, OtherContact, Person, SentText
from outreach.tailoring.verdict import Found, Verdict

WORD = re.compile(r"[^\W_]{4,}")


def assess(
    text: str,
    *,
    channel: Channel,
    subject: str = "",
    recipient: Person | None = None,
    sender: Person | None = None,
    facts: Sequence[Fact] = (),
    others: Sequence[OtherContact] = (),
    outbox: Sequence[SentText] = (),
    limit: int | None = None,
) -> Verdict:
    """Judge whether `text` could only be from this sender to this recipient."""
    present = tuple(found for fact in facts if (found := _said(fact, text)))
    given = {found.ingredient for found in present}
    missing = tuple(one for one in Ingredient if one not in given)
    score = min(100, 30 * len(given))
    return Verdict(
        verdict="tailored" if score >= 50 else "generic",
        score=score,
        present=present,
        missing=missing,
        stock=(),
        placeholders=(),
        reasons=tuple(f"It does not say {one}." for one in missing),
        length=count_characters(text),
        limit=limit if limit is not None else LIMITS[channel],
    )


def _said(fact: Fact, text: str) -> Found | None:
    for word in WORD.findall(fact.text):
        start = text.casefold().find(word.casefold())
        if start >= 0:
            end = start + len(word)
            return Found(fact.ingredient, start, end, text[start:end])
    return None
