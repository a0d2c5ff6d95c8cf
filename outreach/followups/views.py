"""What is owed: the list, one of them, and what can be done about it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from contacts.doors import own_contact, posted
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial
from crm.web.time import today
from outreach.actions.answer import record, refuse
from outreach.actions.recording import Stale
from outreach.doors import own_follow_up
from outreach.followups import services
from outreach.followups.closing import settled_in_words
from outreach.followups.forms import FilterForm, OwnNoteForm, SnoozeForm, TimingsForm
from outreach.followups.lines import lines_for
from outreach.followups.models import FollowUp
from outreach.followups.timings import Timings
from outreach.followups.wording import spoken_date

PER_PAGE = 25


@require_GET
def follow_up_list(request: CrmRequest) -> HttpResponse:
    """Everything owed, the oldest first; or what is asked for of it."""
    form = FilterForm(request.GET)
    owed = FollowUp.objects.for_user(request.user).open()
    found = form.chosen_from(owed, today()).with_rows()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "lines": lines_for(page.object_list, profile=request.profile, day=today()),
        "is_filtered": bool(form.is_valid() and any(form.cleaned_data.values())),
    }
    return render_partial(request, "outreach/follow_up_list.html", "found", context)


@require_http_methods(["GET", "POST"])
def follow_up_add(request: CrmRequest, pk: UUID) -> HttpResponse:
    """A follow-up that the user writes."""
    contact = own_contact(request, pk)
    form = OwnNoteForm(posted(request))
    if not form.is_valid():
        context = {"contact": contact, "form": form}
        status = 422 if form.is_bound else 200
        return render_partial(
            request, "outreach/follow_up_add.html", "form", context, status=status
        )
    due = spoken_date(form.cleaned_data["due_on"], today())
    return record(
        request,
        lambda: services.add_own(contact, **form.cleaned_data),
        said=f"Noted. It comes up {due}.",
        back=contact.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
def follow_up_timings(request: CrmRequest) -> HttpResponse:
    """After how many days each reason is owed."""
    form = TimingsForm(posted(request), instance=Timings.objects.of(request.user))
    if form.is_valid():
        services.keep_timings(form.instance)
        messages.success(request, "Saved. What is open was moved; what you put off stays put off.")
        return redirect("outreach:follow-ups")
    status = 422 if form.is_bound else 200
    template = "outreach/follow_up_timings.html"
    return render_partial(request, template, "form", {"form": form}, status=status)


@require_GET
def follow_up_page(request: CrmRequest, pk: UUID) -> HttpResponse:
    """One follow-up: why now, the draft that answers it, and what can be done about it."""
    return _render(request, own_follow_up(request, pk), SnoozeForm())


def _render(
    request: CrmRequest, follow_up: FollowUp, form: SnoozeForm, *, status: int = 200
) -> HttpResponse:
    [line] = lines_for([follow_up], profile=request.profile, day=today())
    came_from = request.POST.get("next") or request.GET.get("next", "")
    context = {"line": line, "form": form, "next": came_from}
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
        said=lambda action: f"{follow_up.contact} replied. {settled_in_words(action)}",
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
