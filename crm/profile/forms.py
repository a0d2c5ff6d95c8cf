from django import forms
from django.conf import settings

from crm.profile.background import PARTS
from crm.profile.fields import BackgroundFields
from crm.profile.models import Profile
from crm.web.time import zone_named


class ProfileForm(BackgroundFields, forms.ModelForm):
    """Who you are, as drafts may tell it."""

    class Meta:
        model = Profile
        fields = (
            *("name", "headline", "who_you_are", "looking_for"),
            *PARTS,
            *("linkedin_plan", "time_zone"),
        )
        labels = {
            "name": "Your name",
            "headline": "Headline",
            "who_you_are": "Who you are, in one line",
            "looking_for": "What you are looking for",
            "time_zone": "Time zone",
        }
        help_texts = {
            "headline": "Your position, as on your profile: “data tooling lead at Maple”.",
            "who_you_are": "A phrase you would say aloud: “I run data tooling at Maple”.",
            "looking_for": "What a contact could help with: “teams that moved to typed Python”.",
            "time_zone": "Like Europe/Berlin. Reminders come by this clock.",
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["name"].required = True
        free, premium = settings.LINKEDIN_NOTE_LIMIT, settings.LINKEDIN_NOTE_LIMIT_PREMIUM
        self.fields[
            "linkedin_plan"
        ].help_text = (
            f"It decides how long a note may be: {free} characters on the free one, else {premium}."
        )
        self.fields["time_zone"].widget.attrs["list"] = "time-zones"


class TimeZoneForm(forms.Form):
    """What the browser tells."""

    time_zone = forms.CharField(max_length=64)

    def clean_time_zone(self) -> str:
        name: str = self.cleaned_data["time_zone"]
        if zone_named(name) is None:
            raise forms.ValidationError("This is not a time zone we know.")
        return name
