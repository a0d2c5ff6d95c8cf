"""What is written when a contact is saved, archived or brought back."""

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone

from contacts.changes import changed
from contacts.once import SavedMeanwhile, make_once
from contacts.people.models import Contact, ContactPoint, Tag
from contacts.people.search import fold_name
from crm.accounts.models import User
from crm.owned import uuid7

# The values of each kind of point, in the order to show them.
Points = Mapping[ContactPoint.Kind, Sequence[str]]


def add_contact(
    contact: Contact, *, new_id: uuid.UUID, points: Points, tags: Iterable[str]
) -> Contact:
    """Keep a new contact under `new_id`; the one kept before if this is said twice.

    Raises SavedMeanwhile.
    """
    contact.pk = new_id

    def make() -> Contact:
        contact.save(force_insert=True)
        return _save_whole(contact, points=points, tags=tags)

    return make_once(Contact, make, owner=contact.owner, new_id=new_id)


def save_contact(contact: Contact, *, points: Points, tags: Iterable[str]) -> Contact:
    """Keep a contact as its attributes are now, with these points and tags and no others.

    A kind that `points` does not name stays as it is. Raises SavedMeanwhile.
    """
    try:
        with transaction.atomic():
            return _save_whole(contact, points=points, tags=tags)
    except IntegrityError as error:
        raise SavedMeanwhile from error


@transaction.atomic
def archive_contact(contact: Contact) -> None:
    """Put a contact out of the list and out of every follow-up, with all their history."""
    Contact.objects.filter(pk=contact.pk, archived_at=None).update(archived_at=timezone.now())
    changed(contact.pk)


@transaction.atomic
def bring_back_contact(contact: Contact) -> None:
    Contact.objects.filter(pk=contact.pk).update(archived_at=None)
    changed(contact.pk)


def tags_named(names: Iterable[str], *, owner: User) -> list[Tag]:
    """The owner's tags of these names, made where there is none."""
    wanted = {fold_name(name): name for name in names}
    known = {
        tag.folded_name: tag for tag in Tag.objects.filter(owner=owner, folded_name__in=wanted)
    }
    for folded, name in wanted.items():
        if folded not in known:
            known[folded], _ = Tag.objects.get_or_create(
                owner=owner, folded_name=folded, defaults={"name": name}
            )
    return list(known.values())


def _save_whole(contact: Contact, *, points: Points, tags: Iterable[str]) -> Contact:
    for kind, values in points.items():
        _replace_points(contact, kind=kind, values=values)
    contact.tags.set(tags_named(tags, owner=contact.owner))
    contact.refresh_search_text()
    contact.save()
    changed(contact.pk)
    return contact


def _replace_points(contact: Contact, *, kind: ContactPoint.Kind, values: Sequence[str]) -> None:
    known = contact.points.filter(kind=kind)
    if list(known.values_list("value", flat=True)) == list(values):
        return
    known.delete()
    ids = sorted(uuid7() for _ in values)  # points are shown in the order of their ids
    ContactPoint.objects.bulk_create(
        ContactPoint(pk=pk, owner=contact.owner, contact=contact, kind=kind, value=value)
        for pk, value in zip(ids, values, strict=True)
    )
