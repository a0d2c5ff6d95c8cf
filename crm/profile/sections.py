"""What stands on the profile page below “Who you are”. Each part of the product, on this floor or
above, adds its own card when it starts; the page knows none of them by name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crm.profile.models import Profile


@dataclass(frozen=True, kw_only=True)
class ProfileSection:
    """A card. `template` renders it, <section> included, with `section`: what `context` returns."""

    template: str
    context: Callable[[Profile], Any]
    position: int


_sections: list[ProfileSection] = []


def register_section(section: ProfileSection) -> None:
    """Add a card; lower positions come first."""
    _sections.append(section)
    _sections.sort(key=lambda known: known.position)


def sections_for(profile: Profile) -> list[tuple[str, Any]]:
    """Template and context of each card."""
    return [(section.template, section.context(profile)) for section in _sections]
