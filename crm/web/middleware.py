"""What happens around every request."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from crm.profile.models import Profile
from crm.web.shortcuts import wants_fragment

GetResponse = Callable[[HttpRequest], HttpResponse]
LONGEST_QUERY = 1000  # characters; it is quoted twice in the address, of which gunicorn takes 4094


class SignInMiddleware(LoginRequiredMiddleware):
    """Ask for a sign-in, after which one is on a page again: a button that was pressed without a
    session leads back to the page on which it stands, and htmx goes there as a whole."""

    def handle_no_permission(  # type: ignore[override]  # htmx goes there by a header
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponse:
        is_part = wants_fragment(request)
        if request.method in ("GET", "HEAD") and not is_part:
            return super().handle_no_permission(request, view_func)
        sign_in = redirect_to_login(
            _page_of(request),
            resolve_url(self.get_login_url(view_func)),
            self.get_redirect_field_name(view_func),
        )
        return HttpResponseClientRedirect(sign_in.url) if is_part else sign_in


def _page_of(request: HttpRequest) -> str:
    """The page of ours that a button was pressed on, as a path; Today where it is not known."""
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}):
        return "/"
    parts = urlsplit(page)
    is_short = parts.query and len(parts.query) <= LONGEST_QUERY
    return f"{parts.path or '/'}?{parts.query}" if is_short else parts.path or "/"


class OwnTimeMiddleware:
    """Speak the time of the signed-in person: dates typed and shown are in their zone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        request.profile = Profile.objects.of(request.user)  # type: ignore[attr-defined]
        with timezone.override(request.profile.zone):  # type: ignore[attr-defined]
            return self.get_response(request)


class NoStoreMiddleware:
    """Pages about people stay out of shared and on-disk caches."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class OnlyByButtonMiddleware:
    """An address that only a button opens says so, instead of giving an empty page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page
