"""Where mail goes while no mail server is named: one .eml file each under RAPPORT_DATA/mail."""

import re
from collections.abc import Sequence
from email import message_from_bytes
from email.message import EmailMessage as ParsedMessage
from email.policy import default as modern
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import make_msgid


class EmailBackend(BaseEmailBackend):
    """Writes each message as a file named by its Message-ID, so that a repeat replaces itself."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for email in email_messages:
            email.extra_headers.setdefault("Message-ID", make_msgid(domain="rapport.invalid"))
            path = _path(email.extra_headers["Message-ID"])
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(email.message().as_bytes())
            unfinished.replace(path)  # a crash leaves no half mail behind
        return len(email_messages)


def read(message_id: str) -> ParsedMessage | None:
    """The mail with that Message-ID as it was written, or None when there is no such file."""
    try:
        content = _path(message_id).read_bytes()
    except FileNotFoundError:
        return None
    return message_from_bytes(content, policy=modern)


def _path(message_id: str) -> Path:
    name = re.sub(r"[^A-Za-z0-9@._-]", "", message_id) or "unnamed"
    return Path(settings.EMAIL_FILE_PATH) / f"{name}.eml"
