"""Pages about contacts."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from contacts.doors import own_contact, posted
from contacts.meetings.models import Meeting
from contacts.once import SavedMeanwhile
from contacts.people.forms import ContactForm, SearchForm
from contacts.people.models import Contact, ContactQuerySet
from contacts.people.page import actions_for, history_of, panels_for
from contacts.people.services import (
    add_contact,
    archive_contact,
    bring_back_contact,
    save_contact,
)
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial

PAGE = 25  # contacts


@require_GET
def list_contacts(request: CrmRequest) -> HttpResponse:
    """Everyone the user knows, or those who match what is looked for."""
    form = SearchForm(request.GET, user=request.user)
    is_valid = form.is_valid()
    own = Contact.objects.for_user(request.user)
    found = _found(own, form.cleaned_data) if is_valid else own.none()
    context = {
        "form": form,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "knows_anyone": own.exists(),
        "archived": own.archived().count(),
    }
    status = 200 if is_valid else 422
    return render_partial(request, "contacts/list.html", "results", context, status=status)


def _found(own: ContactQuerySet, wanted: dict[str, Any]) -> ContactQuerySet:
    found = own.archived() if wanted["archived"] else own.active()
    if wanted["tag"]:
        found = found.filter(tags=wanted["tag"])
    # Not Max: grouping would read every contact to show one page of them.
    met = Meeting.objects.filter(contact=OuterRef("pk")).order_by("-met_on").values("met_on")
    found = found.search(wanted["q"]).annotate(last_met_on=Subquery(met[:1]))
    return found.prefetch_related("tags")


@require_GET
def contact(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """One person: what is shared, and what happened."""
    person = own_contact(request, pk)
    context = {
        "contact": person,
        "actions": actions_for(person),
        "history": history_of(person),
        "panels": panels_for(person),
    }
    return render_partial(request, "contacts/contact.html", "page", context)


@require_http_methods(["GET", "POST"])
def create_contact(request: CrmRequest) -> HttpResponse:
    """Add somebody without a meeting."""
    form = ContactForm(posted(request), instance=Contact(owner=request.user))
    if form.is_valid():
        try:
            person = add_contact(
                form.instance,
                new_id=form.cleaned_data["new_id"],
                points=form.points,
                tags=form.cleaned_data["tags"],
            )
        except SavedMeanwhile as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{person} is one of your contacts now.")
            return redirect(person)
    return _show_form(request, form)


@require_http_methods(["GET", "POST"])
def edit_contact(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    """Change what is known about a contact."""
    person = own_contact(request, pk)
    form = ContactForm(posted(request), instance=person)
    if form.is_valid():
        try:
            save_contact(form.instance, points=form.points, tags=form.cleaned_data["tags"])
        except SavedMeanwhile as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Saved.")
            return redirect(person)
    return _show_form(request, form)


def _show_form(request: CrmRequest, form: ContactForm) -> HttpResponse:
    context = {"form": form, "is_new": form.instance._state.adding, "contact": form.instance}
    status = 422 if form.is_bound else 200
    return render_partial(request, "contacts/contact_form.html", "form", context, status=status)


@require_POST
def archive(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    person = own_contact(request, pk)
    archive_contact(person)
    messages.success(request, f"{person} is archived. Nothing is owed; the history stays.")
    return redirect(person)


@require_POST
def bring_back(request: CrmRequest, pk: uuid.UUID) -> HttpResponse:
    person = own_contact(request, pk)
    bring_back_contact(person)
    messages.success(request, f"{person} is back.")
    return redirect(person)
