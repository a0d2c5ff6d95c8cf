"""A small run of benchmarks/faults: the harness sees what breaks, and the product holds."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.faults import truth
from benchmarks.faults.__main__ import CONTROLS, EVERYTHING, is_wrong
from benchmarks.faults.plan import Run, plan
from benchmarks.faults.run import carry_out

# The second run is the one with Postgres and Redis beside it, where these belong.
pytestmark = pytest.mark.django_db

SMALL = replace(
    EVERYTHING, kill=0.2, answers=0.3, poison=False, chaos_every=4, sigterm_every=10, waves=1
)
NOON = datetime(2027, 6, 15, 12, tzinfo=UTC)
CLOCK = truth.Clock([(0.0, NOON)])


def expected(recipient: str, fate: str = "delivered") -> truth.Expected:
    times = {"not_before": NOON.isoformat(), "deadline": NOON.replace(hour=13).isoformat()}
    return truth.Expected(recipient, fate, "UTC", 12, "2027-06-15", **times)


EXPECTED = [expected("ada@example.org"), expected("bob@example.org", "nothing")]


def accepted(*recipients: str, at: float = 1.0) -> list[dict[str, str]]:
    return [{"recipient": one, "reply": "250", "at": str(at)} for one in recipients]


def test_reminders_survive_kills_restarts_and_a_mail_server_that_misbehaves():
    row, seen = carry_out(SMALL, database="postgres", seed=7, size=12)

    assert not is_wrong(SMALL, row), (row, seen)
    assert seen["kills"], seen


@pytest.mark.parametrize(
    ("log", "blind", "field", "number"),
    [
        ([], [], "lost", 1),
        (accepted("ada@example.org", "ada@example.org"), [], "doubled", 1),
        (accepted("ada@example.org", "ada@example.org"), ["ada@example.org"], "excused", 1),
        (accepted("ada@example.org", "ada@example.org"), ["bob@example.org"], "doubled", 1),
        (accepted(*["ada@example.org"] * 3), ["ada@example.org"], "doubled", 1),
        (accepted("ada@example.org", at=3600.0), [], "late", 1),
        (accepted("bob@example.org"), [], "early", 1),
        (accepted("eve@example.org"), [], "stranger", 1),
    ],
)
def test_what_went_wrong_is_counted(log, blind, field, number):
    windows = [{"recipient": who, "point": "after the text"} for who in blind]

    counted = truth.count(EXPECTED, log, windows, {}, CLOCK)

    assert getattr(counted, field) == number


def test_what_comes_before_its_hour_is_early():
    clock = truth.Clock([(0.0, NOON.replace(hour=11)), (100.0, NOON)])

    counted = truth.count(EXPECTED, accepted("ada@example.org", at=99.0), [], {}, clock)

    assert counted.early == 1


def test_what_the_product_believes_wrongly_is_counted():
    states = {"ada@example.org": "sent", "bob@example.org": "failed"}

    counted = truth.count(EXPECTED, accepted("bob@example.org"), [], states, CLOCK)

    assert (counted.false_sent, counted.false_failed) == (1, 1)


def test_a_control_that_shows_nothing_is_wrong():
    nothing = {"lost": 0, "doubled": 0}

    assert all(is_wrong(control, nothing) for control in CONTROLS)


def test_the_truth_is_read_as_it_was_written_and_comes_from_the_seed(tmp_path: Path):
    decided = truth.decide(seed=3, size=50, poison=True)
    truth.write(tmp_path / "expected.csv", decided)

    assert truth.read(tmp_path / "expected.csv") == decided
    assert truth.decide(seed=3, size=50, poison=True) == decided
    assert truth.decide(seed=4, size=50, poison=True) != decided


def test_a_mail_meets_one_silence_at_most():
    run = Run("", kill=0.3, kill_parent=0.1, answers=0.5)

    planned = plan(run, truth.decide(seed=1, size=200, poison=False), seed=1)

    assert not set(planned["kills"]) & set(planned["answers"])
    assert {point for point, _victim in planned["kills"].values()} == {
        *("after the claim", "before the text", "after the text", "after the answer"),
        "after the commit",
    }
