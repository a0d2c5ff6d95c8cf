"""Facts in, draft out; or the one question that has to be answered first."""

from outreach.drafting.brief import Brief, Draft, LeftOut, Purpose, Question, Segment, Tone, Voice
from outreach.drafting.leaving_out import ENOUGH_SAID
from outreach.drafting.writing import draft, wordings

__all__ = [
    "ENOUGH_SAID",
    "Brief",
    "Draft",
    "LeftOut",
    "Purpose",
    "Question",
    "Segment",
    "Tone",
    "Voice",
    "draft",
    "wordings",
]
