"""Telling the floor above that something about contacts changed, so that what rests on it follows
at once. The floor above registers itself when it starts; this floor knows nobody by name.

    register_follower(follow)       # called with the ids of contacts that are not what they were
    register_closer(close)          # called with a new meeting; says in words what it settles
"""

import uuid
from collections.abc import Callable, Collection

from contacts.meetings.models import Meeting

_followers: list[Callable[[Collection[uuid.UUID]], object]] = []
_closers: list[Callable[[Meeting], list[str]]] = []


def register_follower(follow: Callable[[Collection[uuid.UUID]], object]) -> None:
    _followers.append(follow)


def register_closer(close: Callable[[Meeting], list[str]]) -> None:
    _closers.append(close)


def changed(*contacts: uuid.UUID) -> None:
    """Something about these contacts was written: what is planned about them may be out of date.

    Belongs inside the transaction that wrote it.
    """
    for follow in _followers:
        follow(contacts)


def met(meeting: Meeting) -> list[str]:
    """A meeting was logged. Returns what it settles, in words; nothing most of the time."""
    return [said for close in _closers for said in close(meeting)]
