"""Taking back what was said."""

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from outreach.actions.models import Action
from outreach.actions.recording import Stale, take_back
from outreach.followups.planner import plan_these


@transaction.atomic
def undo(action: Action) -> None:
    """Put everything back as it was before the action. Raises Stale, having changed nothing."""
    mine = Action.objects.filter(pk=action.pk, undone_at=None)
    if not mine.update(undone_at=timezone.now()):
        raise Stale("This was taken back already.")
    for change in reversed(action.changes):
        take_back(apps.get_model(change["model"]), change)
    plan_these([action.contact_id])
