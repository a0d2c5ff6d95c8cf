"""Keeping what the user tells while writing, where the next draft finds it."""

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.facts.models import AddedFact
from outreach.tailoring import FactKind

# Answers about the user belong to the profile: they serve every contact.
PROFILE_FIELDS = {
    FactKind.WHO_YOU_ARE: "who_you_are",
    FactKind.HEADLINE: "headline",
    FactKind.LOOKING_FOR: "looking_for",
}
ANSWERABLE = {*PROFILE_FIELDS, *AddedFact.Kind.values}


def keep_answer(contact: Contact, *, profile: Profile, kind: str, answer: str) -> None:
    """Save the answer to a question of this kind (one of ANSWERABLE)."""
    if kind in PROFILE_FIELDS:
        field = PROFILE_FIELDS[FactKind(kind)]
        setattr(profile, field, answer)
        profile.save(update_fields=[field])
    else:
        AddedFact.objects.create(owner_id=contact.owner_id, contact=contact, kind=kind, text=answer)
