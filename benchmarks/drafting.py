"""How many drafts a second, beside rendering one Django template of the same length.

python -m benchmarks.drafting

Nothing is drafted twice: each draft is to another person, met at another event, with a talk, a
detail and a promise in words of their own. Only who the user is stays the same, as it does.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.template import Context, Engine

from outreach.drafting import Brief, Draft, Purpose, draft
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person
from outreach.tailoring.vocabulary import read_words

TODAY, MET = date(2026, 11, 23), date(2026, 11, 20)
MANY, WARM_UP = 3_000, 500  # the phrases are read when their first words are met
GIVEN = ("Priya", "Jan", "Siobhan", "Omar", "Lena", "Tomas", "Grace", "Pavel", "Ines", "Bo", "Mei")
SYLLABLES = ("ber", "cor", "dal", "fen", "gor", "hal", "kin", "lor", "mar", "nov", "per", "tov")
GATHERINGS = ("meetup", "workshop", "conference", "festival", "reading", "fair")
WORDS = sorted(word for word in read_words("common-english") if len(word) > 3)
MY_OWN = (
    Fact("5", FactKind.WHO_YOU_ARE, "I run data tooling at Maple", Ingredient.WHO, "Your profile"),
    Fact("6", FactKind.LOOKING_FOR, "people who type old code", Ingredient.WHY, "Your profile"),
)


def per_second(work: Callable[[int], object], times: int) -> float:
    """How often `work` runs in a second of this process's own time, warm."""
    for number in range(WARM_UP):
        work(number)
    started = time.process_time()
    for number in range(WARM_UP, times):
        work(number)
    return (times - WARM_UP) / (time.process_time() - started)


def brief(chance: random.Random, channel: Channel, limit: int | None) -> Brief:
    """Another contact each time, with an event, a talk, a detail and a promise of their own."""

    def words(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    event = f"the {words(1)} {chance.choice(GATHERINGS)} in {name(chance)}"
    talk = f"their move of {chance.randrange(9_999)} {words(2)} to {words(1)}"
    promise = f"send the {words(2)}"
    facts = (
        Fact("1", FactKind.EVENT, event, Ingredient.MET, "Meeting, 20 Nov", MET, 0.9),
        Fact("2", FactKind.TALKED_ABOUT, talk, Ingredient.THEIRS, "Meeting", MET, 0.9),
        Fact("3", FactKind.DETAIL, f"the {words(1)} with {words(2)}", Ingredient.THEIRS, "Meeting"),
        Fact("4", FactKind.PROMISE_MINE, promise, Ingredient.WHY, "Promise"),
    )
    reader = Person(f"{chance.choice(GIVEN)} {name(chance)}")
    asked = Brief(reader, Person("Ada Quill"), facts + MY_OWN, channel, Purpose.CONNECT, TODAY)
    return replace(asked, limit=limit)


def name(chance: random.Random) -> str:
    """A made-up name, of a family or a town."""
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).title()


def main() -> None:
    if not settings.configured:
        settings.configure()
    chance = random.Random(7)  # the same people every time
    for channel, limit in ((Channel.LINKEDIN_NOTE, 200), (Channel.LINKEDIN_MESSAGE, None)):
        briefs = [brief(chance, channel, limit) for _ in range(MANY)]
        first = draft(briefs[-1])
        assert isinstance(first, Draft)
        template = Engine().from_string(first.text.replace("Hi ", "Hi {{ name }} "))
        values = {"name": "Priya"}
        drafts = per_second(lambda number: draft(briefs[number]), MANY)  # noqa: B023
        pages = per_second(lambda _: template.render(Context(values)), 20 * MANY)  # noqa: B023
        print(f"{channel}: {drafts:,.0f} drafts a second; a template of the same length renders")
        print(
            f"  {pages:,.0f} times, so one draft takes as long as {pages / drafts:.0f} renderings"
        )


if __name__ == "__main__":
    main()
