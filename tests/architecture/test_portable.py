"""The repository works anywhere: it names no machine's paths and no package host."""

import re

import pytest

from tests.architecture.source import report, repository_files, text_of

# Put together from halves, so that this file passes its own test.
HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "deb.debian" + ".org",
    "unpkg" + ".com",
    "jsdelivr" + ".net",
]
INDEX_OPTIONS = re.compile(r"--(extra-)?index" + r"-url|--find" + r"-links|--trusted" + r"-host")
MACHINE_PATHS = re.compile(r"(?<![\w.}])/(work" + r"|home/\w+" + r"|Users/\w+" + r"|root)/")


@pytest.mark.parametrize("pattern", [*map(re.escape, HOSTS), INDEX_OPTIONS, MACHINE_PATHS])
def test_no_file_names_a_package_host_or_a_path_of_one_machine(pattern):
    broken = [
        f"{path}:{number} {line.strip()[:80]}"
        for path in repository_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if re.search(pattern, line)
    ]

    assert not broken, report(broken, "This works on one machine only, or ties it to one host.")
