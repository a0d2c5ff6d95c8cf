"""The tables of the ground floor, gathered for Django from the packages they live in."""

from crm.accounts.models import SetupLink, User
from crm.profile.models import Profile

__all__ = ["Profile", "SetupLink", "User"]
