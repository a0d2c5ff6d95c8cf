"""Writing: a draft, its verdict while typing, and saying that it went out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from contacts.doors import own_contact
from contacts.models import Contact, ContactPoint
from crm.profile.models import Profile
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial, wants_fragment
from crm.web.time import today
from outreach.actions.answer import record, refuse
from outreach.actions.models import Action
from outreach.actions.recording import Stale
from outreach.budget.counting import budget_on
from outreach.facts.collecting import facts_about
from outreach.facts.forms import AddedFactForm, AnswerForm
from outreach.followups.closing import settled_in_words
from outreach.messages import services
from outreach.messages.assessment import assess_letter
from outreach.messages.compose import compose
from outreach.messages.drafts import judge_message
from outreach.messages.forms import AssessForm, MessageForm, OccasionForm, SendForm
from outreach.messages.locks import locked_until, takes_request
from outreach.messages.models import Message
from outreach.messages.returning import (
    compose_address,
    keep_what_was_typed,
    letter_to_mend,
    saved_draft,
)
from outreach.rules.models import Rule

COMPOSE = "outreach/compose.html"


@require_GET
def message_compose(request: CrmRequest, pk: UUID) -> HttpResponse:
    """A draft to this contact with its verdict, or the one question that would help; the draft
    that was saved already, where there is one."""
    contact = own_contact(request, pk)
    if saved := saved_draft(request.GET, contact, request.profile):
        return redirect(saved)
    return render_compose(request, contact, asked=request.GET)


def render_compose(
    request: CrmRequest,
    contact: Contact,
    *,
    asked: Any,
    letter: MessageForm | None = None,
    answer: AnswerForm | None = None,
    added: AddedFactForm | None = None,
) -> HttpResponse:
    """The compose page: with what was typed in `letter`, `answer` or `added` where one of them is
    given (an invalid one makes it a 422), else with a fresh draft for what is `asked`."""
    occasion = OccasionForm(asked, contact=contact)
    is_fine = occasion.is_valid() and not any(f and f.errors for f in (letter, answer, added))
    # A box that is not ticked sends nothing, so the list of facts says that it was there.
    chosen = asked.getlist("fact") if "facts" in asked else None
    composition = compose(contact, occasion, chosen=chosen, profile=request.profile, day=today())
    if not occasion.errors:  # show what was taken, also where the address did not say
        occasion = OccasionForm(initial=composition.asked, contact=contact)
    letter = letter or MessageForm.fresh(composition.letter, asked=asked, contact=contact)
    typed = {name: letter[name].value() or "" for name in ("channel", "purpose", "subject")}
    is_note = typed["channel"] == Message.Channel.LINKEDIN_NOTE
    context = {
        "contact": contact,
        "occasion": occasion,
        "composition": composition,
        "letter": letter,
        "assessment": assess_letter(
            letter["body"].value() or "",
            **typed,
            contact=contact,
            profile=request.profile,
            facts=composition.known,
            rules=composition.rules,
        ),
        "answer": answer or AnswerForm(),
        "added": added or AddedFactForm(),
        **_about_requests(contact, request.profile, is_note=is_note),
        "email": contact.points.filter(kind=ContactPoint.Kind.EMAIL).first(),
    }
    return _studio(request, context, is_fine=is_fine)


def _about_requests(contact: Contact, profile: Profile, *, is_note: bool) -> dict[str, Any]:
    """Whether one can go out; and where one is being written, what there is to know of it."""
    told: dict[str, Any] = {"takes_request": takes_request(contact)}
    if is_note:
        told |= {"budget": budget_on(today(), profile), "locked_until": locked_until(contact)}
    return told


def _studio(request: CrmRequest, context: dict[str, Any], *, is_fine: bool) -> HttpResponse:
    if is_fine:
        return render_partial(request, COMPOSE, "studio", context)
    page = render_partial(request, COMPOSE, "studio", context, status=422)
    page.headers["HX-Push-Url"] = "false"  # an address that only a button opens
    return page


@require_POST
def message_redraft(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Another draft, for what is chosen now. A letter of the user's own is kept as a draft."""
    contact = own_contact(request, pk)
    if letter := letter_to_mend(request, contact):
        return render_compose(request, contact, asked=request.POST, letter=letter)
    try:
        if keep_what_was_typed(request, contact):
            messages.success(request, "What you had typed is kept as a draft.")
    except Stale as stale:
        return refuse(request, stale, back=contact.get_absolute_url())
    return redirect(compose_address(request, contact, variant=request.POST.get("variant", "")))


@require_POST
def message_assess(request: CrmRequest, pk: UUID) -> HttpResponse:
    """The verdict on the letter as it is being typed; on a page of its own without htmx."""
    contact = own_contact(request, pk)
    if not wants_fragment(request):
        letter = MessageForm.of(request.POST, contact=contact)
        return render_compose(request, contact, asked=request.POST, letter=letter)
    form = AssessForm(request.POST)
    if not form.is_valid():
        return render(request, "outreach/_unassessed.html", {"form": form}, status=422)
    assessment = assess_letter(
        form.cleaned_data["body"],
        channel=form.cleaned_data["channel"],
        purpose=form.cleaned_data["purpose"],
        subject=form.cleaned_data["subject"],
        contact=contact,
        profile=request.profile,
        facts=facts_about([contact], profile=request.profile)[contact.pk],
        rules=tuple(Rule.objects.of(request.user.pk)),
    )
    context = {"contact": contact, "assessment": assessment}
    return render(request, "outreach/_assessed.html", context)


@require_POST
def message_save(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Keep the letter as a draft."""
    contact = own_contact(request, pk)
    form = MessageForm.of(request.POST, contact=contact)
    if not form.is_valid():
        return render_compose(request, contact, asked=request.POST, letter=form)
    try:
        services.keep_draft(form.instance)
    except Stale as stale:
        return refuse(request, stale, back=contact.get_absolute_url())
    messages.success(request, "Saved as a draft.")
    return redirect(form.instance)


@require_POST
def message_send(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“I sent this”: the person did, through the channel itself."""
    contact = own_contact(request, pk)
    form = SendForm.of(request.POST, contact=contact)
    if not form.is_valid():
        return render_compose(request, contact, asked=request.POST, letter=form)

    @transaction.atomic
    def send() -> Action:
        services.keep_draft(form.instance)
        verdict = judge_message(form.instance, profile=request.profile, day=today())
        return services.record_sent(form.instance, verdict=verdict)

    return record(
        request,
        send,
        said=lambda action: f"Recorded as sent to {contact}. {settled_in_words(action)}",
        back=contact.get_absolute_url(),
        refused=compose_address(request, contact),
    )
