"""What became of a message, and the list of all of them."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from contacts.doors import own_contact
from crm.web.http import CrmRequest
from crm.web.time import today
from outreach.actions.answer import record
from outreach.budget.counting import budget_on
from outreach.doors import own_message
from outreach.followups.closing import settled_in_words
from outreach.messages import services
from outreach.messages.compose_views import render_compose
from outreach.messages.forms import MessageForm
from outreach.messages.models import Message
from outreach.rules.checking import speaking_to_bare

PER_PAGE = 25


@require_GET
def message_list(request: CrmRequest) -> HttpResponse:
    """All that was written: drafts first, then what went out."""
    written = Message.objects.for_user(request.user).select_related("contact").drafts_first()
    page = Paginator(written, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "budget": budget_on(today(), request.profile)}
    return render(request, "outreach/message_list.html", context)


@require_GET
def message_page(request: CrmRequest, pk: UUID) -> HttpResponse:
    """A draft to go on with, or what was sent with the verdict of that day."""
    message = own_message(request, pk)
    if not message.is_draft:
        return render(request, "outreach/message.html", {"message": message})
    asked = request.GET.copy()
    asked["channel"], asked["purpose"] = message.channel, message.purpose
    if message.tone:
        asked.setdefault("tone", message.tone)
    letter = MessageForm(
        instance=message, initial={"letter_id": message.pk}, contact=message.contact
    )
    return render_compose(request, message.contact, asked=asked, letter=letter)


@require_POST
def message_discard(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away. What was sent stays."""
    message = own_message(request, pk)
    return record(
        request,
        lambda: services.discard_draft(message),
        said="The draft is gone.",
        back=message.contact.get_absolute_url(),
    )


@require_POST
def default_send(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“I already sent the default one.”"""
    contact = own_contact(request, pk)
    spoken = speaking_to_bare(contact, day=today())
    said = f"Recorded: the default request went out to {contact}. It comes back to be repaired."
    return record(
        request,
        lambda: services.record_default_sent(contact, spoken=spoken),
        said=lambda action: " ".join([said, *spoken, settled_in_words(action)]),
        back=contact.get_absolute_url(),
    )


@require_POST
def message_accept(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“They accepted.”"""
    message = own_message(request, pk)
    return record(
        request,
        lambda: services.record_accepted(message, at=timezone.now()),
        said=f"{message.contact} accepted. Now say something: it comes back as a follow-up.",
        back=message.contact.get_absolute_url(),
    )


@require_POST
def message_reply(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“They replied.”"""
    message = own_message(request, pk)
    return record(
        request,
        lambda: services.record_replied(message, at=timezone.now()),
        said=lambda action: f"{message.contact} replied. {settled_in_words(action)}",
        back=message.contact.get_absolute_url(),
    )


@require_POST
def message_decline(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“They declined.”"""
    message = own_message(request, pk)
    return record(
        request,
        lambda: services.record_declined(message, at=timezone.now()),
        said=f"Recorded: {message.contact} declined. Nothing more is owed on this.",
        back=message.contact.get_absolute_url(),
    )


@require_POST
def message_withdraw(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“I withdrew it.”"""
    message = own_message(request, pk)
    return record(
        request,
        lambda: services.record_withdrawn(message, at=timezone.now()),
        said=f"Recorded: withdrawn. {message.contact} comes back once they can be asked again.",
        back=message.contact.get_absolute_url(),
    )


@require_POST
def message_unanswered(request: CrmRequest, pk: UUID) -> HttpResponse:
    """“Nobody answered.”"""
    message = own_message(request, pk)
    return record(
        request,
        lambda: services.record_unanswered(message, at=timezone.now()),
        said=f"Recorded: no answer from {message.contact}. What is owed now stands in the history.",
        back=message.contact.get_absolute_url(),
    )
