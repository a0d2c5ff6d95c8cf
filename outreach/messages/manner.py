"""How a user writes and by which rules, asked for once and used for every draft of a request."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from crm.profile.models import Profile
from outreach.drafting import Tone, Voice
from outreach.rules.models import Rule
from outreach.voice.current import voices_of


@dataclass(frozen=True, slots=True)
class Manner:
    """The user's voice, the tone that it goes with, and the rules that hold."""

    voice: Voice = field(default_factory=Voice)
    tone: Tone = Tone.WARM
    rules: tuple[Rule, ...] = ()

    def voice_in(self, tone: Tone) -> Voice:
        """The voice as it is in this tone. A greeting and a sign-off belong to the usual one:
        asked for another, the user wants that other's."""
        if tone == self.tone:
            return self.voice
        return replace(self.voice, greeting="", sign_off="", contractions=None)


def manner_of(profile: Profile) -> Manner:
    """The manner of this user, in three queries."""
    return manners_of([profile.owner_id])[profile.owner_id]


def manners_of(owners: Collection[uuid.UUID]) -> dict[uuid.UUID, Manner]:
    """The manner of each of these users, in the same three queries."""
    rules: dict[uuid.UUID, list[Rule]] = defaultdict(list)
    for rule in Rule.objects.filter(owner__in=owners).standing():
        rules[rule.owner_id].append(rule)
    voices = voices_of(owners)
    return {owner: Manner(*voices[owner], tuple(rules[owner])) for owner in owners}
