"""What has to happen, written down before the run, and what did happen, counted after it.

Nothing here asks the database of the product what should have been sent.
"""

import csv
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# Windows in which a killed sender cannot know that its mail was taken: SMTP has no way to ask.
BLIND_POINTS = ("after the text", "after the answer")


@dataclass(frozen=True, slots=True)
class Expected:
    """One reminder. `fate` is what is due to it: delivered, refused (the server says 550) or
    nothing (it is not due)."""

    recipient: str
    fate: str


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a run. All but `expected`, `late` and the excused ones should be 0.

    `late` came with the digest of the next day, because after two silences about one mail the
    product does not send that mail again.
    """

    expected: int
    lost: int
    doubled: int
    excused: int
    excused_by_kill: int
    early: int
    late: int
    false_sent: int
    false_failed: int
    stranger: int


def write(path: Path, *, seed: int, size: int) -> list[Expected]:
    """Decide who is owed what, and write it down."""
    chance = random.Random(seed)
    fates = chance.choices(["delivered", "refused", "nothing"], [90, 4, 6], k=size)
    rows = [Expected(f"user{n}@example.org", fate) for n, fate in enumerate(fates)]
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["seed", seed])
        writer.writerows([row.recipient, row.fate] for row in rows)
    return rows


def read(path: Path) -> list[Expected]:
    """The decisions as they were written."""
    with path.open(newline="") as file:
        return [Expected(*row) for row in list(csv.reader(file))[1:]]


def lines(path: Path) -> list[dict[str, str]]:
    """The lines of a log; a last one that was cut short is left out."""
    if not path.exists():
        return []
    whole = [line for line in path.read_text().splitlines(keepends=True) if line.endswith("\n")]
    return [json.loads(line) for line in whole]


def count(
    expected: Iterable[Expected],
    accepted: Iterable[dict[str, str]],
    kills: Iterable[dict[str, str]],
    states: dict[str, str],
    *,
    day_over: float,
) -> Count:
    """Compare. `states` is what the product believes, by recipient; only the false ones use it.
    `day_over` is when the first day ended, in the clock of the log.
    """
    fates = {one.recipient: one.fate for one in expected}
    taken: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    first: dict[str, float] = {}
    for line in accepted:
        taken[line["recipient"]] += 1
        first.setdefault(line["recipient"], float(line["at"]))
        cut[line["recipient"]] += line["reply"] == "cut"
    blind: dict[str, int] = defaultdict(int)
    for kill in kills:
        blind[kill["recipient"]] += kill["point"] in BLIND_POINTS
    due = [recipient for recipient, fate in fates.items() if fate == "delivered"]
    extra = {one: taken[one] - 1 for one in due if taken[one] > 1}
    excused = {one: min(more, cut[one]) for one, more in extra.items()}
    by_kill = {one: min(more - excused[one], blind[one]) for one, more in extra.items()}
    return Count(
        expected=len(due),
        lost=sum(not taken[one] for one in due),
        doubled=sum(more - excused[one] - by_kill[one] for one, more in extra.items()),
        excused=sum(excused.values()),
        excused_by_kill=sum(by_kill.values()),
        late=sum(first.get(one, 0.0) > day_over for one in due),
        early=sum(taken[one] for one, fate in fates.items() if fate == "nothing"),
        false_sent=sum(state == "sent" and not taken[one] for one, state in states.items()),
        false_failed=sum(state == "failed" and bool(taken[one]) for one, state in states.items()),
        stranger=sum(number for one, number in taken.items() if one not in fates),
    )
