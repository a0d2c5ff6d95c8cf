"""The main navigation. A higher floor adds its own entries when it starts (`AppConfig.ready`)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from crm.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Destination:
    """One place to go. `under` is the path that all its pages share."""

    label: str
    url_name: str
    icon: str
    under: str
    position: int
    count: Callable[[User], int] | None = None


@dataclass(frozen=True)
class Entry:
    """A destination as one request shows it."""

    label: str
    url: str
    icon: str
    count: int | None
    is_current: bool


_destinations: list[Destination] = []


def register(destination: Destination) -> None:
    """Add a destination; lower positions come first."""
    _destinations.append(destination)
    _destinations.sort(key=lambda known: known.position)


def entries_for(request: HttpRequest, user: User) -> list[Entry]:
    """The navigation of this page, with the current place marked."""
    return [
        Entry(
            label=place.label,
            url=reverse(place.url_name),
            icon=place.icon,
            count=place.count(user) if place.count else None,
            is_current=_is_at(place, request.path),
        )
        for place in _destinations
    ]


def _is_at(place: Destination, path: str) -> bool:
    return path == "/" if place.under == "/" else path.startswith(place.under)
