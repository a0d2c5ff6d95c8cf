from importlib import import_module

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "contacts"

    def ready(self) -> None:
        # By name, since it imports models, which do not exist while this module is read.
        import_module("contacts.registration")
