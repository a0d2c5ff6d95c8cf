"""When something is wrong the page says so in our words, whatever is broken behind it."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
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
