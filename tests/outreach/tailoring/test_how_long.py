"""What is long is told in words, and changes neither score nor verdict."""

import pytest

from outreach.tailoring import Channel, Lengths, LimitUse, Verdict, assess

TOLD = "Hi Ana, you showed me the model lighthouse at the Harbour Fair in Kiel on 20 November."
UP_TO = {Channel.LINKEDIN_MESSAGE: 1000, Channel.EMAIL: 120}


def written(channel: Channel, size: int) -> str:
    """A tailored text of so many words for an e-mail, of so many characters elsewhere."""
    if channel is Channel.EMAIL:
        return TOLD + " so" * (size - len(TOLD.split()))
    return TOLD + " " + "o" * (size - len(TOLD) - 1)


def told_of_length(verdict: Verdict) -> list[str]:
    return [reason for reason in verdict.reasons if "long" in reason]


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        (Channel.LINKEDIN_MESSAGE, "It is 1,001 characters long, and over 1,000 is a lot to read."),
        (Channel.EMAIL, "It is 121 words long, and over 120 is a lot to read."),
    ],
)
def test_what_is_a_lot_to_read_is_told_and_stays_tailored(channel, said):
    longer, just = (assess(written(channel, UP_TO[channel] + n), channel=channel) for n in (1, 0))

    assert told_of_length(longer) == [said]
    assert told_of_length(just) == []
    assert longer.verdict == just.verdict == "tailored"
    assert longer.score == assess(written(channel, UP_TO[channel] + 1), channel=Channel.OTHER).score
    assert longer.limit is None


def test_a_limit_that_a_channel_enforces_is_told_as_one():
    verdict = assess("x" * 1901, channel=Channel.INMAIL)

    assert verdict.reasons[0] == "It is 1 character too long for its channel."
    assert verdict.use == LimitUse(1901, 1900, 400, "characters", is_limit=True)


def test_what_the_instance_asks_replaces_what_is_usual():
    mail = assess(TOLD, channel=Channel.EMAIL, lengths=Lengths(aim_words=10))
    note = assess(TOLD, channel=Channel.LINKEDIN_NOTE, lengths=Lengths(limit=80))
    message = assess(TOLD, channel=Channel.LINKEDIN_MESSAGE, lengths=Lengths(warn_above=80))

    assert told_of_length(mail) == ["It is 17 words long, and over 10 is a lot to read."]
    assert told_of_length(note) == ["It is 6 characters too long for its channel."]
    assert told_of_length(message) == ["It is 86 characters long, and over 80 is a lot to read."]


def test_another_limit_than_the_usual_one_can_be_given_alone():
    assert assess(TOLD, channel=Channel.LINKEDIN_NOTE, limit=300).limit == 300
    assert assess(TOLD, channel=Channel.EMAIL, limit=50).limit == 50


def test_where_nothing_is_asked_nothing_is_said():
    assert assess("x " * 9000, channel=Channel.OTHER).use is None
