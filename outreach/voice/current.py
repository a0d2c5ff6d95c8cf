"""How the user writes now: what they set themselves, else what their messages show."""

from crm.profile.models import Profile
from outreach.drafting import Tone, Voice
from outreach.messages.models import Message
from outreach.tailoring import Channel
from outreach.voice.learning import Habits, Written, learn
from outreach.voice.models import VoiceChoice

LATEST = 60  # messages: how one writes now, and little to read for each page


def habits_of(profile: Profile) -> Habits:
    """What the latest messages of this user show. One query."""
    said = Message.objects.filter(owner=profile.owner_id).said().exclude(body="")
    latest = said.values_list("body", "channel")[:LATEST]
    return learn(Written(body, Channel(channel)) for body, channel in latest)


def voice_of(profile: Profile) -> tuple[Voice, Tone]:
    """Voice and tone for drafts. Two queries: ask once for many drafts."""
    habits, choice = habits_of(profile), VoiceChoice.objects.of(profile.owner)
    contractions = habits.contractions.value if habits.contractions else None
    if choice.contractions:
        contractions = choice.contractions == VoiceChoice.YesNo.YES
    voice = Voice(
        greeting=choice.greeting or (habits.greeting.value if habits.greeting else ""),
        sign_off=choice.sign_off or (habits.sign_off.value if habits.sign_off else ""),
        words=choice.words or (habits.words.value if habits.words else None),
        contractions=contractions,
    )
    learned = habits.tone.value if habits.tone else Tone.WARM
    return voice, Tone(choice.tone) if choice.tone else learned
