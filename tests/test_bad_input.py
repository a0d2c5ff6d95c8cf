"""Whatever is typed into a form gets a sentence at its field, and never an error page."""

from itertools import product
from uuid import uuid4

import pytest
from django.db import transaction
from django.forms import BaseForm
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts.events.forms import EventForm
from contacts.events.services import add_event
from contacts.meetings.forms import MeetingForm
from contacts.meetings.log import LogForm
from contacts.meetings.services import add_meeting, log_meeting
from contacts.models import Contact, Event, Meeting
from contacts.people.forms import ContactForm
from contacts.people.services import add_contact

pytestmark = pytest.mark.thorough

NASTY = {
    "nothing": "",
    "blanks": " \t\r\n ",
    "too much": "x" * 20_001,
    "many lines": "line\n" * 3000,
    "NUL": "a\0b",
    "no letter at all": "\u0301\u200b\u202e",
    "grows when folded": "\ufdfa" * 200,
    "another script": "王小明 مريم Ελένη İıßſK",
    "markup": "<script>alert(1)</script>\"'&",
    "a template": "{{ form }}{% now 'Y' %}{given_name}%s%(x)d",
    "a query": "'; DROP TABLE contacts_contact; -- %_\\",
    "an id": "01890000-0000-7000-8000-000000000000",
    "a date long ago": "0001-01-01",
    "a date far off": "9999-12-31",
    "a date that never was": "2026-02-30",
    "a year too long": "99999-01-01",
    "a number": "-1e308",
    "an odd address": "https://[::1",
    "an odd slug": "https://www.linkedin.com/in/%00%ff%2e%2e/",
}
KINDS = ["contact-edit", "event-edit", "meeting-add"]  # each form once, also with rows behind it
GOOD = {"name": "Zoë Quint", "met_on": "2026-05-14"}


@pytest.fixture
def url(ada, grace):
    """Where the form of that kind is sent."""
    event = Event.objects.create(owner=ada, name="PyCon")
    meeting = Meeting.objects.create(owner=ada, contact=grace, met_on="2026-05-14")
    rows = {"contact-edit": grace, "meeting-add": grace, "event-edit": event}
    rows["meeting-edit"] = meeting

    def url(kind: str) -> str:
        return reverse(f"contacts:{kind}", args=[rows[kind].pk] if kind in rows else [])

    return url


def the_form(kind: str, owner, data: dict[str, str]) -> BaseForm:
    if kind == "contact":
        return ContactForm(data, instance=Contact(owner=owner))
    if kind == "event":
        return EventForm(data, instance=Event(owner=owner))
    return {"meeting": MeetingForm, "log": LogForm}[kind](data, user=owner)


def keep(form, owner, contact: Contact) -> None:
    """What the view does with a valid form."""
    values = form.cleaned_data
    if isinstance(form, ContactForm):
        rest = {"points": form.points, "tags": values["tags"]}
        add_contact(form.instance, new_id=values["new_id"], **rest)
    elif isinstance(form, EventForm):
        add_event(form.instance, new_id=values["new_id"])
    elif isinstance(form, LogForm):
        log_meeting(owner=owner, **values)
    else:
        add_meeting(contact, **values)


def test_each_field_keeps_it_or_says_there_what_is_wrong(ada, grace, subtests):
    for nasty, kind in product(NASTY, ("contact", "event", "meeting", "log")):
        with subtests.test(nasty, kind=kind):
            keep_or_say(ada, grace, kind, nasty)


def keep_or_say(ada, grace, kind: str, nasty: str) -> None:
    everywhere = dict.fromkeys(the_form(kind, ada, {}).fields, NASTY[nasty])
    taken = everywhere.copy()
    refused = the_form(kind, ada, GOOD | everywhere).errors
    assert set(refused) <= set(everywhere)  # nothing is said of the form as a whole
    for field in refused:
        form = the_form(kind, ada, GOOD | {field: NASTY[nasty]})

        # A date without a promise is said at the promise.
        assert set(form.errors) <= {field, field.removesuffix("_due")}, field
        if form.errors:
            del taken[field]

    # All that was taken is kept at once, or else one by one where it does not go together.
    together = the_form(kind, ada, GOOD | taken)
    alone = (the_form(kind, ada, GOOD | {field: value}) for field, value in taken.items())
    for form in [together] if together.is_valid() else alone:
        with transaction.atomic():
            assert form.is_valid()
            keep(form, ada, grace)
            transaction.set_rollback(True)


def test_a_page_with_it_in_every_field_comes_back_as_a_page(client, url, subtests):
    for nasty, kind in product(NASTY, KINDS):
        everything = dict.fromkeys(LogForm.base_fields | ContactForm.base_fields, NASTY[nasty])
        with subtests.test(nasty, kind=kind):
            answer = client.post(url(kind), everything | {"ends_on": "x"})

            assert answer.status_code in {302, 422}
            assert "<script>alert(1)" not in answer.content.decode()


def test_what_was_kept_is_shown_as_it_was_typed(client, subtests):
    for nasty, typed in NASTY.items():
        told = {"name": "Zoë", "company": typed, "notes": typed, "tags": typed}
        with subtests.test(nasty):
            page = client.post(reverse("contacts:contact-add"), told, follow=True)

            assert page.status_code in {200, 422}
            assert "<script>alert(1)" not in page.content.decode()


def test_a_list_answers_whatever_it_is_asked(client, grace, subtests):
    for nasty, field in product(NASTY, ("q", "tag", "archived", "page")):
        with subtests.test(nasty, field=field):
            answer = client.get(reverse("contacts:list"), {field: NASTY[nasty]})

            assert answer.status_code in {200, 422}


def test_who_may_be_meant_answers_whatever_it_is_asked(client, grace, subtests):
    for nasty, field in product(NASTY, ("name", "who", "met_on")):
        with subtests.test(nasty, field=field):
            answer = client.get(reverse("contacts:matches"), {field: NASTY[nasty]})

            assert answer.status_code == 200


def test_an_empty_form_says_what_is_needed(client, url):
    for kind in KINDS:
        assert client.post(url(kind), {}).status_code == 422, kind


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=250))
def test_any_text_is_kept_as_a_contact_and_found_again_or_refused(ada, text):
    told = {"name": text, "company": text, "tags": text, "notes": text, "links": text}
    form = ContactForm({**told, "links": ""}, instance=Contact(owner=ada))

    if form.is_valid():
        kept = add_contact(
            form.instance, new_id=uuid4(), points=form.points, tags=form.cleaned_data["tags"]
        )
        assert Contact.objects.for_user(ada).search(kept.name).filter(pk=kept.pk).exists()
        assert Contact.objects.for_user(ada).named(kept.name).filter(pk=kept.pk).exists()
    else:
        assert set(form.errors) <= set(told)
