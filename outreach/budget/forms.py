from django import forms

from outreach.budget.models import MOST_ALLOWED, NoteAllowance

OUT_OF_RANGE = f"Give a whole number of notes, from 0 to {MOST_ALLOWED}."


class NoteAllowanceForm(forms.ModelForm):
    """How many notes a month LinkedIn grants the user."""

    class Meta:
        model = NoteAllowance
        fields = ("notes_a_month",)
        labels = {"notes_a_month": "Notes a month"}
        error_messages = {
            "notes_a_month": dict.fromkeys(("invalid", "min_value", "max_value"), OUT_OF_RANGE)
        }
        help_texts = {
            "notes_a_month": "How many requests LinkedIn lets you personalise. "
            "On a free account these are about five."
        }
