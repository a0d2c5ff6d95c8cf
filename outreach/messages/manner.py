"""How a user writes and by which rules, asked for once and used for every draft of a request."""

from dataclasses import dataclass, field, replace

from crm.profile.models import Profile
from outreach.drafting import Tone, Voice
from outreach.rules.models import Rule
from outreach.voice.current import voice_of


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
    voice, tone = voice_of(profile)
    rules = Rule.objects.of(profile.owner_id)
    return Manner(voice, tone, tuple(rules))
