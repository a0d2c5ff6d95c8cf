"""When the user wants to be reminded."""

from typing import Any

from django import forms

from contacts.fields import DayField
from outreach.reminders.timing import ReminderSettings
from outreach.reminders.wording import DAYS

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


class _HourOrNone(forms.TypedChoiceField):
    def __init__(self, **options: Any) -> None:
        choices = [("", "-"), *HOURS]
        super().__init__(coerce=int, empty_value=None, required=False, choices=choices, **options)


class ReminderSettingsForm(forms.ModelForm):
    hour = forms.TypedChoiceField(coerce=int, choices=HOURS, label="At")
    weekdays = forms.MultipleChoiceField(
        choices=[(str(number), name) for number, name in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple,
        label="On",
        error_messages={"required": "Choose at least one day, or switch reminders off."},
    )

    quiet_from = _HourOrNone(label="Quiet from")
    quiet_until = _HourOrNone(label="Quiet until")
    paused_until = DayField(
        required=False,
        label="Paused until",
        help_text="No mail before this day. What falls due meanwhile is in the first mail after.",
    )

    class Meta:
        model = ReminderSettings
        fields = ("is_on", "mode", "hour", "weekdays", "quiet_from", "quiet_until", "paused_until")
        labels = {"is_on": "Mail me what is due", "mode": "How"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["weekdays"] = list(self.instance.weekdays)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        hours = cleaned.get("quiet_from"), cleaned.get("quiet_until")
        if None not in hours and hours[0] == hours[1]:
            self.add_error("quiet_until", "Quiet hours end at another hour than they begin.")
        return cleaned

    def clean_weekdays(self) -> str:
        return "".join(sorted(self.cleaned_data["weekdays"]))
