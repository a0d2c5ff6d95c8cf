"""Pages behind the links in a reminder. No log-in: the address itself is the right to act.

A GET only asks, because mail programs and scanners open every link. The pages tell nothing that
the mail did not.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from outreach.actions.recording import Stale
from outreach.reminders import links, services

PAGE = "outreach/reminders/link.html"
MADE_UP = "This link is not complete. Open it from the mail again, or go to Rapport."
OVER = "This link was good for 30 days, and they are over. Go to Rapport instead."


@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
def reminder_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether to do what the link says; when that is confirmed, do it."""
    try:
        link = links.open_link(token)
        if request.method == "POST":
            link.act()
            return _say(request, link.doing.said.format(link.follow_up.contact))
    except links.NotALink:
        return _say(request, MADE_UP, status=404)
    except links.LinkOver:
        return _say(request, OVER, status=410)
    except Stale as stale:
        return _say(request, str(stale), status=409)
    question = link.doing.question.format(link.follow_up.contact)
    return render(request, PAGE, {"said": question, "button": link.doing.label})


@csrf_exempt  # a mail service posts here for the user, in one click, without our cookie
@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
def reminder_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Switch the reminders of one user off (RFC 8058)."""
    try:
        user = links.user_to_stop(token)
    except links.NotALink:
        return _say(request, MADE_UP, status=404)
    if request.method == "POST":
        services.stop(user)
        return _say(request, "No more reminders are mailed to you. What is due stays on Today.")
    question = "Stop all reminder mails?"
    return render(request, PAGE, {"said": question, "button": "Stop them"})


def _say(request: HttpRequest, said: str, *, status: int = 200) -> HttpResponse:
    return render(request, PAGE, {"said": said}, status=status)
