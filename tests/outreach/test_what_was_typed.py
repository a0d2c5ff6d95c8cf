"""Notes typed in haste, told again: on Today, the person's page, Follow-ups and beside a letter."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from outreach.models import AddedFact

TODAY = reverse("outreach:today")
DUE = "2026-11-20"  # the Friday before


@pytest.fixture
def log(monday, client, grace):
    """Log that Ada met Grace, in these words, on a Friday that is three days past."""

    def log_it(**told: str) -> None:
        client.post(
            reverse("contacts:meeting-add", args=[grace.pk]), {"met_on": "2026-11-20"} | told
        )

    return log_it


@pytest.fixture
def pages(client, grace):
    """All pages that tell a promise: Today, Follow-ups, the person's."""
    addresses = (TODAY, reverse("outreach:follow-ups"), grace.get_absolute_url())
    return lambda: [client.get(address).content.decode() for address in addresses]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("send the spare fuse", "You promised to send the spare fuse."),
        ("monthly weather mail", "You promised: monthly weather mail."),
        ("sending the spare fuse", "You promised: sending the spare fuse."),
        ("I will send the spare fuse", "You promised: I will send the spare fuse."),
        ("the spare fuse, or the old one?", "You promised: the spare fuse, or the old one?"),
    ],
)
def test_a_promise_goes_on_where_it_can_and_else_stands_after_a_colon(log, pages, typed, told):
    log(i_promised=typed, i_promised_due=DUE)

    for page in pages():
        assert f"{told} Was due" in page


def test_what_was_offered_is_told_in_the_same_way(log, pages):
    log(they_offered="soup next wk", they_offered_due=DUE)

    for page in pages():
        assert "They offered: soup next wk. Was due" in page


def test_beside_a_letter_it_is_told_in_the_same_way(log, client, grace, ada):
    log(i_promised="monthly weather mail", they_offered="show me the mill", place="after the talk")
    AddedFact.objects.create(owner=ada, contact=grace, kind="promise_mine", text="a spare fuse")

    lines = client.get(reverse("outreach:message-compose", args=[grace.pk])).context["composition"]
    told = [f"{line.beginning} {line.fact.text}" for line in lines.facts]

    assert "You promised: monthly weather mail" in told
    assert "They offered to show me the mill" in told
    assert "Where you met: after the talk" in told
    assert "I promised: a spare fuse" in client.get(grace.get_absolute_url()).content.decode()


@pytest.mark.parametrize("place", ["till queue, ground floor", "the night bus", "in the lift"])
def test_a_place_in_any_words_reads_right_in_where_one_met(log, client, place):
    log(place=place, introduced_by="somebody tall, Per?", i_promised="call", i_promised_due=DUE)

    page = client.get(TODAY).content.decode()

    assert f"You met on Friday ({place}), introduced by somebody tall, Per?" in page
    assert "Per?." not in page


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (date(2026, 11, 23), "Due today."),
        (date(2026, 11, 22), "Was due yesterday."),
        (date(2026, 11, 20), "Was due on Friday 20 November."),
        (date(2025, 12, 31), "Was due on Wednesday 31 December 2025."),
    ],
)
def test_an_overdue_promise_was_due_on_a_day_that_is_named(log, pages, due_on, said):
    log(i_promised="call", i_promised_due=due_on.isoformat())

    for page in pages():
        assert f"You promised to call. {said}" in page


def test_a_promise_to_come_is_due_on_a_weekday(log, client, grace):
    log(i_promised="call", i_promised_due="2026-11-27")

    page = client.get(grace.get_absolute_url()).content.decode()

    assert "You promised to call. Due on Friday." in page
    assert "Follow up on Friday 27 November" in page


def test_a_follow_up_that_is_late_lies_in_the_past(log, monday, client, grace):
    log(i_promised="call", i_promised_due="2026-11-23")
    monday.shift(timedelta(days=3))

    page = client.get(grace.get_absolute_url()).content.decode()

    assert "A follow-up was due on Monday 23 November" in page
