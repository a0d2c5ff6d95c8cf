"""A reminder arrives once from the processes that docker-compose.yml starts, whatever dies."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from contacts.models import Promise
from crm.celery import TICK, app
from outreach.models import Delivery, Heartbeat, ReminderSettings
from tests.processes import compose
from tests.servers.process import stop, wait_until
from tests.servers.smtp import HANG, MailServer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def due(ada, grace) -> None:
    """Something of Ada's that is due, at an hour that has come."""
    ReminderSettings.objects.create(owner=ada, hour=0, weekdays="0123456")
    yesterday = timezone.now().date() - timedelta(days=1)
    Promise.objects.create(
        owner=ada, contact=grace, by=Promise.By.ME, text="send the notes", due_on=yesterday
    )


@pytest.fixture
def run(mail_server: MailServer, tmp_path: Path) -> Callable[..., object]:
    """Start services of docker-compose.yml, with a mail server to send to."""

    @contextmanager
    def running(*services: str) -> Iterator[list]:
        with ExitStack() as stack:
            yield [
                stack.enter_context(
                    compose.running(
                        service,
                        log=tmp_path / f"{service}{number}.log",
                        environment={"EMAIL_URL": mail_server.url},
                    )
                )
                for number, service in enumerate(services)
            ]

    return running


def tick_and_wait(worker, log: Path) -> None:
    """Ask for a tick, and return when one that began later has ended."""
    asked_at = timezone.now()
    app.send_task(TICK)
    wait_until(
        lambda: Heartbeat.objects.filter(at__gt=asked_at).exists(),
        name="tick",
        log=log,
        process=worker,
    )


def _answering() -> int:
    """How many workers answer when they are asked."""
    answers = app.control.broadcast("ping", reply=True, timeout=5, limit=2) or []
    return sum(list(answer.values()) == [{"ok": "pong"}] for answer in answers)


def test_what_a_killed_worker_had_in_hand_comes_once_from_two_others_and_all_end_cleanly(
    due, run, mail_server, tmp_path
):
    files = set(compose.ROOT.iterdir())
    mail_server.answers.append(HANG)
    with run("worker", "beat") as (worker, _beat):
        # Handed over is written before the text goes. Who is killed in between leaves the hanging
        # to the second try, after which the outcome is unknown and nothing more comes.
        wait_until(
            lambda: not mail_server.answers,
            name="hand-over",
            log=tmp_path / "worker0.log",
            process=worker,
        )
        stop(worker, by=signal.SIGKILL)
    assert Delivery.objects.get().state == Delivery.State.HANDED
    Delivery.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    with run("worker", "beat", "worker", "beat") as (worker, *others):
        mail_server.wait_for(1, seconds=90)
        for _ in range(3):
            tick_and_wait(worker, tmp_path / "worker0.log")
        # One of them may still be subscribing when it is asked the first time.
        wait_until(
            lambda: _answering() == 2, name="two", log=tmp_path / "worker2.log", process=others[1]
        )
        codes = [stop(process) for process in (worker, *others)]

    delivery = Delivery.objects.get()
    [mail] = mail_server.received
    assert mail.recipients == ("ada@example.org",)
    assert mail.message["Message-ID"] == delivery.message_id
    assert delivery.state == Delivery.State.SENT
    assert delivery.resent
    assert codes == [0] * 4
    assert set(compose.ROOT.iterdir()) == files
