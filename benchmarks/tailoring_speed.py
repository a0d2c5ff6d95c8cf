"""How long one verdict takes against ten thousand contacts and ten thousand sent messages.

python -m benchmarks.tailoring_speed
"""

import random
import time
from collections.abc import Callable
from datetime import date
from statistics import median

from outreach.tailoring import (
    Acquaintances,
    Channel,
    Fact,
    FactKind,
    Ingredient,
    OtherContact,
    Outbox,
    Person,
    SentText,
    assess,
)

MANY = 10_000
ROUNDS = 15
PLACES = ("Utrecht", "Ghent", "Cork", "Lyon", "Porto", "Turin", "Malmö", "Leeds", "Brno", "Graz")
SUBJECTS = ("kilns", "ferries", "tide gauges", "sourdough", "types", "bees", "fog", "fonts", "maps")
WORDS = (
    "harbour winter bicycle orchard ladder copper meadow library compass engine feather granite "
    "pencil lantern valley thunder basket violin kettle marble saddle anchor blanket candle"
).split()


def milliseconds(work: Callable[[], object]) -> float:
    """The median time of one run, on this one core."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def sent_text(chance: random.Random, number: int) -> SentText:
    """A made-up message of about 300 characters; every fifth is from the same mould."""
    place, about = chance.choice(PLACES), chance.choice(SUBJECTS)
    drawn = WORDS if number % 5 else WORDS[:3]
    rest = " ".join(chance.choice(drawn) for _ in range(34))
    text = f"Hi Person {number}, good to meet you in {place} and to talk about {about}. {rest}."
    return SentText(text, f"Person {number}", date(2026, 5, 3))


def contact(chance: random.Random, number: int) -> OtherContact:
    """Somebody met somewhere, with something that was talked about."""
    return OtherContact(
        f"Person {number}",
        [
            Fact("1", FactKind.PLACE, chance.choice(PLACES), Ingredient.MET, "Meeting"),
            Fact("2", FactKind.TALKED_ABOUT, chance.choice(SUBJECTS), Ingredient.THEIRS, "Meeting"),
            Fact("3", FactKind.DETAIL, chance.choice(WORDS), Ingredient.THEIRS, "Meeting"),
        ],
    )


def main() -> None:
    chance = random.Random(7)  # the same messages every time
    sent = [sent_text(chance, number) for number in range(MANY)]
    others = [contact(chance, number) for number in range(MANY)]
    started = time.perf_counter()
    outbox, acquaintances = Outbox(sent), Acquaintances(others)
    prepared = time.perf_counter() - started
    reader = contact(chance, MANY)
    text = sent_text(chance, MANY).text[:300]

    def judge() -> object:
        return assess(
            text,
            channel=Channel.LINKEDIN_NOTE,
            recipient=Person(reader.name),
            facts=reader.facts,
            others=acquaintances,
            outbox=outbox,
        )

    ours = milliseconds(judge)
    lower = milliseconds(lambda: [one.text.lower() for one in sent])
    alone = milliseconds(lambda: assess(text, channel=Channel.LINKEDIN_NOTE))
    print(f"one verdict against {MANY:,} contacts and {MANY:,} messages: {ours:.1f} ms")
    print(f"lower-casing the same messages: {lower:.1f} ms, so {ours / lower:.1f} times that")
    print(
        f"the verdict alone: {alone:.2f} ms; making both collections ready, once: {prepared:.1f} s"
    )


if __name__ == "__main__":
    main()
