"""How the user writes now: what they set themselves, else what their messages show."""

import uuid
from collections import defaultdict
from collections.abc import Collection

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from crm.profile.models import Profile
from outreach.drafting import Tone, Voice
from outreach.messages.models import Message
from outreach.tailoring import Channel
from outreach.voice.learning import Habits, Written, learn
from outreach.voice.models import VoiceChoice

LATEST = 60  # messages: how one writes now, and little to read for each page


def habits_of(profile: Profile) -> Habits:
    """What the latest messages of this user show. One query."""
    return learn(_latest([profile.owner_id])[profile.owner_id])


def voices_of(owners: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[Voice, Tone]]:
    """For each of these users voice and tone for drafts. Two queries for all of them."""
    written = _latest(owners)
    chosen = {one.owner_id: one for one in VoiceChoice.objects.filter(owner__in=owners)}
    return {
        owner: _voice(learn(written[owner]), chosen.get(owner) or VoiceChoice(owner_id=owner))
        for owner in owners
    }


def _latest(owners: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Written]]:
    newest_first = Window(RowNumber(), "owner", [F("sent_at").desc(), F("id").desc()])
    said = Message.objects.filter(owner__in=owners).said().exclude(body="")
    latest = said.annotate(place=newest_first).filter(place__lte=LATEST)
    written: dict[uuid.UUID, list[Written]] = defaultdict(list)
    for owner, body, channel in latest.values_list("owner", "body", "channel"):
        written[owner].append(Written(body, Channel(channel)))
    return written


def _voice(habits: Habits, choice: VoiceChoice) -> tuple[Voice, Tone]:
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
