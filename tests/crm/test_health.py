"""What monitors are told, and the headers that every page carries."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from outreach.models import Heartbeat


def beat(seconds_ago: int) -> None:
    Heartbeat.objects.update_or_create(
        name="tick", defaults={"at": timezone.now() - timedelta(seconds=seconds_ago)}
    )


def test_the_process_answers_anyone(anonymous):
    assert anonymous.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_while_it_ticks(anonymous):
    beat(30)

    answer = anonymous.get("/readyz")

    assert answer.status_code == 200
    assert set(answer.json().values()) == {"ok"}


@pytest.mark.parametrize("seconds", [121, 86_400])
def test_it_is_not_ready_when_no_tick_came_for_two_minutes(anonymous, seconds):
    beat(seconds)

    answer = anonymous.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["status"] == "not ready"
    assert answer.json()["tick"] != "ok"


def test_it_is_not_ready_before_the_first_tick(anonymous):
    assert anonymous.get("/readyz").status_code == 503


def test_every_page_says_so_when_reminders_stopped(client):
    beat(6 * 60)

    for page in ("outreach:today", "contacts:list", "crm:profile"):
        assert "reminders" in client.get(reverse(page)).context["banner"].lower()


@pytest.mark.parametrize("path", ["/", "/accounts/login/", "/nothing", "/healthz"])
def test_every_answer_carries_the_policy(client, path):
    answer = client.get(path)

    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_pages_about_people_are_not_stored(client):
    assert "no-store" in client.get(reverse("outreach:today"))["Cache-Control"]
