"""Who is who in the tests: Ada and Bob have accounts, Grace is a contact of Ada's."""

import gc

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from contacts.models import Contact, ContactPoint, Tag
from crm.accounts.models import User
from crm.profile.models import Profile


def pytest_collection_finish():
    """What was imported stays: to look through it for garbage again and again is a tenth of the
    time that the tests take."""
    gc.collect()
    gc.freeze()


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


def browser_of(user: User, **headers: str) -> Client:
    """A browser in which this user has signed in: what `Client.force_login` leaves after fifteen
    queries, in one."""
    [backend] = settings.AUTHENTICATION_BACKENDS
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = backend
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    row = session.create_model_instance(dict(session.items()))
    row.save(force_insert=True)
    browser = Client(headers=headers)
    browser.cookies[settings.SESSION_COOKIE_NAME] = row.session_key
    return browser


@pytest.fixture
def client(ada) -> Client:
    """Ada's browser."""
    return browser_of(ada)


@pytest.fixture
def htmx(ada) -> Client:
    """Ada's browser, when htmx asks."""
    return browser_of(ada, **{"HX-Request": "true"})


@pytest.fixture
def stranger(bob) -> Client:
    """Bob's browser."""
    return browser_of(bob)


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
