"""What is not ours is listed with its version and its licence, and is what the list says."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import repository_files, text_of

VENDOR = Path("static/vendor")
LISTED = dict(
    re.findall(
        r"^\| (\S+) \| (\d+\.\d+\.\d+) \|", text_of(VENDOR / "README.md"), flags=re.MULTILINE
    )
)


@pytest.mark.parametrize(
    ("package", "file", "says"),
    [
        ("htmx.org", "htmx/htmx.min.js", r'version:"([\d.]+)"'),
        ("lucide-static", "lucide/sprite.svg", r"lucide-static ([\d.]+)"),
    ],
)
def test_the_list_names_the_version_that_is_served(package, file, says):
    found = re.search(says, text_of(VENDOR / file))

    assert found
    assert LISTED[package] == found.group(1)


def test_every_vendored_file_lies_beside_its_licence_and_is_listed():
    readme = text_of(VENDOR / "README.md")
    folders = {path.parent for path in repository_files() if VENDOR in path.parent.parents}

    for folder in folders:
        assert list(folder.glob("LICENSE*")), folder
        assert f"`{folder.name}/" in readme, folder
    assert folders
