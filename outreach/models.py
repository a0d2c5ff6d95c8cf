"""The tables of the upper floor, gathered for Django from the packages they live in."""

from outreach.actions.models import Action
from outreach.budget.models import NoteAllowance, NoteChoice
from outreach.facts.models import AddedFact, PrivateFact
from outreach.followups.models import FollowUp
from outreach.followups.timings import Timings
from outreach.messages.models import Message
from outreach.reminders.models import Delivery, Heartbeat, Reminded
from outreach.reminders.timing import ReminderSettings
from outreach.rules.models import Rule
from outreach.voice.models import VoiceChoice

__all__ = [
    "Action",
    "AddedFact",
    "Delivery",
    "FollowUp",
    "Heartbeat",
    "Message",
    "NoteAllowance",
    "NoteChoice",
    "PrivateFact",
    "Reminded",
    "ReminderSettings",
    "Rule",
    "Timings",
    "VoiceChoice",
]
