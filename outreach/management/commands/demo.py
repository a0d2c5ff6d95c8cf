"""`manage.py demo`: a made-up network to look around in."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from contacts.models import Contact
from contacts.once import SavedMeanwhile
from crm.accounts.models import User
from crm.accounts.services import create_owner
from outreach.demo.filling import PROFILE, fill

EMAIL = "demo@rapport.example"


class Command(BaseCommand):
    help = "Fill an empty instance with made-up people, events and messages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--force", action="store_true", help="also where there are contacts already"
        )
        parser.add_argument("--owner", metavar="EMAIL", help="whose network it becomes")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        if Contact.objects.exists() and not options["force"]:
            raise CommandError(
                "There are contacts here already, and the demo would mix made-up people with "
                "them. Use an empty instance, or say --force."
            )
        with transaction.atomic():
            owner, password = _owner(options["owner"])
            try:
                fill(owner, now=timezone.now())
            except SavedMeanwhile as error:
                raise CommandError(
                    f"{owner.email} knows some of the made-up people already. Nothing was added."
                ) from error
        self.stdout.write(f"{owner.email} now knows sixty people. None of them exists.")
        if password:
            self.stdout.write(f"Sign in with the password {password} (it is not shown again).")


def _owner(email: str | None) -> tuple[User, str | None]:
    """Whose network it becomes, with the password if the account is made here."""
    if email:
        named = User.objects.filter(email__iexact=email).first()
        if named is None:
            raise CommandError(f"Nobody signs in as {email} here.")
        return named, None
    owners = list(User.objects.all()[:2])
    if len(owners) > 1:
        raise CommandError("Several people sign in here. Name one: --owner EMAIL.")
    if owners:
        return owners[0], None
    password = secrets.token_urlsafe(12)
    owner = create_owner(
        email=EMAIL, password=password, name=PROFILE["name"], time_zone=PROFILE["time_zone"]
    )
    return owner, password
