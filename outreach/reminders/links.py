"""What a click in a reminder may do without log-in: one thing, to one follow-up, for a while.

The signed text in the address is all the right that is needed, so it names exactly one action and
the date for which the mail was written: a second click changes nothing, and after the follow-up
has moved on only what happened can still be said.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core import signing
from django.utils import timezone

from crm.accounts.models import User
from crm.profile.models import Profile
from crm.web.time import today
from outreach.actions.models import Action
from outreach.actions.recording import Stale
from outreach.followups import services
from outreach.followups.models import FollowUp
from outreach.messages.models import Message
from outreach.messages.services import record_withdrawn

GOOD_FOR = timedelta(days=30)
SNOOZE = timedelta(days=7)
ACTION_SALT, STOP_SALT = "outreach.reminders.action", "outreach.reminders.stop"


class NotALink(Exception):
    """The address was cut, changed or made up, or what it is about is gone."""


class LinkOver(Exception):
    """It was good once."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that a link can do: its label in the mail, and what is asked and said about it."""

    label: str
    question: str
    said: str
    act: Callable[[FollowUp], Action]


def _withdrew(follow_up: FollowUp) -> Action:
    if follow_up.message is None:
        raise Stale("Nothing is left to withdraw.")
    return record_withdrawn(follow_up.message, at=timezone.now())


def fits(name: str, follow_up: FollowUp) -> bool:
    """Whether this can be said of this follow-up."""
    if name == "withdrew":
        return follow_up.asks_to_withdraw
    return name != "replied" or follow_up.message is not None


def _is_news(name: str, follow_up: FollowUp) -> bool:
    """Whether this tells something, though the follow-up is closed: an answer that was not noted
    yet settles whatever else waits for it."""
    return name == "replied" and Message.objects.waiting().filter(follow_ups=follow_up).exists()


# True whenever it is said; the others are about the date for which the mail was written.
WHAT_HAPPENED = ("done", "replied", "withdrew")

DOINGS = {
    "done": Doing(
        "Done",
        "Did you do what you owed {}?",
        "Noted that what you owed {} is done.",
        services.mark_done,
    ),
    "replied": Doing(
        "They replied",
        "Did {} reply?",
        "Noted that {} replied, so nothing more waits for an answer.",
        services.mark_replied,
    ),
    "next-week": Doing(
        "Next week",
        "Put {} off until next week?",
        "{} comes back in a week.",
        lambda follow_up: services.snooze(follow_up, until=today() + SNOOZE),
    ),
    "withdrew": Doing(
        "I withdrew it",
        "Did you withdraw the request to {}?",
        "Noted that you withdrew the request to {}, which can be sent again later.",
        _withdrew,
    ),
    "let-go": Doing("Let it go", "Let {} go?", "Noted that you let {} go.", services.let_go),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was opened in time."""

    follow_up: FollowUp
    doing: Doing

    def act(self) -> None:
        """Do it, on the date where the owner is. Raises Stale when it was done before."""
        with timezone.override(Profile.objects.of(self._owner).zone):
            self.doing.act(self.follow_up)

    @property
    def _owner(self) -> User:
        return self.follow_up.owner


def token_for(follow_up: FollowUp, name: str) -> str:
    """The text that lets its holder do this to this follow-up as it is due now."""
    content = [follow_up.pk.hex, name, follow_up.due_on.isoformat()]
    return signing.dumps(content, salt=ACTION_SALT)


def open_link(token: str) -> Link:
    """What the holder of this text may do. Raises NotALink, LinkOver or Stale."""
    try:
        pk, name, due_on = signing.loads(token, salt=ACTION_SALT, max_age=GOOD_FOR)
    except signing.SignatureExpired as error:
        raise LinkOver from error
    except signing.BadSignature as error:
        raise NotALink from error
    rows = FollowUp.objects.with_rows().select_related("owner")
    follow_up = rows.filter(pk=uuid.UUID(pk), owner__is_active=True).first()
    if follow_up is None:
        raise NotALink
    if not follow_up.is_open and not _is_news(name, follow_up):
        raise Stale("This was closed already. Nothing is left to do.")
    if name not in WHAT_HAPPENED and follow_up.due_on != date.fromisoformat(due_on):
        raise Stale("This was put off already. It comes back when it is due.")
    return Link(follow_up, DOINGS[name])


def stop_token_for(user: User) -> str:
    """The text that lets its holder switch this user's reminders off, for as long as mails last."""
    return signing.dumps(user.pk.hex, salt=STOP_SALT)


def user_to_stop(token: str) -> User:
    """Whose reminders the holder of this text may switch off. Raises NotALink."""
    try:
        pk = signing.loads(token, salt=STOP_SALT)
    except signing.BadSignature as error:
        raise NotALink from error
    user = User.objects.filter(pk=uuid.UUID(pk)).first()
    if user is None:
        raise NotALink
    return user
