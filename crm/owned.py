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
    """A time-ordered random id (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits."""
    value = (time.time_ns() // 1_000_000 & 0xFFFF_FFFF_FFFF) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76  # version
    value = value & ~(0x3 << 62) | 0x2 << 62  # variant
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
