"""Meetings, the events they were at, and what was promised."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from contacts.models import Contact, Event, Meeting, Promise
from crm.web.time import today

EVENT_ADD = reverse("contacts:event-add")


def meet(contact: Contact) -> str:
    return reverse("contacts:meeting-add", args=[contact.pk])


@pytest.fixture
def meeting(client, grace) -> Meeting:
    told = {"met_on": "2026-05-14", "event": "PyCon", "i_promised": "send the benchmark"}
    client.post(meet(grace), told)
    return Meeting.objects.get()


def test_a_meeting_is_logged_with_its_event_and_promises(client, grace):
    told = {
        "met_on": "2026-05-14",
        "event": "PyCon US 2026",
        "place": "Hallway B",
        "talked_about": "Type checkers",
        "detail": "The red keyboard",
        "introduced_by": "Ana Ruiz",
        "i_promised": "send the benchmark",
        "i_promised_due": "2026-06-01",
        "they_offered": "introduce me to Priya",
    }

    answer = client.post(meet(grace), told, follow=True)

    page = answer.content.decode()
    assert "Logged: you met Grace Hollis." in page
    assert "PyCon US 2026" in page
    assert "The red keyboard" in page
    assert "I promised: send the benchmark" in page
    assert "until 1 June 2026" in page
    assert "They offered: introduce me to Priya" in page


def test_a_name_that_ends_with_a_full_stop_gets_no_second(client, ada):
    junior = Contact.objects.create(owner=ada, name="Kit Laverty Jr.")

    page = client.post(meet(junior), {"met_on": "2026-11-20"}, follow=True).content.decode()

    assert "Logged: you met Kit Laverty Jr.</span>" in page


def test_a_promise_typed_with_its_own_to_is_not_told_with_two(client, grace):
    told = {
        "met_on": "2026-05-14",
        "i_promised": "to send the slides",
        "they_offered": "To call Ana",
    }

    client.post(meet(grace), told)

    page = client.get(grace.get_absolute_url()).content.decode()
    assert "I promised: send the slides" in page
    assert "They offered: call Ana" in page
    assert "to to" not in page.casefold()


def test_notes_in_any_words_stand_beside_what_they_are(client, grace):
    told = {
        "met_on": "2026-05-14",
        "place": "till queue, ground floor",
        "i_promised": "spare fuse -> her shed",
        "they_offered": "soup sometime",
    }

    client.post(meet(grace), told)

    page = client.get(grace.get_absolute_url()).content.decode()
    assert "I promised: spare fuse" in page
    assert "They offered: soup sometime" in page
    assert "May 2026, till queue, ground floor" in page
    assert "at till queue" not in page


def test_an_event_of_that_name_is_found_again(client, ada, grace):
    event = Event.objects.create(owner=ada, name="Éurope Python")

    client.post(meet(grace), {"met_on": "2026-05-14", "event": "europe PYTHON"})

    assert Meeting.objects.get().event == event


def test_a_meeting_sent_twice_is_logged_once(client, grace):
    told = {"met_on": "2026-05-14", "i_promised": "call", "new_id": str(uuid4())}

    for _ in range(2):
        client.post(meet(grace), told)

    assert Meeting.objects.count() == 1
    assert Promise.objects.count() == 1


def test_the_form_offers_today_as_the_person_knows_it(client, grace, time_machine):
    time_machine.move_to("2026-05-14T23:30:00Z")  # half past one on the 15th in Berlin

    page = client.get(meet(grace)).content.decode()

    assert 'value="2026-05-15"' in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("met_on", "", "This field is required."),
        ("met_on", "yesterday-ish", "This is not a date."),
        ("met_on", "1815-12-10", "This year looks wrong."),
        ("met_on", (today() + timedelta(days=2)).isoformat(), "This is in the future."),
        ("i_promised_due", "2026-06-01", "There is a date, but nothing to do by then."),
        ("they_offered_due", "9999-01-01", "This year looks wrong."),
    ],
)
def test_a_date_that_cannot_be_gets_a_sentence_and_the_rest_stays(
    client, grace, field, typed, said
):
    told = {"met_on": "2026-05-14", "detail": "the red keyboard", field: typed}

    answer = client.post(meet(grace), told)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "the red keyboard" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_meeting_can_be_corrected(client, meeting):
    url = reverse("contacts:meeting-edit", args=[meeting.pk])
    assert 'value="send the benchmark"' in client.get(url).content.decode()

    client.post(url, {"met_on": "2026-05-13", "i_promised": "send the paper", "detail": "bow tie"})

    meeting.refresh_from_db()
    assert meeting.met_on == date(2026, 5, 13)
    assert meeting.event is None
    assert meeting.promises.get().text == "send the paper"
    assert "bow tie" in meeting.contact.search_text


def test_a_promise_that_is_emptied_is_gone(client, meeting):
    client.post(reverse("contacts:meeting-edit", args=[meeting.pk]), {"met_on": "2026-05-13"})

    assert not Promise.objects.exists()


def test_deleting_a_meeting_asks_first(client, meeting):
    url = reverse("contacts:meeting-delete", args=[meeting.pk])

    page = client.get(url).content.decode()
    assert "Delete this meeting with Grace Hollis?" in page
    assert Meeting.objects.exists()

    client.post(url)
    assert not Meeting.objects.exists()
    assert not Promise.objects.exists()
    assert "pycon" not in Contact.objects.get().search_text


def test_a_kept_promise_is_struck_out_and_can_be_undone(client, meeting):
    promise = meeting.promises.get()

    page = client.post(reverse("contacts:promise-keep", args=[promise.pk]), follow=True)
    assert "<s" in page.content.decode()
    promise.refresh_from_db()
    assert promise.kept_at

    client.post(reverse("contacts:promise-reopen", args=[promise.pk]))
    promise.refresh_from_db()
    assert promise.kept_at is None


def test_keeping_a_promise_twice_does_not_move_the_time(client, meeting, time_machine):
    keep = reverse("contacts:promise-keep", args=[meeting.promises.get().pk])
    time_machine.move_to("2026-05-20T10:00:00Z")
    client.post(keep)
    time_machine.move_to("2026-05-25T10:00:00Z")
    client.post(keep)

    assert meeting.promises.get().kept_at.day == 20


def test_htmx_gets_the_card_of_promises_back(htmx, meeting):
    answer = htmx.post(reverse("contacts:promise-keep", args=[meeting.promises.get().pk]))

    assert 'id="promised"' in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert "Undo" in answer.content.decode()


def test_an_event_shows_whom_you_met_there_and_who_lacks_a_detail(client, meeting):
    page = client.get(meeting.event.get_absolute_url()).content.decode()

    assert "Grace Hollis" in page
    assert "1 without a detail" in page


def test_events_are_listed_latest_first_with_how_many_were_met(client, ada, meeting):
    Event.objects.create(owner=ada, name="Old days", starts_on=date(2001, 1, 1))

    page = client.get(reverse("contacts:events")).content.decode()

    assert page.index("PyCon") < page.index("Old days")
    assert "1 person" in page
    assert "0 people" in page


def test_no_events_yet_teaches_what_one_is(client):
    assert "No events yet" in client.get(reverse("contacts:events")).content.decode()


def test_an_event_sent_twice_is_made_once(client):
    told = {"name": "PyCon", "new_id": str(uuid4())}

    for _ in range(2):
        assert client.post(EVENT_ADD, told).status_code == 302

    assert Event.objects.count() == 1


def test_a_renamed_event_is_found_by_its_new_name(client, meeting):
    url = reverse("contacts:event-edit", args=[meeting.event.pk])

    client.post(url, {"name": "EuroPython", "starts_on": "2026-05-14", "ends_on": "2026-05-14"})

    assert b"Grace Hollis" in client.get(reverse("contacts:list"), {"q": "europython"}).content


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "PYCON"}, "You already have an event with this name"),
        (
            {"name": "New", "starts_on": "2026-05-14", "ends_on": "2026-05-13"},
            "The event ends before it starts.",
        ),
        ({"name": "New", "starts_on": "0001-01-01"}, "This year looks wrong."),
    ],
)
def test_an_event_that_cannot_be_gets_a_sentence(client, meeting, told, said):
    answer = client.post(EVENT_ADD, told | {"place": "Long Beach"})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Long Beach" in answer.content.decode()
    assert Event.objects.count() == 1


def test_a_name_taken_while_the_form_was_open_is_said_in_words(client, meeting, monkeypatch):
    monkeypatch.setattr("contacts.events.forms.EventForm._namesake", lambda form, cleaned: None)

    for url in (EVENT_ADD, reverse("contacts:event-edit", args=[other_event(meeting).pk])):
        answer = client.post(url, {"name": "PyCon"})
        assert answer.status_code == 422
        assert "Another window has just saved something" in answer.content.decode()


def other_event(meeting: Meeting) -> Event:
    return Event.objects.create(owner=meeting.owner, name="Another")


def test_a_meeting_makes_no_promise_twice_whoever_is_faster(client, meeting, ada, grace):
    again = Promise(owner=ada, contact=grace, meeting=meeting, by=Promise.By.ME, text="send it")

    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    told = {"met_on": "2026-05-14", "i_promised": "send the other benchmark"}
    client.post(reverse("contacts:meeting-edit", args=[meeting.pk]), told)

    assert Promise.objects.get().text == "send the other benchmark"


def test_somebody_is_found_by_what_was_promised_to_them(client, meeting, grace):
    assert list(Contact.objects.search("benchmark")) == [grace]
