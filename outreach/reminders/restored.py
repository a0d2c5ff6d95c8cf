"""A database that went back in time, or was copied elsewhere, mails only those who agree to it.

Beside the database, in RAPPORT_DATA, stands a note of the last tick. What tells a copy or a backup:

- the database knows less than its note: it alone was put back;
- the note lies there only since long after it was written: the whole folder was put back or moved;
- Postgres is another cluster, database or table than at the last tick: a dump was loaded;
- it was last used under another address: a copy.

Downtime alone is none of these, however long. What cannot be told from it is a disk, volume or
machine that was set back as a whole: then nothing on it knows.
"""

import json
import logging
import os
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from crm.accounts.models import User
from outreach.followups.models import FollowUp
from outreach.reminders.clock import database_now
from outreach.reminders.models import Delivery, Heartbeat, Reminded
from outreach.reminders.timing import ReminderSettings

# Several workers beat at slightly different times; a backup is older than this.
SLACK = timedelta(minutes=10)

PLACE = """
    SELECT control.system_identifier, own.oid, to_regclass(%s)::oid
    FROM pg_control_system() control, pg_database own WHERE own.datname = current_database()
"""

logger = logging.getLogger(__name__)


def hold_if_restored() -> None:
    """Compare the database with our note beside it, and hold everybody's mail if they differ."""
    last = Heartbeat.objects.filter(name=Heartbeat.TICK).first()
    if last is None or not (_went_back(last) or _was_put_here() or _was_copied(last)):
        return
    logger.warning("This is a restored or copied database: reminders wait for each user's word")
    with transaction.atomic():
        everybody = [ReminderSettings(owner=user) for user in User.objects.all()]
        ReminderSettings.objects.bulk_create(everybody, ignore_conflicts=True)
        ReminderSettings.objects.filter(held_since=None).update(held_since=last.at)
        note_tick(database_now())


def note_tick(at: datetime) -> None:
    """Write down, in the database and outside it, that we ticked."""
    beating = {"at": at, "site": settings.SITE_URL, "place": _place()}
    beat, is_first = Heartbeat.objects.get_or_create(name=Heartbeat.TICK, defaults=beating)
    if not is_first:
        Heartbeat.objects.filter(name=Heartbeat.TICK).update(**beating)
    said = {"database": str(beat.database), "at": at.isoformat()}
    note = _note()
    unfinished = note.with_suffix(f".{os.getpid()}")  # several workers may write at once
    with unfinished.open("w") as file:
        # By the clock of the file system, as that is what the note is held against.
        json.dump(said | {"written": os.fstat(file.fileno()).st_mtime}, file)
    unfinished.replace(note)


def go_on(user: User) -> None:
    """Mail this user as if nothing had happened. What went out after the backup may come again."""
    ReminderSettings.objects.for_user(user).update(held_since=None)


@transaction.atomic
def go_on_without(user: User) -> None:
    """Mail this user nothing of what is due by now. It stays open, on Today."""
    waiting = Delivery.objects.for_user(user).filter(state=Delivery.State.SCHEDULED)
    Reminded.objects.filter(delivery__in=waiting).update(delivery=None)
    waiting.update(state=Delivery.State.DROPPED, error="It was planned before the restore.")
    due = FollowUp.objects.for_user(user).due(timezone.localdate())
    told = [Reminded(follow_up=one, due_on=one.due_on) for one in due]
    Reminded.objects.bulk_create(told, ignore_conflicts=True)
    go_on(user)


def _went_back(last: Heartbeat) -> bool:
    """Whether this database, and not another, once knew of a later tick."""
    try:
        noted = json.loads(_note().read_text())
        is_ours = noted["database"] == str(last.database)
        return is_ours and last.at < datetime.fromisoformat(noted["at"]) - SLACK
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False  # a new place, or a note that was cut short: nothing to compare with


def _was_put_here() -> bool:
    """Whether somebody else than us put the note there: whatever copies a file sets the time of
    its last change anew (st_ctime), which nobody can give it back."""
    note = _note()
    try:
        written = float(json.loads(note.read_text())["written"])
        return note.stat().st_ctime - written > SLACK.total_seconds()
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False


def _was_copied(last: Heartbeat) -> bool:
    elsewhere = last.site not in ("", settings.SITE_URL)
    return elsewhere or last.place not in ("", _place())


def _place() -> str:
    """Which cluster, database and table of Postgres this is: a dump that is loaded makes new ones,
    a fail-over or a restart does not. "" where it cannot be told."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_function_privilege('pg_control_system()', 'execute')")
        if cursor.fetchone() != (True,):
            return ""
        cursor.execute(PLACE, [Heartbeat._meta.db_table])
        return ":".join(map(str, cursor.fetchone()))


def _note() -> Path:
    return Path(settings.RAPPORT_DATA) / "last-tick.json"
