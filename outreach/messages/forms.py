"""Text from a person about a message, turned into values."""

from typing import Any, Self

from django import forms
from django.conf import settings
from django.http import QueryDict

from contacts.fields import NewIdField
from contacts.models import Contact
from crm.web.time import today
from outreach.followups.models import FollowUp
from outreach.followups.wording import spoken_date
from outreach.messages.models import Message
from outreach.tailoring import count_characters

WITH_SUBJECT = {Message.Channel.EMAIL, Message.Channel.INMAIL}
LONGEST = 10_000  # characters; far over every channel, so that a paste is kept and judged
TOO_LONG = f"This is too long to keep: a letter has at most {LONGEST:,} characters."
SUBJECT_TOO_LONG = "A subject has at most 200 characters."


def _check_subject(form: forms.BaseForm, cleaned: dict[str, Any]) -> None:
    """Refuse what LinkedIn would not take as the subject of an InMail."""
    most, subject = settings.INMAIL_SUBJECT_LIMIT, cleaned.get("subject") or ""
    if cleaned.get("channel") == Message.Channel.INMAIL and count_characters(subject) > most:
        form.add_error("subject", f"The subject of an InMail has at most {most} characters.")


class _ChoiceBeside(forms.ChoiceField):
    """A choice that stands beside the letter and goes with it: its form is the letter's."""

    widget = forms.Select(attrs={"form": "letter-form"})


class OccasionForm(forms.Form):
    """What is written, and how: in the address of compose, so that it can be linked to, and sent
    with the letter."""

    channel = _ChoiceBeside(choices=Message.Channel, required=False)
    purpose = _ChoiceBeside(choices=Message.Purpose, required=False)
    tone = _ChoiceBeside(choices=Message.Tone, required=False)
    follow_up = forms.ModelChoiceField(
        FollowUp.objects.none(), required=False, widget=forms.HiddenInput
    )
    variant = forms.IntegerField(
        min_value=0, max_value=999, required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        follow_ups = FollowUp.objects.filter(contact=contact).with_rows()
        self.fields["follow_up"].queryset = follow_ups  # type: ignore[attr-defined]


class MessageForm(forms.ModelForm):
    """The letter itself. `answers` names the follow-up that it is written for."""

    # Made with the page: the same letter sent twice is one message.
    letter_id = NewIdField()
    body = forms.CharField(
        label="Letter",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "class": "letter"}),
        error_messages={
            "required": "Write something first. An empty request is the default one.",
            "max_length": TOO_LONG,
        },
    )
    # Only there while the contact rests after two silent follow-ups.
    anyway = forms.BooleanField(label="Write anyway, I have a new reason", required=False)

    # The latest draft that was saved for this contact, where the letter is not that one.
    saved: Message | None = None

    class Meta:
        model = Message
        fields = ("channel", "purpose", "tone", "subject", "body", "answers")
        widgets = {
            "answers": forms.HiddenInput,
            "subject": forms.TextInput(attrs={"data-enter": "#save-letter"}),
        }  # Django reads it once
        error_messages = {"subject": {"max_length": SUBJECT_TOO_LONG}}  # once, too

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        follow_ups = FollowUp.objects.filter(contact=contact)
        self.fields["answers"].queryset = follow_ups  # type: ignore[attr-defined]
        self.resting = follow_ups.upcoming(today()).filter(reason=FollowUp.Reason.PARKED).first()
        if self.resting is None:
            del self.fields["anyway"]

    @property
    def drafted(self) -> str:
        """The letter as the machine wrote it, by which one tells what was typed; nothing of a
        draft that was saved is the machine's."""
        is_saved = bool(self.instance.created_at) and not self.saved and not self.is_bound
        return "" if is_saved else self["body"].initial or ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("channel") not in WITH_SUBJECT:
            cleaned["subject"] = ""  # its field is not shown
        _check_subject(self, cleaned)
        return cleaned

    @classmethod
    def of(cls, data: QueryDict, *, contact: Contact) -> Self:
        """The form for the letter that `data` names: a draft of this contact, or a new one."""
        letter_id = NewIdField().clean(data.get("letter_id"))
        known = contact.messages.filter(pk=letter_id).first()
        fresh = Message(pk=letter_id, owner_id=contact.owner_id, contact=contact)
        drafted = {"body": data.get("drafted", "")}
        return cls(data, contact=contact, instance=known or fresh, initial=drafted)

    @classmethod
    def fresh(cls, written: dict[str, object], *, asked: QueryDict, contact: Contact) -> Self:
        """The form for what was just drafted. It takes the place of the draft of this contact that
        `asked` names, so that one page leaves one draft."""
        named = asked.get("letter_id")
        drafts = contact.messages.drafts().filter(pk=NewIdField().clean(named)) if named else None
        kept = drafts.first() if drafts is not None else None
        initial = written | {"letter_id": kept.pk} if kept else written
        form = cls(initial=initial, instance=kept, contact=contact)
        form.saved = contact.messages.drafts().first()
        return form


class SendForm(MessageForm):
    """The letter as it went out. To somebody who rests, nothing goes by accident."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.resting and not cleaned.get("anyway"):
            until = spoken_date(self.resting.due_on, today())
            self.add_error(
                "anyway",
                f"Two follow-ups went unanswered, so this rests; it comes back {until}. "
                "Tick this if you wrote all the same.",
            )
        return cleaned


class AssessForm(forms.Form):
    """The letter as it stands while being typed: anything may be in it, even nothing."""

    channel = forms.ChoiceField(choices=Message.Channel)
    purpose = forms.ChoiceField(choices=Message.Purpose, required=False)
    subject = forms.CharField(
        max_length=200, required=False, error_messages={"max_length": SUBJECT_TOO_LONG}
    )
    body = forms.CharField(
        max_length=LONGEST, strip=False, required=False, error_messages={"max_length": TOO_LONG}
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        _check_subject(self, cleaned)
        return cleaned
