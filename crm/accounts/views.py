"""The first page of a new instance."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from crm.accounts.forms import SetupForm
from crm.accounts.models import SetupLink, User
from crm.accounts.services import SetupLinkUsed, hash_token, set_up

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
@login_not_required
def setup(request: HttpRequest, token: str) -> HttpResponse:
    """Make the owner's account, once. A link that is used up or made up is a 404."""
    is_open = SetupLink.objects.filter(token_hash=hash_token(token), used_at=None).exists()
    if not is_open or User.objects.exists():
        raise Http404
    form = SetupForm(request.POST or None)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "crm/setup.html", {"form": form}, status=status)
    try:
        owner = set_up(token, **form.cleaned_data)
    except SetupLinkUsed as error:
        raise Http404 from error
    login(request, owner, backend=BACKEND)
    messages.success(request, "Welcome. Say who you are, so that drafts can say it too.")
    return redirect("crm:profile")
