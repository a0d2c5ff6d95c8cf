"""The one way a view gets each object: what belongs to another owner is a 404."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from crm.web.http import CrmRequest
from outreach.actions.models import Action
from outreach.followups.models import FollowUp
from outreach.messages.models import Message


def own_message(request: CrmRequest, pk: UUID) -> Message:
    messages = Message.objects.for_user(request.user).select_related("contact", "answers")
    return get_object_or_404(messages, pk=pk)


def own_follow_up(request: CrmRequest, pk: UUID) -> FollowUp:
    return get_object_or_404(FollowUp.objects.for_user(request.user).with_rows(), pk=pk)


def own_action(request: CrmRequest, pk: UUID) -> Action:
    return get_object_or_404(Action.objects.for_user(request.user), pk=pk)
