"""The processes of benchmarks/delivery.py: `plan`, `deliver`, `again` (all is due once more) and
the loops, `bare` and `django`. `deliver FILE` takes the mails from there and writes none.

Each says when it is ready, waits for a line, works, and prints what it measured.
"""

import json
import os
import sys
import time
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models.functions import Now  # noqa: E402

from benchmarks.delivery import PROCESSES, mails, send_bare  # noqa: E402  # these need Django
from benchmarks.faults.truth import NEXT_DAY  # noqa: E402
from outreach.reminders import emails, models, sending, smtp  # noqa: E402
from outreach.reminders.digests import plan_digests  # noqa: E402
from outreach.reminders.material import Batch  # noqa: E402

NOW = NEXT_DAY  # everything is due
OWN_HEADERS = (
    *("Message-ID", "References", "Auto-Submitted", "X-Auto-Response-Suppress"),
    *("List-Unsubscribe", "List-Unsubscribe-Post"),
)


def measure(spent: Counter[str], owner: Any, name: str, part: str) -> None:
    """Add up how long calls of this function take."""
    inner = getattr(owner, name)

    def outer(*args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            return inner(*args, **kwargs)
        finally:
            spent[part] += time.perf_counter() - began  # type: ignore[assignment]

    setattr(owner, name, outer)


def deliver() -> dict[str, float]:
    """Send until nothing is due. Returns seconds by part of the work; `all` includes them."""
    spent: Counter[str] = Counter()
    measure(spent, models.DeliveryQuerySet, "claim", "claim")
    measure(spent, Batch, "material", "read rows")
    measure(spent, emails, "reminder", "write mail")
    measure(spent, models.Delivery, "hand_over", "hand over (commit)")
    measure(spent, models.Delivery, "note_sent", "note sent (commit)")
    measure(spent, smtp.Postman, "_hand_over", "text and answer")
    began = time.perf_counter()
    cpu = time.process_time()
    while sending.deliver_due(NOW):
        pass
    spent["all"] = time.perf_counter() - began  # type: ignore[assignment]
    spent["processor"] = time.process_time() - cpu  # type: ignore[assignment]
    return dict(spent)


def take_from(path: Path) -> None:
    """Put the mails that were kept in the place of reading and writing: delivery alone is left."""
    kept = {recipient: content for _sender, recipient, content in mails(path)}

    def at_hand(delivery: models.Delivery, _material: object, *, now: object) -> EmailMessage:
        return EmailMessage(to=[delivery.recipient])

    patch.object(Batch, "material", lambda _batch, _delivery: None).start()
    patch.object(emails, "reminder", at_hand).start()
    patch.object(smtp, "written", lambda email: kept[email.to[0]]).start()


def send_with_django(path: Path, number: int) -> int:
    """Every PROCESSES-th mail, put into its form by Django, over one connection of Django's."""
    ours = [ready(content) for _from, _to, content in list(mails(path))[number::PROCESSES]]
    print("ready", flush=True)
    sys.stdin.readline()
    return get_connection("django.core.mail.backends.smtp.EmailBackend").send_messages(ours)


def ready(content: bytes) -> EmailMultiAlternatives:
    """A mail that was kept, as it was before it had a form."""
    kept = message_from_bytes(content, policy=policy.default)
    text, html = (part.get_content() for part in kept.iter_parts())
    email = EmailMultiAlternatives(
        str(kept["Subject"]),
        text,
        str(kept["From"]),
        [str(kept["To"])],
        headers={name: str(kept[name]) for name in OWN_HEADERS},
    )
    email.attach_alternative(html, "text/html")
    return email


def main(what: str, *rest: str) -> None:
    if what == "bare":
        print(send_bare(Path(rest[0]), int(rest[1]), int(rest[2])))
        return
    if what == "django":
        print(send_with_django(Path(rest[0]), int(rest[1])))
        return
    for kept in rest:
        take_from(Path(kept))
    print("ready", flush=True)
    sys.stdin.readline()
    if what == "plan":
        began = time.perf_counter()
        plan_digests(NOW)
        print(json.dumps({"seconds": time.perf_counter() - began}))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # Postgres does it by itself, but not within seconds
    elif what == "again":
        models.Delivery.objects.update(state=models.Delivery.State.SCHEDULED, try_at=Now())
    else:
        print(json.dumps(deliver()))


if __name__ == "__main__":
    main(*sys.argv[1:])
