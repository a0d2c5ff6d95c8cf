"""A note to oneself about a person, as what one says to that person."""

import re
from functools import lru_cache

from outreach.drafting import promises, saying
from outreach.tailoring import Person

_TO_DO = re.compile(
    r"(?:(?:remember|remind me|don't forget) )?(?:to )?(?P<verb>ask|send|thank|tell|show) "
)
# A note that says more than one thing, or speaks of somebody, is for nobody else.
_UNFIT = re.compile(
    r"[.!?;:()\[\]\n\u2013\u2014,]| - |\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE
)
_TO_THE_READER = ("ask", "send")  # the others name whom they are for
_LONGEST = 120  # characters


@lru_cache(maxsize=1024)
def noted(text: str, to: Person) -> str:
    """What the user noted to do, as a sentence that says why one writes: "I wanted to ask whether
    the second waiting room opened". Empty for a note that does not read as something to do."""
    said = saying.plain(text.strip().rstrip(".!?"), to)
    match = _TO_DO.match(said)
    if not match or len(said) > _LONGEST or _UNFIT.search(said):
        return ""
    verb, said = match["verb"], said[match.start("verb") :]
    if verb == "send":
        said = promises.promise(said, to)
    is_to_reader = verb in _TO_THE_READER or said.startswith(f"{verb} you ")
    return f"I wanted to {said}" if said and is_to_reader and not said.startswith("=") else ""
