"""A restored or copied instance mails nothing until a person has said how to go on."""

from datetime import timedelta

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


def test_a_copy_under_another_address_mails_nothing(promise, mails, settings):
    tick(AT_EIGHT - timedelta(hours=1))
    promise()
    settings.SITE_URL = "https://staging.example.org"

    tick(AT_EIGHT)

    assert not mails.received


def test_downtime_is_no_restore(promise, mails):
    tick(AT_EIGHT - timedelta(days=9))
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
