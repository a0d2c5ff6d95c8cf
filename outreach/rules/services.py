"""Keeping rules, one of a kind, and taking them away so that they can be brought back."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from outreach.actions.recording import Stale
from outreach.rules.models import Rule

ONE_OF_A_KIND = "You have a rule of this kind already. Change that one."


def keep(rule: Rule) -> None:
    """Save a rule, new or changed. Raises Stale when one of its kind stands already."""
    try:
        with transaction.atomic():
            rule.save()
    except IntegrityError as error:
        raise Stale(ONE_OF_A_KIND) from error


def remove(rule: Rule) -> None:
    """Let the rule hold no more. Doing it twice changes nothing."""
    Rule.objects.standing().filter(pk=rule.pk).update(removed_at=timezone.now())


def bring_back(rule: Rule) -> None:
    """Let it hold again. Raises Stale when another of its kind has taken its place."""
    rule.removed_at = None
    keep(rule)
