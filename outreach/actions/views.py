from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from crm.web.http import CrmRequest
from outreach.actions.answer import go_back, refuse
from outreach.actions.recording import Stale
from outreach.actions.services import undo
from outreach.doors import own_action


@require_POST
def action_undo(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Take back what was said."""
    action = own_action(request, pk)
    back = action.contact.get_absolute_url()
    try:
        undo(action)
    except Stale as stale:
        return refuse(request, stale, back=back)
    messages.success(request, f"Taken back: {action.label}")
    return go_back(request, back)
