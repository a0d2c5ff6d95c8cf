"""How many drafts a second, beside rendering one Django template of the same length.

python -m benchmarks.drafting
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.template import Context, Engine

from outreach.drafting import Brief, Draft, Purpose, draft
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person

TODAY, MET = date(2026, 11, 23), date(2026, 11, 20)
SECONDS = 2.0
GIVEN = ("Priya", "Jan", "Siobhan", "Omar", "Lena", "Tomas", "Grace", "Pavel", "Ines", "Bo", "Mei")
FAMILY = ("Nair", "Mulder", "Daly", "Haddad", "Vogt", "Ortega", "Obi", "Novak", "Prado", "Lund")
WORK = ("services", "spreadsheets", "kilns", "menus", "archives", "ferries", "timetables")
THINGS = ("runbook", "umbrella", "accordion", "notebook", "kettle", "poster", "keyboard", "jacket")
FACTS = (
    Fact("1", FactKind.EVENT, "PyCon", Ingredient.MET, "Meeting, 20 Nov", MET, 0.9),
    Fact("5", FactKind.WHO_YOU_ARE, "I run data tooling at Maple", Ingredient.WHO, "Your profile"),
    Fact("6", FactKind.LOOKING_FOR, "people who type old code", Ingredient.WHY, "Your profile"),
)


def per_second(work: Callable[[int], object]) -> float:
    """How often `work` runs in a second of this process's own time, warm."""
    for number in range(50):
        work(-number)
    count, started = 0, time.process_time()
    while (passed := time.process_time() - started) < SECONDS:
        count += 1
        work(count)
    return count / passed


def brief(number: int, channel: Channel, limit: int | None) -> Brief:
    """Another contact each time, with a talk, a detail and a promise of their own."""
    thing = f"{THINGS[number % 8]} with {number} stickers"
    talk = f"their move of {number} {WORK[number % 7]} to types"
    own = (
        Fact("2", FactKind.TALKED_ABOUT, talk, Ingredient.THEIRS, "Meeting", MET, 0.9),
        Fact("3", FactKind.DETAIL, f"the {thing}", Ingredient.THEIRS, "Meeting", MET),
        Fact("4", FactKind.PROMISE_MINE, f"send benchmark {number}", Ingredient.WHY, "Promise"),
    )
    reader = Person(f"{GIVEN[number % 11]} {FAMILY[number % 10]}")
    asked = Brief(reader, Person("Ada Quill"), FACTS + own, channel, Purpose.CONNECT, TODAY)
    return replace(asked, limit=limit)


def main() -> None:
    if not settings.configured:
        settings.configure()
    for channel, limit in ((Channel.LINKEDIN_NOTE, 200), (Channel.LINKEDIN_MESSAGE, None)):
        first = draft(brief(0, channel, limit))
        assert isinstance(first, Draft)
        middle = first.text.replace("Priya", "{{ name }}").replace("PyCon", "{{ event }}")
        template = Engine().from_string(middle)
        values = {"name": "Priya", "event": "PyCon"}
        drafts = per_second(lambda n: draft(brief(n, channel, limit)))  # noqa: B023
        pages = per_second(lambda n: template.render(Context(values)))  # noqa: B023
        print(f"{channel}: {drafts:,.0f} drafts a second; a template of the same length renders")
        print(
            f"  {pages:,.0f} times, so one draft takes as long as {pages / drafts:.0f} renderings"
        )


if __name__ == "__main__":
    main()
