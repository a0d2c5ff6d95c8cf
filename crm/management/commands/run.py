"""`manage.py run`: the whole product by one command, on its embedded default."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from crm.accounts.services import new_setup_token
from crm.celery import app as celery_app
from crm.running import embedded


class Command(BaseCommand):
    help = "Migrate, then run web server, Celery worker and beat in one process until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1 unless told otherwise")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMBEDDED:
            raise CommandError(
                "REDIS_URL is set, so web, worker and beat are processes of their own: "
                "docker-compose.yml has their commands. To run all in one process, unset REDIS_URL."
            )
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        try:
            embedded.serve(
                celery_app, host=options["host"], port=settings.PORT, on_ready=self.say_where
            )
        except OSError as error:
            raise CommandError(
                f"Port {settings.PORT} cannot be used ({error.strerror}). "
                "Is Rapport running already? Choose another with PORT=…"
            ) from error
        self.stdout.write("Stopped.")

    def say_where(self) -> None:
        """Print the address and, while there is no owner, the one-time link."""
        self.stdout.write(f"Rapport is at {settings.SITE_URL} (Ctrl-C stops it)")
        if token := new_setup_token():
            path = reverse("crm:setup", args=[token])
            self.stdout.write(f"Make your account here, once: {settings.SITE_URL}{path}")
        if not settings.EMAIL_CONFIGURED:
            self.stdout.write(f"No mail server is named: mails go to {settings.EMAIL_FILE_PATH}")
        self.stdout.flush()
