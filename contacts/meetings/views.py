"""Pages about meetings and promises."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from contacts.doors import own_contact, own_meeting, own_promise, posted
from contacts.meetings.forms import MeetingForm, values_of
from contacts.meetings.log import LogForm
from contacts.meetings.models import Meeting, Promise
from contacts.meetings.services import (
    add_meeting,
    change_meeting,
    delete_meeting,
    keep_promise,
    reopen_promise,
)
from contacts.once import SavedMeanwhile
from contacts.panels import promised
from contacts.people.models import Contact
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial, wants_fragment


@require_http_methods(["GET", "POST"])
def create_meeting(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """Log one more meeting with a contact."""
    person = own_contact(request, pk)
    form = MeetingForm(posted(request), user=request.user)
    if form.is_valid():
        try:
            logged = add_meeting(person, **form.cleaned_data)
        except SavedMeanwhile as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, logged.said)
            return redirect(person)
    return _show_form(request, form, person, meeting=None)


@require_http_methods(["GET", "POST"])
def edit_meeting(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """Correct what was logged."""
    meeting = own_meeting(request, pk)
    form = MeetingForm(posted(request), user=request.user, initial=values_of(meeting))
    if form.is_valid():
        del form.cleaned_data["new_id"]
        change_meeting(meeting, **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect(meeting)
    return _show_form(request, form, meeting.contact, meeting=meeting)


def _show_form(
    request: CrmRequest, form: MeetingForm, person: Contact, *, meeting: Meeting | None
) -> HttpResponse:
    context = {"form": form, "contact": person, "meeting": meeting}
    status = 422 if form.is_bound else 200
    return render_partial(request, "contacts/meeting_form.html", "form", context, status=status)


@require_http_methods(["GET", "POST"])
def remove_meeting(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """Ask, then delete."""
    meeting = own_meeting(request, pk)
    if request.method == "POST":
        delete_meeting(meeting)
        messages.success(request, "The meeting is deleted.")
        return redirect(meeting.contact)
    return render_partial(request, "contacts/meeting_delete.html", "form", {"meeting": meeting})


@require_GET
def matches(request: CrmRequest) -> HttpResponse:
    """Who may be meant, while a name is typed."""
    form = LogForm(initial=request.GET.dict(), user=request.user)
    return render_partial(request, "contacts/matches.html", "matches", {"form": form})


@require_POST
def keep(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """A promise was kept."""
    promise = own_promise(request, pk)
    keep_promise(promise)
    return _after_promise(request, promise, said="Kept.")


@require_POST
def reopen(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """It was not kept after all."""
    promise = own_promise(request, pk)
    reopen_promise(promise)
    return _after_promise(request, promise, said="Open again.")


def _after_promise(request: CrmRequest, promise: Promise, *, said: str) -> HttpResponse:
    if wants_fragment(request):
        context = {"contact": promise.contact, "panel": promised(promise.contact)}
        return render(request, "contacts/panels/promised.html", context)
    messages.success(request, said)
    return redirect(promise.contact)
