"""How the user writes, as the profile shows it: what was learned, and what they set themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from crm.profile.models import Profile
from outreach.voice.current import habits_of
from outreach.voice.forms import ITEMS
from outreach.voice.learning import FEWEST, Habits, Trait
from outreach.voice.models import VoiceChoice


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what holds, where it comes from, and whether the user set it."""

    name: str
    label: str
    value: str
    source: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class HowYouWrite:
    """The card on the profile."""

    items: list[Item]
    learned_from: int
    fewest: int = FEWEST

    @property
    def is_learned(self) -> bool:
        return self.learned_from >= self.fewest


def how_you_write(profile: Profile) -> HowYouWrite:
    """What was set, and what was learned once there was enough to learn from."""
    habits = habits_of(profile)
    choice = VoiceChoice.objects.of(profile.owner)
    return HowYouWrite(list(_items(habits, choice)), habits.learned_from)


def learned_values(habits: Habits) -> dict[str, str]:
    """What was learned of each item, in words; items without a clear habit are left out."""
    traits = {name: getattr(habits, name) for name in ITEMS}
    return {name: _in_words(name, trait) for name, trait in traits.items() if trait}


def _items(habits: Habits, choice: VoiceChoice) -> Iterator[Item]:
    for name, label in ITEMS.items():
        trait: Trait[object] | None = getattr(habits, name)
        chosen = getattr(choice, name)
        if chosen:
            display = getattr(choice, f"get_{name}_display", None)
            yield Item(name, label, str(display() if display else chosen), "set by you", True)
        elif trait:
            yield Item(name, label, _in_words(name, trait), _source(name, trait), False)
        elif habits.learned_from >= FEWEST:
            yield Item(name, label, "As usual", "no clear habit yet", False)


def _in_words(name: str, trait: Trait[object]) -> str:
    if name == "tone":
        return str(trait.value).capitalize()
    if name == "contractions":
        key = VoiceChoice.YesNo.YES if trait.value else VoiceChoice.YesNo.NO
        return str(key.label)
    return str(trait.value)


def _source(name: str, trait: Trait[object]) -> str:
    if name == "words":
        return f"the middle of {trait.of} messages"
    if name == "contractions":
        return f"{trait.count} of {trait.of} times"
    which = "" if name == "tone" else " that have one"
    return f"in {trait.count} of {trait.of} messages{which}"
