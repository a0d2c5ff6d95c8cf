"""Every page of the navigation opens in a real browser, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import DESKTOP, PHONE, complaints


@pytest.mark.parametrize("page", [DESKTOP, PHONE], indirect=True, ids=["desk", "phone"])
def test_every_destination_opens_without_a_complaint_or_a_sideways_scroll(page):
    page.goto("/")
    places = page.locator("nav[aria-label=Main] a").evaluate_all(
        "links => [...new Set(links.map(link => link.getAttribute('href')))]"
    )

    for place in places:
        answer = page.goto(place)

        assert answer.ok, place
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
    assert len(places) >= 3


def test_a_page_that_logs_an_error_or_asks_a_stranger_is_noticed(chromium, live_server):
    page = chromium.new_page()
    heard = complaints(page, home=live_server.url)
    page.goto(f"{live_server.url}/healthz")

    page.evaluate("console.error('lost'); fetch('http://127.0.0.1:1/').catch(() => {})")
    page.wait_for_timeout(50)
    page.close()

    assert any("lost" in line for line in heard)
    assert any("http://127.0.0.1:1/" in line for line in heard)


def test_an_address_that_leads_nowhere_says_so(chromium, live_server):
    page = chromium.new_page(viewport=DESKTOP)  # `page` would take the 404 for a complaint

    page.goto(f"{live_server.url}/setup/made-up/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.close()
