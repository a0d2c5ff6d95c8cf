"""What the user tells while writing."""

from typing import Any

from django import forms

from contacts.fields import without_to
from contacts.models import Contact
from outreach.facts.models import AddedFact
from outreach.facts.services import ANSWERABLE
from outreach.messages.models import Message

# Stands beside the letter and is sent with it, so that nothing typed is lost. Enter in a field
# presses the button it belongs to (letter.js): the form has several.
BESIDE = {"form": "letter-form"}
PROMISES = {AddedFact.Kind.PROMISE_MINE, AddedFact.Kind.PROMISE_THEIRS}


class AddedFactForm(forms.ModelForm):
    """Something the user knows that is not among the facts yet. It goes with the letter."""

    class Meta:
        model = AddedFact
        fields = ("kind", "text")
        labels = {"kind": "What is it?", "text": "In your own words"}
        widgets = {
            "kind": forms.Select(attrs=BESIDE),
            "text": forms.TextInput(attrs={**BESIDE, "data-enter": "#add-fact"}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") in PROMISES and "text" in cleaned:
            cleaned["text"] = without_to(cleaned["text"])
        return cleaned


class AnswerForm(forms.Form):
    """The answer to the one question that thin context leads to. It goes with the letter."""

    question = forms.CharField(max_length=30, widget=forms.HiddenInput)
    answer = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={**BESIDE, "data-enter": "#answer-question"}),
        error_messages={"required": "One line is enough, but it takes one."},
    )

    # To what end the letter beside it is written.
    purpose = forms.ChoiceField(choices=Message.Purpose, required=False)

    def clean_question(self) -> str:
        question: str = self.cleaned_data["question"]
        if question not in ANSWERABLE:
            raise forms.ValidationError("This is not a question we asked.")
        return question


class ForgetForm(forms.Form):
    """Which of the facts that were told of this contact to forget."""

    forget = forms.ModelChoiceField(AddedFact.objects.none())

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = self.fields["forget"]
        assert isinstance(told, forms.ModelChoiceField)
        told.queryset = contact.added_facts.all()
