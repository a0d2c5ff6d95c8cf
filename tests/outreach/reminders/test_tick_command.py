"""`manage.py tick`: the same by hand."""

import pytest
from django.core.management import CommandError, call_command

from outreach.models import Delivery


@pytest.mark.parametrize(
    "now", ["2026-11-24T08:00+01:00", "2026-11-24T07:00", "2026-11-24 07:00:00Z"]
)
def test_it_ticks_as_of_the_time_it_is_given(promise, mails, capsys, now):
    promise()

    call_command("tick", "--now", now)

    assert len(mails.received) == 1
    assert "reminders planned: 1, sent: 1" in capsys.readouterr().out


def test_a_minute_earlier_nothing_goes(promise, mails):
    promise()

    call_command("tick", "--now", "2026-11-24T06:59")

    assert not mails.received


@pytest.mark.parametrize("now", ["tomorrow", "2026-13-01", "9999-12-31", "", " "])
def test_a_time_that_is_none_is_refused_in_words(db, now):
    with pytest.raises(CommandError, match="--now must be a time like"):
        call_command("tick", f"--now={now}")

    assert not Delivery.objects.exists()
