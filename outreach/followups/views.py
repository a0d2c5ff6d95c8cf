"""What is owed: the list, one of them, and what can be done about it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from crm.web.http import CrmRequest
from crm.web.time import today
from outreach.actions.answer import record, refuse
from outreach.actions.recording import Stale
from outreach.doors import own_follow_up
from outreach.followups import services
from outreach.followups.forms import SnoozeForm
from outreach.followups.lines import lines_for
from outreach.followups.models import FollowUp
from outreach.followups.wording import spoken_date

PER_PAGE = 25


@require_GET
def follow_up_list(request: CrmRequest) -> HttpResponse:
    """Everything owed, the oldest first."""
    owed = FollowUp.objects.for_user(request.user).open().with_rows()
    page = Paginator(owed, PER_PAGE).get_page(request.GET.get("page"))
    lines = lines_for(page.object_list, profile=request.profile, day=today())
    context = {"page": page, "lines": lines, "today": today()}
    return render(request, "outreach/follow_up_list.html", context)


@require_GET
def follow_up_page(request: CrmRequest, pk: UUID) -> HttpResponse:
    """One follow-up: why now, the draft that answers it, and what can be done about it."""
    return _render(request, own_follow_up(request, pk), SnoozeForm())


def _render(
    request: CrmRequest, follow_up: FollowUp, form: SnoozeForm, *, status: int = 200
) -> HttpResponse:
    [line] = lines_for([follow_up], profile=request.profile, day=today())
    context = {"line": line, "form": form}
    return render(request, "outreach/follow_up.html", context, status=status)


@require_POST
def follow_up_done(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Done.”"""
    follow_up = own_follow_up(request, pk)
    return record(
        request,
        lambda: services.mark_done(follow_up),
        said=f"Done: {follow_up.contact}.",
        back=reverse("outreach:today"),
    )


@require_POST
def follow_up_replied(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“They replied.”"""
    follow_up = own_follow_up(request, pk)
    return record(
        request,
        lambda: services.mark_replied(follow_up),
        said=f"{follow_up.contact} replied. Nothing more is waiting for this.",
        back=reverse("outreach:today"),
    )


@require_POST
def follow_up_snooze(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Later”: tomorrow, next week, or on a day of one's own."""
    follow_up = own_follow_up(request, pk)
    form = SnoozeForm(request.POST)
    if not follow_up.is_open:
        return refuse(request, Stale(services.closed(follow_up)), back=reverse("outreach:today"))
    if not form.is_valid():
        return _render(request, follow_up, form, status=422)
    until = form.cleaned_data["until"]
    return record(
        request,
        lambda: services.snooze(follow_up, until=until),
        said=f"{follow_up.contact} comes back {spoken_date(until, today())}.",
        back=reverse("outreach:today"),
    )


@require_POST
def follow_up_let_go(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Let it go.”"""
    follow_up = own_follow_up(request, pk)
    return record(
        request,
        lambda: services.let_go(follow_up),
        said=f"Let go: {follow_up.contact}.",
        back=reverse("outreach:today"),
    )
