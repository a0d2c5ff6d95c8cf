"""Which fault meets which mail: decided from the seed, before anything runs."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.faults.sink import FAULTS
from benchmarks.faults.truth import Expected

# The six points of a mail's way at which a process may die.
POINTS = (
    "before the claim",
    "after the claim",
    "before the text",
    "after the text",
    "after the answer",
    "after the commit",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What breaks in a run. `kill`, `kill_parent` and `answers` are shares of the mails.

    `chaos` names what happens to the servers around, in turn, every `chaos_every` seconds.
    `drift` has each worker's own clock wrong by so many hours; `steps` moves the clock of all.
    """

    name: str
    kill: float = 0.0
    kill_parent: float = 0.0
    answers: float = 0.0
    chaos: tuple[str, ...] = ()
    chaos_every: float = 4.0
    sigterm_every: float = 0.0
    drift: tuple[int, ...] = ()
    steps: str = "waves"
    poison: bool = False
    control: str = ""
    forget: int = 0
    waves: int = 3  # in how many parts the mails fall due
    shows: str = ""  # the column that this control has to fill
    share: float = 1.0  # of the size that was asked for
    only: str = ""  # the one database that it is about

    @property
    def is_control(self) -> bool:
        return bool(self.shows)


def plan(run: Run, expected: Sequence[Expected], *, seed: int) -> dict[str, Any]:
    """Who is killed where, and what the mail server does to whom.

    A mail meets one silence at most: after a second the product stops, says that it does not know,
    and tells of it in the next day's digest. That is its promise, and it would be late.
    """
    chance = random.Random(f"{seed}:plan")
    due = [one.recipient for one in expected if one.fate == "delivered"]
    chance.shuffle(due)
    number = {
        "child": round(run.kill * len(due)),
        "parent": round(run.kill_parent * len(due)),
    }
    kills: dict[str, list[str]] = {}
    claims: list[str] = []  # of the first points no mail is known, so they are counted out
    for victim, share in number.items():
        for turn in range(share):
            point = POINTS[turn % len(POINTS)]
            if point == POINTS[0]:
                claims.append(victim)
            else:
                kills[due.pop()] = [point, victim]
    answers = {due.pop(): FAULTS[n % len(FAULTS)] for n in range(round(run.answers * len(due)))}
    fates = {fate: [o.recipient for o in expected if o.fate == fate] for fate in _FATES}
    return {
        "kills": kills,
        "claims": claims,
        "answers": answers,
        "refuse": fates["refused"],
        "refuse_at_once": fates["refused at once"],
        "deadly": fates["deadly"],
        "forget": run.forget,
        "control": run.control,
    }


_FATES = ("refused", "refused at once", "deadly")
