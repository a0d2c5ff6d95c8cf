"""What people type about an event."""

from typing import Any

from django import forms
from django.utils.html import format_html

from contacts.events.models import Event
from contacts.fields import DayField, LineField, NewIdField


class EventForm(forms.ModelForm):
    """Name, place and days."""

    starts_on = DayField(label="From", required=False)
    ends_on = DayField(label="To", required=False)
    new_id = NewIdField()

    class Meta:
        model = Event
        fields = ("name", "place", "starts_on", "ends_on")
        field_classes = {"name": LineField, "place": LineField}
        help_texts = {"name": "As people call it: “PyCon US 2026”."}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "The event ends before it starts.")
        if other := self._namesake(cleaned):
            said = "You already have an event with this name: <a href='{}'>{}</a>."
            self.add_error("name", format_html(said, other.get_absolute_url(), other))
        return cleaned

    def _namesake(self, cleaned: dict[str, Any]) -> Event | None:
        if not (name := cleaned.get("name")):
            return None
        others = Event.objects.for_user(self.instance.owner).named(name)
        return others.exclude(pk__in=[self.instance.pk, cleaned["new_id"]]).first()
