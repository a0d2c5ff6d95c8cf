"""Grace again, as somebody to write to: met at an event, with a promise open."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from contacts.models import Contact, Event, Meeting, Promise
from outreach.messages import services
from outreach.models import Message

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def monday():
    """Monday 23 November 2026, ten o'clock in Berlin. Moves by `shift` and `move_to`."""
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def met(ada, grace) -> Meeting:
    """Where Ada met Grace, and all that a good letter needs."""
    ada.profile.who_you_are = "I run data tooling at Maple"
    ada.profile.save()
    fair = Event.objects.create(owner=ada, name="Harbour Fair", starts_on=date(2026, 11, 20))
    meeting = Meeting.objects.create(
        owner=ada,
        contact=grace,
        event=fair,
        met_on=date(2026, 11, 20),
        introduced_by="Ana Ruiz",
        talked_about="moving the build to one lock file",
        detail="the model lighthouse on the laptop",
    )
    Promise.objects.create(
        owner=ada,
        contact=grace,
        meeting=meeting,
        by=Promise.By.ME,
        text="send the checker benchmark",
        due_on=date(2026, 11, 27),
    )
    return meeting


@pytest.fixture
def bare_request(monday, grace) -> Message:
    """A request to Grace that went out today without a note."""
    services.record_default_sent(grace)
    return Message.objects.get()


@pytest.fixture
def letter(ada, grace) -> Message:
    """A draft to Grace, not sent yet."""
    return Message.objects.create(
        owner=ada,
        contact=grace,
        channel=Message.Channel.EMAIL,
        purpose=Message.Purpose.CONNECT,
        subject="The lighthouse",
        body="Hi Grace, Ana introduced us at Harbour Fair. May I send you the benchmark?",
    )


@pytest.fixture
def others_written_to(ada) -> Message:
    """What Ada sent to somebody else, so that there is something to compare with."""
    ana = Contact.objects.create(owner=ada, name="Ana Ruiz")
    ana.refresh_search_text()
    ana.save()
    return Message.objects.create(
        owner=ada,
        contact=ana,
        channel=Message.Channel.EMAIL,
        purpose=Message.Purpose.CONNECT,
        body="Hi Ana, thank you for the grafting knife.",
        state=Message.State.SENT,
        sent_at=datetime(2026, 5, 3, 12, tzinfo=UTC),
    )


def follow_ups_of(contact: Contact) -> list[tuple[str, int, str, str]]:
    """(reason, step, due date, state) of those that come from messages, by date."""
    rows = contact.follow_ups.exclude(reason="promise")
    return [(f.reason, f.step, f.due_on.isoformat(), f.state) for f in rows.order_by("due_on")]


def undo(client, page) -> None:
    """Press the Undo of the toast, which stands last on the page."""
    action = page.content.decode().split('action="/undo/')[-1].split('"')[0]
    assert client.post(f"/undo/{action}").status_code == 302
