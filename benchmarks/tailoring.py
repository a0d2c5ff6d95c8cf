"""How well tailored messages are told from generic ones, on a file of labelled messages.

    python -m benchmarks.tailoring FILE

FILE holds one JSON object a line: "text", "label" (tailored, generic or template), "channel" and,
if it likes, more. A text cut off with "…" is judged as it stands.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from outreach.tailoring import Channel, assess, count_characters

LONG = 80  # characters; below, length alone says too much
LABELS = ("tailored", "generic", "template")
Message = dict[str, str]
Judge = Callable[[Message], str]


def judged(message: Message) -> str:
    """Our verdict."""
    known = message.get("channel", "")
    channel = Channel(known) if known in set(Channel) else Channel.OTHER
    return assess(message["text"], channel=channel).verdict


def by_length(messages: Sequence[Message]) -> Judge:
    """The best that length alone can do on these very messages: a baseline with hindsight."""
    lengths = sorted({count_characters(one["text"]) for one in messages})

    def longer_than(least: int) -> Judge:
        return lambda one: "tailored" if count_characters(one["text"]) >= least else "generic"

    return max((longer_than(one) for one in lengths), key=lambda judge: balanced(messages, judge))


def balanced(messages: Sequence[Message], judge: Judge) -> float:
    """The mean of the shares got right among tailored and among generic messages."""
    shares = []
    for label in ("tailored", "generic"):
        those = [one for one in messages if one["label"] == label]
        if those:
            shares.append(sum(judge(one) == label for one in those) / len(those))
    return sum(shares) / len(shares) if shares else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the verdicts on labelled messages.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--wrong", action="store_true", help="show the messages judged wrongly")
    chosen = parser.parse_args()
    lines = chosen.file.read_text(encoding="utf-8").splitlines()
    messages: list[Message] = [json.loads(line) for line in lines if line.strip()]
    report(messages)
    for one in messages if chosen.wrong else ():
        if (judged(one) == "tailored") != (one["label"] == "tailored"):
            print(f"\n{one['label']}, judged {judged(one)}:\n{one['text']}")


def report(messages: Sequence[Message]) -> None:
    """Print the table."""
    table = Counter((one["label"], judged(one)) for one in messages)
    print(f"{'':12}{'tailored':>10}{'generic':>10}")
    for label in LABELS:
        print(f"{label:12}{table[label, 'tailored']:>10}{table[label, 'generic']:>10}")
    plain = [one for one in messages if one["label"] != "template"]
    long = [one for one in plain if count_characters(one["text"]) >= LONG]
    print(f"\n{'balanced accuracy':32}{'ours':>8}{'length':>8}")
    for name, some in ((f"all {len(plain)}", plain), (f"{LONG}+ characters, {len(long)}", long)):
        if some:
            length = balanced(some, by_length(some))
            print(f"{name:32}{balanced(some, judged):>8.3f}{length:>8.3f}")
    templates = [one for one in messages if one["label"] == "template"]
    if templates:
        caught = sum(judged(one) == "generic" for one in templates) / len(templates)
        print(f"{f'templates called generic, {len(templates)}':32}{caught:>8.3f}")


if __name__ == "__main__":
    main()
