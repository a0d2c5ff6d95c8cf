"""What every page has: a way past the navigation, the strict policy, toasts that can be undone."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.urls import reverse
from pytest_django.asserts import assertInHTML

from crm.accounts.services import new_setup_token
from crm.profile.models import Profile

ENTRANCE = ["account_login", "account_reset_password", "account_reset_password_done"]


def test_a_page_begins_with_the_way_to_its_main_part(client):
    html = client.get(reverse("crm:profile")).text

    assertInHTML('<a class="skip" href="#main">Skip to the page</a>', html)
    assert '<main class="page" id="main" tabindex="-1">' in html


def test_the_policy_allows_no_code_and_no_style_in_the_page(client):
    policy = client.get(reverse("crm:profile")).headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_place_one_is_at_is_marked(client):
    html = client.get(reverse("contacts:list")).text

    assert html.count('href="/contacts/" aria-current="page"') == 1


def test_the_browser_is_asked_for_its_time_zone_only_while_it_is_unknown(client, ada):
    asked = f'data-time-zone-unknown="{reverse("crm:time-zone")}"'
    known = client.get(reverse("crm:profile")).text
    Profile.objects.filter(owner=ada).update(time_zone="")

    unknown = client.get(reverse("crm:profile")).text

    assert asked not in known
    assert asked in unknown


def test_a_toast_that_can_be_undone_posts_to_its_undo():
    said = [Message(messages.SUCCESS, "Recorded.", extra_tags="undo:/undo/7/")]

    html = render_to_string("_toasts.html", {"messages": said})

    assert '<form method="post" action="/undo/7/">' in html


def test_a_toast_without_an_undo_is_only_words():
    said = [Message(messages.SUCCESS, "Saved."), Message(messages.ERROR, "<b>", extra_tags="x")]

    html = render_to_string("_toasts.html", {"messages": said})

    assert "<form" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize("name", ENTRANCE)
def test_a_stranger_sees_one_card_and_no_navigation(anonymous, name):
    response = anonymous.get(reverse(name))

    assert response.status_code == 200
    assert response.text.count("<h1>") == 1
    assert 'aria-label="Main"' not in response.text


def test_a_wrong_password_is_said_in_the_form(anonymous, ada):
    response = anonymous.post(
        reverse("account_login"), {"login": ada.email, "password": "no such password"}
    )

    assert 'class="errorlist nonfield" role="alert"' in response.text


def test_whoever_runs_it_makes_their_account_on_one_page(anonymous):
    path = reverse("crm:setup", args=[new_setup_token()])

    html = anonymous.get(path).text

    assert 'type="hidden" name="time_zone"' in html
    assert "Make my account" in html


@pytest.mark.parametrize("name", ["account_logout", "account_set_password"])
def test_a_page_about_the_own_account_keeps_the_navigation(client, name):
    html = client.get(reverse(name)).text

    assert 'aria-label="Main"' in html
    assert "button primary" in html


def test_a_link_for_a_new_password_that_is_used_up_offers_another(anonymous):
    path = reverse("account_reset_password_from_key", args=["1", "made-up"])

    html = anonymous.get(path, follow=True).text

    assert "Send me a new link" in html
