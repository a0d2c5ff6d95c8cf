"""Where and when the two met last."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from outreach.drafting import whereabouts
from outreach.drafting.brief import Brief
from outreach.drafting.dates import spoken
from outreach.drafting.wording import Slot
from outreach.tailoring import Fact, FactKind, Person

_MET = (FactKind.EVENT, FactKind.PLACE, FactKind.MET_ON, FactKind.INTRODUCED_BY)
_ON_THE_WAY = re.compile(r" (?:home|back|to the (?:station|airport|car park))$")  # from the event


def latest_meeting(brief: Brief) -> date | None:
    """The day on which the two met last, as far as it is known."""
    met = [fact for fact in brief.facts if fact.kind in _MET and not fact.private]
    days = [fact.on for fact in met if fact.on and fact.on <= brief.today]
    return max(days, default=None)


def has_met_twice(brief: Brief) -> bool:
    """Whether more than one meeting of the two is recorded."""
    days = {fact.on for fact in brief.facts if fact.kind in _MET and fact.on and not fact.private}
    return len(days) > 1


def where(brief: Brief, facts: Sequence[Fact], latest: date | None) -> Iterator[tuple[str, Slot]]:
    """Where and when the two met last, in long ("at") and in short ("where")."""
    met = [fact for fact in facts if fact.kind in _MET and _has_been(fact, brief.today)]
    of_meeting = {fact.kind: fact for fact in reversed(met) if fact.on == latest}
    if not of_meeting:
        return
    to = brief.recipient
    event = _say(of_meeting.get(FactKind.EVENT), whereabouts.event, to)
    place = _say(of_meeting.get(FactKind.PLACE), whereabouts.place, to)
    when = spoken(latest, brief.today) if latest else ""
    if brief.earlier_on and when == spoken(brief.earlier_on, brief.today):
        when = ""  # said of the earlier message already
    if any(one.isdigit() and f"{one}" in when for one in event.text.split()):
        when = ""  # "at PyCon 2024 in May 2024"
    dated = tuple(fact.id for kind in (FactKind.MET_ON,) if (fact := of_meeting.get(kind)))
    for words in _together(event, place):
        yield "at", Slot(" ".join(filter(None, (words.text, when))), words.facts)
    if event.text or place.text:  # "in hall 7" alone could be anywhere
        yield "where", event if event.text else place
    if dated and not event.text and not place.text:
        yield "at", Slot(when, dated)


def _together(event: Slot, place: Slot) -> Iterator[Slot]:
    if event.text and place.text:
        facts = (*event.facts, *place.facts)
        if _ON_THE_WAY.search(place.text):
            yield Slot(f"{place.text} from {event.text.removeprefix('at ')}", facts)
        else:
            is_town = place.text.startswith("in ") and place.text[3:4].isupper()
            parts = (event, place) if is_town else (place, event)
            yield Slot(" ".join(one.text for one in parts), facts)
    if event.text or place.text:
        yield event if event.text else place


def _say(fact: Fact | None, say: Callable[[str, Person], str], to: Person) -> Slot:
    text = say(fact.text, to) if fact else ""
    return Slot(text, (fact.id,) if fact and text else ())


def _has_been(fact: Fact, today: date) -> bool:
    return fact.on is None or fact.on <= today
