"""`python -m benchmarks.faults --seed 1 --size 300`; more with --help."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.faults.plan import Run
from benchmarks.faults.run import carry_out

REDIS = ("redis restarts", "redis is emptied")
POSTGRES = ("postgres restarts", "postgres drops its clients")

EVERYTHING = Run(
    "everything at once",
    kill=0.02,
    kill_parent=0.002,
    answers=0.06,
    chaos=(*REDIS, *POSTGRES),
    chaos_every=15,
    sigterm_every=20,
    poison=True,
)
# The same one by one, each with a tenth of the mails: what fails here says where.
ONE_BY_ONE = tuple(
    replace(run, share=0.1)
    for run in (
        Run("killed at six points", kill=0.1),
        Run("killed with its parent", kill_parent=0.03, only="postgres"),
        Run("told to end, again and again", sigterm_every=3),
        Run("a mail server that misbehaves", answers=0.3),
        Run("two beats and nothing else"),
        Run("Redis restarts and is emptied", chaos=REDIS, chaos_every=2, only="postgres"),
        Run("Postgres restarts", chaos=POSTGRES, chaos_every=3, only="postgres"),
        Run("workers whose clocks are wrong", drift=(-24, 24), only="postgres"),
        Run("workers whose clocks are an hour wrong", drift=(1, -1), only="postgres"),
        Run("the clock is set back and forth", steps="back and forth"),
        Run("poisoned rows", poison=True),
        Run("hours that are missing or come twice", steps="daylight"),
    )
)
# Ways to send that are known to fail. If the harness does not see it, its zero means nothing.
CONTROLS = (
    Run("read, send, mark", control="read, send, mark", shows="doubled"),
    Run("a claim without a lease", control="a claim without a lease", kill=0.2, shows="lost"),
    Run("no fence", control="no fence", shows="doubled"),
    Run("a line missing at the mail server", forget=1, shows="lost"),
)
CONTROL_SIZE = 150
RESULTS = Path(__file__).resolve().parents[1] / "results" / "faults.json"
COLUMNS = (
    *("name", "database", "control", "expected", "lost", "doubled", "excused", "early", "late"),
    *("false_sent", "false_failed"),
)


def main() -> int:
    """Run everything, write the results, and say whether they are as they must be."""
    chosen = _arguments()
    rows, wrong = [], []
    for database in chosen.database or ["sqlite", "postgres"]:
        for run in _runs(chosen.only, database):
            size = CONTROL_SIZE if run.is_control else max(20, round(chosen.size * run.share))
            row, seen = carry_out(run, database=database, seed=chosen.seed, size=size)
            print(json.dumps(row | seen), flush=True)
            rows.append({column: row[column] for column in COLUMNS})
            if is_wrong(run, row):
                wrong.append(f"Not as it must be: {run.name} on {database}")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"seed": chosen.seed, "runs": rows}, indent=1))
    print(table(rows))
    print("\n".join(wrong), file=sys.stderr)
    return bool(wrong)


def is_wrong(run: Run, row: Mapping[str, object]) -> bool:
    """A run lost or doubled something or came early, or a control did not show what it has to."""
    if run.forget:
        return row[run.shows] != run.forget
    if run.is_control:
        return not row[run.shows]
    hurt = ("lost", "doubled", "early", "false_sent", "false_failed", "stranger")
    return any(row[name] for name in hurt)


def table(rows: list[dict[str, object]]) -> str:
    """The results for people."""
    columns = COLUMNS[3:]
    lines = [f"{'':58}" + "".join(f"{column:>13}" for column in columns)]
    for row in rows:
        name = f"{row['database']}: {'control, ' if row['control'] else ''}{row['name']}"
        lines.append(f"{name:58}" + "".join(f"{row[column]:>13}" for column in columns))
    return "\n".join(lines)


def _runs(only: str, database: str) -> Iterator[Run]:
    for run in (*CONTROLS, *ONE_BY_ONE, EVERYTHING):
        if run.only in ("", database) and only in run.name:
            yield run


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300, help="reminders in the largest run")
    parser.add_argument("--database", choices=["sqlite", "postgres"], action="append")
    parser.add_argument("--only", default="", help="runs with this text in their name")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
