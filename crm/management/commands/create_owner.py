"""`manage.py create_owner --email E --password P`: an account without the set-up link."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from crm.accounts.forms import SetupForm
from crm.accounts.models import User
from crm.accounts.services import create_owner


class Command(BaseCommand):
    help = "Create the account of an owner."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--password", required=True)
        parser.add_argument("--name", default="")
        parser.add_argument("--time-zone", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        given = {key: options[key] for key in ("email", "password", "name", "time_zone")}
        form = SetupForm({**given, "name": given["name"] or "Owner"})
        if not form.is_valid():
            raise CommandError(
                " ".join(
                    f"{field}: {error}" for field, said in form.errors.items() for error in said
                )
            )
        user = User(email=form.cleaned_data["email"])
        try:
            user.validate_constraints()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        create_owner(**{**form.cleaned_data, "name": given["name"]})
        self.stdout.write(f"{user.email} can sign in now.")
