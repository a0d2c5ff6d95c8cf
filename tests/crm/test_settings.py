"""Settings come from the environment: safe by default, refused in words when they make no sense."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parents[2]
SHOW = """
import django.conf
s = django.conf.settings
print(s.DEBUG, s.EMBEDDED, s.SITE_URL, s.DATABASES['default']['ENGINE'].split('.')[-1],
      s.EMAIL_BACKEND.split('.')[-2], s.SESSION_COOKIE_SECURE, s.ALLOWED_HOSTS[0])
"""
SECRET = "0123456789abcdefghijklmnopqrstuvwxyz-and-more"


def start(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of its own, with nothing in the environment but these."""
    return subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "crm.settings",
            "RAPPORT_DATA": str(data),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_any_setting_it_is_embedded_and_safe(tmp_path):
    shown = start(tmp_path).stdout.split()

    assert shown == [
        "False", "True", "http://localhost:8000", "sqlite3", "folder", "False", "localhost",
    ]  # fmt: skip


def test_the_key_of_an_embedded_instance_is_made_once_and_for_its_owner_alone(tmp_path):
    start(tmp_path)
    key = tmp_path / "secret-key"
    made = key.read_text()

    start(tmp_path)

    assert key.read_text() == made
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_secret_may_be_given_as_a_file(tmp_path):
    secret = tmp_path / "given"
    secret.write_text("postgres://u:p@db:5432/rapport\n")

    assert "postgresql" in start(tmp_path, DATABASE_URL_FILE=str(secret)).stdout


def test_https_makes_cookies_secure(tmp_path):
    shown = start(tmp_path, SITE_URL="https://rapport.example.org/").stdout.split()

    assert shown[2] == "https://rapport.example.org"
    assert shown[5:] == ["True", "rapport.example.org"]


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
    ],
)
def test_what_makes_no_sense_is_refused_in_words(tmp_path, wrong, said):
    answer = start(tmp_path, **wrong)

    assert answer.returncode != 0
    assert said in answer.stderr.splitlines()[-1]


def test_a_refusal_does_not_show_a_password(tmp_path):
    answer = start(tmp_path, DATABASE_URL="mysql://root:hunter2@localhost/x")

    assert "hunter2" not in answer.stderr.splitlines()[-1]
