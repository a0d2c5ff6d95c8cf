"""Follow-ups as a page or a mail shows them: why now, where from, and the draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.text import Truncator

from contacts.models import Contact
from crm.profile.models import Profile
from outreach.drafting import Draft, Question
from outreach.followups.models import FollowUp
from outreach.followups.wording import context_line, why_now, why_wait
from outreach.messages.drafts import Answer, drafts_for
from outreach.messages.manner import Manner
from outreach.messages.models import Message
from outreach.tailoring import Channel

EXCERPT = 240  # characters of what was last said


@dataclass(frozen=True, slots=True)
class Line:
    """One follow-up, ready to read."""

    follow_up: FollowUp
    why: str
    context: str
    last_said: str  # the beginning of the latest message, "" where there was none with words
    days_late: int
    answer: Draft | Question | None  # None: nothing is to be written
    waits: bool  # it can only be sent once the contact accepts the request

    @property
    def draft(self) -> Draft | None:
        return self.answer if isinstance(self.answer, Draft) else None

    @property
    def question(self) -> Question | None:
        return self.answer if isinstance(self.answer, Question) else None

    @property
    def channel(self) -> str:
        """Through what the draft goes, as within a sentence: "LinkedIn message", "e-mail"."""
        if self.is_email:
            return "e-mail"
        return Message.Channel(self.draft.channel).label if self.draft else ""

    @property
    def is_email(self) -> bool:
        return self.draft is not None and self.draft.channel is Channel.EMAIL

    @property
    def mailto(self) -> str:
        """Opens the user's mail program with address and subject; "" where it goes another way."""
        emails = self.follow_up.contact.emails  # type: ignore[attr-defined]
        if self.draft is None or not self.is_email or not emails:
            return ""
        subject = urlencode({"subject": self.draft.subject}, quote_via=quote)
        return f"mailto:{quote(emails[0].value, safe='@')}?{subject}"

    @property
    def compose_path(self) -> str:
        """Where the draft can be read, changed and copied."""
        address = reverse("outreach:message-compose", args=[self.follow_up.contact_id])
        return f"{address}?follow_up={self.follow_up.pk}"


def lines_for(
    follow_ups: Iterable[FollowUp], *, profile: Profile, day: date, manner: Manner | None = None
) -> list[Line]:
    """A line for each follow-up (loaded `with_rows`), in a fixed number of queries."""
    follow_ups = list(follow_ups)
    drafts = drafts_for(follow_ups, profile=profile, day=day, manner=manner)
    return [_line(follow_up, drafts.get(follow_up.pk), day) for follow_up in follow_ups]


def _line(follow_up: FollowUp, answer: Answer | None, day: date) -> Line:
    why, waits = why_now(follow_up, day), answer is not None and answer.waits
    return Line(
        follow_up=follow_up,
        why=f"{why} {why_wait(follow_up.contact)}" if waits else why,
        context=context_line(next(iter(follow_up.contact.facts_meetings), None), day),  # type: ignore[attr-defined]
        last_said=_last_said(follow_up.contact),
        days_late=follow_up.days_late(day),
        answer=answer.made if answer else None,
        waits=waits,
    )


def _last_said(contact: Contact) -> str:
    """The beginning of the latest message to this contact that had words."""
    bodies = (message.body for message in contact.facts_messages)  # type: ignore[attr-defined]
    return Truncator(" ".join(next(filter(None, bodies), "").split())).chars(EXCERPT)
