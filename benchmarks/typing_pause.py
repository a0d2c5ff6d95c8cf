"""How long the answer to a pause in typing takes with ten thousand contacts and sent messages.

The floor is the same request of an account that knows one person. A database of its own is made and
thrown away: SQLite, or Postgres with `python -m tests.servers` in front of it.

python -m tests.servers.environment python -m benchmarks.typing_pause
"""

import os
import random
import time
from datetime import UTC, date, datetime
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from django.conf import settings  # noqa: E402  (Django first)
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment, teardown_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.tailoring_speed import MANY, PLACES, SUBJECTS, sent_text  # noqa: E402
from contacts.models import Contact, Event, Meeting  # noqa: E402
from contacts.people.search import fold  # noqa: E402
from crm.accounts.models import User  # noqa: E402
from crm.profile.models import Profile  # noqa: E402
from outreach.models import Message  # noqa: E402

ROUNDS = 25
EVENT = "Harbour Fair"
LETTERS = {
    "tailored": "Hi Person, good to meet you at {} and to talk about {}. I still laugh about the "
    "copper anchor in your library, and I would like to send you the photographs of the lantern.",
    "fits all who were there": "Hi Person, it was good to meet you at {}.",
    "fits anyone": "Hi Person, I would like to add you to my network. I look forward to your news.",
}


def account(number: int, *, knows: int) -> tuple[User, Contact]:
    """A user who knows so many people, each met once and written to once; and one of them."""
    chance = random.Random(7)
    owner = User.objects.create_user(f"user{number}@example.org")
    Profile.objects.create(owner=owner, name="Ada Quill", who_you_are="I mend tide gauges")
    fairs = [Event(owner=owner, name=f"{EVENT} {place}") for place in PLACES]
    Event.objects.bulk_create(fairs)
    people, met, sent = [], [], []
    for n in range(knows):
        fair, about = chance.choice(fairs), chance.choice(SUBJECTS)
        person = Contact(owner=owner, name=f"Person {n}", headline="Keeper", location="Kiel")
        notes = " ".join(chance.choices(SUBJECTS + PLACES, k=40))
        known = (person.name, person.headline, person.location, fair.name, about, notes)
        person.search_text = fold("\n".join(known))
        people.append(person)
        day = date(2026, 5, 14)
        met.append(Meeting(owner=owner, contact=person, event=fair, met_on=day, talked_about=about))
        said = {"state": "sent", "sent_at": datetime(2026, 5, 3, 12, n % 60, tzinfo=UTC)}
        body = sent_text(chance, n).text
        sent.append(Message(owner=owner, contact=person, channel="email", body=body, **said))
    Contact.objects.bulk_create(people, batch_size=500)
    Meeting.objects.bulk_create(met, batch_size=500)
    Message.objects.bulk_create(sent, batch_size=500)
    return owner, people[0]


def milliseconds(owner: User, contact: Contact, letter: str) -> float:
    """The median time of the whole request, each time for a letter that is one word longer."""
    client = Client(headers={"HX-Request": "true"})
    client.force_login(owner)
    url = reverse("outreach:message-assess", args=[contact.pk])
    meeting = contact.meetings.get()
    body = letter.format(meeting.event, meeting.talked_about)
    times = []
    for n in range(ROUNDS):
        typed = {"channel": "email", "body": f"{body} And {n}."}
        started = time.perf_counter()
        answer = client.post(url, typed)
        times.append((time.perf_counter() - started) * 1000)
        assert answer.status_code == 200
    return median(times)


def main() -> None:
    setup_test_environment(debug=False)
    databases = django.test.utils.setup_databases(verbosity=0, interactive=False)
    try:
        many, few = account(1, knows=MANY), account(2, knows=1)
        print(settings.DATABASES["default"]["ENGINE"].rpartition(".")[2])
        for name, letter in LETTERS.items():
            slow, floor = (milliseconds(*one, letter) for one in (many, few))
            print(f"{name}: {slow:.0f} ms, {slow / floor:.1f} times that of one contact")
    finally:
        django.test.utils.teardown_databases(databases, verbosity=0)
        teardown_test_environment()


if __name__ == "__main__":
    main()
