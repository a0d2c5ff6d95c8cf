"""`python -m benchmarks.faults.seed TRUTH`: people to whom what the truth says is due."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from benchmarks.faults.truth import read  # noqa: E402  # these need Django
from contacts.models import Contact, Event, Meeting, Promise  # noqa: E402
from crm.accounts.models import User  # noqa: E402
from crm.profile.models import Profile  # noqa: E402
from outreach.followups.planner import plan_follow_ups  # noqa: E402
from outreach.models import ReminderSettings  # noqa: E402

BATCH = 500


def main(truth: Path) -> None:
    """Make one account for each line, with what a mail is written from, and one promise."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    expected = read(truth)
    users = [User(email=one.recipient) for one in expected]
    each = list(zip(expected, users, strict=True))
    profiles = [
        Profile(owner=user, name="Ada Byrne", who_you_are="I build compilers", time_zone=one.zone)
        for one, user in each
    ]
    rules = [ReminderSettings(owner=user, hour=one.hour, weekdays="0123456") for one, user in each]
    contacts = [Contact(owner=user, name=f"Grace Hollis {n}") for n, user in enumerate(users)]
    known = list(zip(expected, contacts, strict=True))
    events = [Event(owner=user, name="Harbour Fair", starts_on="2027-01-02") for user in users]
    meetings = [
        Meeting(
            owner_id=contact.owner_id,
            contact=contact,
            event=event,
            met_on="2027-01-02",
            talked_about="how nine people share on-call",
        )
        for contact, event in zip(contacts, events, strict=True)
    ]
    promises = [
        Promise(owner_id=c.owner_id, contact=c, by="me", text="send the notes", due_on=one.due_on)
        for one, c in known
    ]
    User.objects.bulk_create(users, batch_size=BATCH)
    Profile.objects.bulk_create(profiles, batch_size=BATCH)
    ReminderSettings.objects.bulk_create(rules, batch_size=BATCH)
    Contact.objects.bulk_create(contacts, batch_size=BATCH)
    Event.objects.bulk_create(events, batch_size=BATCH)
    Meeting.objects.bulk_create(meetings, batch_size=BATCH)
    Promise.objects.bulk_create(promises, batch_size=BATCH)
    plan_follow_ups()  # as it would have been when each was promised


if __name__ == "__main__":
    main(Path(sys.argv[1]))
