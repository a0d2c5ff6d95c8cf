"""What people type about a meeting. The labels begin a sentence that the person ends."""

from typing import Any

from django import forms

from contacts.events.models import Event
from contacts.fields import DayField, DeedField, LineField, NewIdField
from contacts.meetings.models import Meeting, Promise
from contacts.people.models import Contact
from contacts.people.search import fold
from crm.accounts.models import User
from crm.web.time import today

NOTES_LENGTH = 10_000  # characters
MOST_OFFERED = 200  # names of contacts
NAME_LENGTH, TALK_LENGTH, PROMISE_LENGTH = 200, 500, 300  # characters, as the columns


class MeetingForm(forms.Form):
    """When, where and what about. Its values are the keywords of `add_meeting`."""

    event = LineField(
        label="We met at",
        help_text="An event, if it was one: “PyCon US 2026”. A new name makes a new event.",
        widget=forms.TextInput(attrs={"list": "own-events", "autocomplete": "off"}),
        required=False,
        max_length=NAME_LENGTH,
    )
    place = LineField(
        label="Where exactly",
        help_text="There or anywhere else: “the coffee queue”.",
        required=False,
        max_length=NAME_LENGTH,
    )
    met_on = DayField(label="On", past=True)
    introduced_by = LineField(
        label="We were introduced by",
        widget=forms.TextInput(attrs={"list": "own-contacts", "autocomplete": "off"}),
        required=False,
        max_length=NAME_LENGTH,
    )
    talked_about = LineField(
        label="We talked about",
        help_text="End the sentence as you would say it: “moving the build to one lock file”.",
        required=False,
        max_length=TALK_LENGTH,
    )
    detail = LineField(
        label="I would recognise them by",
        help_text="The one detail that is only true of them: “the runbook with jokes in it”.",
        required=False,
        max_length=TALK_LENGTH,
    )
    i_promised = DeedField(
        label="I promised to",
        help_text="“send the benchmark”. Empty if nothing.",
        required=False,
        max_length=PROMISE_LENGTH,
    )
    i_promised_due = DayField(label="Until", required=False)
    they_offered = DeedField(
        label="They offered to",
        help_text="“introduce me to Ana”. Empty if nothing.",
        required=False,
        max_length=PROMISE_LENGTH,
    )
    they_offered_due = DayField(label="Until", required=False)
    notes = forms.CharField(
        max_length=NOTES_LENGTH, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    new_id = NewIdField()

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["met_on"].initial = today

    @property
    def own_events(self) -> list[str]:
        """Names of the latest events, offered while one is typed."""
        events = Event.objects.for_user(self.user).with_counts()[:50]
        return [event.name for event in events]

    @property
    def own_contacts(self) -> list[str]:
        """Names of the latest contacts, offered while an introducer's is typed."""
        own = Contact.objects.for_user(self.user).active().order_by("-id")
        return sorted(set(own.values_list("name", flat=True)[:MOST_OFFERED]), key=fold)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for promise in ("i_promised", "they_offered"):
            empty = promise in cleaned and not cleaned[promise]
            if empty and cleaned.get(f"{promise}_due"):
                self.add_error(promise, "There is a date, but nothing to do by then. What is it?")
        return cleaned


def values_of(meeting: Meeting) -> dict[str, Any]:
    """A kept meeting as the form shows it."""
    values: dict[str, Any] = {
        "event": meeting.event.name if meeting.event else "",
        "place": meeting.place,
        "met_on": meeting.met_on,
        "introduced_by": meeting.introduced_by,
        "talked_about": meeting.talked_about,
        "detail": meeting.detail,
        "notes": meeting.notes,
    }
    for promise in meeting.promises.all():
        name = "i_promised" if promise.by == Promise.By.ME else "they_offered"
        values |= {name: promise.text, f"{name}_due": promise.due_on}
    return values
