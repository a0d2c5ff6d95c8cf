from typing import Any

from django.db import migrations

from contacts.people.search import fold


def free_doubles(apps: Any, schema_editor: Any) -> None:
    """Two edits at one moment could make a promise twice. The first stays with its meeting; a
    later one stays with the contact, so that nothing that was typed is lost."""
    promises = apps.get_model("contacts", "Promise").objects.exclude(meeting=None)
    seen = set()
    for promise in promises.order_by("id"):
        key = promise.meeting_id, promise.by
        if key in seen:
            promise.meeting = None
            promise.save(update_fields=["meeting"])
        seen.add(key)


def find_by_promises(apps: Any, schema_editor: Any) -> None:
    """From now on contacts are found by what was promised, too."""
    contacts = apps.get_model("contacts", "Contact").objects
    for contact in contacts.filter(promises__isnull=False).distinct():
        texts = contact.promises.values_list("text", flat=True)
        contact.search_text += "\n" + fold("\n".join(texts))
        contact.save(update_fields=["search_text"])


class Migration(migrations.Migration):
    dependencies = [("contacts", "0002_contact_background")]
    operations = [
        migrations.RunPython(free_doubles, migrations.RunPython.noop),
        migrations.RunPython(find_by_promises, migrations.RunPython.noop),
    ]
