"""An invitation from somebody of whom nothing is known is answered, and nothing is claimed."""

from outreach.drafting import Purpose, Tone, Voice, wordings
from outreach.tailoring import FactKind, Person
from tests.outreach.drafting.test_drafts import (
    EVENT,
    MESSAGE,
    PROMISE,
    TALKED,
    WHO,
    brief,
    drafted,
    fact,
)


def test_a_generic_invitation_is_answered_with_nothing_known() -> None:
    made = drafted(brief([], MESSAGE, Purpose.ANSWER_GENERIC))

    assert made.text.startswith("Hi Priya,\nThank you for the invitation.")
    assert "?" in made.text or "glad to" in made.text
    assert made.facts == ()


def test_a_formal_letter_opens_formally_whatever_the_habit() -> None:
    asked = brief([], MESSAGE, Purpose.ANSWER_GENERIC, tone=Tone.FORMAL, voice=Voice(greeting="Hi"))

    assert drafted(asked).text.startswith("Dear Priya Nair,")


def test_half_a_family_name_greets_nobody() -> None:
    berg = Person("Dr. Prof. O'Hara-van den Berg III", given_name="O'Hara-van")
    text = drafted(brief([], MESSAGE, Purpose.ANSWER_GENERIC, recipient=berg)).text

    assert "O'Hara-van," not in text


def test_a_detail_of_nothing_and_a_cut_emoji_leave_nothing_odd() -> None:
    nothing = fact(FactKind.DETAIL, "nothing special")
    food = fact(FactKind.TALKED_ABOUT, "🍕 and 🍺")
    text = drafted(brief([EVENT, nothing, food], MESSAGE, Purpose.ANSWER_GENERIC)).text

    assert "nothing special" not in text
    assert "and." not in text


def test_who_is_owed_something_is_told_so_when_they_invite() -> None:
    letters = wordings(brief([EVENT, TALKED, PROMISE, WHO], MESSAGE, Purpose.ANSWER_GENERIC))

    assert len(letters) >= 5
    assert all(PROMISE.id in one.facts for one in letters)
    assert not any("made you write" in one.text for one in letters)
