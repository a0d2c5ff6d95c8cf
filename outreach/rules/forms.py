"""A rule as the user words it, with the one thing that its kind has to know."""

from typing import Any

from django import forms

from contacts.fields import LineField
from outreach.messages.models import Message
from outreach.reminders.wording import DAYS
from outreach.rules.models import Rule

Kind = Rule.Kind
NEEDS = {
    Kind.NEVER_SAY: ("words",),
    Kind.MAX_LENGTH: ("longest", "channel"),
    Kind.QUIET_DAYS: ("weekdays",),
}


class KindForm(forms.Form):
    """Which kind of rule the address asks for."""

    kind = forms.ChoiceField(choices=Kind)


class RuleForm(forms.ModelForm):
    wording = LineField(
        max_length=200,
        label="The rule in your words",
        help_text="This is what you read where the rule speaks.",
        error_messages={
            "required": "Say it in your own words: you will read it.",
            "max_length": "Say it in 200 characters at most.",
        },
    )
    words = forms.CharField(
        max_length=1000,
        label="The words",
        help_text="One word or phrase a line.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Which words? One a line.",
            "max_length": "Give 1,000 characters of words at most.",
        },
    )
    longest = forms.IntegerField(
        min_value=50,
        max_value=10_000,
        label="At most so many characters",
        help_text="From 50 to 10,000. What LinkedIn allows is checked anyway.",
        error_messages={
            "required": "How many characters at most?",
            "invalid": "Give a whole number of characters, such as 280.",
            "min_value": "Give at least 50 characters: less says nothing that is only theirs.",
            "max_value": "Give at most 10,000 characters.",
        },
    )
    channel = forms.ChoiceField(
        choices=[("", "Wherever I write"), *Message.Channel.choices],
        required=False,
        label="Where it holds",
    )
    weekdays = forms.MultipleChoiceField(
        choices=[(str(number), name) for number, name in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple,
        label="The days",
        error_messages={"required": "Choose at least one day."},
    )

    class Meta:
        model = Rule
        fields = ("wording", "words", "longest", "channel", "weekdays")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["weekdays"] = list(self.instance.weekdays)
        needed = NEEDS.get(Kind(self.instance.kind), ())
        for name in {name for names in NEEDS.values() for name in names}.difference(needed):
            del self.fields[name]

    def clean_weekdays(self) -> str:
        return "".join(sorted(self.cleaned_data["weekdays"]))
