"""Files and functions stay small enough to read in one go, and no module is a drawer for all."""

from tests.architecture.source import (
    PRODUCT,
    functions_of,
    python_files,
    report,
    repository_files,
    text_of,
)

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 40
LONGEST_TEMPLATE = 120
DRAWERS = {"utils", "helpers", "common", "core", "managers", "constants"}


def test_a_python_file_has_at_most_300_lines():
    lengths = {path: len(text_of(path).splitlines()) for path in python_files()}

    broken = [f"{path} has {length}" for path, length in lengths.items() if length > LONGEST_FILE]

    assert not broken, report(broken, f"Split it by subject at {LONGEST_FILE} lines.")


def test_a_function_has_at_most_40_lines():
    broken = [
        f"{path}:{function.lineno} {function.name}() has {length}"
        for path in python_files()
        for function in functions_of(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]

    assert not broken, report(broken, f"A function has at most {LONGEST_FUNCTION} lines.")


def test_a_template_has_at_most_120_lines():
    templates = [path for path in repository_files() if path.parts[0] == "templates"]
    lengths = {path: len(text_of(path).splitlines()) for path in templates}

    broken = [
        f"{path} has {length}" for path, length in lengths.items() if length > LONGEST_TEMPLATE
    ]

    assert not broken, report(broken, f"Split it by subject at {LONGEST_TEMPLATE} lines.")


def test_no_module_is_named_after_its_kind():
    broken = [
        str(path)
        for path in python_files(*PRODUCT, "tests", "benchmarks")
        if DRAWERS & {path.stem, *path.parts[:-1]}
    ]

    assert not broken, report(broken, "A module is named by its subject.")
