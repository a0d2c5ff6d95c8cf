"""What every row of the product has: an owner, and an id that nobody can guess."""

import secrets
import time
import uuid
from typing import TYPE_CHECKING, Self, TypeVar

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

RowT = TypeVar("RowT", bound=models.Model)


def uuid7() -> uuid.UUID:
    """A time-ordered random id (RFC 9562, 5.7 and 6.2 method 3): 48 bits of milliseconds, 12 bits
    of the fraction below, 62 random bits. Rows made one after the other sort in that order."""
    milliseconds, nanoseconds = divmod(time.time_ns(), 1_000_000)
    fraction = nanoseconds * 4096 // 1_000_000
    version, variant = 0x7, 0b10
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    value |= version << 76 | fraction << 64 | variant << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)


class OwnedQuerySet(models.QuerySet[RowT]):
    """Rows that belong to somebody. Every query of a view starts with `for_user`."""

    def for_user(self, user: "AbstractBaseUser | AnonymousUser") -> Self:
        return self.filter(owner=user)


class OwnedModel(models.Model):
    """The one base of everything a person keeps here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
