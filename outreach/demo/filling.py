"""Filling an account with the made-up network, one day after another as it would have grown."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from contacts.models import Contact, Event, Meeting
from crm.accounts.models import User
from crm.owned import uuid7
from crm.profile.models import Profile
from crm.web.time import at_hour
from outreach.actions.models import Action
from outreach.demo import letters, network
from outreach.demo.events import EVENTS
from outreach.demo.messages import MESSAGES, NOTES
from outreach.demo.people import PEOPLE
from outreach.demo.rules import add_rules
from outreach.demo.script import Met, Wrote
from outreach.followups.planner import plan_follow_ups
from outreach.followups.services import add_own
from outreach.messages.models import Message

OUTCOMES = ("accepted", "replied", "declined", "let_go", "done", "withdrawn")
PROFILE = {
    "name": "Robin Ashdown",
    "headline": "service designer at Alder Health",
    "who_you_are": "I redesign forms and queues at Alder Health",
    "looking_for": "people who have made a public service simpler and kept it that way",
    "time_zone": "Europe/London",
}
BACKGROUND = {
    "schools": ["Aire Valley College, 2009–2012"],
    "employers": ["Leeds Advice Rooms, 2013–2016", "Alder Health, since 2016"],
    "skills": ["plain writing", "sailing"],
    "places": ["Leeds, England"],
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to one contact on a day."""

    day: date
    contact_id: uuid.UUID
    take: Callable[[datetime], None]


@transaction.atomic
def fill(owner: User, *, now: datetime) -> None:
    """Add the whole network to this account, as of `now`. What the profile lacks is filled in.

    Raises SavedMeanwhile when somebody of the network is among the contacts already.
    """
    profile = _fill_profile(owner)
    with timezone.override(profile.zone):
        today = timezone.localdate(now)
        events = network.add_events(EVENTS, owner=owner, today=today)
        people = {one.name: network.add_person(one, owner=owner, today=today) for one in PEOPLE}
        steps: list[Step] = []
        for someone in PEOPLE:
            for met in someone.met:
                day = network.met_on(met, events=events, today=today)
                steps += _meeting(met, people[someone.name], day, today, events)
        for number, wrote in enumerate(MESSAGES):
            steps += _correspondence(wrote, people[wrote.to], profile, today, number)
        _take(steps, profile)
        for note in NOTES:
            if note.to in people:
                due_on = today + timedelta(note.due_in)
                add_own(people[note.to], text=note.text, due_on=due_on, new_id=uuid7())
        add_rules(owner)
    ours = Contact.objects.filter(pk__in=[contact.pk for contact in people.values()])
    plan_follow_ups(ours)
    # Nobody clicked any of this, so there is nothing to take back.
    Action.objects.filter(contact__in=ours).delete()


def _fill_profile(owner: User) -> Profile:
    profile = Profile.objects.of(owner)
    for field, told in (PROFILE | BACKGROUND).items():
        if not getattr(profile, field):
            setattr(profile, field, told)
    profile.save()
    return profile


def _take(steps: list[Step], profile: Profile) -> None:
    """Let everything happen in the order of its days."""
    for number, step in enumerate(sorted(steps, key=lambda step: step.day)):
        step.take(at_hour(step.day, 9 + number % 9, profile.zone))


def _meeting(
    met: Met, contact: Contact, day: date, today: date, events: dict[str, Event]
) -> Iterator[Step]:
    logged: list[Meeting] = []

    def take(at: datetime) -> None:
        logged.append(network.log(met, contact=contact, events=events, today=today, at=at))
        if met.i_promised or met.they_offered:
            plan_follow_ups(Contact.objects.filter(pk=contact.pk))

    yield Step(day, contact.pk, take)
    if met.kept:
        kept_on = network.kept_on(met, day=day, today=today)
        yield Step(kept_on, contact.pk, lambda at: network.keep_promises(logged[0], at=at))


def _correspondence(
    wrote: Wrote, contact: Contact, profile: Profile, today: date, number: int
) -> Iterator[Step]:
    written: list[Message] = []

    def take(at: datetime) -> None:
        if wrote.planned:
            written.append(letters.send_blank(contact, at=at))
            return
        message = letters.write(
            wrote, contact_id=contact.pk, profile=profile, at=at, variant=number % 3
        )
        if message:
            written.append(message)
            if not wrote.is_draft:
                letters.send(message, profile=profile, at=at)

    yield Step(today - timedelta(wrote.days_ago), contact.pk, take)
    for outcome in OUTCOMES:
        days_ago: int | None = getattr(wrote, outcome)
        if days_ago is not None:
            yield Step(today - timedelta(days_ago), contact.pk, _outcome(written, outcome))


def _outcome(written: list[Message], outcome: str) -> Callable[[datetime], None]:
    def take(at: datetime) -> None:
        for message in written:
            letters.become(message, outcome, at=at)

    return take
