"""What was promised for a day is not said as if it were to come once that day is over."""

from datetime import date

import pytest

from outreach.drafting import wordings
from outreach.tailoring import FactKind
from tests.outreach.drafting.test_drafts import DETAIL, EVENT, MESSAGE, TALKED, WHO, brief, fact

KNOWN = (EVENT, TALKED, DETAIL, WHO)  # the two met on 20 November 2026


@pytest.mark.parametrize(
    "typed",
    [
        "get her a ticket for the opening night, 12 Jan",
        "come to her private view on the 3rd of December",
        "bring the projector on Dec 3rd",
    ],
)
def test_a_promise_for_a_day_is_in_letters_until_that_day_is_over(typed: str) -> None:
    promised = fact(FactKind.PROMISE_MINE, typed)

    before = wordings(brief([*KNOWN, promised], MESSAGE, today=date(2026, 12, 2)))
    after = wordings(brief([*KNOWN, promised], MESSAGE, today=date(2027, 1, 13)))

    assert any(promised.id in one.facts for one in before)
    assert after
    assert not any(promised.id in one.facts for one in after)
    reasons = {left.fact: left.why for left in after[0].left_out}
    assert reasons[promised.id] == "The day it names has passed."


def test_what_was_to_be_done_by_a_day_is_still_owed_after_it() -> None:
    promised = fact(FactKind.PROMISE_MINE, "send the checker benchmark by 12 Jan")
    asked = brief([*KNOWN, promised], MESSAGE, today=date(2027, 1, 13))

    letters = [one.text for one in wordings(asked) if promised.id in one.facts]

    assert letters
    assert all("checker benchmark" in text and "Jan" not in text for text in letters)


def test_marketing_and_novels_are_no_months() -> None:
    promised = fact(FactKind.PROMISE_MINE, "lend 4 novels and 10 decks")

    letters = wordings(brief([*KNOWN, promised], MESSAGE, today=date(2027, 1, 13)))

    assert any(promised.id in one.facts for one in letters)


def test_a_follow_up_about_the_promise_itself_speaks_of_it_whatever_the_day() -> None:
    promised = fact(FactKind.PROMISE_MINE, "bring the projector on 3 December")
    late = date(2026, 12, 5)

    letters = wordings(
        brief([*KNOWN, promised], MESSAGE, today=late, about=frozenset({promised.id}))
    )

    assert any(promised.id in one.facts for one in letters)
