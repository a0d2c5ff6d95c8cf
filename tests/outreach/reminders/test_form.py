"""The mail as it goes over the line."""

from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives

from outreach.reminders.smtp import written


@pytest.mark.parametrize(
    "subject",
    ["Monday: one promise due", "Ådahl’s promise — née Öz", "A long headline " * 12, "x" * 300],
)
def test_it_is_what_django_would_write(subject, monkeypatch):
    email = EmailMultiAlternatives(
        subject,
        "Dear Łukasz,\n.\nFrom me\n",
        "Rapport für Ada <rapport@example.org>",
        ["ada@example.org"],
        headers={"Message-ID": f"<{'1' * 90}@example.org>", "List-Unsubscribe": "<http://x.test>"},
    )
    email.attach_alternative("<p>" + "é" * 2000, "text/html")
    message: Any = email.message()
    monkeypatch.setattr(email, "message", lambda: message)

    content = written(email)

    assert content == message.as_bytes(linesep="\r\n")
