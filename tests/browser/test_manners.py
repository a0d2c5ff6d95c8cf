"""How pages behave under the hand: keys, copying, toasts, errors, and without JavaScript."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from contacts.models import Meeting
from outreach.actions.models import Action
from tests.browser.screen import PHONE

pytestmark = pytest.mark.browser

SMALL = """() => [...document.querySelectorAll("a.button, button, input, select, textarea")]
    .filter(e => e.checkVisibility() && e.ariaHidden !== "true")
    .filter(e => !["checkbox", "radio", "hidden"].includes(e.type))
    .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""


@pytest.fixture
def another(
    page: Page, chromium: Browser, live_server: LiveServer
) -> Iterator[Callable[..., BrowserContext]]:
    """Makes one more browser of Ada's, with these options, in which errors may happen."""
    opened: list[BrowserContext] = []

    def another(**options: Any) -> BrowserContext:
        state = page.context.storage_state()
        opened.append(
            chromium.new_context(base_url=live_server.url, storage_state=state, **options)
        )
        return opened[-1]

    yield another
    for context in opened:
        context.close()


@pytest.fixture
def letter(page: Page, grace) -> Page:
    """Ada writes to Grace, and has not typed yet."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(reverse("outreach:message-compose", args=[grace.pk]))
    return page


def test_n_logs_whom_one_met_but_is_a_letter_inside_a_field(page):
    page.goto("/")
    page.keyboard.press("n")

    page.keyboard.type("Nina")

    expect(page.locator("#id_name")).to_have_value("Nina")


@pytest.mark.parametrize("has_javascript", [True, False])
def test_people_of_one_event_are_logged_by_keyboard_with_the_event_typed_once(
    another, ada, has_javascript
):
    page = another(java_script_enabled=has_javascript).new_page()
    page.goto("/")
    page.fill("#id_name", "Nina Vale")
    page.fill("#id_event", "Harbour Fair")
    page.get_by_role("button", name="Save, next person").press("Enter")

    expect(page.locator("#toasts")).to_contain_text("you met Nina Vale")
    expect(page.locator("#id_name")).to_be_focused()
    page.keyboard.type("Jo Sandoval")
    page.get_by_role("button", name="Save, next person").press("Enter")

    expect(page.locator("#toasts")).to_contain_text("you met Jo Sandoval")
    assert Meeting.objects.filter(event__name="Harbour Fair").count() == 2


def test_tab_reaches_the_way_past_the_navigation_first(page):
    page.goto("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_copying_the_letter_says_so_and_copies_what_stands_there(letter):
    letter.fill("#id_body", "Hi Grace, about the nanoseconds.")

    letter.click("[data-copy='#id_body']:visible")

    expect(letter.locator("[data-copy='#id_body']:visible")).to_have_text("Copied")
    assert letter.evaluate("navigator.clipboard.readText()") == "Hi Grace, about the nanoseconds."


def test_the_letter_grows_with_what_is_typed(letter):
    letter.fill("#id_body", "A line.\n" * 40)

    hidden = letter.locator("#id_body").evaluate("e => e.scrollHeight - e.clientHeight")

    assert hidden <= 0


def test_an_undo_is_one_press_away_and_takes_it_back(page, grace):
    page.goto(reverse("contacts:contact", args=[grace.pk]))
    page.get_by_role("button", name="default one").click()

    page.locator(".toast").get_by_role("button", name="Undo").click()

    expect(page.locator(".toast")).to_contain_text("Taken back")
    assert not Action.objects.filter(undone_at=None).exists()


def test_the_caret_stands_in_the_first_field_that_is_wrong(page):
    page.goto(reverse("contacts:contact-add"))

    page.get_by_role("button", name="Add", exact=True).click()

    expect(page.locator("#id_name")).to_be_focused()


def test_when_the_server_does_not_answer_the_page_says_so_and_keeps_the_words(another, grace):
    page = another().new_page()
    page.route("**/assess/", lambda route: route.fulfill(status=503))
    page.goto(reverse("outreach:message-compose", args=[grace.pk]))
    page.fill("#id_body", "Hi")

    expect(page.locator(".toast.error")).to_contain_text("still here")

    expect(page.locator("#id_body")).to_have_value("Hi")


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])
def test_more_opens_the_rest_of_the_places_on_a_phone(page):
    page.goto("/")

    page.get_by_role("button", name="More").click()

    expect(page.locator("#more").get_by_role("link", name="Reminders")).to_be_visible()
    expect(page.locator("#more").get_by_role("button", name="Sign out")).to_be_visible()


@pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])
def test_what_a_thumb_presses_is_at_least_44_px_high(page, grace):
    for path in ("/", reverse("outreach:message-compose", args=[grace.pk])):
        page.goto(path)

        assert page.evaluate(SMALL) == [], path


def test_without_javascript_a_toast_can_be_undone_and_covers_nothing(another, grace):
    page = another(java_script_enabled=False).new_page()
    page.goto(reverse("contacts:contact", args=[grace.pk]))
    page.get_by_role("button", name="default one").click()

    expect(page.locator("#toasts")).to_have_css("position", "static")
    page.locator(".toast").get_by_role("button", name="Undo").click()

    expect(page.locator(".toast")).to_contain_text("Taken back")
