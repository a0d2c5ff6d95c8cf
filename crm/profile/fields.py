"""A list that is typed into one field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MOST_ENTRIES = 50
ENTRY_LENGTH = 200  # characters


class EntriesField(forms.CharField):
    """Entries on lines of their own; with `commas` also between commas. Cleans to a list without
    blanks and doubles."""

    def __init__(self, *, commas: bool = False, **options: Any) -> None:
        self.commas = commas
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(max_length=15_000, required=False, widget=widget, **options)

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        lines = (text.replace(",", "\n") if self.commas else text).splitlines()
        entries = {line.casefold(): line for line in (" ".join(one.split()) for one in lines)}
        entries.pop("", None)
        for entry in entries.values():
            if len(entry) > ENTRY_LENGTH:
                raise ValidationError(
                    f"“{entry[:60]}…” is too long. Use at most {ENTRY_LENGTH} characters for each."
                )
        if len(entries) > MOST_ENTRIES:
            raise ValidationError(f"These are {len(entries)}. Keep the {MOST_ENTRIES} that matter.")
        return list(entries.values())

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return (", " if self.commas else "\n").join(map(str, value))


class BackgroundFields(forms.Form):
    """The fields of a `Background`, for the forms of those who have one."""

    schools = EntriesField(
        label="Schools", help_text="One a line, with years if you like: “Waterloo, 2009–2013”."
    )
    employers = EntriesField(
        label="Employers", help_text="Now and earlier, one a line: “Northwind, since 2019”."
    )
    skills = EntriesField(
        label="Skills", commas=True, help_text="With commas between: typography, sailing, Rust."
    )
    places = EntriesField(
        label="Places", help_text="Where home is or was, one a line: “Toronto, Canada”."
    )
