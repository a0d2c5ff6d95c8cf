from django import forms

from outreach.budget.models import NoteAllowance


class NoteAllowanceForm(forms.ModelForm):
    """How many notes a month LinkedIn grants the user."""

    class Meta:
        model = NoteAllowance
        fields = ("notes_a_month",)
        labels = {"notes_a_month": "Notes a month"}
        help_texts = {
            "notes_a_month": "How many requests LinkedIn lets you personalise. "
            "On a free account these are about five."
        }
