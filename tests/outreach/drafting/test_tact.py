"""What is noted of somebody and is not for their eyes stays out of the letter."""

import pytest

from outreach.drafting import Purpose, draft, wordings
from outreach.tailoring import FactKind
from tests.outreach.drafting.test_drafts import (
    DETAIL,
    EVENT,
    MESSAGE,
    TALKED,
    WHO,
    asked_of,
    brief,
    drafted,
    fact,
)

PRIVATE = "It is private news, and theirs to tell. Write of it by hand if they would want it."


@pytest.mark.parametrize(
    "typed",
    ["her divorce (don't mention!)", "her new job, keep it quiet", "the vicar, don't repeat"],
)
def test_what_says_itself_that_it_is_not_to_be_told_is_in_no_draft(typed: str) -> None:
    secret = fact(FactKind.TALKED_ABOUT, typed)

    letters = wordings(brief([EVENT, TALKED, secret, DETAIL, WHO], MESSAGE))

    assert not any(secret.id in one.facts for one in letters)
    left = {one.fact: one.why for one in letters[0].left_out}
    assert left[secret.id] == "It says itself that it is not to be told."


@pytest.mark.parametrize("typed", ["why nurses never say no", "how not to tell a ghost story"])
def test_a_topic_about_keeping_quiet_is_no_secret(typed: str) -> None:
    made = drafted(brief([EVENT, fact(FactKind.TALKED_ABOUT, typed), WHO], MESSAGE))

    assert typed in made.text


@pytest.mark.parametrize(
    "typed",
    [
        *("she was made redundant in May", "got laid off", "her divorce"),
        *("she's going through a divorce", "her father's cancer", "her mother died in spring"),
        "lost her job last month",
    ],
)
def test_nobody_is_told_their_own_private_news(typed: str) -> None:
    news = fact(FactKind.TALKED_ABOUT, typed)

    letters = wordings(brief([EVENT, DETAIL, news, WHO], MESSAGE))

    assert letters
    assert not any(news.id in one.facts for one in letters)
    assert {one.fact: one.why for one in letters[0].left_out}[news.id] == PRIVATE


def test_nor_is_it_asked_for_in_other_words() -> None:
    question = asked_of(draft(brief([WHO, fact(FactKind.TALKED_ABOUT, "her divorce")], MESSAGE)))

    assert "divorce" not in question.prompt


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("her cancer trial in Leeds", "your cancer trial in Leeds"),
        ("burnout among nurses", "burnout among nurses"),
        ("how she fired 300 pots in one go", "how you fired 300 pots in one go"),
        ("her divorce, the wood kiln and a fair in Bra", "the wood kiln and a fair in Bra"),
    ],
)
def test_work_that_has_to_do_with_such_matters_is_said(typed: str, said: str) -> None:
    made = drafted(brief([EVENT, fact(FactKind.TALKED_ABOUT, typed), WHO], MESSAGE))

    assert said in made.text
    assert "divorce" not in made.text


def test_what_the_user_writes_for_is_said_though_it_is_private() -> None:
    sorry = fact(FactKind.PURPOSE, "I was sorry to hear about your divorce")

    made = drafted(brief([EVENT, TALKED, sorry, WHO], MESSAGE, Purpose.RECONNECT))

    assert "I was sorry to hear about your divorce" in made.text
