"""Logging whom one met: the form that Today shows, and what it keeps."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from contacts.meetings.log import LogForm
from contacts.meetings.services import log_meeting
from contacts.models import Contact, Event, Meeting, Promise


def told(**changes: str) -> dict[str, str]:
    return {"name": "Marcus Oyelaran", "met_on": "2026-05-14"} | changes


def log(user, **changes: str) -> Meeting:
    form = LogForm(told(**changes), user=user)
    assert form.is_valid(), form.errors
    return log_meeting(owner=user, **form.cleaned_data).meeting


def choices_of(form: LogForm) -> list[str]:
    return [str(radio.data["label"]) for radio in form["who"].subwidgets]


@pytest.fixture
def marcus(ada) -> Contact:
    return log(ada, headline="Head of Platform", company="Kestrel").contact


def test_somebody_new_becomes_a_contact_who_was_met(ada):
    meeting = log(
        ada,
        headline="Head of Platform",
        linkedin_slug="linkedin.com/in/oyelaran",
        event="Cloud meetup",
        detail="the runbook with jokes",
        i_promised="send the template",
        i_promised_due="2026-06-01",
    )

    assert meeting.contact.name == "Marcus Oyelaran"
    assert meeting.contact.linkedin_slug == "oyelaran"
    assert meeting.event == Event.objects.for_user(ada).get()
    assert meeting.promises.get().due_on == date(2026, 6, 1)
    assert Contact.objects.for_user(ada).search("runbook oyelaran meetup").exists()


def test_pronouns_are_kept_with_the_person(client, ada, marcus):
    told_of = {
        "name": "Ines Falk",
        "met_on": "2026-05-14",
        "pronouns": "  she/her ",
        "then": "next",
    }

    client.post(reverse("outreach:log"), told_of)
    log(ada, who=str(marcus.pk), pronouns="he/him")
    log(ada, who=str(marcus.pk))

    assert Contact.objects.get(name="Ines Falk").pronouns == "she/her"
    marcus.refresh_from_db()
    assert marcus.pronouns == "he/him"


def test_pronouns_that_are_too_long_are_asked_for_at_the_field(client, ada):
    page = client.post(reverse("outreach:log"), told(pronouns="x" * 41))

    assert page.status_code == 422
    assert page.context["log"].errors.keys() == {"pronouns"}
    assert "x" * 41 in page.content.decode()


def test_a_known_name_is_asked_about_before_anything_is_kept(ada, marcus):
    form = LogForm(told(name="marcus OYELARÁN", detail="bow tie"), user=ada)

    assert not form.is_valid()
    assert form.errors["who"] == [
        "You already know a Marcus Oyelaran, Head of Platform at Kestrel. Is it the same person?"
    ]
    assert form["detail"].value() == "bow tie"
    labels = choices_of(form)
    assert labels == ["Marcus Oyelaran, Head of Platform at Kestrel", "Someone new"]


def test_the_same_person_gets_one_more_meeting(ada, marcus):
    meeting = log(ada, who=str(marcus.pk), company="Halden")

    marcus.refresh_from_db()
    assert meeting.contact == marcus
    assert marcus.meetings.count() == 2
    assert marcus.position == "Head of Platform at Halden"


def test_choosing_a_known_person_keeps_their_name(ada, marcus):
    log(ada, name="marcus", who=str(marcus.pk))

    marcus.refresh_from_db()
    assert marcus.name == "Marcus Oyelaran"


def test_someone_new_of_the_same_name_is_another_contact(ada, marcus):
    assert log(ada, who="new").contact != marcus


def test_two_namesakes_are_both_offered(ada, marcus):
    log(ada, who="new", headline="Baker")

    form = LogForm(told(), user=ada)

    assert not form.is_valid()
    assert "You already know 2 people called Marcus Oyelaran" in form.errors["who"][0]
    assert len(choices_of(form)) == 3


def test_a_name_of_blanks_is_an_empty_name_and_asks_about_nobody(ada, grace):
    form = LogForm(told(name="   "), user=ada)

    assert list(form.errors) == ["name"]
    assert not form.asks_who


@pytest.mark.parametrize("known", [{"name": "Dr."}, {"name": "Dr.", "company": "Kestrel Inc."}])
def test_the_question_about_a_known_name_ends_with_one_full_stop(ada, known):
    log(ada, **known)

    [asked] = LogForm(told(name="Dr."), user=ada).errors["who"]

    assert ".." not in asked
    assert ". Is it the same person?" in asked


def test_the_same_linkedin_profile_is_the_same_person(ada, grace):
    meeting = log(ada, name="G. Hollis", linkedin_slug="https://linkedin.com/in/grace-hollis")

    assert meeting.contact == grace


@pytest.mark.parametrize("who", ["new", "marcus"])
def test_a_profile_that_belongs_to_somebody_else_is_refused(ada, grace, marcus, who):
    chosen = str(marcus.pk) if who == "marcus" else who

    form = LogForm(told(who=chosen, linkedin_slug="grace-hollis"), user=ada)

    assert not form.is_valid()
    assert "Grace Hollis" in form.errors["linkedin_slug"][0]


@pytest.mark.parametrize("who", ["not-an-id", "9f1c2f0e-7d1e-7aaa-8bbb-000000000000"])
def test_a_made_up_choice_is_refused_at_the_field(ada, who):
    form = LogForm(told(who=who), user=ada)

    assert not form.is_valid()
    assert form.errors["who"] == ["Choose one of these, or “Someone new”."]


def test_somebody_elses_contact_cannot_be_chosen_or_seen(bob, grace):
    form = LogForm(told(name="Grace Hollis", who=str(grace.pk)), user=bob)

    assert not form.is_valid()
    assert "Grace" not in str(choices_of(form))
    assert grace.meetings.count() == 0


def test_meeting_an_archived_contact_brings_them_back(ada, marcus, client):
    client.post(reverse("contacts:contact-archive", args=[marcus.pk]))

    log(ada, who=str(marcus.pk))

    marcus.refresh_from_db()
    assert marcus.archived_at is None


@pytest.mark.parametrize("who", ["", "new"])
def test_a_log_sent_twice_is_kept_once_and_asks_nothing(ada, who):
    sent = {"new_id": str(uuid4()), "who": who, "linkedin_slug": "oyelaran" if who else ""}

    first = log(ada, **sent, i_promised="call")
    second = log(ada, **sent, i_promised="call")

    assert first == second
    assert Contact.objects.count() == Meeting.objects.count() == Promise.objects.count() == 1


def test_two_logs_at_once_leave_one_contact(ada):
    new_id = str(uuid4())
    forms = [LogForm(told(new_id=new_id), user=ada) for _ in range(2)]
    assert all(form.is_valid() for form in forms)  # both looked before either was kept

    kept = [log_meeting(owner=ada, **form.cleaned_data).meeting for form in forms]

    assert kept[0] == kept[1]
    assert Contact.objects.count() == 1


def test_when_one_part_cannot_be_kept_nothing_is(ada, monkeypatch):
    def fails(*args: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("contacts.meetings.services._save_promise", fails)

    with pytest.raises(RuntimeError):
        log(ada, event="Cloud meetup")

    assert not Contact.objects.exists()
    assert not Event.objects.exists()


def test_typing_a_name_lists_who_may_be_meant(htmx, grace):
    page = htmx.get(reverse("contacts:matches"), {"name": "hol gra"}).content.decode()

    assert "Grace Hollis, Compiler lead at Northwind" in page
    assert "Someone new" in page
    assert f'value="{grace.pk}"' in page
    assert "<html" not in page


@pytest.mark.parametrize(
    "name", ["", "   ", "\u0301\u0301", "g", "nobody at all", "a\0b", "x" * 5000]
)
def test_typing_a_name_that_nobody_has_asks_nothing(htmx, grace, name):
    answer = htmx.get(reverse("contacts:matches"), {"name": name})

    assert answer.status_code == 200
    assert "Someone new" not in answer.content.decode()
