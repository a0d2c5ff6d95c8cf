"""Nobody sees or changes what is another's. Walks every URL there is, those to come included."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.apps import apps
from django.core import serializers
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from contacts.models import Contact, Event, Meeting, Promise
from crm.mail.folder import EmailBackend
from crm.owned import OwnedModel
from outreach.models import Action, Delivery, FollowUp, Message, Rule

pytestmark = pytest.mark.thorough

# Our pages use the first two. The others are refused before a view is asked: one stands for all.
METHODS = {"page": ["get", "post", "delete"], "htmx": ["get", "post"]}
# Answer without a log-in, by intent. In the last two a signed token in the URL is the key, which
# tests of their own turn and break.
PUBLIC = {
    "crm:setup",
    "crm:healthz",
    "crm:readyz",
    "outreach:reminder-link",
    "outreach:reminder-stop",
}
# A word in every text of Ada's, and in nothing that these tests send.
SECRET = "plugh"


class Route(NamedTuple):
    name: str
    path: str

    @property
    def nouns(self) -> list[str]:
        """The part of the path before each id: it says what the id is of."""
        return re.findall(r"([\w-]+)/<[^>]+>", self.path)

    def __str__(self) -> str:
        return self.name


def our_routes() -> list[Route]:
    """Every URL with a namespace. Those of allauth have none: they take no id of ours."""
    return [route for route in _walk(get_resolver()) if route.name not in PUBLIC]


def _walk(resolver, space: str = "", path: str = "") -> Iterator[Route]:
    for entry in resolver.url_patterns:
        here = path + str(entry.pattern)
        if not isinstance(entry, URLPattern):
            yield from _walk(entry, entry.namespace or space, here)
        elif space:
            yield Route(f"{space}:{entry.name}", here)


ROUTES = our_routes()
WITH_IDS = [route for route in ROUTES if route.nouns]
WITHOUT_IDS = [route for route in ROUTES if not route.nouns]


@pytest.fixture
def theirs(ada, grace, outreach) -> dict[str, str]:
    """An id of Ada's for each noun that a URL may have. A new noun needs a row here."""
    hers = {"owner": ada, "contact": grace}
    event = Event.objects.create(owner=ada, name=f"{SECRET} conference", place=SECRET)
    meeting = Meeting.objects.create(
        **hers, event=event, met_on=timezone.localdate(), talked_about=SECRET, detail=SECRET
    )
    promise = Promise.objects.create(
        **hers, meeting=meeting, by="me", text=SECRET, due_on=timezone.localdate()
    )
    rows = outreach | {
        "contacts": grace,
        "events": event,
        "meetings": meeting,
        "promises": promise,
    }
    return {noun: str(row.pk) for noun, row in rows.items()}


@pytest.fixture
def grace(grace) -> Contact:
    """Grace, with the secret in what is known of her."""
    grace.name, grace.headline, grace.notes = "Grace Plugh", SECRET, SECRET
    grace.refresh_search_text()
    grace.save()
    return grace


@pytest.fixture
def outreach(ada, grace, settings, tmp_path) -> dict[str, OwnedModel]:
    """Rows of the upper floor, by the noun that its URLs have for them."""
    now, day = timezone.now(), timezone.localdate()
    hers = {"owner": ada, "contact": grace}
    message = Message.objects.create(
        **hers, channel="linkedin_note", purpose="connect", body=SECRET, state="sent", sent_at=now
    )
    reasons = {"message": message, "reason": "went_generic", "planned_on": day, "due_on": day}
    delivery = Delivery.objects.create(
        owner=ada, key=SECRET, recipient="ada@plugh.example", due_at=now, try_at=now
    )
    settings.EMAIL_FILE_PATH = tmp_path
    mail = EmailMessage(SECRET, SECRET, headers={"Message-ID": delivery.message_id})
    EmailBackend().send_messages([mail])
    return {
        "messages": message,
        "follow-ups": FollowUp.objects.create(**hers, **reasons),
        "undo": Action.objects.create(**hers, label=SECRET),
        "reminders": delivery,
        "rules": Rule.objects.create(owner=ada, kind="own", wording=SECRET),
    }


@pytest.fixture
def body(theirs, grace) -> dict[str, str]:
    """What makes every form valid, and names Ada's rows wherever a form takes an id or a name."""
    day = timezone.localdate().isoformat()
    return {
        "name": "Grace",
        "met_on": day,
        "due_on": day,
        "body": "Hello",
        "text": "Hello",
        "wording": "Hello",
        "channel": "email",
        "purpose": "connect",
        "who": theirs["contacts"],
        "contact": theirs["contacts"],
        "new_id": theirs["contacts"],
        "tag": str(grace.tags.get().pk),
        "message": theirs["messages"],
        "follow_up": theirs["follow-ups"],
        "linkedin_slug": "grace-hollis",
        "q": "grace",
    }


def url_of(route: Route, theirs: dict[str, str]) -> str:
    return reverse(route.name, args=[theirs[noun] for noun in route.nouns])


def rows_of(owner) -> str:
    """Every row of this owner, as text."""
    models = [model._default_manager for model in apps.get_models() if hasattr(model, "owner")]
    rows = [row for own in models for row in own.filter(owner=owner).order_by("pk")]
    return str(serializers.serialize("json", rows))


def browsers_of(user) -> dict[str, Client]:
    """One that asks for pages, and one in which htmx asks for parts of them."""
    browsers = {"page": Client(), "htmx": Client(headers={"HX-Request": "true"})}
    for browser in browsers.values():
        browser.force_login(user)
    return browsers


def every_way(url: str, body: dict[str, str], browsers: dict[str, Client]) -> Iterator[Any]:
    """The answer to each method from each browser, with what was asked."""
    for kind, browser in browsers.items():
        for method in METHODS[kind]:
            yield f"{method} as {kind}", getattr(browser, method)(url, body)


def test_what_is_anothers_is_not_there(theirs, body, ada, bob):
    before, browsers = rows_of(ada), browsers_of(bob)

    for route in WITH_IDS:
        for said, answer in every_way(url_of(route, theirs), body, browsers):
            assert answer.status_code in {404, 405}, (route, said)
            assert SECRET not in answer.content.decode().lower(), (route, said)
    assert rows_of(ada) == before


def test_naming_anothers_rows_in_a_form_shows_and_changes_nothing(theirs, body, ada, bob):
    before, browsers = rows_of(ada), browsers_of(bob)

    for route in WITHOUT_IDS:
        url = url_of(route, theirs)
        answers = dict(every_way(url, body, browsers))
        for asked in ({}, {"name": "grace", "q": "grace"}):
            answers |= {f"get {asked} as {kind}": b.get(url, asked) for kind, b in browsers.items()}

        for said, answer in answers.items():
            assert answer.status_code < 500, (route, said)
            assert SECRET not in answer.content.decode().lower(), (route, said)
    assert rows_of(ada) == before


def test_nobody_gets_anywhere_without_signing_in(theirs, body, ada, anonymous):
    before = rows_of(ada)

    for route in ROUTES:
        for said, answer in every_way(url_of(route, theirs), body, {"page": anonymous}):
            assert answer.status_code == 302, (route, said)
            assert answer.url.startswith(reverse("account_login")), (route, said)
    assert rows_of(ada) == before


def test_the_owner_does_get_there(theirs, client):
    """Else the walk above would prove nothing: an id that nobody has is a 404 to everyone."""
    for route in WITH_IDS:
        assert client.get(url_of(route, theirs)).status_code in {200, 302, 405}, route
