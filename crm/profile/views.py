"""The profile page, and the time zone that the browser tells at first."""

from zoneinfo import available_timezones

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from crm.profile.forms import ProfileForm, TimeZoneForm
from crm.profile.models import Profile
from crm.profile.sections import sections_for
from crm.web.http import CrmRequest
from crm.web.shortcuts import render_partial


@require_http_methods(["GET", "POST"])
def profile(request: CrmRequest) -> HttpResponse:
    """Show and change who the user is."""
    form = ProfileForm(request.POST or None, instance=Profile.objects.of(request.user))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved. New drafts say it this way.")
        return redirect("crm:profile")
    context = {
        "form": form,
        "time_zones": sorted(available_timezones()),
        "sections": sections_for(request.profile),
    }
    status = 422 if request.method == "POST" else 200
    return render_partial(request, "crm/profile.html", "form", context, status=status)


@require_POST
def time_zone(request: CrmRequest) -> HttpResponse:
    """Take the browser's zone, but only while none is known: what the user chose stays."""
    form = TimeZoneForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    unknown = Profile.objects.for_user(request.user).filter(time_zone="")
    unknown.update(time_zone=form.cleaned_data["time_zone"])
    return HttpResponse(status=204)
