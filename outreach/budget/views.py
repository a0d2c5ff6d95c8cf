"""The plan for the notes of the month, and the user's word on it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from contacts.doors import own_contact
from crm.profile.models import Profile
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial
from crm.web.time import today
from outreach.actions.answer import record
from outreach.budget.forms import NoteAllowanceForm
from outreach.budget.models import NoteAllowance, NoteChoice
from outreach.budget.plan import plan_notes
from outreach.budget.services import choose
from outreach.messages.services import record_blank_sent
from outreach.rules.checking import speaking_to_bare

Choice = NoteChoice.Choice


@require_GET
def note_plan(request: CrmRequest) -> HttpResponse:
    """Who gets a note this month, who a blank request, each with its reason."""
    allowance = NoteAllowance.objects.of(request.user)
    return _render(request, NoteAllowanceForm(instance=allowance))


def _render(request: CrmRequest, form: NoteAllowanceForm, *, status: int = 200) -> HttpResponse:
    is_premium = request.profile.linkedin_plan == Profile.Plan.PREMIUM
    context = {
        "plan": plan_notes(request.profile, today()),
        "allowance": None if is_premium else form,
    }
    template = "outreach/budget/note_plan.html"
    return render_partial(request, template, "allowance", context, status=status)


@require_POST
def note_allowance(request: CrmRequest) -> HttpResponse:
    """Keep how many notes a month there are."""
    allowance = NoteAllowance.objects.of(request.user)
    form = NoteAllowanceForm(request.POST, instance=allowance)
    if not form.is_valid():
        return _render(request, form, status=422)
    form.save()
    messages.success(request, f"Saved: {allowance}.")
    return redirect("outreach:note-plan")


@require_POST
def note_give(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Give a note”, whatever the plan says."""
    return _choose(request, pk, Choice.NOTE, "{} gets a note.")


@require_POST
def note_blank(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Send it blank”, whatever the plan says."""
    return _choose(request, pk, Choice.BLANK, "{} gets a blank request, and your words after it.")


@require_POST
def note_leave_out(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Leave out”: no request for now."""
    return _choose(request, pk, Choice.LEAVE_OUT, "{} is left out of the plan.")


@require_POST
def note_as_planned(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“As planned”: take the own choice back."""
    return _choose(request, pk, "", "{} is planned for again.")


def _choose(request: CrmRequest, pk: UUID, choice: str, said: str) -> HttpResponse:
    contact = own_contact(request, pk)
    back = reverse("outreach:note-plan")
    said = said.format(contact)
    return record(request, lambda: choose(contact, choice), said=said, back=back)


@require_POST
def blank_send(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“I sent it blank”, on purpose."""
    contact = own_contact(request, pk)
    spoken = speaking_to_bare(contact, day=today())
    said = (
        f"Recorded: a blank request went out to {contact}. "
        "Say so when it is accepted, and your first message is drafted."
    )
    return record(
        request,
        lambda: record_blank_sent(contact, spoken=spoken),
        said=" ".join([said, *spoken]),
        back=contact.get_absolute_url(),
    )
