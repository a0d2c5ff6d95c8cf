"""A house of three floors: outreach stands on contacts, contacts on crm, and none reaches up."""

import pytest

from tests.architecture.source import (
    functions_of,
    imports_in,
    python_files,
    report,
    tree_of,
)

UPPER_FLOORS = {"crm": ("contacts", "outreach"), "contacts": ("outreach",)}


@pytest.mark.parametrize("floor", UPPER_FLOORS)
def test_no_floor_imports_from_a_higher_one(floor):
    broken = [
        f"{path}:{line} imports {name}"
        for path in python_files(floor)
        for line, name in imports_in(tree_of(path))
        if name.split(".")[0] in UPPER_FLOORS[floor]
    ]

    assert not broken, report(broken, "Imports run one way: outreach, contacts, crm.")


def test_the_product_never_imports_its_tests_or_benchmarks():
    broken = [
        f"{path}:{line} imports {name}"
        for path in python_files("crm", "contacts", "outreach")
        for line, name in imports_in(tree_of(path))
        if name.split(".")[0] in ("tests", "benchmarks")
    ]

    assert not broken, report(broken, "What runs for people does not depend on tests.")


@pytest.mark.parametrize("package", ["tailoring", "drafting"])
def test_tailoring_and_drafting_are_plain_python(package):
    allowed = {"tailoring": ("tailoring",), "drafting": ("tailoring", "drafting")}[package]
    ours = tuple(f"outreach.{name}" for name in allowed)

    broken = [
        f"{path}:{line} imports {name}"
        for path in python_files(f"outreach/{package}")
        for line, name in imports_in(tree_of(path))
        if name.split(".")[0] in ("django", "celery", "crm", "contacts", "outreach")
        and not name.startswith(ours)
    ]

    rule = f"outreach/{package} imports no Django, and of ours only: {', '.join(ours)}."
    assert not broken, report(broken, rule)


def test_imports_stand_at_the_top_of_the_file():
    broken = [
        f"{path}:{line} imports {name} in {function.name}()"
        for path in python_files()
        for function in functions_of(path)
        for line, name in imports_in(function)
    ]

    assert not broken, report(broken, "An import inside a function hides what a file rests on.")
