"""A real Chromium on a real page, under the real Content-Security-Policy."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver
from playwright.sync_api import (
    Browser,
    Page,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from contacts.models import Contact, Meeting
from crm.accounts.models import User
from tests.browser.screen import DESKTOP, complaints
from tests.servers.chromium import launch_options

PATIENCE = 15_000  # milliseconds that Playwright waits for anything


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run; each page gets a context of its own."""
    expect.set_options(timeout=PATIENCE)
    _ = get_resolver().url_patterns  # else the first page waits while all views are imported
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture
def page(
    request: pytest.FixtureRequest, chromium: Browser, live_server: LiveServer, ada: User
) -> Iterator[Page]:
    """Ada's browser, signed in; `page.goto("/…")` knows the address.

    On a phone: `@pytest.mark.parametrize("page", [PHONE], indirect=True)`. A test fails when its
    page logs an error, breaks the security policy, or asks anybody but the live server.
    """
    context = chromium.new_context(
        base_url=live_server.url, viewport=getattr(request, "param", DESKTOP), locale="en-GB"
    )
    context.set_default_timeout(PATIENCE)
    client = Client()
    client.force_login(ada)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page = context.new_page()
    heard = complaints(page, home=live_server.url)
    yield page
    context.close()
    assert not heard, "\n".join(["The page complained:", *heard])


@pytest.fixture
def harbour_fair(ada: User, grace: Contact) -> Meeting:
    """Where Ada, who says who she is, met Grace."""
    ada.profile.who_you_are = "I run data tooling at Maple"
    ada.profile.save()
    return Meeting.objects.create(
        owner=ada,
        contact=grace,
        met_on="2026-11-20",
        place="the Harbour Fair",
        detail="the model lighthouse on the laptop",
    )
