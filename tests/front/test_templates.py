"""Templates hold to the strict Content-Security-Policy, and name only what there is."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import python_files, report, repository_files, text_of

# A mail reader knows no stylesheet: there, and only there, styles stand in the line.
MAILS = Path("templates/emails")
PAGES = [
    path
    for path in repository_files()
    if path.suffix == ".html" and path.parts[0] == "templates" and MAILS not in path.parents
]
FORBIDDEN = {
    "a style in the line": r"\sstyle\s*=",
    "a style element": r"<style\b",
    "a script in the page": r"<script\b(?![^>]*\bsrc=)",
    "an event handler": r"\son[a-z]+\s*=|\shx-on",
    "an address that is code": r"javascript:|['\"]js:",
    "a file from another host": r"<(?:script|img|iframe|link)\b[^>]*(?:src|href)=\"(?:https?:)?//",
}
SPRITE = Path("static/vendor/lucide/sprite.svg")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_page_carries(what):
    broken = [str(path) for path in PAGES if re.search(FORBIDDEN[what], text_of(path))]

    assert not broken, report(broken, f"The policy of every page forbids {what}.")


def test_every_icon_that_is_asked_for_is_in_the_sprite():
    known = set(re.findall(r'<symbol id="([^"]+)"', text_of(SPRITE)))
    asked = [
        *((path, r'_icon\.html" with name="([^"]+)"') for path in PAGES),
        *((path, r'icon="([^"]+)"') for path in python_files("crm", "contacts", "outreach")),
    ]

    unknown = [
        f"{path}: {name}"
        for path, pattern in asked
        for name in re.findall(pattern, text_of(path))
        if name not in known
    ]

    assert known
    assert not unknown, report(unknown, f"Add the icon to {SPRITE}.")
