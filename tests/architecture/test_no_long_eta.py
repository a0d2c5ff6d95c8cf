"""The database is the truth: nothing that matters later than a minute waits in the broker.

Redis hands a task out again when it was not done within the visibility time-out, and forgets it
when it dies; a due date is a row that the tick finds.
"""

import ast

from tests.architecture.source import PRODUCT, python_files, report, tree_of

LONGEST_WAIT = 60  # seconds


def test_nothing_waits_in_the_broker_for_more_than_a_minute():
    broken = [
        f"{path}:{call.lineno} {problem}"
        for path in python_files(*PRODUCT)
        for call in ast.walk(tree_of(path))
        if isinstance(call, ast.Call) and (problem := _problem(call))
    ]

    assert not broken, report(broken, f"What is due in more than {LONGEST_WAIT} s is a row.")


def test_a_long_wait_would_be_found():
    waits = "task.apply_async(countdown=61)", "self.retry(countdown=5)", "t.apply_async(eta=then)"

    found = [_problem(ast.parse(wait, mode="eval").body) for wait in waits]
    fine = _problem(ast.parse("task.apply_async(countdown=60)", mode="eval").body)

    assert all(found)
    assert not fine


def _problem(call: ast.expr) -> str:
    """What is wrong with a call, or ""."""
    if not isinstance(call, ast.Call):
        return ""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if method == "retry" and any(word.arg in ("countdown", "eta") for word in call.keywords):
        return "retries after a countdown"
    if method not in ("apply_async", "send_task", "signature", "s", "si", "set"):
        return ""
    for word in call.keywords:
        if word.arg == "eta":
            return "names an eta"
        if word.arg == "countdown" and not _is_short(word.value):
            return f"waits more than {LONGEST_WAIT} s, or nobody can tell"
    return ""


def _is_short(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.Constant)
        and isinstance(value.value, int | float)
        and value.value <= LONGEST_WAIT
    )
