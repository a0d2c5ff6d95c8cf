"""What a logged meeting means for what is owed. Registered with the floor below."""

from django.utils import timezone

from contacts.models import Meeting
from outreach.actions.recording import recording
from outreach.followups.closing import close, in_words, settled_by_meeting
from outreach.followups.models import FollowUp
from outreach.followups.planner import plan_these


def settle_by_meeting(meeting: Meeting) -> list[str]:
    """Close what this meeting answers, as an action that can be taken back. Says what it was."""
    answered = settled_by_meeting(meeting)
    if not answered:
        return []
    with recording(meeting.contact, f"Met {meeting.contact}") as (recorder, _action):
        close(recorder, answered, FollowUp.State.ANSWERED, timezone.now())
    plan_these([meeting.contact_id])
    return [in_words(answered)]
