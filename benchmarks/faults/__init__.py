"""Are reminders lost or doubled when things break? Counted at a mail server outside of what breaks.

`python -m benchmarks.faults --seed 1 --size 1000` runs it on SQLite and on Postgres, with positive
controls that must show losses and doubles, and writes benchmarks/results/faults.json.
"""
