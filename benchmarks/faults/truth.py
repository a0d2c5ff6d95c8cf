"""What has to happen, written down before the run, and what did happen, counted after it.

Nothing here asks the product when something is due, or its database what should have been sent.
"""

import csv
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

DAY = date(2027, 6, 15)  # a Tuesday; nothing in a run depends on when it is run
WAVES = tuple(datetime(2027, 6, 15, hour, tzinfo=UTC) for hour in (0, 6, 12, 18))
NEXT_DAY = datetime(2027, 6, 16, 18, tzinfo=UTC)
# No summer time begins or ends near that day; zones where it does have a run of their own.
ZONES = "Pacific/Kiritimati Asia/Kolkata Europe/Berlin UTC America/New_York Etc/GMT+12".split()
FATES = {"delivered": 90, "refused": 3, "refused at once": 1, "nothing": 6}


@dataclass(frozen=True, slots=True)
class Expected:
    """One reminder: an account with one promise for `due_on`, reminded at `hour` in `zone`.

    `fate` is what is due to it. “delivered”: one mail, not before `not_before` and before
    `deadline`. “refused”: the server says 550 to it. “nothing”: it is due after the run.
    “unwritable” raises whenever its mail is written, “deadly” kills the process that writes it.
    """

    recipient: str
    fate: str
    zone: str
    hour: int
    due_on: str
    not_before: str
    deadline: str


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a run. `excused` are doubles in the one window that SMTP cannot close: the
    server had the text and the sender was never told, or died before it had written that down.
    """

    expected: int
    lost: int
    doubled: int
    excused: int
    early: int
    late: int
    false_sent: int
    false_failed: int
    stranger: int


def decide(*, seed: int, size: int, poison: bool, waves: int = 3) -> list[Expected]:
    """Who is owed what, and when: from the seed alone."""
    begins, *ends = WAVES[: waves + 1]
    chance = random.Random(seed)
    fates = chance.choices(list(FATES), list(FATES.values()), k=size)
    if poison:
        fates[-2:] = ["unwritable", "deadly"]
    return [_reminder(number, fate, chance, begins, ends) for number, fate in enumerate(fates)]


def _reminder(
    number: int, fate: str, chance: random.Random, begins: datetime, ends: list[datetime]
) -> Expected:
    moments = [(zone, hour) for zone in ZONES for hour in range(24)]
    chance.shuffle(moments)
    for zone, hour in moments:
        at_home = ZoneInfo(zone)
        at = datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=at_home).astimezone(UTC)
        end = next((end for end in ends if at <= end), WAVES[0])
        # What the clock jumps over, and midnight with it, is told on the next day.
        if begins < at <= end and end.astimezone(at_home).date() == DAY:
            break
    deadline = (*ends[1:], NEXT_DAY)[ends.index(end)]
    # A line break makes an address that no mail can be written to.
    break_in = "\n" if fate == "unwritable" else ""
    return Expected(
        recipient=f"user{number}{break_in}@example.org",
        fate=fate,
        zone=zone,
        hour=hour,
        due_on=str(DAY + timedelta(days=7) if fate == "nothing" else DAY),
        not_before=at.isoformat(),
        deadline=deadline.isoformat(),
    )


def write(path: Path, rows: Sequence[Expected]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(astuple(row) for row in rows)


def read(path: Path) -> list[Expected]:
    """The decisions as they were written."""
    with path.open(newline="") as file:
        return [_row(*row) for row in csv.reader(file)]


def _row(recipient: str, fate: str, zone: str, hour: str, *dates: str) -> Expected:
    return Expected(recipient, fate, zone, int(hour), *dates)


def lines(path: Path) -> list[dict[str, str]]:
    """The lines of a log; a last one that was cut short is left out."""
    if not path.exists():
        return []
    whole = [line for line in path.read_text().splitlines(keepends=True) if line.endswith("\n")]
    return [json.loads(line) for line in whole]


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock of the run said: (wall time, time of the run) at each step that it took."""

    steps: Sequence[tuple[float, datetime]]

    def at(self, wall: float) -> datetime:
        began, said = max(step for step in self.steps if step[0] <= max(wall, self.steps[0][0]))
        return said + timedelta(seconds=wall - began)


def count(
    expected: Iterable[Expected],
    accepted: Sequence[dict[str, str]],
    blind: Iterable[dict[str, str]],
    states: dict[str, str],
    clock: Clock,
) -> Count:
    """Compare. `accepted` is the log of the mail server; `blind` says in whose window a process
    died or the server fell silent after it had accepted; `states` is what the product believes, by
    recipient, and only the false ones use it.
    """
    by_recipient = {one.recipient: one for one in expected}
    arrived: dict[str, list[datetime]] = {}
    for line in accepted:
        arrived.setdefault(line["recipient"], []).append(clock.at(float(line["at"])))
    windows = Counter(line["recipient"] for line in blind)
    due = [one for one in by_recipient.values() if one.fate == "delivered"]
    extra = {o.recipient: len(arrived.get(o.recipient, ())) - 1 for o in due}
    more = {who: number for who, number in extra.items() if number > 0}
    excused = sum(min(number, windows[who]) for who, number in more.items())
    return Count(
        expected=len(due),
        lost=sum(one.recipient not in arrived for one in due),
        doubled=sum(more.values()) - excused,
        excused=excused,
        early=sum(_early(by_recipient, arrived)),
        late=sum(_is_late(one, arrived.get(one.recipient, [])) for one in due),
        false_sent=sum(state == "sent" and who not in arrived for who, state in states.items()),
        false_failed=sum(state == "failed" and who in arrived for who, state in states.items()),
        stranger=sum(len(times) for who, times in arrived.items() if who not in by_recipient),
    )


def _early(expected: dict[str, Expected], arrived: dict[str, list[datetime]]) -> Iterator[bool]:
    """Whether each mail came before its time, or though its time is not in this run."""
    for who, times in arrived.items():
        if who in expected:
            is_due = expected[who].fate == "delivered"
            not_before = datetime.fromisoformat(expected[who].not_before)
            yield from (not is_due or at < not_before for at in times)


def _is_late(one: Expected, times: list[datetime]) -> bool:
    return bool(times) and min(times) >= datetime.fromisoformat(one.deadline)
