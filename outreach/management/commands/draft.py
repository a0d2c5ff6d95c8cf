"""`manage.py draft CONTACT --owner EMAIL`: a draft on the command line, as compose writes it."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from contacts.models import Contact
from crm.accounts.models import User
from crm.profile.models import Profile
from outreach.drafting import Draft, Purpose, Question, Tone
from outreach.facts.collecting import facts_about
from outreach.messages.drafts import draft_for
from outreach.messages.manner import manner_of
from outreach.messages.occasions import Occasion, first_occasion
from outreach.tailoring import Channel, Fact

TOO_THIN = 3  # exit status when a question has to be answered first


class Command(BaseCommand):
    help = "Draft a message to a contact from what is known of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("contact", type=UUID, help="the contact's id, as in its address")
        parser.add_argument("--owner", required=True, help="the address of the account")
        parser.add_argument("--channel", choices=list(Channel))
        parser.add_argument("--purpose", choices=list(Purpose))
        parser.add_argument("--tone", choices=list(Tone), help="else the user's usual one")
        parser.add_argument("--variant", type=int, default=0, help="0, 1, 2 … for other wordings")
        parser.add_argument("--json", action="store_true", help="all that is known of the draft")

    def handle(self, *args: Any, **options: Any) -> None:
        contact = _contact(options["contact"], owner=options["owner"])
        profile = Profile.objects.of(contact.owner)
        facts = facts_about([contact], profile=profile)[contact.pk]
        usual = first_occasion(contact, profile)
        answer = draft_for(
            contact,
            Occasion(
                Channel(options["channel"] or usual.channel),
                Purpose(options["purpose"] or usual.purpose),
                usual.earlier,
            ),
            profile=profile,
            facts=facts,
            day=timezone.localdate(timezone=profile.zone),
            manner=manner_of(profile),
            tone=Tone(options["tone"]) if options["tone"] else None,
            variant=options["variant"],
            looks_around=True,
        )
        if isinstance(answer, Question):
            self._say({"ask": asdict(answer)}, answer.prompt, as_json=options["json"])
            sys.exit(TOO_THIN)
        self._say(_as_json(answer, facts), answer.text, as_json=options["json"])

    def _say(self, value: dict[str, Any], text: str, *, as_json: bool) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) if as_json else text)


def _contact(pk: UUID, *, owner: str) -> Contact:
    account = User.objects.filter(email__iexact=owner).first()
    if account is None:
        raise CommandError(f"There is no account with the address {owner}.")
    contact = Contact.objects.for_user(account).filter(pk=pk).first()
    if contact is None:
        raise CommandError(f"{account} has no contact with this id.")
    return contact


def _as_json(draft: Draft, facts: tuple[Fact, ...]) -> dict[str, Any]:
    return {
        "text": draft.text,
        "subject": draft.subject,
        "segments": [segment._asdict() for segment in draft.segments],
        "facts": [
            {"id": fact.id, "text": fact.text, "ingredient": fact.ingredient, "source": fact.source}
            for fact in facts
            if fact.id in draft.facts
        ],
        "left_out": [asdict(left) for left in draft.left_out],
        "verdict": draft.verdict.verdict,
        "score": draft.verdict.score,
        "length": draft.length,
        "limit": draft.limit,
    }
