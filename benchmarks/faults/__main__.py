"""`python -m benchmarks.faults [--seed N] [--size N] [--database sqlite|postgres]`."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from benchmarks.faults.run import Run, carry_out

RUNS = (
    Run("killed at six points", kill=0.01),
    Run("a mail server that misbehaves", faults=0.15),
    Run("both at once", faults=0.1, kill=0.01),
)
CONTROLS = (
    Run("read, send, mark", control="read, send, mark"),
    Run("a claim without a lease", control="a claim without a lease", kill=0.02),
    Run("no fence", control="no fence"),
    Run("a line missing at the mail server", forget_one=True),
)
CONTROL_SIZE, CONTROL_SECONDS = 100, 60
RESULTS = Path(__file__).resolve().parents[1] / "results" / "faults.json"


def main() -> int:
    """Run everything, write the results, and say whether they are as they must be."""
    parser = ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300, help="reminders in each run")
    parser.add_argument("--database", choices=["sqlite", "postgres"], action="append")
    chosen = parser.parse_args()
    rows = []
    for database in chosen.database or ["sqlite", "postgres"]:
        for run in (*RUNS, *CONTROLS):
            size = min(chosen.size, CONTROL_SIZE) if run in CONTROLS else chosen.size
            seconds = CONTROL_SECONDS if run in CONTROLS else 120 + size * 0.3
            row = carry_out(run, database=database, seed=chosen.seed, size=size, seconds=seconds)
            print(json.dumps(row), flush=True)
            rows.append(row)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({"seed": chosen.seed, "runs": rows}, indent=1))
    wrong = [row for row in rows if is_wrong(row)]
    for row in wrong:
        print(f"Not as it must be: {row['name']} on {row['database']}", file=sys.stderr)
    return bool(wrong)


def is_wrong(row: dict[str, object]) -> bool:
    """A run lost or doubled something, or a control did not."""
    hurt = ("lost", "doubled", "early", "false_sent", "false_failed", "stranger")
    is_hurt = any(row[name] for name in hurt)
    return is_hurt != row["control"]


if __name__ == "__main__":
    sys.exit(main())
