"""`manage.py demo`: an empty instance fills up, and one in use is left alone."""

import pytest
from django.core.management import CommandError

from contacts.models import Contact, Meeting
from crm.accounts.models import User
from crm.profile.models import Profile
from outreach.demo import filling
from outreach.demo.messages import MESSAGES
from outreach.demo.people import PEOPLE
from outreach.models import FollowUp, Message
from tests.outreach.demo.running import demo


@pytest.fixture
def few(monkeypatch) -> int:
    """How many people a smaller network has: those whom nobody introduced. It fills in no time."""
    people = [one for one in PEOPLE if not any(met.introduced_by for met in one.met)][:5]
    names = {one.name for one in people}
    monkeypatch.setattr(filling, "PEOPLE", people)
    monkeypatch.setattr(filling, "MESSAGES", [wrote for wrote in MESSAGES if wrote.to in names])
    return len(people)


def test_the_only_owner_gets_the_network_and_keeps_what_the_profile_says(ada, few):
    said = demo()

    profile = Profile.objects.of(ada)
    assert Contact.objects.for_user(ada).count() == few
    assert "password" not in said
    assert (profile.name, profile.time_zone) == ("Ada Byrne", "Europe/Berlin")
    assert profile.who_you_are
    assert profile.looking_for


def test_an_instance_with_contacts_is_left_alone(grace):
    with pytest.raises(CommandError, match="contacts here already"):
        demo()

    assert Contact.objects.get() == grace


def test_of_several_owners_it_asks_for_one(ada, bob):
    with pytest.raises(CommandError, match="--owner"):
        demo()

    assert not Contact.objects.exists()


def test_an_owner_whom_nobody_knows_is_refused(ada):
    with pytest.raises(CommandError, match=r"nobody@example\.org"):
        demo("--owner", "nobody@example.org")


def test_by_force_another_owner_gets_the_same_network_on_the_same_day(ada, bob, few):
    Profile.objects.filter(owner=bob).update(name="Ada Byrne", time_zone="Europe/Berlin")
    demo("--owner", "ada@example.org")
    before = told(ada)

    demo("--force", "--owner", "BOB@example.org")

    assert told(bob) == before == told(ada)
    assert len(before) > few


def told(owner: User) -> list[str]:
    """All that was met, written and owed."""
    meetings = Meeting.objects.for_user(owner).values_list("contact__name", "met_on", "detail")
    messages = Message.objects.for_user(owner).values_list("contact__name", "body", "sent_at")
    owed = FollowUp.objects.for_user(owner).values_list(
        "contact__name", "reason", "step", "state", "due_on", "closed_at"
    )
    return sorted(str(row) for rows in (meetings, messages, owed) for row in rows)
