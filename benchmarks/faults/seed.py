"""`python -m benchmarks.faults.seed TRUTH`: people to whom what the truth says is due."""

import os
import sys
from datetime import timedelta
from pathlib import Path

import django
from django.core.management import call_command
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from benchmarks.faults.truth import read  # noqa: E402
from contacts.models import Contact, Promise  # noqa: E402
from crm.accounts.models import User  # noqa: E402
from outreach.models import ReminderSettings  # noqa: E402

BATCH = 500


def main(truth: Path) -> None:
    """Make one account for each line, with one promise: due yesterday, or in a week."""
    call_command("migrate", verbosity=0)
    today = timezone.localdate()
    due = {True: today + timedelta(days=7), False: today - timedelta(days=1)}
    expected = read(truth)
    users = [User(email=one.recipient) for one in expected]
    contacts = [Contact(owner=user, name=f"Contact of {user.email}") for user in users]
    promises = [
        Promise(owner=user, contact=contact, by="me", text="send it", due_on=due[nothing])
        for user, contact, nothing in zip(
            users, contacts, [one.fate == "nothing" for one in expected], strict=True
        )
    ]
    rules = [ReminderSettings(owner=user, hour=0, weekdays="0123456") for user in users]
    User.objects.bulk_create(users, batch_size=BATCH)
    Contact.objects.bulk_create(contacts, batch_size=BATCH)
    Promise.objects.bulk_create(promises, batch_size=BATCH)
    ReminderSettings.objects.bulk_create(rules, batch_size=BATCH)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
