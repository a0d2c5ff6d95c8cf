"""What reminders add to the navigation and to the health of the instance."""

from crm.web.health import register_banner, register_check
from crm.web.navigation import Destination
from crm.web.navigation import register as register_destination
from outreach.reminders import health


def register() -> None:
    """Called once, when all apps are loaded."""
    register_destination(
        Destination(
            label="Reminders",
            url_name="outreach:reminders",
            icon="bell",
            under="/reminders/",
            position=50,
        )
    )
    register_check("tick", health.check)
    register_banner(health.banner)
