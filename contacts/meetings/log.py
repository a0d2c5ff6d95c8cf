"""Logging whom one met: a meeting, and the person it was with, in one form."""

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet

from contacts.fields import LineField, ProfileField
from contacts.meetings.forms import MeetingForm
from contacts.meetings.models import Meeting
from contacts.once import find_made
from contacts.people.forms import ABOUT_PRONOUNS, PRONOUNS_LENGTH, known_profile
from contacts.people.models import Contact
from contacts.people.search import fold
from crm.accounts.models import User

SOMEONE_NEW = "new"
MOST_MATCHES = 5


def matches_for(name: str, *, owner: User) -> QuerySet[Contact]:
    """A few contacts who may be meant by `name`, archived ones too, by name."""
    if len(fold(name)) < 2:
        return Contact.objects.none()
    return Contact.objects.for_user(owner).alike(name)[:MOST_MATCHES]


class LogForm(MeetingForm):
    """Whom I met. Its values are the keywords of `log_meeting`, less the owner.

    `who` is asked only when the name is that of somebody known: the form is then not valid until
    the person has said whether they are the same.
    """

    name = LineField(
        label="Who",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "Their name"}),
    )
    who = forms.ChoiceField(
        label="Is it one of these?",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of these, or “Someone new”."},
    )
    pronouns = LineField(max_length=PRONOUNS_LENGTH, required=False, help_text=ABOUT_PRONOUNS)
    headline = LineField(label="Position", max_length=200, required=False)
    company = LineField(label="Company", max_length=200, required=False)
    linkedin_slug = ProfileField(label="LinkedIn profile")

    field_order = ("name", "who")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self._known = {str(contact.pk): contact for contact in self._candidates()}
        choices = [(pk, contact.introduced_as) for pk, contact in self._known.items()]
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [*choices, (SOMEONE_NEW, "Someone new")]

    @property
    def asks_who(self) -> bool:
        """Whether there is anyone to choose from."""
        return bool(self._known)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        who = cleaned.pop("who", "")
        if not self.errors:
            cleaned["contact"] = self._person(who)
        return cleaned

    def _candidates(self) -> list[Contact]:
        """Contacts of the typed name, those like it, and the one chosen: always the owner's own."""
        name = str(self["name"].value() or "")[:200].replace("\0", "")
        own = Contact.objects.for_user(self.user)
        found = [*own.named(name)[:MOST_MATCHES]] if fold(name) else []
        found += matches_for(name, owner=self.user)
        if chosen := _as_id(self["who"].value()):
            found += own.filter(pk=chosen)
        return list(dict.fromkeys(found))

    def _person(self, who: str) -> Contact | None:
        """The contact who is meant, None for a new one; asks at the field when it is unclear."""
        slug = self.cleaned_data["linkedin_slug"]
        own = Contact.objects.for_user(self.user)
        by_profile = own.filter(linkedin_slug=slug).first() if slug else None
        if by_profile and who not in ("", str(by_profile.pk)):
            return self._ask("linkedin_slug", known_profile(by_profile))
        if by_profile or who == SOMEONE_NEW:
            return by_profile
        if who:
            return self._known[who]
        if namesakes := list(own.named(self.cleaned_data["name"])[:MOST_MATCHES]):
            return self._ask("who", _question(namesakes))
        return None

    def _ask(self, field: str, said: str) -> Contact | None:
        """Ask at the field, unless an earlier sending of this form made the one we stumble over.

        That is looked for last, so that a sending which is kept meanwhile is not missed.
        """
        if made := find_made(Meeting, owner=self.user, new_id=self.cleaned_data["new_id"]):
            return made.contact
        self.add_error(field, said)
        return None


def _question(namesakes: list[Contact]) -> str:
    if len(namesakes) == 1:
        known = namesakes[0].introduced_as.removesuffix(".")  # “Dr.”, “at Kestrel Inc.”
        return f"You already know a {known}. Is it the same person?"
    name = namesakes[0].name.removesuffix(".")
    return f"You already know {len(namesakes)} people called {name}. Is it one of them?"


def _as_id(text: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(text or ""))
    except ValueError:
        return None
