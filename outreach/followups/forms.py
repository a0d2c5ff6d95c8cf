"""What people say about follow-ups: until when, which ones to list, after how many days."""

from datetime import date, timedelta
from typing import Any

from django import forms

from contacts.fields import DayField, LineField, NewIdField
from crm.web.time import LATEST, today
from outreach.followups.models import FollowUp, FollowUpQuerySet
from outreach.followups.timings import Timings


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


class FilterForm(forms.Form):
    """Which follow-ups to list, asked by GET."""

    WHEN = (
        ("", "All"),
        ("overdue", "Overdue"),
        ("today", "Today"),
        ("upcoming", "Upcoming"),
    )

    when = forms.ChoiceField(choices=WHEN, required=False, label="Due")
    reason = forms.ChoiceField(
        choices=[("", "Any reason"), *FollowUp.Reason.choices], required=False
    )

    def chosen_from(self, owed: FollowUpQuerySet, day: date) -> FollowUpQuerySet:
        """Those of `owed` that are asked for; all of them when what was asked makes no sense."""
        if not self.is_valid():
            return owed
        dates = {"overdue": {"due_on__lt": day}, "today": {"due_on": day}}
        dates["upcoming"] = {"due_on__gt": day}
        owed = owed.filter(**dates.get(self.cleaned_data["when"], {}))
        reason = self.cleaned_data["reason"]
        return owed.filter(reason=reason) if reason else owed


class OwnNoteForm(forms.Form):
    """A follow-up that the user writes: what to do, and when."""

    text = LineField(
        label="What do you want to remember?",
        max_length=300,
        help_text="“Ask how the move to Lisbon went.”",
        error_messages={"required": "What is it about? One line is enough."},
    )
    due_on = DayField(label="On")
    new_id = NewIdField()

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on < today():
            raise forms.ValidationError("This day is over. Choose today or a later one.")
        return due_on


class TimingsForm(forms.ModelForm):
    """After how many days something is owed."""

    class Meta:
        model = Timings
        fields = (
            "generic_days",
            "accepted_days",
            "no_reply_days",
            "no_reply_again_days",
            "parked_days",
            "pending_days",
            "withdraw_days",
            "locked_days",
            "undated_promise_days",
            "birthdays",
            "birthday_days_before",
        )
        labels = {
            "generic_days": "Repair a generic or blank request after",
            "accepted_days": "Say something once they accepted after",
            "no_reply_days": "Write again without a reply after",
            "no_reply_again_days": "And a second and last time after",
            "parked_days": "Then let it rest for",
            "pending_days": "Try another way when an invitation is pending for",
            "withdraw_days": "Withdraw an invitation that is pending for",
            "locked_days": "Ask again after withdrawing in",
            "undated_promise_days": "Keep a promise without a date within",
            "birthdays": "Remind me of birthdays",
            "birthday_days_before": "How many days before a birthday",
        }
        help_texts = {"locked_days": "LinkedIn takes no new invitation for three weeks."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.IntegerField):
                field.widget.attrs |= {"inputmode": "numeric"}
                field.error_messages |= {"required": "After how many days?"}
