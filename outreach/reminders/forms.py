"""When the user wants to be reminded."""

from typing import Any

from django import forms

from outreach.reminders.models import ReminderSettings
from outreach.reminders.wording import DAYS


class ReminderSettingsForm(forms.ModelForm):
    hour = forms.TypedChoiceField(
        coerce=int, choices=[(hour, f"{hour:02}:00") for hour in range(24)], label="At"
    )
    weekdays = forms.MultipleChoiceField(
        choices=[(str(number), name) for number, name in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple,
        label="On",
        error_messages={"required": "Choose at least one day, or switch reminders off."},
    )

    class Meta:
        model = ReminderSettings
        fields = ("is_on", "hour", "weekdays")
        labels = {"is_on": "Mail me what is due"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["weekdays"] = list(self.instance.weekdays)

    def clean_weekdays(self) -> str:
        return "".join(sorted(self.cleaned_data["weekdays"]))
