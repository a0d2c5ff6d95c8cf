"""How long a message may be and had best be: as this instance is set, for the user's plan."""

from django.conf import settings

from outreach.tailoring import LENGTHS, Channel, Lengths


def lengths_for(channel: Channel, *, is_premium: bool) -> Lengths:
    """What is asked of the length of a message through this channel; `is_premium` is whether the
    user pays LinkedIn for longer notes."""
    note = settings.LINKEDIN_NOTE_LIMIT_PREMIUM if is_premium else settings.LINKEDIN_NOTE_LIMIT
    asked = {
        Channel.LINKEDIN_NOTE: Lengths(limit=note),
        Channel.LINKEDIN_MESSAGE: Lengths(
            warn_above=settings.LINKEDIN_MESSAGE_WARNING, aim=settings.LINKEDIN_MESSAGE_AIM
        ),
        Channel.INMAIL: Lengths(
            limit=settings.INMAIL_LIMIT,
            aim=settings.INMAIL_AIM,
            subject=settings.INMAIL_SUBJECT_LIMIT,
        ),
        Channel.EMAIL: Lengths(
            aim_words=settings.EMAIL_AIM_WORDS, subject=LENGTHS[Channel.EMAIL].subject
        ),
    }
    return asked.get(channel, LENGTHS[channel])
