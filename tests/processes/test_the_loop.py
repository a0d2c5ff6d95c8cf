"""The main job through the processes that docker-compose.yml describes: gunicorn, worker, beat,
Postgres, Redis and a real mail server. Only the night between is made up."""

import http.cookiejar
import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from django.core.management import call_command
from django.db.models import F
from django.urls import reverse

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.models import Delivery, Message, ReminderSettings
from tests.processes import compose
from tests.servers.process import stop, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "correct horse battery"
MARCUS = {
    "name": "Marcus Oyelaran",
    "event": "Toronto cloud meetup",
    "talked_about": "how nine people share on-call",
    "detail": "the runbook with the swearing removed",
    "met_on": "2026-01-12",
    "then": "write",
}


class Visitor:
    """A browser without JavaScript: it keeps cookies and posts the forms that it was given."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._opener = build_opener(HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> str:
        with self._opener.open(self.home + path, timeout=20) as answer:
            return str(answer.read().decode())

    def post(self, path: str, *, seen_at: str, **values: str) -> str:
        """Post with the token of the page at `seen_at`; returns the page it leads to."""
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(seen_at))
        assert found
        data = urlencode({"csrfmiddlewaretoken": found[1], **values}).encode()
        request = Request(self.home + path, data, {"Referer": self.home + seen_at})
        with self._opener.open(request, timeout=20) as answer:
            return str(answer.read().decode())


def set_up(log: Path) -> None:
    """What is done once, and an owner who is reminded at any hour."""
    with compose.running("migrate", log=log) as migrate:
        assert migrate.wait(30) == 0, log.read_text()
    assert "No migrations to apply" in log.read_text()
    call_command("create_owner", email="ada@example.org", password=PASSWORD, name="Ada Byrne")
    owner = Profile.objects.get().owner
    ReminderSettings.objects.create(owner=owner, hour=0, weekdays="0123456")


def a_night_passes() -> None:
    """What was sent today was sent yesterday. The clock of real processes cannot be moved."""
    Message.objects.update(sent_at=F("sent_at") - timedelta(days=1))


def test_the_reminder_of_a_bare_request_comes_from_a_real_worker(mail_server, tmp_path, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]  # as deployed
    set_up(tmp_path / "migrate.log")
    environment = {"EMAIL_URL": mail_server.url}

    with (
        compose.web(log=tmp_path / "web.log", environment=environment) as (home, web),
        compose.running("worker", log=tmp_path / "worker.log", environment=environment),
        compose.running("beat", log=tmp_path / "beat.log", environment=environment),
    ):
        visitor = Visitor(home)
        login = reverse("account_login")
        visitor.post(login, seen_at=login, login="ada@example.org", password=PASSWORD)
        letter = visitor.post(reverse("outreach:log"), seen_at="/", **MARCUS)
        marcus = Contact.objects.get()
        visitor.post(
            reverse("outreach:default-send", args=[marcus.pk]), seen_at=marcus.get_absolute_url()
        )
        a_night_passes()
        mail_server.wait_for(1, seconds=90)
        wait_until(
            lambda: compose.answers(f"{home}/readyz"),
            name="web",
            log=tmp_path / "web.log",
            process=web,
        )
        code = stop(web)

    [reminder] = mail_server.received
    text = reminder.message.get_body(("plain",)).get_content()
    assert "Write to Marcus" in letter
    assert reminder.recipients == ("ada@example.org",)
    assert "Your request went out yesterday without a note." in text
    assert Delivery.objects.get().state == Delivery.State.SENT
    assert code == 0, (tmp_path / "web.log").read_text()
