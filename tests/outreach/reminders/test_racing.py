"""Several processes at once, on real rows: the database alone decides who sends what."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from contacts.models import Contact, Promise
from crm.accounts.models import User
from crm.profile.models import Profile
from outreach.models import Delivery
from tests.outreach.reminders.conftest import TUESDAY

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = 24
PROCESSES = 3


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """A database that other processes see, with a promise due for each of many people."""
    for number in range(PEOPLE):
        user = User.objects.create_user(f"person{number}@example.org")
        Profile.objects.create(owner=user, time_zone="Europe/Berlin")
        contact = Contact.objects.create(owner=user, name=f"Contact {number}")
        Promise.objects.create(
            owner=user, contact=contact, by=Promise.By.ME, text="call", due_on=TUESDAY
        )
    if connection.vendor != "sqlite":
        server = os.environ["DATABASE_URL"].rpartition("/")[0]
        return f"{server}/{connection.settings_dict['NAME']}"
    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        connection.connection.backup(copy)
    return f"sqlite:///{tmp_path}/copy.sqlite3"


@pytest.mark.django_db(transaction=True)
def test_three_at_once_send_each_reminder_once_and_none_stumbles(database_url, mail_server):
    command = [sys.executable, "manage.py", "tick", "--now", "2026-11-24T07:00"]
    settings = {**os.environ, "DATABASE_URL": database_url, "EMAIL_URL": mail_server.url}

    racers = [
        subprocess.Popen(
            command, cwd=ROOT, env=settings, stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(PROCESSES)
    ]
    said = [racer.communicate(timeout=120) for racer in racers]

    assert [racer.returncode for racer in racers] == [0] * PROCESSES, said
    assert b"".join(stderr for _stdout, stderr in said) == b""
    assert len(mail_server.received) == PEOPLE
    assert len({mail.recipients for mail in mail_server.received}) == PEOPLE
    if connection.vendor != "sqlite":
        assert Delivery.objects.filter(state=Delivery.State.SENT).count() == PEOPLE
