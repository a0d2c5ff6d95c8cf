"""What a draft may rest on: telling more, and keeping something private."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from contacts.doors import own_contact
from contacts.models import Contact
from crm.web.http import CrmRequest
from outreach.actions.answer import go_back, record, refuse
from outreach.actions.recording import Stale
from outreach.facts.collecting import facts_about
from outreach.facts.forms import AddedFactForm, AnswerForm, ForgetForm
from outreach.facts.models import AddedFact
from outreach.facts.services import add_fact, allow_again, forget_fact, keep_answer, keep_private
from outreach.messages.compose_views import render_compose
from outreach.messages.returning import back_to_letter, letter_beside, letter_to_mend
from outreach.tailoring import Fact


@require_POST
def fact_add(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Something more that the user knows; the next draft may rest on it."""
    contact = own_contact(request, pk)
    form = AddedFactForm(request.POST)
    if not form.is_valid():
        letter = letter_beside(request, contact)
        return render_compose(request, contact, asked=request.POST, letter=letter, added=form)
    return _to_letter(request, contact, also=add_fact(contact, **form.cleaned_data).fact_id)


@require_POST
def claim_add(request: CrmRequest, pk: UUID) -> HttpResponse:
    """A sentence of the letter that no fact bore out: the user knows that it is true."""
    contact = own_contact(request, pk)
    told = {"kind": AddedFact.Kind.NOTE, "text": request.POST.get("claim", "")}
    form = AddedFactForm(told)
    if not form.is_valid():
        letter = letter_beside(request, contact)
        return render_compose(request, contact, asked=request.POST, letter=letter, added=form)
    add_fact(contact, **form.cleaned_data)
    messages.success(request, "Added to what you know.")
    return _to_letter(request, contact)


@require_POST
def question_answer(request: CrmRequest, pk: UUID) -> HttpResponse:
    """The one thing that was missing; a draft comes at once."""
    contact = own_contact(request, pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        letter = letter_beside(request, contact)
        return render_compose(request, contact, asked=request.POST, letter=letter, answer=form)
    told = keep_answer(
        contact,
        profile=request.profile,
        kind=form.cleaned_data["question"],
        answer=form.cleaned_data["answer"],
        purpose=form.cleaned_data["purpose"],
    )
    return _to_letter(request, contact, also=told)


@require_POST
def fact_forget(request: CrmRequest, pk: UUID) -> HttpResponse:
    """What was told while writing is not so."""
    contact = own_contact(request, pk)
    form = ForgetForm(request.POST, contact=contact)
    if not form.is_valid():
        raise Http404("No such fact was told of this contact.")
    return record(
        request,
        lambda: forget_fact(form.cleaned_data["forget"]),
        said="Forgotten. No draft says it from now on.",
        back=contact.get_absolute_url(),
    )


@require_POST
def fact_keep_private(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Never use this one in a draft to this contact."""
    contact = own_contact(request, pk)
    try:
        action = keep_private(contact, _fact(request, contact))
    except Stale:  # said twice
        return _to_letter(request, contact)
    undo = reverse("outreach:action-undo", args=[action.pk])
    said = f"Private: no draft to {contact} uses it."
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return _to_letter(request, contact)


@require_POST
def fact_allow(request: CrmRequest, pk: UUID) -> HttpResponse:
    """It may be used again."""
    contact = own_contact(request, pk)
    fact = _fact(request, contact)
    allow_again(contact, fact.id)
    messages.success(request, f"Drafts to {contact} may use it again.")
    if "next" in request.POST:
        return go_back(request, contact.get_absolute_url())
    return _to_letter(request, contact, also=fact.id)


def _fact(request: CrmRequest, contact: Contact) -> Fact:
    """The fact that the button names; one that is not there is a 404."""
    wanted = request.POST.get("private")
    for fact in facts_about([contact], profile=request.profile)[contact.pk]:
        if fact.id == wanted:
            return fact
    raise Http404("No such fact is known of this contact.")


def _to_letter(request: CrmRequest, contact: Contact, *, also: str = "") -> HttpResponse:
    if letter := letter_to_mend(request, contact):
        return render_compose(request, contact, asked=request.POST, letter=letter)
    try:
        return back_to_letter(request, contact, also=also)
    except Stale as stale:
        return refuse(request, stale, back=contact.get_absolute_url())
