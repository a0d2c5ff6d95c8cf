"""Who the user is, and the clock they live by."""

import pytest
from django.urls import reverse

PROFILE = reverse("crm:profile")
TOLD = {
    "name": "Ada Byrne",
    "headline": "Data tooling lead at Maple",
    "who_you_are": "I run data tooling at Maple",
    "looking_for": "teams that moved to typed Python",
    "linkedin_plan": "premium",
    "time_zone": "Asia/Kathmandu",
}


def test_the_profile_is_kept_as_told(client, ada):
    answer = client.post(PROFILE, TOLD)

    ada.profile.refresh_from_db()
    assert answer.status_code == 302
    assert {field: getattr(ada.profile, field) for field in TOLD} == TOLD


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", ""),
        ("name", "A\0da"),
        ("who_you_are", "x" * 201),
        ("looking_for", "界" * 301),
        ("linkedin_plan", "gold"),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "Europe"),
    ],
)
def test_a_slip_is_said_at_its_field_and_the_rest_is_kept(client, field, wrong):
    answer = client.post(PROFILE, {**TOLD, field: wrong})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert TOLD["headline"] in answer.content.decode()


def test_the_zone_of_the_browser_is_taken_at_first_and_never_over_a_choice(client, ada):
    url = reverse("crm:time-zone")
    ada.profile.time_zone = ""
    ada.profile.save()

    client.post(url, {"time_zone": "Pacific/Chatham"})
    client.post(url, {"time_zone": "Europe/Lisbon"})

    ada.profile.refresh_from_db()
    assert ada.profile.time_zone == "Pacific/Chatham"


@pytest.mark.parametrize("wrong", ["", "Mars/Olympus", "x" * 500, "\0"])
def test_a_zone_that_nobody_knows_changes_nothing(client, ada, wrong):
    ada.profile.time_zone = ""
    ada.profile.save()

    assert client.post(reverse("crm:time-zone"), {"time_zone": wrong}).status_code == 422
    ada.profile.refresh_from_db()
    assert ada.profile.time_zone == ""
