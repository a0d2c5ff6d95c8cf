"""Changing rows so that the change can be taken back.

Each change is a conditional UPDATE on the values that were read: a double click, or a second tab,
finds nothing to change and is told so.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from contacts.models import Contact
from outreach.actions.models import Action

LABEL_LENGTH = 200  # characters, as the column; a name may be as long alone
CHANGED = "Something has changed meanwhile. Look again before you decide."


class Stale(Exception):
    """The row is no longer what the user saw. Its text is a sentence for them."""


class Recorder:
    """Collects the changes of one action."""

    def __init__(self) -> None:
        self.changes: list[dict[str, Any]] = []

    def change(self, row: models.Model, **fields: Any) -> None:
        """Set `fields` on `row` if they still hold what `row` says. Raises Stale."""
        before = {name: getattr(row, name) for name in fields}
        if not _same(row._meta.model, row.pk, before).update(**fields):
            raise Stale(CHANGED)
        for name, value in fields.items():
            setattr(row, name, value)
        self._note(row, before, fields)

    def create(self, row: models.Model) -> None:
        """Insert `row`; taking the action back deletes it, if it is still as it was made."""
        row.save(force_insert=True)
        fields = row._meta.concrete_fields
        self._note(row, None, {field.attname: getattr(row, field.attname) for field in fields})

    def remove(self, row: models.Model) -> None:
        """Delete `row` as it was read; taking the action back makes it again. Raises Stale."""
        fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        if not _same(row._meta.model, row.pk, fields).delete()[0]:
            raise Stale(CHANGED)
        self._note(row, fields, None)

    def _note(
        self, row: models.Model, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        self.changes.append(
            {
                "model": row._meta.label_lower,
                "pk": str(row.pk),
                "before": None if before is None else _to_json(before),
                "after": None if after is None else _to_json(after),
            }
        )


@contextmanager
def recording(contact: Contact, label: str) -> Iterator[tuple[Recorder, Action]]:
    """All changes made inside happen together, and become one action of the contact's history."""
    recorder = Recorder()
    action = Action(owner_id=contact.owner_id, contact=contact, label=label[:LABEL_LENGTH])
    try:
        with transaction.atomic():
            yield recorder, action
            action.changes = recorder.changes
            action.save(force_insert=True)
    except IntegrityError as error:  # another tab was faster, and the constraint decided
        raise Stale(CHANGED) from error


def _same(model: type[models.Model], pk: Any, values: dict[str, Any]) -> models.QuerySet[Any]:
    """The row, if its fields still hold `values`. JSON is left out: databases compare it apart."""
    comparable = {
        name: value
        for name, value in values.items()
        if not isinstance(model._meta.get_field(name), models.JSONField)
    }
    return model._default_manager.filter(pk=pk, **comparable)


def _to_json(values: dict[str, Any]) -> dict[str, Any]:
    """Plain values; dates in full precision, so that they compare equal when read back."""

    def plain(value: Any) -> Any:
        if isinstance(value, datetime | date):
            return value.isoformat()
        if isinstance(value, models.Model):
            return str(value.pk)
        return str(value) if isinstance(value, UUID) else value

    return {name: plain(value) for name, value in values.items()}


def take_back(model: type[models.Model], change: dict[str, Any]) -> None:
    """Put one row back as it was. Raises Stale when it has changed since."""
    if change["after"] is None:
        model(**_from_json(model, change["before"])).save(force_insert=True)
        return
    rows = _same(model, change["pk"], _from_json(model, change["after"]))
    if change["before"] is None:
        undone = rows.delete()[0]
    else:
        undone = rows.update(**_from_json(model, change["before"]))
    if not undone:
        raise Stale("This cannot be taken back any more: something has happened since.")


def _from_json(model: type[models.Model], values: dict[str, Any]) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    fields |= {field.name: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in values.items()}
