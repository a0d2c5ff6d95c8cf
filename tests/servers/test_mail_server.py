"""The mail server of the tests does what the tests of reminders rest on."""

import smtplib

import pytest

from tests.servers.smtp import CUT_AFTER_ACCEPTING, CUT_BEFORE_ACCEPTING, HANG, MailServer

MAIL = (
    "From: ada@example.org\r\nTo: grace@example.org\r\nSubject: Hello\r\n\r\nIt was good to meet."
)


def send(server: MailServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.port, timeout=1) as connection:
        connection.sendmail("ada@example.org", ["grace@example.org"], MAIL)


def test_an_accepted_mail_is_kept_with_its_envelope(mail_server):
    send(mail_server)

    [mail] = mail_server.wait_for(1)

    assert mail.recipients == ("grace@example.org",)
    assert mail.message["Subject"] == "Hello"


def test_a_scripted_refusal_is_given_once(mail_server):
    mail_server.answers.append("451 4.3.0 Later")

    with pytest.raises(smtplib.SMTPDataError):
        send(mail_server)
    send(mail_server)

    assert len(mail_server.received) == 1


@pytest.mark.parametrize(
    ("fault", "kept"), [(CUT_AFTER_ACCEPTING, 1), (CUT_BEFORE_ACCEPTING, 0), (HANG, 0)]
)
def test_a_sender_that_hears_nothing_cannot_tell_whether_the_mail_was_kept(
    mail_server, fault, kept
):
    mail_server.answers.append(fault)

    with pytest.raises((smtplib.SMTPServerDisconnected, TimeoutError)):
        send(mail_server)

    assert len(mail_server.received) == kept
