"""How the owner comes in: by the link of the first start, or on the command line."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from crm.accounts.models import SetupLink, User
from crm.accounts.services import new_setup_token

OWNER = {
    "name": "Nora Bright",
    "email": "nora@example.org",
    "password": "correct horse battery",
    "time_zone": "America/Toronto",
}
LOGIN = reverse("account_login")


@pytest.fixture
def link(db) -> str:
    return reverse("crm:setup", args=[new_setup_token()])


def test_the_link_makes_the_owner_and_signs_them_in(anonymous, link):
    answer = anonymous.post(link, OWNER)

    owner = User.objects.get()
    assert answer["Location"] == reverse("crm:profile")
    assert (owner.profile.name, owner.profile.time_zone) == ("Nora Bright", "America/Toronto")
    assert anonymous.get(reverse("outreach:today")).status_code == 200


def test_the_link_works_once(anonymous, link):
    anonymous.post(link, OWNER)

    assert anonymous.get(link).status_code == 404
    assert anonymous.post(link, {**OWNER, "email": "eve@example.org"}).status_code == 404
    assert User.objects.count() == 1


def test_a_made_up_link_opens_nothing(anonymous, link):
    assert anonymous.get(reverse("crm:setup", args=["x" * 43])).status_code == 404


def test_a_newer_link_ends_the_older_and_an_owner_ends_them_all(anonymous, link):
    newer = reverse("crm:setup", args=[new_setup_token()])

    assert anonymous.get(link).status_code == 404
    anonymous.post(newer, OWNER)
    assert new_setup_token() is None


def test_the_token_itself_is_not_kept(anonymous, link):
    assert SetupLink.objects.get().token_hash not in link


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", ""),
        ("name", "N\0ra"),
        ("name", "x" * 201),
        ("email", "nora"),
        ("email", "x" * 250 + "@example.org"),
        ("password", "short"),
        ("password", "password1234"),
        ("password", "nora@example.org"),
    ],
)
def test_a_slip_is_said_at_its_field_and_the_rest_is_kept(anonymous, link, field, wrong):
    answer = anonymous.post(link, {**OWNER, field: wrong})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not User.objects.exists()


def test_a_time_zone_that_nobody_knows_is_left_for_later(anonymous, link):
    anonymous.post(link, {**OWNER, "time_zone": "Mars/Olympus"})

    assert User.objects.get().profile.time_zone == ""


def test_the_command_makes_an_owner_who_can_sign_in(anonymous):
    call_command("create_owner", email="nora@example.org", password="correct horse battery")

    answer = anonymous.post(
        LOGIN, {"login": "NORA@example.org", "password": "correct horse battery"}
    )

    assert answer.status_code == 302
    assert anonymous.get(reverse("outreach:today")).status_code == 200


@pytest.mark.parametrize(
    ("email", "password", "said"),
    [
        ("nora", "correct horse battery", "email"),
        ("nora@example.org", "short", "password"),
        ("ADA@example.org", "correct horse battery", "already an account"),
    ],
)
def test_the_command_refuses_in_words(ada, email, password, said):
    with pytest.raises(CommandError, match=said):
        call_command("create_owner", email=email, password=password)


def test_nobody_can_sign_up(anonymous):
    answer = anonymous.post(
        reverse("account_signup"),
        {
            "email": "eve@example.org",
            "password1": "a fine long one",
            "password2": "a fine long one",
        },
    )

    assert answer.status_code == 200
    assert not User.objects.exists()


def test_a_wrong_password_says_so_and_too_many_are_refused(anonymous, ada):
    said = [
        anonymous.post(LOGIN, {"login": "ada@example.org", "password": "wrong"}).content.decode()
        for _ in range(12)
    ]

    assert "not correct" in said[0]
    assert "Too many" in said[-1]
