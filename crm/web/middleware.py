"""What happens around every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from crm.profile.models import Profile

GetResponse = Callable[[HttpRequest], HttpResponse]


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
