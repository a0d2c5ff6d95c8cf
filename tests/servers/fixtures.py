"""A pytest plugin (named in pyproject.toml): the mail server, and which tests need what."""

import os
from collections.abc import Generator, Iterator

import pytest

from tests.servers import SERVERS_RUN
from tests.servers.smtp import MailServer

# Tests in these folders carry the marker of the same name.
MARKED_FOLDERS = ("browser", "processes")
# What waits, and what is long, begins first: at the end there are short ones for all workers.
FIRST = ("processes", "browser", "thorough")


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before pytest leaves out by marker
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None]:
    for item in items:
        for folder in MARKED_FOLDERS:
            if folder in item.path.parts:
                item.add_marker(folder)
    if os.environ.get(SERVERS_RUN):
        # The second run is about the other database: what touches none has run, and is counted
        # as deselected.
        without = [item for item in items if not _touches_the_database(item)]
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if _touches_the_database(item)]
    yield
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    turns = (turn for turn, marker in enumerate(FIRST) if item.get_closest_marker(marker))
    return next(turns, len(FIRST))


def _touches_the_database(item: pytest.Item) -> bool:
    asked = getattr(item, "fixturenames", ())
    return (
        bool(item.get_closest_marker("django_db")) or "db" in asked or "transactional_db" in asked
    )


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A real SMTP server that keeps what it is given."""
    with MailServer() as server:
        yield server
