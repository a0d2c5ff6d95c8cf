"""Forms that are sent twice, or from two windows at once."""

import uuid
from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, transaction

from crm.accounts.models import User
from crm.owned import OwnedModel

RowT = TypeVar("RowT", bound=OwnedModel)


class SavedMeanwhile(Exception):
    """Another window saved something a moment ago that this cannot stand beside."""

    def __init__(self) -> None:
        super().__init__(
            "Another window has just saved something with the same name or LinkedIn profile. "
            "Look at it first, then save this again."
        )


def find_made(model: type[RowT], *, owner: User, new_id: uuid.UUID) -> RowT | None:
    """The row that an earlier sending of the same form made."""
    return model._default_manager.filter(owner=owner, pk=new_id).first()


def make_once(
    model: type[RowT], make: Callable[[], RowT], *, owner: User, new_id: uuid.UUID
) -> RowT:
    """What `make` returns, all or nothing; or the row it made before, under `new_id`.

    `make` inserts with force_insert, so that an id of somebody else's row changes nothing.
    Raises SavedMeanwhile.
    """
    try:
        with transaction.atomic():
            return make()
    except IntegrityError as error:
        if made := find_made(model, owner=owner, new_id=new_id):
            return made
        raise SavedMeanwhile from error
