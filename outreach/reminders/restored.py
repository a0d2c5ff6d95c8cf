"""A database that went back in time, or was copied elsewhere, mails only those who agree to it.

Beside the database, in RAPPORT_DATA, stands a note of the last tick. A database that knows less
than its note was restored from a backup; one that was last used under another address is a copy.
Downtime alone is neither: then both stopped at the same time.
"""

import json
import logging
import os
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from crm.accounts.models import User
from outreach.followups.models import FollowUp
from outreach.reminders.models import Delivery, Heartbeat, Reminded
from outreach.reminders.timing import ReminderSettings

# Several workers beat at slightly different times; a backup is older than this.
SLACK = timedelta(minutes=10)

logger = logging.getLogger(__name__)


def hold_if_restored() -> None:
    """Compare the database with our note beside it, and hold everybody's mail if they differ."""
    last = Heartbeat.objects.filter(name=Heartbeat.TICK).first()
    if last is None or not (_went_back(last) or _was_copied(last)):
        return
    logger.warning("This is a restored or copied database: reminders wait for each user's word")
    with transaction.atomic():
        everybody = [ReminderSettings(owner=user) for user in User.objects.all()]
        ReminderSettings.objects.bulk_create(everybody, ignore_conflicts=True)
        ReminderSettings.objects.filter(held_since=None).update(held_since=last.at)
        note_tick(timezone.now())


def note_tick(at: datetime) -> None:
    """Write down, in the database and outside it, that we ticked."""
    beat, _is_first = Heartbeat.objects.update_or_create(
        name=Heartbeat.TICK, defaults={"at": at, "site": settings.SITE_URL}
    )
    note = _note()
    unfinished = note.with_suffix(f".{os.getpid()}")  # several workers may write at once
    unfinished.write_text(json.dumps({"database": str(beat.database), "at": at.isoformat()}))
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


def _was_copied(last: Heartbeat) -> bool:
    return last.site not in ("", settings.SITE_URL)


def _note() -> Path:
    return Path(settings.RAPPORT_DATA) / "last-tick.json"
