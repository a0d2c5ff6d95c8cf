"""The list of contacts and the page of one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from contacts.models import Contact, ContactPoint, Event, Meeting, Promise, Tag

LIST = reverse("contacts:list")


def make_contacts(ada, count: int) -> None:
    tag = Tag.objects.get_or_create(owner=ada, name="PyCon")[0]
    for n in range(count):
        contact = Contact.objects.create(owner=ada, name=f"Person {n:02}")
        contact.tags.add(tag)
        contact.refresh_search_text()
        contact.save()


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_an_empty_list_says_what_belongs_there_and_offers_it(client):
    page = client.get(LIST).content.decode()

    assert "Nobody here yet" in page
    assert reverse("contacts:contact-add") in page


@pytest.mark.parametrize(
    "sought",
    ["grace", "HOLLIS northwind", "Gräce", "toronto", "compilers", "nanoseconds", "grace@north"],
)
def test_search_finds_by_name_company_place_tag_note_and_address(client, grace, sought):
    page = client.get(LIST, {"q": sought}).content.decode()

    assert "Grace Hollis" in page


def test_search_finds_by_what_was_talked_about(client, grace):
    client.post(
        reverse("contacts:meeting-add", args=[grace.pk]),
        {"met_on": "2026-05-14", "talked_about": "Type checkers", "event": "PyCon"},
    )

    assert b"Grace Hollis" in client.get(LIST, {"q": "checkers pycon"}).content


def test_search_that_finds_nobody_says_so_and_shows_the_way_back(client, grace):
    page = client.get(LIST, {"q": "zebra"}).content.decode()

    assert "Grace" not in page
    assert "Show everyone" in page


def test_typing_in_search_swaps_the_results_only(htmx, grace):
    answer = htmx.get(LIST, {"q": "grace"})

    assert "Grace Hollis" in answer.content.decode()
    assert answer.content.strip().startswith(b'<section class="card" id="contacts"')
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize("asked", [{"q": "a\0b"}, {"q": "x" * 201}, {"tag": "nonsense"}])
def test_a_search_that_makes_no_sense_gets_a_sentence(client, grace, asked):
    answer = client.get(LIST, asked)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_a_tag_filters_the_list(client, ada, grace):
    make_contacts(ada, 1)

    page = client.get(LIST, {"tag": str(grace.tags.get().pk)}).content.decode()

    assert "Grace Hollis" in page
    assert "Person 00" not in page


def test_the_list_has_pages_that_keep_what_was_asked(client, ada):
    make_contacts(ada, 26)

    first = client.get(LIST, {"q": "person"}).content.decode()
    second = client.get(LIST, {"q": "person", "page": "2"}).content.decode()

    assert "Person 24" in first
    assert "Person 25" not in first
    assert "?q=person&amp;page=2" in first
    assert "Person 25" in second


def test_the_list_asks_the_database_as_often_for_twenty_five_as_for_one(client, ada):
    make_contacts(ada, 1)
    for_one = queries_of(client, LIST)

    make_contacts(ada, 50)

    assert queries_of(client, LIST) == for_one


def test_an_archived_contact_leaves_the_list_and_comes_back(client, grace):
    client.post(reverse("contacts:contact-archive", args=[grace.pk]))
    assert "Grace Hollis" not in listed(client, {})
    assert "Grace Hollis" in listed(client, {"archived": "on"})

    client.post(reverse("contacts:contact-bring-back", args=[grace.pk]))
    assert "Grace Hollis" in listed(client, {})


def listed(client, asked: dict[str, str]) -> str:
    """The page without its toasts."""
    page: str = client.get(LIST, asked).content.decode()
    return page.split('id="contacts"')[1].split("</section>")[0]


@pytest.mark.parametrize(
    ("headline", "company", "position"),
    [
        ("tide tables @ Firnwerk", "Firnwerk", "tide tables @ Firnwerk"),
        ("Tide tables @firnwerk, Oslo", "Firnwerk", "Tide tables @firnwerk, Oslo"),
        ("Pilot, Firnwerk", "Firnwerk GmbH", "Pilot, Firnwerk"),
        ("Lotsin bei Firnwerk", "Firnwerk", "Lotsin bei Firnwerk"),
        ("Firnwerk", "Firnwerk", "Firnwerk"),
        ("Pilot", "Firnwerk", "Pilot at Firnwerk"),
        ("Pilot, once at Firnwerker", "Firnwerk", "Pilot, once at Firnwerker at Firnwerk"),
        ("", "Firnwerk", "Firnwerk"),
    ],
)
def test_a_position_names_the_company_once(client, ada, headline, company, position):
    person = Contact.objects.create(owner=ada, name="Kit", headline=headline, company=company)

    page = client.get(person.get_absolute_url()).content.decode()

    assert f'<p class="meta">{escape(position)}</p>' in page


def test_the_page_of_a_contact_shows_how_to_reach_them_and_what_is_shared(client, grace):
    page = client.get(grace.get_absolute_url()).content.decode()

    assert "Compiler lead at Northwind, Toronto" in page
    assert 'href="mailto:grace@northwind.example"' in page
    assert 'href="https://www.linkedin.com/in/grace-hollis/" target="_blank" rel="noopener' in page
    assert "Compilers" in page
    assert "Collects nanoseconds." in page


def test_the_history_has_the_latest_first_and_the_beginning_last(client, ada, grace):
    event = Event.objects.create(owner=ada, name="PyCon US 2026")
    rows = {"owner": ada, "contact": grace}
    Meeting.objects.create(**rows, met_on=date(2030, 5, 14), event=event, detail="red keyboard")
    Meeting.objects.create(**rows, met_on=date(2031, 1, 2), place="the Toronto meetup")

    page = client.get(grace.get_absolute_url()).content.decode().split("timeline")[1]

    assert page.index("the Toronto meetup") < page.index("PyCon US 2026") < page.index("Added")
    assert "What would you recognise Grace by?" in page
    assert "red keyboard" in page


def test_a_long_history_costs_as_many_queries_as_a_short_one(client, ada, grace):
    add_to_history(grace, 1)
    for_one = queries_of(client, grace.get_absolute_url())

    add_to_history(grace, 50)

    assert queries_of(client, grace.get_absolute_url()) == for_one


def add_to_history(contact: Contact, count: int) -> None:
    rows = {"owner": contact.owner, "contact": contact}
    for n in range(count):
        other = Contact.objects.create(owner=contact.owner, name=f"Ana {n}")
        event = Event.objects.create(owner=contact.owner, name=f"Event {other.pk}")
        meeting = Meeting.objects.create(
            **rows, met_on=date(2026, 1, 1), event=event, introduced_by="Ana", introducer=other
        )
        Promise.objects.create(**rows, meeting=meeting, by="me", text="write")
        ContactPoint.objects.create(**rows, kind="url", value=f"https://{other.pk}.example")


def test_a_missing_contact_is_a_404(client):
    missing = reverse("contacts:contact", args=["01890000-0000-7000-8000-000000000000"])

    assert client.get(missing).status_code == 404


@pytest.mark.parametrize("name", ["contact-archive", "contact-bring-back"])
def test_what_changes_a_contact_is_not_a_link(client, grace, name):
    assert client.get(reverse(f"contacts:{name}", args=[grace.pk])).status_code == 405


@pytest.mark.parametrize("name", ["Nguyễn Thị Hoa", "Dr. Nguyễn Thị Hoa"])
def test_where_the_family_stands_first_the_page_calls_them_by_the_last_name(client, ada, name):
    hoa = Contact.objects.create(owner=ada, name=name)

    assert "Write to Hoa" in client.get(hoa.get_absolute_url()).content.decode()


def test_of_two_given_names_before_two_families_both_are_called(client, ada):
    luna = Contact.objects.create(owner=ada, name="María José Etxeberria Luna")

    assert "Write to María José" in client.get(luna.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Élodie Ångström", "ÉÅ"), ("Dr. Ana Ruiz, PhD", "AR"), ("Cher", "C"), ("Dr", "D")],
)
def test_initials_are_those_of_the_name_without_titles(ada, name, initials):
    assert Contact(owner=ada, name=name).initials == initials
