"""The way to the mail server: one connection, kept for a batch, that nobody can make wait forever.

smtplib is led step by step, because only between the steps can one know what a failure means:
until DATA nothing has left us, after it only the server's answer counts.
"""

import smtplib
import socket
import time
from collections.abc import Callable
from email.generator import BytesGenerator
from email.policy import Compat32
from functools import lru_cache
from io import BufferedReader, BytesIO, RawIOBase
from secrets import token_hex
from types import TracebackType
from typing import Any, Self, cast

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends import smtp
from django.core.mail.message import sanitize_address

IDLE = 2  # seconds after which a server is asked whether it still is there
LINE = 78  # characters of a header that needs no folding
CLOSING = 421  # the code of a server that closes the connection


class Unreachable(Exception):
    """The mail server could not be asked. Nothing has left us."""


class Refused(Exception):
    """The mail server answered no: for now (4xx) or for good (5xx)."""

    def __init__(self, code: int, said: bytes | str) -> None:
        text = said.decode(errors="replace") if isinstance(said, bytes) else said
        super().__init__(f"{code} {text}")
        self.code = code

    @property
    def is_final(self) -> bool:
        return self.code >= 500


class Silent(Exception):
    """The mail was handed over and no answer came: it may have been taken or not."""


class Postman:
    """Takes mails to the server over one connection, which is opened when first needed."""

    def __init__(self) -> None:
        path = settings.EMAIL_BACKEND
        is_smtp = path == "django.core.mail.backends.smtp.EmailBackend"
        self._backend: Any = get_connection(f"{__name__}.EmailBackend" if is_smtp else path)
        self._is_smtp = is_smtp
        self._answered_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hang_up()

    def deliver(self, email: EmailMessage, *, hand_over: Callable[[], bool]) -> str | None:
        """Send one mail to its one recipient. Returns what the server said when it took it.

        `hand_over` is called just before the text is handed over; when it says no, nothing is
        sent and None is returned. Raises Unreachable, Refused or Silent; anything else is a fault
        of the mail itself, found before anything was sent.
        """
        content = written(email)
        if not self._is_smtp:
            return self._store(email, hand_over)
        server = self._server()
        try:
            self._address(server, email)
            if not hand_over():
                server.rset()
                return None
        except (smtplib.SMTPException, OSError) as error:
            self._hang_up()
            raise Unreachable(str(error)) from error
        return self._hand_over(server, content)

    def _store(self, email: EmailMessage, hand_over: Callable[[], bool]) -> str | None:
        """Where no server is involved (a folder, the console), storing is all there is."""
        if not hand_over():
            return None
        self._backend.send_messages([email])
        return "Written, as no mail server is configured."

    def _server(self) -> smtplib.SMTP:
        """An open connection: the one of the last mail if it still answers."""
        idle = time.monotonic() - self._answered_at
        if self._backend.connection and idle > IDLE and not self._answers():
            self._hang_up()
        try:
            self._backend.open()
        except (smtplib.SMTPException, OSError) as error:
            raise Unreachable(f"The mail server cannot be used: {_words(error)}") from error
        server: smtplib.SMTP = self._backend.connection
        return server

    def _answers(self) -> bool:
        try:
            return bool(self._backend.connection.noop()[0] == 250)
        except (smtplib.SMTPException, OSError):
            return False

    def _address(self, server: smtplib.SMTP, email: EmailMessage) -> None:
        """Name sender and recipient. Raises Refused when the server wants neither."""
        [to] = email.recipients()
        sender, recipient = _sanitized(email.from_email), _sanitized(to)
        server.ehlo_or_helo_if_needed()
        self._expect(server.mail(sender), 250)
        self._expect(server.rcpt(recipient), 250, 251)

    def _hand_over(self, server: smtplib.SMTP, content: bytes) -> str:
        """Send the text. From here a silence means that we do not know."""
        try:
            code, said = server.data(content)
        except smtplib.SMTPDataError as error:  # it did not even want the text
            code, said = error.smtp_code, error.smtp_error  # type: ignore[assignment]
        except (smtplib.SMTPException, OSError) as error:
            self._hang_up()
            raise Silent(_words(error)) from error
        if code < 200:  # not an answer that SMTP knows
            self._hang_up()
            raise Silent(f"The mail server said: {said!r}")
        self._expect((code, said), 250)
        self._answered_at = time.monotonic()
        return f"{code} {said.decode(errors='replace')}"

    def _expect(self, answer: tuple[int, bytes], *good: int) -> None:
        code, said = answer
        if code in good:
            return
        if code == CLOSING:
            self._hang_up()
        else:
            self._forget_mail()
        raise Refused(code, said)

    def _forget_mail(self) -> None:
        """Make the connection fit for the next mail."""
        try:
            self._backend.connection.rset()
        except (smtplib.SMTPException, OSError):
            self._hang_up()

    def _hang_up(self) -> None:
        """Close, whatever state the connection is in."""
        try:
            self._backend.close()
        except (smtplib.SMTPException, OSError):
            self._backend.connection = None


def written(email: EmailMessage) -> bytes:
    """The mail as it goes over the line."""
    message: Any = email.message()
    if message.is_multipart():
        message.set_boundary(token_hex(16))  # else one is made, and looked for in all of the text
    content = BytesIO()
    generator = BytesGenerator(content, mangle_from_=False, policy=_Folding())
    generator.flatten(message, linesep="\r\n")
    return content.getvalue()


class _Folding(Compat32):
    """Folds only the headers that need it: all of them take as long as the rest of the mail."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        line = f"{name}: {value}"
        if isinstance(value, str) and len(line) <= LINE and line.isascii() and line.isprintable():
            return (line + self.linesep).encode()
        return super().fold_binary(name, value)


@lru_cache  # of all mails it is the same sender
def _sanitized(address: str) -> str:
    return sanitize_address(address, settings.DEFAULT_CHARSET)


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return str(Refused(error.smtp_code, error.smtp_error))
    return str(error) or type(error).__name__


class _Impatient(smtplib.SMTP):
    """A connection whose every answer must be complete within `timeout` seconds.

    The socket's own time-out starts again with every byte, so a server that drips would hold us.
    """

    file: BufferedReader | None  # smtplib's own: what it reads from, None after STARTTLS

    def getreply(self) -> tuple[int, bytes]:
        assert self.sock
        patience = self.timeout or settings.EMAIL_TIMEOUT
        if self.file is None:
            self.file = BufferedReader(_Answers(self.sock))
        cast(_Answers, self.file.raw).until = time.monotonic() + patience
        try:
            return super().getreply()
        finally:
            if self.sock:
                self.sock.settimeout(patience)


class _Answers(RawIOBase):
    """What the server says, as long as it is `until`, by time.monotonic()."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self.until = 0.0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(max(self.until - time.monotonic(), 0.001))  # 0 would be "do not wait"
        return self._sock.recv_into(buffer)


class _ImpatientSSL(_Impatient, smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""


class EmailBackend(smtp.EmailBackend):
    """Django's, with answers that come in time or not at all."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _ImpatientSSL if self.use_ssl else _Impatient
