"""A draft sounds like the user: their greeting, their sign-off, their length."""

from dataclasses import replace

from outreach.drafting import Voice
from tests.outreach.drafting.test_drafts import EMAIL, FULL, brief, drafted


def test_a_draft_greets_and_signs_off_as_the_user_does() -> None:
    asked = replace(brief(FULL, EMAIL), voice=Voice(greeting="Hey", sign_off="Cheers"))

    text = drafted(asked).text

    assert text.startswith("Hey Priya,")
    assert text.endswith("\n\nCheers,\nAda")
