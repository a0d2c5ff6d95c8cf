"""A pytest plugin (named in pyproject.toml): the mail server, and which tests need what."""

from collections.abc import Iterator

import pytest

from tests.servers.smtp import MailServer

# Tests in these folders carry the marker of the same name.
MARKED_FOLDERS = ("browser", "processes")


@pytest.hookimpl(tryfirst=True)  # before pytest leaves out by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for folder in MARKED_FOLDERS:
            if folder in item.path.parts:
                item.add_marker(folder)


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A real SMTP server that keeps what it is given."""
    with MailServer() as server:
        yield server
