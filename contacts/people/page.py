"""What the page of a contact is made of. Each part of the product, on this floor or above, adds
its own when it starts (as `contacts/registration.py` does); the page knows none of them by name.

    register_history(history)           # lines of “Your history”
    register_action(ContactAction(...)) # a button in the head of the page
    register_panel(ContactPanel(...))   # a card in the aside
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.urls import reverse

from contacts.people.models import Contact


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One line of the history. `template` renders the inside of an <li> with `row` and `contact`;
    `when` is aware; a plan lies ahead (or is overdue) and stands above all that has happened.
    """

    when: datetime
    template: str
    row: Any
    is_plan: bool = False


@dataclass(frozen=True, kw_only=True)
class ContactAction:
    """A button. `label` may hold {given_name}; `url_name` takes the contact's pk alone; it is shown
    for the contacts that `is_for` says.
    """

    label: str
    url_name: str
    position: int
    is_primary: bool = False
    method: Literal["get", "post"] = "get"
    is_for: Callable[[Contact], bool] = lambda _: True


@dataclass(frozen=True)
class Button:
    """An action as the page of one contact shows it."""

    label: str
    url: str
    is_primary: bool
    method: str


@dataclass(frozen=True, kw_only=True)
class ContactPanel:
    """A card of the aside. `template` renders it, <section> included, with `panel` (what `context`
    returns) and `contact`. A `context` that returns None hides the card.
    """

    template: str
    context: Callable[[Contact], Any]
    position: int


# A source is asked once a page. The number of its queries must not depend on that of its entries.
HistorySource = Callable[[Contact], Iterable[HistoryEntry]]

_sources: list[HistorySource] = []
_actions: list[ContactAction] = []
_panels: list[ContactPanel] = []


def register_history(source: HistorySource) -> None:
    """Add a source of history entries."""
    _sources.append(source)


def register_action(action: ContactAction) -> None:
    """Add a button; lower positions come first."""
    _actions.append(action)
    _actions.sort(key=lambda known: known.position)


def register_panel(panel: ContactPanel) -> None:
    """Add a card; lower positions come first."""
    _panels.append(panel)
    _panels.sort(key=lambda known: known.position)


def history_of(contact: Contact) -> list[HistoryEntry]:
    """All that happened and is planned: the plans, then the past, each with the latest first."""
    entries = [entry for source in _sources for entry in source(contact)]
    return sorted(entries, key=lambda entry: (entry.is_plan, entry.when), reverse=True)


def actions_for(contact: Contact) -> list[Button]:
    """The buttons in the head of the page of this contact."""
    return [
        Button(
            label=action.label.format(given_name=contact.given_name),
            url=reverse(action.url_name, args=[contact.pk]),
            is_primary=action.is_primary,
            method=action.method,
        )
        for action in _actions
        if action.is_for(contact)
    ]


def panels_for(contact: Contact) -> list[tuple[str, Any]]:
    """Template and context of each card to show."""
    asked = ((panel.template, panel.context(contact)) for panel in _panels)
    return [(template, context) for template, context in asked if context is not None]
