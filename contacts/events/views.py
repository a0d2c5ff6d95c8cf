"""Pages about events."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from contacts.doors import own_event, posted
from contacts.events.forms import EventForm
from contacts.events.models import Event
from contacts.events.services import add_event, save_event
from contacts.once import SavedMeanwhile
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial

PAGE = 25  # events, or people at one


@require_GET
def list_events(request: CrmRequest) -> HttpResponse:
    """All events, the latest first."""
    events = Event.objects.for_user(request.user).with_counts()
    context = {"page": Paginator(events, PAGE).get_page(request.GET.get("page"))}
    return render_partial(request, "contacts/events.html", "results", context)


@require_GET
def event(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """One event, and who was met there."""
    kept = own_event(request, pk)
    meetings = kept.meetings.with_rows()
    context = {
        "event": kept,
        "page": Paginator(meetings, PAGE).get_page(request.GET.get("page")),
        "without_detail": meetings.filter(detail="").count(),
    }
    return render_partial(request, "contacts/event.html", "people", context)


@require_http_methods(["GET", "POST"])
def create_event(request: CrmRequest) -> HttpResponse:
    form = EventForm(posted(request), instance=Event(owner=request.user))
    if form.is_valid():
        try:
            kept = add_event(form.instance, new_id=form.cleaned_data["new_id"])
        except SavedMeanwhile as error:
            form.add_error(None, str(error))
        else:
            return redirect(kept)
    return _show_form(request, form)


@require_http_methods(["GET", "POST"])
def edit_event(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    form = EventForm(posted(request), instance=own_event(request, pk))
    if form.is_valid():
        try:
            save_event(form.instance)
        except SavedMeanwhile as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Saved.")
            return redirect(form.instance)
    return _show_form(request, form)


def _show_form(request: CrmRequest, form: EventForm) -> HttpResponse:
    context = {"form": form, "is_new": form.instance._state.adding, "event": form.instance}
    status = 422 if form.is_bound else 200
    return render_partial(request, "contacts/event_form.html", "form", context, status=status)
