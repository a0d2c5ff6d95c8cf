"""What the user tells while writing."""

from typing import Any

from django import forms

from contacts.models import Contact
from outreach.facts.models import AddedFact
from outreach.facts.services import ANSWERABLE


class AddedFactForm(forms.ModelForm):
    """Something the user knows that is not among the facts yet."""

    class Meta:
        model = AddedFact
        fields = ("kind", "text")
        labels = {"kind": "What is it?", "text": "In your own words"}


class AnswerForm(forms.Form):
    """The answer to the one question that thin context leads to."""

    kind = forms.CharField(max_length=30, widget=forms.HiddenInput)
    answer = forms.CharField(
        max_length=200, error_messages={"required": "One line is enough, but it takes one."}
    )

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if kind not in ANSWERABLE:
            raise forms.ValidationError("This is not a question we asked.")
        return kind


class ForgetForm(forms.Form):
    """Which of the facts that were told of this contact to forget."""

    forget = forms.ModelChoiceField(AddedFact.objects.none())

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = self.fields["forget"]
        assert isinstance(told, forms.ModelChoiceField)
        told.queryset = contact.added_facts.all()
