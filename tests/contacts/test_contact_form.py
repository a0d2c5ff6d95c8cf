"""Adding and changing a contact."""

from uuid import uuid4

import pytest
from django.urls import reverse

from contacts.models import Contact, ContactPoint, Tag

ADD = reverse("contacts:contact-add")


def edit(contact: Contact) -> str:
    return reverse("contacts:contact-edit", args=[contact.pk])


def points(contact: Contact, kind: str) -> list[str]:
    return list(contact.points.filter(kind=kind).values_list("value", flat=True))


def test_a_contact_is_added_with_every_way_to_reach_them(client, ada):
    told = {
        "name": "  Marcus\n Oyelaran ",
        "headline": "Head of Platform",
        "company": "Kestrel",
        "linkedin_slug": "https://www.linkedin.com/in/Oyelaran/?trk=x",
        "emails": "marcus@kestrel.example\n\nm.oye@example.org\nMARCUS@kestrel.example",
        "phones": "+49 30 1234567\n",
        "links": "kestrel.example/blog\nhttp://talks.example",
        "tags": "PyCon, on-call,pycon",
    }

    answer = client.post(ADD, told)

    marcus = Contact.objects.for_user(ada).get()
    assert answer.url == marcus.get_absolute_url()
    assert marcus.name == "Marcus Oyelaran"
    assert marcus.position == "Head of Platform at Kestrel"
    assert marcus.linkedin_slug == "oyelaran"
    assert points(marcus, "email") == ["marcus@kestrel.example", "m.oye@example.org"]
    assert points(marcus, "phone") == ["+49 30 1234567"]
    assert points(marcus, "url") == ["https://kestrel.example/blog", "http://talks.example"]
    assert sorted(tag.name for tag in marcus.tags.all()) == ["on-call", "pycon"]


def test_the_form_to_edit_shows_what_is_known_and_saves_what_is_typed(client, grace):
    page = client.get(edit(grace)).content.decode()
    assert 'value="grace-hollis"' in page
    assert "grace@northwind.example</textarea>" in page
    assert 'value="Compilers"' in page

    client.post(edit(grace), {"name": "Grace Hollis", "emails": "new@example.org", "tags": ""})

    grace.refresh_from_db()
    assert grace.headline == ""
    assert grace.linkedin_slug is None
    assert points(grace, "email") == ["new@example.org"]
    assert not grace.tags.exists()
    assert "new@example.org" in grace.search_text


def test_a_tag_is_found_whatever_its_capitals_and_accents(client, ada):
    tag = Tag.objects.create(owner=ada, name="École")

    client.post(ADD, {"name": "Zoë", "tags": "ecole, École"})

    assert Contact.objects.get().tags.get() == tag


def test_somebody_elses_tag_is_not_taken(client, bob):
    theirs = Tag.objects.create(owner=bob, name="PyCon")

    client.post(ADD, {"name": "Zoë", "tags": "PyCon"})

    assert Contact.objects.get().tags.get() != theirs


def test_a_form_sent_twice_makes_one_contact(client):
    told = {"name": "Zoë", "linkedin_slug": "zoe-quint", "new_id": str(uuid4())}

    first = client.post(ADD, told)
    second = client.post(ADD, told)

    assert Contact.objects.count() == 1
    assert first.url == second.url


def test_the_id_of_somebody_elses_contact_overwrites_nothing(stranger, grace):
    answer = stranger.post(ADD, {"name": "Mine now", "new_id": str(grace.pk)})

    grace.refresh_from_db()
    assert answer.status_code == 422
    assert grace.name == "Grace Hollis"
    assert Contact.objects.count() == 1


def test_a_profile_that_is_known_already_names_the_contact_it_belongs_to(client, grace):
    answer = client.post(ADD, {"name": "Zoë", "linkedin_slug": "linkedin.com/in/Grace-Hollis/"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "You already have a contact with this LinkedIn profile" in page
    assert f"<a href='{grace.get_absolute_url()}'>Grace Hollis</a>" in page
    assert "linkedin.com/in/Grace-Hollis/" in page


def test_two_owners_may_know_the_same_profile(stranger, grace, bob):
    stranger.post(ADD, {"name": "Grace H.", "linkedin_slug": "grace-hollis"})

    assert Contact.objects.for_user(bob).get().linkedin_slug == "grace-hollis"


def test_a_profile_taken_while_the_form_was_open_is_said_in_words(client, grace, monkeypatch):
    # As in two windows at once: when this one looked, the profile was free.
    monkeypatch.setattr(
        "contacts.people.forms.ContactForm.clean_linkedin_slug", lambda form: "grace-hollis"
    )

    other = Contact.objects.create(owner=grace.owner, name="Zoë")

    for url in (ADD, edit(other)):
        answer = client.post(url, {"name": "Zoë", "linkedin_slug": "grace-hollis"})
        assert answer.status_code == 422
        assert "Another window has just saved something" in answer.content.decode()

    assert Contact.objects.filter(linkedin_slug="grace-hollis").get() == grace


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "   ", "This field is required."),
        ("emails", "a@example.org\nnonsense", "Line 2: “nonsense” is not an e-mail address."),
        ("phones", "call me", "Line 1: “call me” is not a phone number."),
        ("phones", "12", "Line 1: “12” is not a phone number."),
        ("links", "javascript:alert(1)", "“javascript:alert(1)” is not a web address."),
        ("links", "ok.example\n\nftp://a.example", "Line 3: “ftp://a.example” is not a web"),
        ("links", "mailto:a@b.example", "“mailto:a@b.example” is not a web address."),
        ("tags", "x" * 51, "is too long for a tag"),
        ("linkedin_slug", "linkedin.com", "This is not a LinkedIn profile."),
        ("linkedin_slug", "https://example.org/in/grace", "This is not a LinkedIn profile."),
        ("linkedin_slug", "Grace Hollis", "This is not a LinkedIn profile."),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence_and_stays_typed(client, field, typed, said):
    answer = client.post(ADD, {"name": "Zoë", "company": "Kept & typed", field: typed})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "Kept &amp; typed" in page
    assert not Contact.objects.exists()


def test_more_lines_than_anyone_needs_are_counted(client):
    lines = "\n".join(f"a{n}@example.org" for n in range(51))

    page = client.post(ADD, {"name": "Zoë", "emails": lines}).content.decode()

    assert "These are 51 lines. Keep the 50 best." in page


def test_leaving_the_points_as_they_were_keeps_their_rows(client, grace):
    before = grace.points.get().pk

    client.post(edit(grace), {"name": "Grace", "emails": "grace@northwind.example"})

    assert ContactPoint.objects.get().pk == before
