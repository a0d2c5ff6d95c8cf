"""A real Chromium on a real page, under the real Content-Security-Policy."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from crm.accounts.models import User
from tests.servers.chromium import launch_options

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)

PATIENCE = 5_000  # milliseconds that Playwright waits for anything
# Chromium calls each of these an error; they are answers: already done, and a form to put right.
ANSWERS = ("status of 409", "status of 422")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run; each page gets a context of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture
def page(
    request: pytest.FixtureRequest, chromium: Browser, live_server: LiveServer, ada: User
) -> Iterator[Page]:
    """Ada's browser, signed in; `page.goto("/…")` knows the address.

    On a phone: `@pytest.mark.parametrize("page", [PHONE], indirect=True)`. A test fails when the
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
    problems = _watch(page, live_server.url)
    yield page
    context.close()
    assert not problems, "\n".join(["The page said:", *problems])


def _watch(page: Page, home: str) -> list[str]:
    """The list that every complaint of this page will be added to."""
    problems: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(answer in message.text for answer in ANSWERS):
            problems.append(f"{message.text} ({message.location['url']})")

    def on_request(request: Request) -> None:
        if not request.url.startswith((home, "data:", "about:", "blob:")):
            problems.append(f"It asked {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", on_request)
    return problems
