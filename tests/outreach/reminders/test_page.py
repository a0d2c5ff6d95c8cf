"""The page of reminders: when they come, whether they run, and what became of each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from outreach.models import Delivery, Heartbeat, ReminderSettings
from outreach.reminders import health
from outreach.reminders.tick import tick
from tests.outreach.reminders.conftest import AT_EIGHT, the_pause_is_over

PAGE = reverse("outreach:reminders")
SETTINGS = reverse("outreach:reminder-settings")
TEST = reverse("outreach:reminder-test")


@pytest.fixture
def failed(promise, mails) -> Delivery:
    """A reminder that the server refused."""
    promise()
    mails.answers.append("550 5.1.1 No such mailbox")
    tick(AT_EIGHT)
    return Delivery.objects.get()


def beat(ago: timedelta) -> None:
    Heartbeat.objects.update_or_create(name="tick", defaults={"at": timezone.now() - ago})


def test_the_page_says_when_the_next_can_come(client):
    answer = client.get(PAGE)

    assert "at 08:00 on weekdays (Europe/Berlin)" in answer.content.decode()


def test_the_user_chooses_when(client, ada):
    answer = client.post(
        SETTINGS, {"is_on": "on", "mode": "digest", "hour": "19", "weekdays": ["4", "0"]}
    )

    assert answer.status_code == 302
    chosen = ReminderSettings.objects.get(owner=ada)
    assert (chosen.hour, chosen.weekdays, chosen.is_on) == (19, "04", True)


def test_a_choice_that_makes_no_sense_is_refused_and_kept_on_the_page(client, ada):
    answer = client.post(SETTINGS, {"is_on": "on", "hour": "24"})

    assert answer.status_code == 422
    assert "Choose at least one day" in answer.content.decode()
    assert not ReminderSettings.objects.exists()


def test_a_refusal_is_shown_with_the_servers_words_and_can_be_tried_again(client, failed, mails):
    assert "No such mailbox" in client.get(PAGE).content.decode()

    client.post(reverse("outreach:reminder-retry", args=[failed.pk]))
    tick(AT_EIGHT)

    assert len(mails.received) == 1


def test_trying_again_what_did_not_fail_changes_nothing(client, failed, mails):
    retry = reverse("outreach:reminder-retry", args=[failed.pk])
    client.post(retry)
    tick(AT_EIGHT)

    answer = client.post(retry, follow=True)
    the_pause_is_over()
    tick(AT_EIGHT)

    assert "it did not fail" in answer.content.decode()
    assert len(mails.received) == 1


def test_a_test_goes_to_the_user_once_however_often_it_is_clicked(client, mails, monday):
    client.post(TEST)
    client.post(TEST)

    tick(timezone.now())

    [mail] = mails.received
    assert mail.recipients == ("ada@example.org",)
    assert mail.message["Subject"] == "A test from Rapport"


def test_without_a_mail_server_the_mail_can_be_read_here(client, promise, settings, tmp_path):
    settings.EMAIL_BACKEND = "crm.mail.folder.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    promise()
    tick(AT_EIGHT)

    page = client.get(PAGE).content.decode()
    mail = client.get(reverse("outreach:reminder-mail", args=[Delivery.objects.get().pk]))

    assert "No mail server is configured" in page
    assert "Grace Hollis" in mail.content.decode()


def test_a_mail_that_was_really_sent_is_not_here_to_read(client, promise, mails):
    promise()
    tick(AT_EIGHT)

    answer = client.get(reverse("outreach:reminder-mail", args=[Delivery.objects.get().pk]))

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["reminder-mail", "reminder-retry"])
def test_what_belongs_to_another_is_not_found(stranger, failed, name):
    url = reverse(f"outreach:{name}", args=[failed.pk])

    answer = stranger.post(url) if name == "reminder-retry" else stranger.get(url)

    assert answer.status_code == 404


@pytest.mark.parametrize("url", [SETTINGS, TEST])
def test_looking_changes_nothing(client, url):
    assert client.get(url).status_code == 405


def test_every_page_says_so_when_no_tick_ran_for_five_minutes(client):
    beat(timedelta(minutes=6))
    assert "Reminders are not running" in health.banner()

    beat(timedelta(minutes=4))
    assert health.banner() == ""


def test_a_new_instance_is_given_time_for_its_first_tick(db, monkeypatch):
    monkeypatch.setattr(health, "_started_at", timezone.now())
    assert health.banner() == ""

    monkeypatch.setattr(health, "_started_at", timezone.now() - timedelta(minutes=6))
    assert "Reminders are not running" in health.banner()


def test_monitors_are_told_within_two_minutes(client):
    tick(AT_EIGHT)
    assert client.get("/readyz").json()["tick"] == "ok"

    beat(timedelta(minutes=3))
    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["tick"].startswith("none for 1")


def test_a_tick_that_could_not_plan_sends_what_was_planned_and_is_no_heartbeat(
    promise, mails, monkeypatch
):
    promise()
    mails.answers.append("451 4.3.0 Later")
    tick(AT_EIGHT)
    Heartbeat.objects.all().delete()
    the_pause_is_over()
    monkeypatch.setattr("outreach.reminders.tick.plan_digests", _broken)

    report = tick(AT_EIGHT)

    assert len(mails.received) == 1
    assert not report.is_complete
    assert not Heartbeat.objects.filter(name=Heartbeat.TICK).exists()


def _broken(_now: object) -> int:
    raise RuntimeError("planning is broken")
