"""How the owner of an instance comes to have an account."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from crm.accounts.models import SetupLink, User
from crm.profile.models import Profile


class SetupLinkUsed(Exception):
    """The link was used before, or never existed."""


def hash_token(token: str) -> str:
    """SHA-256 in hexadecimal: enough for 256 random bits, and a stolen database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def create_owner(*, email: str, password: str, name: str = "", time_zone: str = "") -> User:
    """Create an account with its profile."""
    owner = User.objects.create_user(email, password)
    Profile.objects.create(owner=owner, name=name, time_zone=time_zone)
    return owner


@transaction.atomic
def new_setup_token() -> str | None:
    """A fresh token for the set-up link, or None once there is an owner. Older ones end."""
    if User.objects.exists():
        return None
    SetupLink.objects.all().delete()
    token = secrets.token_urlsafe(32)
    SetupLink.objects.create(token_hash=hash_token(token))
    return token


@transaction.atomic
def set_up(token: str, *, email: str, password: str, name: str, time_zone: str) -> User:
    """Create the first owner and use up the link. Raises SetupLinkUsed when it is not open."""
    taken = SetupLink.objects.filter(token_hash=hash_token(token), used_at=None).update(
        used_at=timezone.now()
    )
    if not taken or User.objects.exists():
        raise SetupLinkUsed
    return create_owner(email=email, password=password, name=name, time_zone=time_zone)
