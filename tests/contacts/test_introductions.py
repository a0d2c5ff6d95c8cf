"""Who introduced whom, as it is typed beside a meeting."""

import pytest
from django.urls import reverse

from contacts.models import Contact, Meeting


def meet(contact: Contact) -> str:
    return reverse("contacts:meeting-add", args=[contact.pk])


def test_the_one_contact_of_that_name_is_the_introducer(client, ada, grace):
    ana = Contact.objects.create(owner=ada, name="Ana Ruiz")

    client.post(meet(grace), {"met_on": "2026-05-14", "introduced_by": "ana ruiz"})

    assert Meeting.objects.get().introducer == ana
    assert "introduced you" in client.get(grace.get_absolute_url()).content.decode()
    assert "Introduced you to" in client.get(ana.get_absolute_url()).content.decode()


def test_of_two_namesakes_neither_is_guessed_to_be_the_introducer(client, ada, grace):
    for _ in range(2):
        Contact.objects.create(owner=ada, name="Ana Ruiz")

    client.post(meet(grace), {"met_on": "2026-05-14", "introduced_by": "Ana Ruiz"})

    assert Meeting.objects.get().introducer is None


@pytest.mark.parametrize(
    ("known", "typed", "is_found"),
    [
        ("Dr. Tomas Havlík", "tomas havlik", True),
        ("Tomas Havlík", "Prof. Dr.-Ing. Tomas Havlík", True),
        ("Tomas Havlík, PhD", "Dr Tomas Havlík", True),
        ("Dr. Tomas Havlík", "Dr. Tomas", False),
        ("Dr. Tomas Havlík", "Havlík", False),
        ("Tomas Havlík Jr.", "Tomas Havlík", False),
        ("Dean Havlík", "Havlík", False),
        ("Dr.", "Dr.", True),
    ],
)
def test_an_introducer_is_known_with_titles_or_without(client, ada, grace, known, typed, is_found):
    friend = Contact.objects.create(owner=ada, name=known)

    client.post(meet(grace), {"met_on": "2026-05-14", "introduced_by": typed})

    assert Meeting.objects.get().introducer == (friend if is_found else None)
    page = client.get(friend.get_absolute_url()).content.decode()
    assert ("Introduced you to" in page) == is_found


def test_the_name_as_it_was_typed_comes_before_one_with_a_title(client, ada, grace):
    Contact.objects.create(owner=ada, name="Dr. Ana Ruiz")
    ana = Contact.objects.create(owner=ada, name="Ana Ruiz")

    client.post(meet(grace), {"met_on": "2026-05-14", "introduced_by": "Ana Ruiz"})

    assert Meeting.objects.get().introducer == ana


def test_of_two_with_a_title_neither_is_guessed(client, ada, grace):
    for title in ("Dr.", "Prof."):
        Contact.objects.create(owner=ada, name=f"{title} Ana Ruiz")

    client.post(meet(grace), {"met_on": "2026-05-14", "introduced_by": "Ana Ruiz"})

    assert Meeting.objects.get().introducer is None


def test_nobody_of_another_account_is_the_introducer(client, bob, grace):
    Contact.objects.create(owner=bob, name="Dr. Ana Ruiz")

    client.post(meet(grace), {"met_on": "2026-05-14", "introduced_by": "Ana Ruiz"})

    assert Meeting.objects.get().introducer is None


@pytest.mark.parametrize("form", ["log", "meeting"])
def test_the_names_of_contacts_are_offered_for_who_introduced(client, ada, bob, grace, form):
    Contact.objects.create(owner=ada, name="Ana Ruiz")
    Contact.objects.create(owner=bob, name="Of Another")
    address = reverse("outreach:today") if form == "log" else meet(grace)

    page = client.get(address).content.decode()

    offered = page[page.index('<datalist id="own-contacts">') :]
    assert '<option value="Ana Ruiz">' in offered
    assert "Of Another" not in offered
    assert 'list="own-contacts"' in page
