"""Today: whom do I owe a message? And the first thing to do: log who you met."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from contacts.meetings.log import LogForm
from contacts.meetings.services import log_meeting
from contacts.once import SavedMeanwhile
from crm.web.http import CrmRequest
from crm.web.time import today as date_today
from outreach.followups.lines import lines_for
from outreach.followups.models import FollowUp
from outreach.rules.checking import quiet_day
from outreach.rules.models import Rule
from outreach.today.queries import just_met

FIRST = 5  # of each kind shown at once; the rest are one click away
PER_PAGE = 25
KEPT = ("event", "met_on")  # what the next person who is logged has in common with the last


@require_GET
def today(request: CrmRequest) -> HttpResponse:
    """What is due, each with its reason and its draft."""
    kept = {name: request.GET[name] for name in KEPT if name in request.GET}
    log = LogForm(initial=kept, user=request.user)
    if kept:
        log.fields["name"].widget.attrs["autofocus"] = True
    return _render(request, log)


def _render(request: CrmRequest, log: LogForm, *, status: int = 200) -> HttpResponse:
    day = date_today()
    mine = FollowUp.objects.for_user(request.user)
    due = mine.due(day).with_rows()
    people = just_met(request.user, day)
    context: dict[str, Any] = {
        "day": day,
        "quiet": quiet_day(Rule.objects.of(request.user.pk), day),
        "log": log,
        "lines": lines_for(due[:FIRST], profile=request.profile, day=day),
        "due_count": due.count(),
        "upcoming": mine.upcoming(day).select_related("contact")[:FIRST],
        "just_met": people[:FIRST],
        "more_just_met": max(0, people.count() - FIRST),
    }
    return render(request, "outreach/today.html", context, status=status)


@require_GET
def just_met_list(request: CrmRequest) -> HttpResponse:
    """Everybody who was met lately and waits for a first message."""
    people = just_met(request.user, date_today())
    page = Paginator(people, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "outreach/just_met.html", {"page": page})


@require_POST
def log(request: CrmRequest) -> HttpResponse:
    """Keep an encounter. The person goes on writing, or logs the next one."""
    form = LogForm(request.POST, user=request.user)
    if not form.is_valid():
        return _render(request, form, status=422)
    try:
        logged = log_meeting(owner=request.user, **form.cleaned_data)
    except SavedMeanwhile as error:
        form.add_error(None, str(error))
        return _render(request, form, status=422)
    contact = logged.meeting.contact
    messages.success(request, logged.said)
    if request.POST.get("then") == "next":
        return redirect(f"{reverse('outreach:today')}?{_kept_from(form)}")
    return redirect("outreach:message-compose", contact.pk)


def _kept_from(form: LogForm) -> str:
    """Event and day, for the next person; today is what a new form has anyway."""
    kept = {"event": form.cleaned_data["event"], "met_on": form.cleaned_data["met_on"]}
    if kept["met_on"] == date_today():
        del kept["met_on"]
    return urlencode(kept)
