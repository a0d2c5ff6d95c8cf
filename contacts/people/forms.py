"""What people type about a contact, and what they look for."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from contacts.fields import READERS, LineField, LinesField, NewIdField, ProfileField, TagsField
from contacts.people.birthday import HOW, read_birthday, spoken_birthday
from contacts.people.cadence import CADENCES, spoken_cadence
from contacts.people.models import Contact, ContactPoint, Tag
from contacts.people.services import Points
from crm.accounts.models import User
from crm.profile.background import PARTS
from crm.profile.fields import BackgroundFields

NOTES_LENGTH = 10_000  # characters
PRONOUNS_LENGTH = 40  # characters, as the column
ABOUT_PRONOUNS = "Only if you know them: she/her. Otherwise Rapport uses the name."


def known_profile(contact: Contact) -> SafeString:
    """Says which contact a LinkedIn profile belongs to already, with a link to them."""
    return format_html(
        "You already have a contact with this LinkedIn profile: <a href='{}'>{}</a>.",
        contact.get_absolute_url(),
        contact,
    )


class ContactForm(BackgroundFields, forms.ModelForm):
    """Everything about a contact on one page."""

    linkedin_slug = ProfileField(
        label="LinkedIn profile", help_text="Its address, as your browser shows it."
    )
    emails = LinesField(
        label="E-mail addresses",
        read=READERS[ContactPoint.Kind.EMAIL],
        wanted="an e-mail address",
        help_text="One a line.",
    )
    phones = LinesField(
        label="Phone numbers",
        read=READERS[ContactPoint.Kind.PHONE],
        wanted="a phone number",
        help_text="One a line.",
    )
    links = LinesField(
        label="Links",
        read=READERS[ContactPoint.Kind.URL],
        wanted="a web address",
        help_text="Their site, blog or talk. One a line.",
    )
    birthday = LineField(
        required=False,
        max_length=40,
        help_text=f"{HOW} Follow-ups has the setting for reminders.",
    )
    cadence_days = forms.TypedChoiceField(
        label="Keep in touch",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Counted from the last time that you wrote, heard or met.",
    )
    tags = TagsField(label="Tags", help_text="With commas between: PyCon, climbing, hiring.")
    notes = forms.CharField(
        max_length=NOTES_LENGTH, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    new_id = NewIdField()

    class Meta:
        model = Contact
        fields = (
            *("name", "pronouns", "headline", "company", "location", "linkedin_slug"),
            *PARTS,
            *("birthday", "cadence_days"),
            "notes",
        )
        field_classes = dict.fromkeys(
            ("name", "pronouns", "headline", "company", "location"), LineField
        )
        labels = {"headline": "Position"}
        help_texts = {
            "pronouns": ABOUT_PRONOUNS,
            "headline": "What they do: “Head of Platform”.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contact = self.instance
        self.initial["birthday"] = spoken_birthday(contact.birthday)
        self.fields["cadence_days"].choices = _cadences(contact.cadence_days)  # type: ignore[attr-defined]
        if not contact._state.adding:
            points = list(contact.points.all())
            for name, kind in _POINT_FIELDS.items():
                self.initial[name] = [point.value for point in points if point.kind == kind]
            self.initial["tags"] = [tag.name for tag in contact.tags.all()]

    def clean_birthday(self) -> str:
        return read_birthday(self.cleaned_data["birthday"])

    def clean_linkedin_slug(self) -> str | None:
        slug: str | None = self.cleaned_data["linkedin_slug"]
        if slug is None:
            return None
        others = Contact.objects.for_user(self.instance.owner).filter(linkedin_slug=slug)
        # The form's own `new_id` is not cleaned yet; a second sending must not find its first.
        own_ids = [self.instance.pk, self.fields["new_id"].clean(self["new_id"].data)]
        if other := others.exclude(pk__in=own_ids).first():
            raise forms.ValidationError(known_profile(other))
        return slug

    @property
    def points(self) -> Points:
        """The contact points as typed, for the services. Valid forms only."""
        return {kind: self.cleaned_data[name] for name, kind in _POINT_FIELDS.items()}


def _cadences(known: int | None) -> list[tuple[int | str, str]]:
    """The usual ones, and the contact's own where it is another (an import may bring any)."""
    usual = [(days, spoken_cadence(days)) for days in CADENCES]
    own = [(known, spoken_cadence(known))] if known and known not in CADENCES else []
    return [("", "Not regularly"), *usual, *own]


_POINT_FIELDS = {
    "emails": ContactPoint.Kind.EMAIL,
    "phones": ContactPoint.Kind.PHONE,
    "links": ContactPoint.Kind.URL,
}


class SearchForm(forms.Form):
    """Which contacts to list."""

    q = LineField(
        label="Search",
        max_length=200,
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Name, company, what you talked about"}
        ),
    )
    tag = forms.ModelChoiceField(
        Tag.objects.none(),
        required=False,
        empty_label="Any tag",
        error_messages={"invalid_choice": "You have no such tag any more. Choose another."},
    )
    archived = forms.BooleanField(required=False, label="Archived")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tag = self.fields["tag"]
        assert isinstance(tag, forms.ModelChoiceField)
        tag.queryset = Tag.objects.for_user(user).in_use()


class NameForm(forms.Form):
    """The name that is being typed."""

    name = LineField(max_length=200, required=False)
