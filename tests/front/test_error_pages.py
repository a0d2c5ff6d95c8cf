"""When something is wrong the page says so in our words, whatever is broken behind it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "405", "500"])
def test_an_error_page_needs_no_context_and_no_database(name):
    html = render_to_string(f"{name}.html")

    assert "<h1>" in html
    assert "Rapport</title>" in html


def test_somebody_signed_in_keeps_the_navigation_when_nothing_is_found(client):
    response = client.get("/nothing/")

    assert response.status_code == 404
    assert 'aria-label="Main"' in response.text


def test_a_stranger_who_finds_nothing_sees_no_navigation(anonymous):
    response = anonymous.get("/setup/made-up/")

    assert response.status_code == 404
    assert 'aria-label="Main"' not in response.text


def test_a_form_from_an_older_session_loses_nothing(ada):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)

    response = client.post(reverse("crm:profile"), {"name": "Ada"})

    assert response.status_code == 403
    assert "nothing is lost" in response.text


def test_an_address_that_only_a_button_opens_says_so(client, grace):
    response = client.get(reverse("outreach:message-send", args=[grace.pk]))

    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "Go to Today" in response.text


@pytest.mark.parametrize(("came_from", "back"), [("http://testserver", True), ("//evil", False)])
def test_a_button_pressed_without_a_session_leads_back_to_its_page(
    anonymous, grace, came_from, back
):
    page = reverse("outreach:message-compose", args=[grace.pk])
    send = reverse("outreach:message-send", args=[grace.pk])

    plain = anonymous.post(send, headers={"Referer": f"{came_from}{page}?tone=warm"})
    htmx = {"HX-Request": "true", "HX-Current-URL": f"{came_from}{page}?tone=warm"}
    part = anonymous.post(send, headers=htmx)

    wanted = f"{page}?tone=warm" if back else "/"
    for sign_in in (plain["Location"], part["HX-Redirect"]):
        assert parse_qs(urlsplit(sign_in).query)["next"] == [wanted]
