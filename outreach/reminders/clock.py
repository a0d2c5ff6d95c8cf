"""The one clock of several hosts: the database's."""

from datetime import UTC, datetime

from django.db import connection


def database_now() -> datetime:
    """The time where the database is, so that a worker whose own clock is wrong mails nothing
    early and is not taken for a restored instance."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        [at] = cursor.fetchone()
    # SQLite has no type for it, and says it in UTC.
    return at if isinstance(at, datetime) else datetime.fromisoformat(at).replace(tzinfo=UTC)
