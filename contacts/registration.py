"""What this floor adds to the navigation and to the page of a contact when it starts."""

from contacts import panels
from contacts.meetings import history
from contacts.people.page import (
    ContactAction,
    ContactPanel,
    register_action,
    register_history,
    register_panel,
)
from crm.web.navigation import Destination, register

register(
    Destination(
        label="Contacts", url_name="contacts:list", icon="users", under="/contacts/", position=20
    )
)
register(
    Destination(
        label="Events", url_name="contacts:events", icon="calendar", under="/events/", position=30
    )
)
register_history(history.met)
register_history(history.added)
register_action(ContactAction(label="Log a meeting", url_name="contacts:meeting-add", position=10))

for template, context, position in (
    ("contacts/panels/reach.html", panels.reach, 10),
    ("contacts/panels/in_common.html", panels.in_common, 20),
    ("contacts/panels/background.html", panels.background, 25),
    ("contacts/panels/promised.html", panels.promised, 30),
    ("contacts/panels/regular.html", panels.regular, 35),
    ("contacts/panels/notes.html", panels.notes, 40),
):
    register_panel(ContactPanel(template=template, context=context, position=position))
