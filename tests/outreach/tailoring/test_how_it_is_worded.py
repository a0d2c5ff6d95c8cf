"""Where what is told leaves it open, the wording decides, and says so."""

from benchmarks.leanings import learn, signs_of
from outreach.tailoring import Channel, Verdict, assess
from outreach.tailoring.leaning import odds_of
from outreach.tailoring.vocabulary import PARTICULAR, SAYS_NOTHING, WORDS, weight


def verdict_on(text: str) -> Verdict:
    return assess(text, channel=Channel.OTHER)


def test_a_plain_line_between_two_people_is_tailored_and_says_by_what() -> None:
    verdict = verdict_on("They moved it after all, as you said they would.")

    assert verdict.is_tailored
    assert "It is worded as people write to one person." in verdict.reasons


def test_what_never_turns_to_its_reader_is_not_made_theirs_by_its_wording() -> None:
    verdict = verdict_on(
        "They moved the old boats back and the children ran after them last night."
    )

    assert not verdict.is_tailored


def test_where_a_text_tells_enough_its_wording_is_not_mentioned() -> None:
    verdict = verdict_on("You told me at EuroPython how your nephew trained the parser on ferries.")

    assert verdict.is_tailored
    assert not any("worded" in reason for reason in verdict.reasons)


def test_no_name_and_no_subject_was_learned() -> None:
    lines = (WORDS / "leanings.txt").read_text(encoding="utf-8").splitlines()
    signs = [line.split(" ", 1)[1] for line in lines if not line.startswith("#")]
    said = {word for sign in signs for word in sign.split()} - set("0*.?!")

    assert said
    assert not {w for w in said if w not in SAYS_NOTHING and weight(w) == PARTICULAR}


def test_how_messages_are_worded_can_be_learned_from_labelled_ones() -> None:
    ours = [f"You told me of your {thing} and I laughed." for thing in ("boat", "goat") * 5]
    anybodys = [f"I would love to add you to our {thing} network." for thing in ("best", "big") * 5]
    labelled = [
        *[{"text": text, "label": "tailored"} for text in ours],
        *[{"text": text, "label": "generic"} for text in anybodys],
    ]

    weights = learn(labelled)

    assert odds_of(signs_of({"text": "You told me of your sister."}), weights) > 0
    assert odds_of(signs_of({"text": "I would love to add you."}), weights) < 0
