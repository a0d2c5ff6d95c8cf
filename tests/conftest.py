"""Who is who in the tests: Ada and Bob have accounts, Grace is a contact of Ada's."""

import gc

import pytest
from django.test import Client

from contacts.models import Contact, ContactPoint, Tag
from crm.accounts.models import User
from crm.profile.models import Profile


def pytest_collection_finish():
    """What was imported stays: to look through it for garbage again and again is a tenth of the
    time that the tests take."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _no_waiting(settings):
    """The real hash is slow on purpose, and static files are not looked through for each client."""
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ada(db) -> User:
    ada = User.objects.create_user("ada@example.org")
    Profile.objects.create(owner=ada, name="Ada Byrne", time_zone="Europe/Berlin")
    return ada


@pytest.fixture
def bob(db) -> User:
    """Somebody else with an account here."""
    bob = User.objects.create_user("bob@example.org")
    Profile.objects.create(owner=bob, name="Bob Okafor", time_zone="America/Toronto")
    return bob


@pytest.fixture
def client(ada) -> Client:
    """Ada's browser."""
    client = Client()
    client.force_login(ada)
    return client


@pytest.fixture
def htmx(ada) -> Client:
    """Ada's browser, when htmx asks."""
    client = Client(headers={"HX-Request": "true"})
    client.force_login(ada)
    return client


@pytest.fixture
def stranger(bob) -> Client:
    """Bob's browser."""
    client = Client()
    client.force_login(bob)
    return client


@pytest.fixture
def anonymous(db) -> Client:
    """A browser in which nobody has signed in."""
    return Client()


@pytest.fixture
def grace(ada) -> Contact:
    """A contact of Ada's with something in every part of her page."""
    grace = Contact.objects.create(
        owner=ada,
        name="Grace Hollis",
        headline="Compiler lead",
        company="Northwind",
        location="Toronto",
        linkedin_slug="grace-hollis",
        notes="Collects nanoseconds.",
    )
    ContactPoint.objects.create(
        owner=ada, contact=grace, kind=ContactPoint.Kind.EMAIL, value="grace@northwind.example"
    )
    grace.tags.add(Tag.objects.create(owner=ada, name="Compilers"))
    grace.refresh_search_text()
    grace.save()
    return grace
