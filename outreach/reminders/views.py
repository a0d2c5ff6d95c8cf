"""Reminders: when they come, whether they do, and what became of each."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from crm.mail import folder
from crm.profile.models import Profile
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial
from crm.web.time import at_hour
from outreach.reminders import health, restored, services
from outreach.reminders.forms import ReminderSettingsForm
from outreach.reminders.models import Delivery
from outreach.reminders.timing import ReminderSettings
from outreach.reminders.wording import schedule

PAGE = "outreach/reminders/reminders.html"
LATEST = 20  # deliveries on the page


@require_GET
def reminders(request: CrmRequest) -> HttpResponse:
    """Settings, the last and next tick, and the latest deliveries."""
    form = ReminderSettingsForm(instance=ReminderSettings.objects.of(request.user))
    return _render(request, form, partial="deliveries")


def _render(
    request: CrmRequest, form: ReminderSettingsForm, *, partial: str, status: int = 200
) -> HttpResponse:
    rule = ReminderSettings.objects.of(request.user)
    last_tick = health.last_tick()
    deliveries = Delivery.objects.for_user(request.user).annotate(told=Count("reminded"))
    context: dict[str, Any] = {
        "form": form,
        "schedule": schedule(rule, request.profile) if rule.is_on else "",
        "next_digest": next_digest(rule, request.profile, timezone.now()),
        "held_since": rule.held_since,
        "last_tick": last_tick,
        "next_tick": last_tick and last_tick + health.TICK_EVERY,
        "deliveries": deliveries[:LATEST],
    }
    return render_partial(request, PAGE, partial, context, status=status)


def next_digest(rule: ReminderSettings, profile: Profile, now: datetime) -> datetime | None:
    """The next time at which a digest may go, or None when there are none."""
    if not rule.is_on or rule.mode != rule.Mode.DIGEST:
        return None
    first = max(now.astimezone(profile.zone).date(), rule.paused_until or date.min)
    days = (first + timedelta(ahead) for ahead in range(8))
    hours = (at_hour(day, rule.comes_at, profile.zone) for day in days if rule.includes(day))
    return next((hour for hour in hours if hour > now), None)


@require_POST
def reminder_settings(request: CrmRequest) -> HttpResponse:
    """Keep when the user wants to be reminded."""
    rule = ReminderSettings.objects.of(request.user)
    form = ReminderSettingsForm(request.POST, instance=rule)
    if not form.is_valid():
        return _render(request, form, partial="settings", status=422)
    form.save()
    said = f"You are reminded {schedule(rule, request.profile)}." if rule.is_on else "No more mail."
    messages.success(request, f"Saved. {said}")
    return redirect("outreach:reminders")


@require_POST
def reminder_test(request: CrmRequest) -> HttpResponse:
    """“Send me a test now.”"""
    services.send_test(request.user, now=timezone.now())
    messages.success(request, f"A test to {request.user.email} goes out within half a minute.")
    return redirect("outreach:reminders")


@require_POST
def reminder_retry(request: CrmRequest, pk: UUID) -> HttpResponse:
    """Try a failed delivery again."""
    if _own_delivery(request, pk).retry():
        messages.success(request, "It is tried again within half a minute.")
    else:
        messages.info(request, "There is nothing to try again: it did not fail.")
    return redirect("outreach:reminders")


@require_POST
def reminder_go_on(request: CrmRequest) -> HttpResponse:
    """After a restore: mail what fell due."""
    restored.go_on(request.user)
    messages.success(request, "Reminders go on. What is due is mailed within half a minute.")
    return redirect("outreach:reminders")


@require_POST
def reminder_go_on_without(request: CrmRequest) -> HttpResponse:
    """After a restore: mail nothing of what fell due."""
    restored.go_on_without(request.user)
    messages.success(request, "Reminders go on, from what falls due next.")
    return redirect("outreach:reminders")


@require_GET
def reminder_mail(request: CrmRequest, pk: UUID) -> HttpResponse:
    """A mail that was written to a file, because no mail server is configured."""
    delivery = _own_delivery(request, pk)
    mail = folder.read(delivery.message_id)
    if mail is None:
        raise Http404("This mail was not written to a file.")
    text = mail.get_body(("plain",))
    context = {"delivery": delivery, "mail": mail, "text": text.get_content() if text else ""}
    return render(request, "outreach/reminders/mail.html", context)


def _own_delivery(request: CrmRequest, pk: UUID) -> Delivery:
    return get_object_or_404(Delivery.objects.for_user(request.user), pk=pk)
