"""A restored or copied instance mails nothing until a person has said how to go on."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from outreach.models import Delivery, FollowUp, Heartbeat
from outreach.reminders import health
from outreach.reminders.models import KEPT_FOR
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import AT_EIGHT

PAGE = reverse("outreach:reminders")


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.RAPPORT_DATA = tmp_path


def a_while_ago(note: Path) -> None:
    """The note was written a day ago, as far as its text goes. Nobody can set st_ctime back."""
    said = json.loads(note.read_text())
    note.write_text(json.dumps(said | {"written": said["written"] - 86400}))


@pytest.fixture
def backup(promise, mails):
    """Yesterday's backup is put back, after today's reminder went out."""
    promise()
    tick(AT_EIGHT)
    assert len(mails.received) == 1
    Delivery.objects.all().delete()
    FollowUp.objects.all().delete()
    Heartbeat.objects.update(at=timezone.now() - timedelta(days=1))


def test_after_a_restore_nothing_is_mailed_and_every_page_says_why(backup, mails, client):
    tick(AT_EIGHT)
    tick(AT_EIGHT)

    assert len(mails.received) == 1
    assert "restored or copied" in health.banner()
    assert "Mail me what fell due" in client.get(PAGE).content.decode()


def test_the_user_may_have_it_all_mailed(backup, mails, client):
    tick(AT_EIGHT)

    client.post(reverse("outreach:reminder-go-on"))
    tick(AT_EIGHT)

    assert len(mails.received) == 2
    assert "Mail me what fell due" not in client.get(PAGE).content.decode()


def test_the_user_may_skip_what_fell_due_without_losing_it(backup, mails, client, monday):
    monday.move_to(AT_EIGHT)
    Heartbeat.objects.update(at=AT_EIGHT - timedelta(days=900))
    tick(AT_EIGHT)

    client.post(reverse("outreach:reminder-go-on-without"))
    tick(AT_EIGHT)
    tick(AT_EIGHT + timedelta(days=1))

    assert len(mails.received) == 1
    assert FollowUp.objects.open().exists()


def test_one_users_word_is_not_anothers(backup, mails, stranger, client):
    tick(AT_EIGHT)

    stranger.post(reverse("outreach:reminder-go-on"))
    tick(AT_EIGHT)

    assert len(mails.received) == 1
    assert "Mail me what fell due" in client.get(PAGE).content.decode()


def test_a_test_goes_out_even_then(backup, mails, client, monday):
    tick(AT_EIGHT)

    client.post(reverse("outreach:reminder-test"))
    tick(AT_EIGHT)

    assert mails.received[-1].message["Subject"] == "A test from Rapport"


@pytest.mark.parametrize("copy", [shutil.copy, shutil.copy2, shutil.move])
def test_a_whole_folder_that_was_put_back_mails_nothing(promise, mails, settings, tmp_path, copy):
    note = tmp_path / "last-tick.json"
    tick(AT_EIGHT - timedelta(days=1))
    shutil.copy(note, tmp_path / "backup")
    a_while_ago(tmp_path / "backup")
    promise()
    tick(AT_EIGHT)
    assert len(mails.received) == 1

    copy(tmp_path / "backup", note)
    Delivery.objects.all().delete()
    tick(AT_EIGHT)

    assert len(mails.received) == 1
    assert "restored or copied" in health.banner()


def test_a_dump_that_was_loaded_elsewhere_mails_nothing(promise, mails, monkeypatch):
    tick(AT_EIGHT - timedelta(hours=1))
    Heartbeat.objects.update(place="another cluster")
    promise()

    tick(AT_EIGHT)

    assert not mails.received


def test_a_copy_under_another_address_mails_nothing(promise, mails, settings):
    tick(AT_EIGHT - timedelta(hours=1))
    promise()
    settings.SITE_URL = "https://staging.example.org"

    tick(AT_EIGHT)

    assert not mails.received


def test_downtime_is_no_restore(promise, mails, tmp_path):
    """However long: database and note stopped together, and nobody touched either."""
    tick(AT_EIGHT - timedelta(days=9))
    Heartbeat.objects.update(at=timezone.now() - timedelta(days=9))
    as_of_then = json.loads((tmp_path / "last-tick.json").read_text())
    as_of_then["at"] = (timezone.now() - timedelta(days=9)).isoformat()
    (tmp_path / "last-tick.json").write_text(json.dumps(as_of_then))
    promise()

    tick(AT_EIGHT)

    assert len(mails.received) == 1


def test_another_database_in_the_same_folder_mails_at_once(promise, mails):
    tick(AT_EIGHT)
    Heartbeat.objects.all().delete()
    promise()

    tick(AT_EIGHT)

    assert len(mails.received) == 1


def test_what_was_mailed_is_forgotten_after_a_while_and_not_told_again(promise, mails, ada):
    promise()
    tick(AT_EIGHT)
    Delivery.objects.update(due_at=timezone.now() - KEPT_FOR - timedelta(days=1))

    Delivery.objects.forget_old(timezone.now())
    tick(AT_EIGHT + timedelta(days=1))

    assert not Delivery.objects.exists()
    assert len(mails.received) == 1
