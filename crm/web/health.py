"""Is this instance well? Answers for monitors, with nothing private in them."""

from collections.abc import Callable
from typing import Any

from celery import current_app
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

# A check returns "" when all is well, else what is wrong in a few words.
Check = Callable[[], str]
Banner = Callable[[], str]

_checks: dict[str, Check] = {}
_banners: list[Banner] = []


def register_check(name: str, check: Check) -> None:
    """Add a check to /readyz."""
    _checks[name] = check


def register_banner(said: Banner) -> None:
    """Add a line that every page shows while `said` returns one."""
    _banners.append(said)


def banner() -> str:
    """The first line that some part of the product wants every page to show, or ""."""
    return next(filter(None, (said() for said in _banners)), "")


@require_GET
@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_GET
@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """All that reminders need is there: 200 with every check "ok", else 503 with what is wrong."""
    results: dict[str, Any] = {name: check() or "ok" for name, check in _all_checks().items()}
    ready = all(result == "ok" for result in results.values())
    return JsonResponse(
        {"status": "ok" if ready else "not ready", **results}, status=200 if ready else 503
    )


def _all_checks() -> dict[str, Check]:
    """Without a database the other checks cannot be asked."""
    if _database():
        return {"database": _database}
    return {"database": _database, "migrations": _migrations, "broker": _broker, **_checks}


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "no answer"
    return ""


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} not applied" if waiting else ""


def _broker() -> str:
    if settings.EMBEDDED:
        return ""
    try:
        with current_app.connection_for_read() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except current_app.connection_for_read().connection_errors:
        return "no answer"
    return ""
