"""Keeping what the user tells while writing, where the next draft finds it."""

from django.db import transaction
from django.utils import timezone

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.actions.models import Action
from outreach.actions.recording import recording
from outreach.facts.models import AddedFact, PrivateFact
from outreach.messages.models import Message
from outreach.tailoring import Fact, FactKind

# Answers about the user belong to the profile: they serve every contact.
PROFILE_FIELDS = {
    FactKind.WHO_YOU_ARE: "who_you_are",
    FactKind.HEADLINE: "headline",
    FactKind.LOOKING_FOR: "looking_for",
}
ANSWERABLE = {*PROFILE_FIELDS, *AddedFact.Kind.values}
# What one thanks for, asks about, or whom one would like to meet means nothing elsewhere.
TOLD_FOR_ONE_END = (
    Message.Purpose.THANK,
    Message.Purpose.INTERVIEW,
    Message.Purpose.INTRODUCTION,
)
KEPT_PRIVATE = "Kept private"
_LONGEST = 60  # characters of a fact in the name of an action


def keep_answer(
    contact: Contact, *, profile: Profile, kind: str, answer: str, purpose: str = ""
) -> str:
    """Save the answer to a question of this kind (one of ANSWERABLE), asked for a letter to this
    end. The id of the fact it is."""
    if kind in PROFILE_FIELDS:
        field = PROFILE_FIELDS[FactKind(kind)]
        setattr(profile, field, answer)
        profile.save(update_fields=[field])
        return f"profile:{field}"
    return add_fact(contact, kind=kind, text=answer, purpose=purpose).fact_id


def add_fact(contact: Contact, *, kind: str, text: str, purpose: str = "") -> AddedFact:
    """Keep something more that is known of the contact; why the user writes, for letters to that
    end alone. Said twice, it is one fact."""
    is_bound = kind == AddedFact.Kind.PURPOSE and purpose in TOLD_FOR_ONE_END
    for_purpose = purpose if is_bound else ""
    known = contact.added_facts.filter(kind=kind, text=text, for_purpose=for_purpose).first()
    return known or AddedFact.objects.create(
        owner_id=contact.owner_id, contact=contact, kind=kind, text=text, for_purpose=for_purpose
    )


def forget_fact(added: AddedFact) -> Action:
    """What was told while writing is not so. Raises Stale when it is forgotten already."""
    with recording(added.contact, f"Forgot: “{_shown(added.text)}”") as (recorder, action):
        recorder.remove(added)
    return action


def keep_private(contact: Contact, fact: Fact) -> Action:
    """No draft to this contact uses the fact from now on. Raises Stale if it is so already."""
    row = PrivateFact(owner_id=contact.owner_id, contact=contact, fact_id=fact.id)
    with recording(contact, f"{KEPT_PRIVATE}: “{_shown(fact.text)}”") as (recorder, action):
        recorder.create(row)
    return action


@transaction.atomic
def allow_again(contact: Contact, fact_id: str) -> None:
    """Drafts may use the fact again. What kept it private counts as taken back: no Undo is left."""
    private = PrivateFact.objects.filter(contact=contact, fact_id=fact_id)
    rows = {str(pk) for pk in private.values_list("pk", flat=True)}
    private.delete()
    for action in Action.objects.filter(
        contact=contact, undone_at=None, label__startswith=KEPT_PRIVATE
    ):
        if rows & {change["pk"] for change in action.changes}:
            Action.objects.filter(pk=action.pk).update(undone_at=timezone.now())


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
