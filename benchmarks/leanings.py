"""How well plain words alone tell tailored messages from generic ones, and the learning of it.

    python -m benchmarks.leanings FILE… [--write]

Each FILE holds labelled messages as `benchmarks.tailoring` reads them. Every file in turn is judged
by what the others teach, so that nothing is judged by what was learned from it. With `--write` the
weights are learned from all files and go into `outreach/tailoring/words/leanings.txt`.

What is learned is a logistic regression on the signs that are there, each sign counting
1 / sqrt(signs known), with both labels weighing the same and a penalty on large weights.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.tailoring import LONG, Message, balanced
from outreach.tailoring import count_characters
from outreach.tailoring.evidence import split_sentences
from outreach.tailoring.folding import fold
from outreach.tailoring.frame import find_frame
from outreach.tailoring.leaning import ALWAYS, odds_of, share, signs
from outreach.tailoring.vocabulary import WORDS

_FEWEST = 8  # messages that a sign must stand in to be learned
_PENALTY = 20.0
_ROUNDS, _STEP = 20, 0.5
_SMALLEST = 0.05  # a weight below it says nothing

Weights = Mapping[str, float]


def signs_of(message: Message) -> frozenset[str]:
    """The signs of the body, without greeting and signature."""
    text = message["text"]
    folded, frame = fold(text), find_frame(text)
    return frozenset(signs(text, split_sentences(text, folded, frame.start, frame.end)))


def learn(messages: Sequence[Message]) -> dict[str, float]:
    """The weights of the signs, by stochastic gradient descent with steps that shrink for each
    (Duchi, Hazan and Singer, 2011)."""
    said = [signs_of(one) for one in messages]
    often = Counter(sign for some in said for sign in some)
    known = {sign for sign, times in often.items() if times >= _FEWEST}
    labels = Counter(one["label"] for one in messages)
    rows = [
        (sorted(some & known), one["label"] == "tailored", len(messages) / 2 / labels[one["label"]])
        for some, one in zip(said, messages, strict=True)
    ]
    weights = dict.fromkeys([ALWAYS, *sorted(known)], 0.0)
    moved = dict.fromkeys(weights, 1e-3)
    shrink = _PENALTY / len(rows)
    for _ in range(_ROUNDS):
        for some, is_tailored, worth in rows:
            each = share(len(some))
            odds = weights[ALWAYS] + each * sum([weights[sign] for sign in some])
            error = worth * (1 / (1 + math.exp(-odds)) - is_tailored)
            for sign, value in ((ALWAYS, 1.0), *[(sign, each) for sign in some]):
                slope = error * value + shrink * weights[sign]
                moved[sign] += slope * slope
                weights[sign] -= _STEP * slope / math.sqrt(moved[sign])
    return weights


def read(file: Path) -> list[Message]:
    """The messages of a file that are called tailored or generic."""
    lines = file.read_text(encoding="utf-8").splitlines()
    messages: list[Message] = [json.loads(line) for line in lines if line.strip()]
    return [one for one in messages if one["label"] in ("tailored", "generic")]


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn which way plain words lean.")
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="write the weights learned")
    chosen = parser.parse_args()
    files = [read(file) for file in chosen.files]
    report(files)
    if chosen.write:
        write(learn([one for file in files for one in file]))


def report(files: Sequence[Sequence[Message]]) -> None:
    """Judge each file by the others."""
    odds: dict[str, float] = {}
    for left_out in files:
        weights = learn([one for file in files if file is not left_out for one in file])
        odds |= {one["text"]: odds_of(signs_of(one), weights) for one in left_out}
    every = [one for file in files for one in file]
    long = [one for one in every if count_characters(one["text"]) >= LONG]
    print(f"{'balanced accuracy':24}{'plain words alone':>20}")
    for name, some in ((f"all {len(every)}", every), (f"{LONG}+, {len(long)}", long)):
        words = balanced(some, lambda one: "tailored" if odds[one["text"]] > 0 else "generic")
        print(f"{name:24}{words:>20.3f}")


def write(weights: Weights) -> None:
    """Put the weights in their file, those that lean most to anybody first."""
    telling = {sign: one for sign, one in weights.items() if abs(one) >= _SMALLEST}
    lines = [f"{one:+.2f} {sign}" for sign, one in sorted(telling.items(), key=lambda it: it[1])]
    (WORDS / "leanings.txt").write_text("\n".join((*_HEADING, *lines, "")), encoding="utf-8")


_HEADING = (
    "# Which way common words and pairs of words lean, in log-odds: above 0 to one reader,",
    "# below to anybody. Learned by benchmarks/leanings.py, not written by hand; 0 stands for any",
    "# number, * for any word that is not common, and . for what every body weighs.",
)


if __name__ == "__main__":
    main()
