"""The one way a view gets a row by its id: another owner's is a 404, like one that never was.

And the one way it gets what was typed."""

import uuid

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from contacts.models import Contact, Event, Meeting, Promise
from crm.web.http import CrmRequest


def posted(request: CrmRequest) -> QueryDict | None:
    """What was typed, even if that is nothing; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def own_contact(request: CrmRequest, pk: uuid.UUID) -> Contact:
    return get_object_or_404(Contact.objects.for_user(request.user), pk=pk)


def own_event(request: CrmRequest, pk: uuid.UUID) -> Event:
    return get_object_or_404(Event.objects.for_user(request.user), pk=pk)


def own_meeting(request: CrmRequest, pk: uuid.UUID) -> Meeting:
    return get_object_or_404(Meeting.objects.for_user(request.user).with_rows(), pk=pk)


def own_promise(request: CrmRequest, pk: uuid.UUID) -> Promise:
    promises = Promise.objects.for_user(request.user).select_related("contact")
    return get_object_or_404(promises, pk=pk)
