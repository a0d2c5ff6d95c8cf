"""A small run of benchmarks/faults: the harness sees what breaks, and the product holds."""

from pathlib import Path

import pytest

from benchmarks.faults import truth
from benchmarks.faults.__main__ import is_wrong
from benchmarks.faults.run import Run, carry_out

EXPECTED = [
    truth.Expected("ada@example.org", "delivered"),
    truth.Expected("bob@example.org", "nothing"),
]


def accepted(*recipients: str, reply: str = "250", at: float = 1.0) -> list[dict[str, str]]:
    return [{"recipient": one, "reply": reply, "at": str(at)} for one in recipients]


def test_reminders_survive_kills_and_a_mail_server_that_misbehaves():
    run = Run("a small one", faults=0.2, kill=0.02)

    row = carry_out(run, database="sqlite", seed=7, size=20, seconds=60)

    assert not is_wrong(row), row


@pytest.mark.parametrize(
    ("log", "kills", "field", "number"),
    [
        ([], [], "lost", 1),
        (accepted("ada@example.org", "ada@example.org"), [], "doubled", 1),
        (accepted("ada@example.org", "ada@example.org", reply="cut"), [], "excused", 1),
        (
            accepted("ada@example.org", "ada@example.org"),
            [{"recipient": "ada@example.org", "point": "after the answer"}],
            "excused_by_kill",
            1,
        ),
        (
            accepted("ada@example.org", "ada@example.org"),
            [{"recipient": "ada@example.org", "point": "after the claim"}],
            "doubled",
            1,
        ),
        (accepted("ada@example.org", at=3.0), [], "late", 1),
        (accepted("bob@example.org"), [], "early", 1),
        (accepted("eve@example.org"), [], "stranger", 1),
    ],
)
def test_what_went_wrong_is_counted(log, kills, field, number):
    counted = truth.count(EXPECTED, log, kills, states={}, day_over=2.0)

    assert getattr(counted, field) == number


def test_what_the_product_believes_wrongly_is_counted():
    log = accepted("bob@example.org")
    states = {"ada@example.org": "sent", "bob@example.org": "failed"}

    counted = truth.count(EXPECTED, log, [], states, day_over=2.0)

    assert (counted.false_sent, counted.false_failed) == (1, 1)


def test_the_truth_is_read_as_it_was_written(tmp_path: Path):
    written = truth.write(tmp_path / "expected.csv", seed=3, size=50)

    assert truth.read(tmp_path / "expected.csv") == written
    assert {one.fate for one in written} == {"delivered", "refused", "nothing"}
