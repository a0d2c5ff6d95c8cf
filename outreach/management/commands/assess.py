"""`manage.py assess`: JSON lines in, a verdict each as a JSON line out."""

import io
import json
import logging
import sys
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand

from contacts.models import Contact
from crm.accounts.models import User
from crm.profile.models import Profile
from outreach.messages.drafts import judge
from outreach.messages.lengths import lengths_for
from outreach.rules.models import Rule
from outreach.tailoring import Channel, Verdict, assess

logger = logging.getLogger(__name__)


class NotUnderstood(ValueError):
    """A line that cannot be judged. Its text says why."""


class Command(BaseCommand):
    help = (
        'Read {"text": …, "channel": …} a line from standard input, optionally with "contact" (an '
        'id) and "owner" (an address), and write the verdict on each as a line of JSON.'
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # a line in another encoding is judged as well
        for line in sys.stdin:
            if line.strip():
                said = json.dumps(_answer(line), ensure_ascii=False)
                # What was quoted may end in half a character, which no encoding can write.
                self.stdout.write(said.encode("utf-8", "replace").decode())


def _answer(line: str) -> dict[str, Any]:
    try:
        return _as_json(_judge(line))
    except NotUnderstood as error:
        return {"error": str(error)}
    except Exception:  # whatever is wrong with a line, those after it are judged
        logger.exception("A line could not be judged.")
        return {"error": "Something in this line could not be judged; the log says what."}


def _judge(line: str) -> Verdict:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(f"This line is not JSON: {error}.") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise NotUnderstood("A line needs a “text”.")
    subject = asked.get("subject")
    subject = subject if isinstance(subject, str) else ""
    named = asked.get("channel")
    channel = Channel(named) if named in list(Channel) else Channel.OTHER
    if asked.get("contact") is None:
        lengths = lengths_for(channel, is_premium=False)
        return assess(asked["text"], channel=channel, subject=subject, lengths=lengths)
    contact = _contact(asked)
    profile = Profile.objects.of(contact.owner)
    return judge(
        asked["text"],
        channel=channel,
        contact=contact,
        profile=profile,
        subject=subject,
        purpose=str(asked.get("purpose", "")),
        rules=Rule.objects.of(contact.owner_id),
    )


def _contact(asked: dict[str, Any]) -> Contact:
    owner = User.objects.filter(email__iexact=str(asked.get("owner", ""))).first()
    if owner is None:
        raise NotUnderstood("With a “contact”, “owner” must be the address of an account.")
    try:
        contact_id = UUID(str(asked["contact"]))
    except ValueError as error:
        raise NotUnderstood("“contact” is not an id.") from error
    contact = Contact.objects.for_user(owner).filter(pk=contact_id).first()
    if contact is None:
        raise NotUnderstood("This owner has no such contact.")
    return contact


def _as_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict.verdict,
        "score": verdict.score,
        "present": [found._asdict() for found in verdict.present],
        "missing": list(verdict.missing),
        "stock": [asdict(span) for span in verdict.stock],
        "placeholders": [asdict(span) for span in verdict.placeholders],
        "reasons": list(verdict.reasons),
    }
