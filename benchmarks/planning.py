"""What a tick's planning costs with ever more follow-ups, of which the same number is due.

The floor reads the follow-ups that are due, and nothing else. A database of its own is made and
thrown away: SQLite, or Postgres with `python -m tests.servers` in front of it.

python -m tests.servers.environment python -m benchmarks.planning
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from django.db import connection  # noqa: E402  (Django first)
from django.test.utils import setup_test_environment, teardown_test_environment  # noqa: E402

from contacts.models import Contact  # noqa: E402
from crm.accounts.models import User  # noqa: E402
from crm.profile.models import Profile  # noqa: E402
from outreach.followups.planner import plan_next  # noqa: E402
from outreach.models import Delivery, FollowUp, Reminded  # noqa: E402
from outreach.reminders.digests import plan_digests  # noqa: E402

NOW = datetime(2027, 6, 15, 9, 0, tzinfo=UTC)  # a Tuesday, after the hour of the digest
USERS, DUE_EACH = 100, 10
SIZES = (10_000, 30_000, 100_000)


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def add(count: int, *, due_on: date) -> None:
    """So many contacts, each with a cadence and the one follow-up that it makes, shared out."""
    owners = list(User.objects.all())
    touched = due_on - timedelta(days=90)
    people = [
        Contact(owner=owners[n % USERS], name=f"Person {n}", cadence_days=90) for n in range(count)
    ]
    Contact.objects.bulk_create(people, batch_size=500)
    at = datetime.combine(touched, datetime.min.time(), tzinfo=UTC)
    for start in range(0, count, 500):
        ids = [contact.pk for contact in people[start : start + 500]]
        Contact.objects.filter(pk__in=ids).update(created_at=at)
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                owner=contact.owner,
                contact=contact,
                reason=FollowUp.Reason.KEEP_IN_TOUCH,
                occasion=touched,
                planned_on=due_on,
                due_on=due_on,
            )
            for contact in people
        ],
        batch_size=500,
    )


def main() -> None:
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        for number in range(USERS):
            user = User.objects.create(email=f"user{number}@example.org")
            Profile.objects.create(owner=user, time_zone="UTC")
        add(USERS * DUE_EACH, due_on=NOW.date())
        there = USERS * DUE_EACH
        print("follow-ups  a share of the contacts  digests  floor  (ms)")
        for size in SIZES:
            add(size - there, due_on=NOW.date() + timedelta(days=30))
            there = size
            floor = seconds(lambda: list(FollowUp.objects.due(NOW.date()).values_list("pk")))
            share = seconds(lambda: plan_next(None, NOW))
            digests = seconds(lambda: plan_digests(NOW))
            assert Delivery.objects.count() == USERS, Delivery.objects.count()
            Reminded.objects.all().delete()
            Delivery.objects.all().delete()
            times = (1000 * part for part in (share, digests, floor))
            print(f"{size:10,}", *(f"{one:10.1f}" for one in times))
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        teardown_test_environment()


if __name__ == "__main__":
    main()
