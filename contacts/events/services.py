"""What is written when an event is made or renamed."""

import uuid

from django.db import IntegrityError, transaction

from contacts.events.models import Event
from contacts.once import SavedMeanwhile, make_once
from contacts.people.models import Contact


def add_event(event: Event, *, new_id: uuid.UUID) -> Event:
    """Keep a new event under `new_id`, once. Raises SavedMeanwhile."""
    event.pk = new_id

    def make() -> Event:
        event.save(force_insert=True)
        return event

    return make_once(Event, make, owner=event.owner, new_id=new_id)


def save_event(event: Event) -> None:
    """Keep an event as it is now; whoever was met there is found by its new name.

    Raises SavedMeanwhile.
    """
    try:
        with transaction.atomic():
            event.save()
            for contact in Contact.objects.filter(meetings__event=event).distinct():
                contact.refresh_search_text()
                contact.save(update_fields=["search_text"])
    except IntegrityError as error:
        raise SavedMeanwhile from error
