from importlib import import_module

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "outreach"

    def ready(self) -> None:
        # By name, since it imports models, which do not exist while this module is read.
        import_module("outreach.registration")
