"""Settings come from the environment: safe by default, refused in words when they make no sense."""

import runpy
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from environ import FileAwareEnv
from environ.fileaware_mapping import FileAwareMapping

from tests.servers.environment import SETTINGS

SETTINGS_FILE = str(Path(__file__).resolve().parents[2] / "crm" / "settings.py")
Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path) -> Read:
    """Read the settings anew, with nothing of ours in the environment but what is given."""

    def read(**environment: str) -> dict[str, Any]:
        for name in SETTINGS:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("RAPPORT_DATA", str(tmp_path))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(FileAwareEnv, "ENVIRON", FileAwareMapping())  # it remembers files
        return runpy.run_path(SETTINGS_FILE)

    return read


def test_without_any_setting_it_is_embedded_and_safe(read):
    settings = read()

    assert not settings["DEBUG"]
    assert settings["EMBEDDED"]
    assert settings["SITE_URL"] == "http://localhost:8000"
    assert settings["ALLOWED_HOSTS"][0] == "localhost"
    assert settings["DATABASES"]["default"]["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["EMAIL_BACKEND"] == "crm.mail.folder.EmailBackend"
    assert not settings["SESSION_COOKIE_SECURE"]


def test_the_key_of_an_embedded_instance_is_made_once_and_for_its_owner_alone(read, tmp_path):
    key = tmp_path / "secret-key"

    made, again = read()["SECRET_KEY"], read()["SECRET_KEY"]

    assert key.read_text() == made == again
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_secret_may_be_given_as_a_file(read, tmp_path):
    secret = tmp_path / "given"
    secret.write_text("postgres://u:p@db:5432/rapport\n")

    database = read(DATABASE_URL_FILE=str(secret))["DATABASES"]["default"]

    assert "postgresql" in database["ENGINE"]
    assert database["PASSWORD"] == "p"


def test_https_makes_cookies_secure(read):
    settings = read(SITE_URL="https://rapport.example.org/")

    assert settings["SITE_URL"] == "https://rapport.example.org"
    assert settings["ALLOWED_HOSTS"][0] == "rapport.example.org"
    assert settings["SESSION_COOKIE_SECURE"]


def test_the_lengths_of_messages_are_what_linkedin_takes_and_people_read(read):
    settings = read()

    assert (settings["LINKEDIN_NOTE_LIMIT"], settings["LINKEDIN_NOTE_LIMIT_PREMIUM"]) == (200, 300)
    assert (settings["LINKEDIN_MESSAGE_WARNING"], settings["LINKEDIN_MESSAGE_AIM"]) == (1000, 400)
    assert (settings["INMAIL_LIMIT"], settings["INMAIL_AIM"]) == (1900, 400)
    assert (settings["INMAIL_SUBJECT_LIMIT"], settings["EMAIL_AIM_WORDS"]) == (200, 120)


def test_a_length_that_is_set_draws_the_others_along(read):
    settings = read(LINKEDIN_NOTE_LIMIT="350", LINKEDIN_MESSAGE_WARNING="250", INMAIL_LIMIT="250")

    assert settings["LINKEDIN_NOTE_LIMIT"] == settings["LINKEDIN_NOTE_LIMIT_PREMIUM"] == 350
    assert settings["LINKEDIN_MESSAGE_AIM"] == settings["INMAIL_AIM"] == 250


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"DEBUG": "maybe"}, "DEBUG must be true or false"),
        ({"PORT": "0"}, "PORT must be a port"),
        ({"PORT": "eight"}, "PORT must be a port"),
        ({"SITE_URL": "rapport.example.org"}, "SITE_URL must look like"),
        ({"SITE_URL": "https://example.org/crm"}, "SITE_URL must look like"),
        ({"DATABASE_URL": "mysql://root@localhost/x"}, "DATABASE_URL must begin with"),
        ({"REDIS_URL": "localhost:6379"}, "REDIS_URL must begin with"),
        ({"EMAIL_URL": "mail.example.org"}, "EMAIL_URL must begin with"),
        ({"REDIS_URL": "redis://localhost:6379/0"}, "SECRET_KEY must be a random text"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be a random text"),
        ({"SECRET_KEY": "please-change-me-please-change-me-0"}, "SECRET_KEY must be a random"),
        ({"SECRET_KEY_FILE": "/nowhere/at/all"}, "SECRET_KEY_FILE cannot be read"),
        ({"LINKEDIN_NOTE_LIMIT": "none"}, "LINKEDIN_NOTE_LIMIT must be a whole number from 50 to"),
        ({"LINKEDIN_NOTE_LIMIT": "-200"}, "LINKEDIN_NOTE_LIMIT must be a whole number"),
        ({"LINKEDIN_NOTE_LIMIT": "²"}, "LINKEDIN_NOTE_LIMIT must be a whole number"),
        ({"LINKEDIN_NOTE_LIMIT": "9" * 5000}, "LINKEDIN_NOTE_LIMIT must be a whole number"),
        ({"LINKEDIN_NOTE_LIMIT_PREMIUM": "199"}, "NOTE_LIMIT_PREMIUM .* from 200 to 10000"),
        ({"LINKEDIN_MESSAGE_WARNING": "1e3"}, "LINKEDIN_MESSAGE_WARNING must be a whole number"),
        ({"LINKEDIN_MESSAGE_AIM": "1001"}, "LINKEDIN_MESSAGE_AIM .* from 50 to 1000, not “1001”"),
        ({"INMAIL_LIMIT": "20000"}, "INMAIL_LIMIT must be a whole number from 50 to 10000"),
        ({"INMAIL_LIMIT": "1000", "INMAIL_AIM": "1900"}, "INMAIL_AIM .* from 50 to 1000"),
        ({"INMAIL_SUBJECT_LIMIT": "201"}, "INMAIL_SUBJECT_LIMIT .* from 20 to 200"),
        ({"EMAIL_AIM_WORDS": "0"}, "EMAIL_AIM_WORDS must be a whole number from 20 to 1000"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(read, wrong, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        read(**wrong)


def test_a_refusal_does_not_show_a_password(read):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(DATABASE_URL="mysql://root:hunter2@localhost/x")

    assert "hunter2" not in str(refused.value)
