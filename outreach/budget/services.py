"""Overruling the plan for one contact. Each time is an action that can be taken back."""

from contacts.models import Contact
from outreach.actions.models import Action
from outreach.actions.recording import Stale, recording
from outreach.budget.models import NoteChoice

Choice = NoteChoice.Choice
LABELS = {
    Choice.NOTE: "A note for {}",
    Choice.BLANK: "A blank request to {}",
    Choice.LEAVE_OUT: "Left out: {}",
    "": "As planned again: {}",
}


def choose(contact: Contact, choice: str) -> Action:
    """Take this choice for the contact, "" to go by the plan again. Raises Stale when it stands
    already."""
    known = NoteChoice.objects.filter(contact=contact).first()
    if choice == (known.choice if known else ""):
        raise Stale(f"{LABELS[choice].format(contact)}. That was settled already.")
    with recording(contact, LABELS[choice].format(contact)) as (recorder, action):
        if known:
            recorder.change(known, choice=choice)
        else:
            recorder.create(NoteChoice(owner_id=contact.owner_id, contact=contact, choice=choice))
    return action
