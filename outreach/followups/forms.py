from datetime import date, timedelta
from typing import Any

from django import forms

from crm.web.time import LATEST, today


class SnoozeForm(forms.Form):
    """Until when: a named choice, or a date."""

    CHOICES = (("tomorrow", "Tomorrow"), ("next_week", "Next week"), ("date", "Pick a day"))

    when = forms.ChoiceField(choices=CHOICES)
    until = forms.DateField(
        label="Another day",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = {"tomorrow": today() + timedelta(1), "next_week": today() + timedelta(7)}
        chosen: date | None = named.get(cleaned.get("when", ""), cleaned.get("until"))
        if chosen is None:
            if "until" not in self.errors:
                self.add_error("until", "Until which day?")
        elif chosen <= today():
            self.add_error("until", "Choose a day after today.")
        elif chosen > LATEST:
            self.add_error("until", f"That is too far off. Choose a day before {LATEST.year}.")
        cleaned["until"] = chosen
        return cleaned
