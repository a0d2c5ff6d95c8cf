"""How a view tells that something was recorded, with the way to take it back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from crm.web.http import CrmRequest
from outreach.actions.models import Action
from outreach.actions.recording import Stale


def record(
    request: CrmRequest,
    act: Callable[[], Action],
    *,
    said: str | Callable[[Action], str],
    back: str,
    refused: str = "",
) -> HttpResponse:
    """Do it, say so with an Undo, and go back to where the person was.

    `said` may be worked out from what the action did.
    What is stale by now is a 409 that says why and leads to `refused` (`back` unless given).
    """
    try:
        action = act()
    except Stale as stale:
        return refuse(request, stale, back=refused or back)
    undo = reverse("outreach:action-undo", args=[action.pk])
    words = said if isinstance(said, str) else said(action).strip()
    messages.success(request, words, extra_tags=f"undo:{undo}")
    return go_back(request, back)


def refuse(request: CrmRequest, stale: Stale, *, back: str) -> HttpResponse:
    """The page that says why nothing was changed."""
    context = {"said": str(stale), "back": _safe_next(request) or back}
    return render(request, "outreach/stale.html", context, status=409)


def go_back(request: CrmRequest, back: str) -> HttpResponseRedirect:
    """Where the form says the person came from, if that is ours; else `back`."""
    return HttpResponseRedirect(_safe_next(request) or back)


def _safe_next(request: CrmRequest) -> str:
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if ours and target.startswith("/") and target.isprintable() else ""
