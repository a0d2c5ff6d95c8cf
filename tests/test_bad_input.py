"""Whatever is typed into a form gets a sentence at its field, and never an error page."""

from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts.events.forms import EventForm
from contacts.meetings.forms import MeetingForm
from contacts.meetings.log import LogForm
from contacts.meetings.services import log_meeting
from contacts.models import Contact, Event, Meeting
from contacts.people.forms import ContactForm, SearchForm
from contacts.people.services import add_contact

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
FIELDS = {
    "contact-add": ContactForm.base_fields,
    "contact-edit": ContactForm.base_fields,
    "event-add": EventForm.base_fields,
    "event-edit": EventForm.base_fields,
    "meeting-add": MeetingForm.base_fields,
    "meeting-edit": MeetingForm.base_fields,
}
CASES = [(name, field) for name, fields in FIELDS.items() for field in fields]
GOOD = {"name": "Zoë Quint", "met_on": "2026-05-14", "place": "Kept & typed"}


@pytest.fixture
def url(ada, grace):
    """Where the form of that name is sent."""
    event = Event.objects.create(owner=ada, name="PyCon")
    meeting = Meeting.objects.create(owner=ada, contact=grace, met_on="2026-05-14")
    rows = {"contact-edit": grace, "meeting-add": grace, "event-edit": event}
    rows["meeting-edit"] = meeting

    def url(name: str) -> str:
        return reverse(f"contacts:{name}", args=[rows[name].pk] if name in rows else [])

    return url


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize(("name", "field"), CASES, ids="-".join)
def test_a_form_takes_it_or_says_what_is_wrong(client, url, name, field, nasty):
    answer = client.post(url(name), GOOD | {field: NASTY[nasty]})

    assert answer.status_code in {302, 422}
    page = client.get(answer.url) if answer.status_code == 302 else answer
    assert page.status_code in {200, 422}
    assert "<script>alert(1)" not in page.content.decode()
    if answer.status_code == 422:
        assert set(answer.context["form"].errors) <= {field, "i_promised", "they_offered"}


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("field", LogForm.base_fields)
def test_the_log_takes_it_or_says_what_is_wrong(ada, grace, field, nasty):
    form = LogForm(GOOD | {field: NASTY[nasty]}, user=ada)

    if form.is_valid():
        assert log_meeting(owner=ada, **form.cleaned_data).contact.search_text
    else:
        assert set(form.errors) <= {field, "i_promised", "they_offered"}


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("field", [*SearchForm.base_fields, "page"])
def test_the_list_answers_whatever_it_is_asked(client, grace, field, nasty):
    answer = client.get(reverse("contacts:list"), {field: NASTY[nasty]})

    assert answer.status_code in {200, 422}


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("field", LogForm.base_fields)
def test_who_may_be_meant_answers_whatever_it_is_asked(client, grace, field, nasty):
    answer = client.get(reverse("contacts:matches"), {field: NASTY[nasty]})

    assert answer.status_code == 200


def test_an_empty_form_says_what_is_needed(client, url):
    for name in FIELDS:
        assert client.post(url(name), {}).status_code == 422


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
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
