"""A real mail server to send to, and promises that fall due."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from contacts.models import Contact, Promise
from crm.accounts.models import User
from crm.profile.models import Profile
from outreach.models import Delivery
from outreach.reminders.tick import tick
from tests.servers.smtp import MailServer

TUESDAY = date(2026, 11, 24)
AT_EIGHT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)  # 08:00 in Berlin, where Ada is
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

MakePromise = Callable[..., Promise]


@pytest.fixture
def mails(mail_server, settings) -> MailServer:
    """The mail server that this instance is told to use."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_TIMEOUT = 1
    return mail_server


@pytest.fixture
def promise(ada, grace) -> MakePromise:
    """Make something due: a promise of Ada's to Grace, on Tuesday, unless told otherwise."""

    def make(to: Contact = grace, on: date = TUESDAY, text: str = "send the notes") -> Promise:
        return Promise.objects.create(
            owner_id=to.owner_id, contact=to, by=Promise.By.ME, text=text, due_on=on
        )

    return make


@pytest.fixture
def delivery(promise, mails) -> Delivery:
    """A reminder that is planned and not sent yet."""
    promise()
    mails.answers.append("451 4.3.0 Later")
    tick(AT_EIGHT)
    Delivery.objects.update(failures=0, attempt=0, error="", smtp_reply="")
    the_pause_is_over()
    return Delivery.objects.get()


@pytest.fixture
def ten_people(db) -> list[User]:
    """Ten accounts, with one promise each that is due on Tuesday."""
    people = []
    for number in range(10):
        user = User.objects.create_user(f"person{number}@example.org")
        Profile.objects.create(owner=user, time_zone="Europe/Berlin")
        contact = Contact.objects.create(owner=user, name=f"Contact {number}")
        Promise.objects.create(
            owner=user, contact=contact, by=Promise.By.ME, text="call", due_on=TUESDAY
        )
        people.append(user)
    return people


def the_pause_is_over() -> None:
    Delivery.objects.update(try_at=LONG_AGO)


def the_lease_runs_out() -> None:
    Delivery.objects.update(lease_until=LONG_AGO)
    Delivery.objects.release_expired()
    the_pause_is_over()


def tick_again() -> None:
    the_pause_is_over()
    tick(AT_EIGHT)
