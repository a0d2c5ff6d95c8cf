"""The form behind the set-up link."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation

from crm.accounts.models import User
from crm.web.time import zone_named


class SetupForm(forms.Form):
    """Who owns this instance."""

    name = forms.CharField(
        label="Your name", max_length=200, help_text="As people you write to know you."
    )
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        help_text="You sign in with it; reminders go there.",
    )
    password = forms.CharField(
        label="Password",
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 8 characters. A sentence is easy to remember.",
    )
    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        """What the browser says, if we know it; the profile asks again otherwise."""
        name: str = self.cleaned_data["time_zone"]
        return name if zone_named(name) else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if password := cleaned.get("password"):
            try:
                password_validation.validate_password(
                    password, User(email=cleaned.get("email", ""))
                )
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned
