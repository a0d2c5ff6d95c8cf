"""“How you write”: seen on the profile, changed here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from contacts.doors import posted
from crm.web.http import CrmRequest
from outreach.voice.current import habits_of
from outreach.voice.forms import ITEMS, ItemForm, VoiceForm
from outreach.voice.models import VoiceChoice
from outreach.voice.section import how_you_write, learned_values


@require_http_methods(["GET", "POST"])
def voice(request: CrmRequest) -> HttpResponse:
    """Set how drafts are worded; what is left empty goes by what was learned."""
    choice = VoiceChoice.objects.of(request.user)
    learned = learned_values(habits_of(request.profile))
    form = VoiceForm(posted(request), instance=choice, learned=learned)
    if form.is_valid():
        form.save()
        messages.success(request, "Saved. New drafts are worded this way.")
        return redirect(reverse("crm:profile") + "#how-you-write")
    context = {"form": form, "section": how_you_write(request.profile)}
    status = 422 if request.method == "POST" else 200
    return render(request, "outreach/voice/voice.html", context, status=status)


@require_POST
def voice_reset(request: CrmRequest) -> HttpResponse:
    """Go by what was learned again, for one item."""
    form = ItemForm(request.POST)
    if not form.is_valid():
        return HttpResponse("There is nothing of that name to reset.", status=422)
    item: str = form.cleaned_data["item"]
    empty = None if item == "words" else ""
    VoiceChoice.objects.for_user(request.user).update(**{item: empty})
    messages.success(request, f"{ITEMS[item]}: as learned again.")
    return redirect(reverse("crm:profile") + "#how-you-write")
