"""Telling a message that could only be from you to them from one that could go to anybody."""

import json
from pathlib import Path

import pytest

from outreach.tailoring import Channel, assess, count_characters

MESSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "messages.jsonl").read_text("utf-8").splitlines()
]
DEFAULTS = [
    "I'd like to add you to my professional network on LinkedIn.",
    "I’d like to add you to my professional network on LinkedIn.\n\n– Joan Mill",
    "Hi, I would like to join your LinkedIn network.",
    "Since you are a person I trust, I wanted to invite you to join my network on LinkedIn.",
    "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
    "Ik wil je graag toevoegen aan mijn professionele netwerk op LinkedIn",
    "Gostaria de adicionar você à minha rede profissional.",
    "Vorrei aggiungerti alla mia rete professionale su LinkedIn.",
    "Me gustaría contactar contigo.",
    "Je vous invite à faire partie de mon réseau professionnel sur LinkedIn.",
]


def verdict_of(text: str) -> str:
    return assess(text, channel=Channel.LINKEDIN_NOTE).verdict


def share_right(label: str, expected: str) -> float:
    texts = [one["text"] for one in MESSAGES if one["label"] == label]
    return sum(verdict_of(text) == expected for text in texts) / len(texts)


@pytest.mark.parametrize(
    ("label", "expected", "least"),
    [("tailored", "tailored", 0.95), ("generic", "generic", 0.95), ("template", "generic", 0.98)],
)
def test_messages_of_many_kinds_and_languages_are_told_apart(
    label: str, expected: str, least: float
) -> None:
    assert share_right(label, expected) >= least


@pytest.mark.parametrize("text", DEFAULTS)
def test_the_networks_own_sentence_is_generic_in_every_language(text: str) -> None:
    verdict = assess(text, channel=Channel.LINKEDIN_NOTE)

    assert verdict.verdict == "generic"
    assert verdict.stock


@pytest.mark.parametrize("text", ["", "   ", "Hi Ana,", "Dear Ana,\n\nBest,\nTom", "🙂"])
def test_a_request_without_a_word_is_generic_and_says_so(text: str) -> None:
    verdict = assess(text, channel=Channel.LINKEDIN_NOTE)

    assert verdict.verdict == "generic"
    assert verdict.score == 0
    assert "nothing at all" in verdict.reasons[0]


def test_a_cliche_in_front_does_not_condemn_what_follows() -> None:
    text = (
        "Dear Omar, I hope this message finds you well. Thank you for the hour you gave me on "
        "Tuesday: I moved the kiln shelves as you said, and the glaze stopped crawling."
    )

    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize("name", ["Omar", "Zsófia", "Dr Brightwater"])
def test_a_name_in_a_cliche_does_not_save_it(name: str) -> None:
    text = f"Hi {name}, I came across your profile and would love to connect. Best, Tom"

    assert verdict_of(text) == "generic"


def test_saying_the_same_thing_at_length_does_not_help() -> None:
    padding = (
        "I am always happy to meet professionals like you and I think that it would be great to "
        "exchange ideas about our industry and to learn from each other. "
    )

    assert verdict_of(padding) == verdict_of(padding * 6) == "generic"


@pytest.mark.parametrize(
    "text", ["Loved your post!", "Great article, keep up the great work!", "Big fan of your work."]
)
def test_praise_with_nothing_in_it_is_stock(text: str) -> None:
    verdict = assess(text, channel=Channel.LINKEDIN_NOTE)

    assert verdict.verdict == "generic"
    assert verdict.stock


def test_praise_that_says_what_for_is_not() -> None:
    text = "Loved your post on retiring the fax gateway, above all the part about the nun."

    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "Your lecture yesterday was wonderful, thank you for sharing your wisdom with all of us!",
        "I loved your newsletter, it is always a highlight of my week. Thanks for the hard work!",
        "Your podcast has been a game changer for me. So grateful for your openness.",
        "Just watched your TED talk. Absolutely brilliant, it really opened my eyes.",
        "I attended your webinar on Tuesday and it was fantastic. Thanks for your expertise!",
        "Your book came at exactly the right moment. It changed everything, thank you!",
        "What a superb keynote you gave last week! I felt so inspired.",
        "Your essays are a gift. Please keep writing, I learn something every time!",
        "Thanks for following me. I look forward to reading your tweets!",
        "Thank you so much for the follow! Excited to see your content.",
        "Your talk was amazing! I work on looms at Tarnbrook and would love to connect.",
        "Your keynote was superb. I coach founders in Leeds. Shall we talk on Monday at 10?",
        "Your podcast is a joy. We help podcasters double their audience from our Leeds studio.",
    ],
)
def test_amazement_and_thanks_without_a_word_of_what_was_said_are_generic(text: str) -> None:
    assert verdict_of(text) == "generic"


def test_praise_without_a_word_of_what_it_praises_is_told_so() -> None:
    verdict = assess("Your last episode really moved me. Thank you!", channel=Channel.EMAIL)

    assert "It praises without a word of what it praises." in verdict.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Your lecture on tidal mills was wonderful, thank you for sharing how the gate works!",
        "Your podcast on grief was so honest. It made me ring my brother.",
        "Your book got me through the night shifts in Tarnbrook. Thank you!",
        "I enjoyed your talk so much that I rang my sister about the eels.",
        "Your keynote was superb: the slide with the two bridges settled our quarrel.",
        "Your article made me quit smoking. Thank you!",
        "Your course was so clear. I failed anyway, because of the osmosis in chapter nine.",
        "Your talk was great. May I quote the sentence on eels?",
        "Your newsletter is wonderful. The recipe for nettle soup fed my whole choir.",
        "Your workshop was great, and my sourdough rises now.",
        "Thank you for sharing your slides; I teach from them on Mondays.",
        "Thank you for reading my book last week. It means the world.",
        "Thanks for following me. Was that your goat in the Tarnbrook photo?",
        "I'm looking forward to reading your next post on lock gates.",
    ],
)
def test_amazement_and_thanks_that_say_what_for_are_tailored(text: str) -> None:
    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "Great to meet you at EuroPython! Let's keep in touch.",
        "Nice chatting with you at the Harbour Fair, would love to connect.",
        "It was lovely to meet you at Lampfest on Friday. I hope we can stay in touch.",
        "We spoke at Lampfest last month. Looking forward to staying in touch!",
        "I see you are a Nurse at Kestrel Clinic in Leeds. I work with Nurses in Leeds and would"
        " love to connect.",
    ],
)
def test_a_meeting_of_which_nothing_is_told_does_not_carry_a_cliche(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "Great to meet you at EuroPython! You were right about the goat. Let's keep in touch.",
        "Nice chatting with you at the Harbour Fair about wicks, would love to connect.",
        "We met in the queue for tea at Lampfest on Friday. I hope we can stay in touch.",
        "We met at Lampfest; I was the one with the green hat. Let's connect.",
        "It was great meeting you at EuroPython!",
        "I see you are a nurse at Kestrel Clinic and that your ward grows its own basil.",
    ],
)
def test_a_meeting_of_which_something_is_told_does(text: str) -> None:
    assert verdict_of(text) == "tailored"


def test_a_nudge_with_nothing_new_is_told_so() -> None:
    verdict = assess("Just following up on my last message!", channel=Channel.EMAIL)

    assert verdict.verdict == "generic"
    assert "It asks for an answer and brings nothing new." in verdict.reasons


def test_what_is_found_is_where_it_is_said_to_be() -> None:
    for message in MESSAGES:
        text = message["text"]
        verdict = assess(text, channel=Channel.OTHER)

        for found in verdict.present:
            assert text[found.start : found.end] == found.words
        for span in (*verdict.stock, *verdict.placeholders):
            assert text[span.start : span.end] == span.phrase
        ends = [0] + [found.end for found in verdict.present]
        assert all(one.start >= end for one, end in zip(verdict.present, ends, strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "Just following up: the reed mats you ordered are on the ferry and dock at 10:30.",
        "Following up on my mail: the key that you lost is with the porter, number 14.",
        "Just checking in: did the donkey get past the ferryman?",
        "Just wanted to check in about Monday: I booked the lock for 8.",
        "Just circling back - your winch survived, and Odile sends a jar of honey.",
        "Just touching base, the Tarnbrook sexton says your bell is hung.",
        "Just checking in — the fox is back on your roof in Ousefleet.",
    ],
)
def test_a_nudge_before_news_does_not_condemn_it(text: str) -> None:
    verdict = assess(text, channel=Channel.EMAIL)

    assert verdict.verdict == "tailored"
    assert not any("brings nothing new" in reason for reason in verdict.reasons)


@pytest.mark.parametrize(
    "text",
    [
        *("Just following up: any thoughts?", "Just checking in, hope you are well!"),
        "Just following up: have you had a chance to look at my email of 3 November?",
        "Just circling back: are you free on Tuesday at 10 for 15 minutes?",
        "Following up on my mail: we still have 20% off until Friday.",
        "Just touching base, would love to hear your thoughts.",
        "Just checking in - did you see my message?",
        "Just following up: our software cuts your costs by 30 percent.",
    ],
)
def test_a_nudge_before_another_cliche_stays_generic(text: str) -> None:
    assert verdict_of(text) == "generic"


def test_a_text_over_the_limit_is_told_by_how_much() -> None:
    verdict = assess("x" * 205, channel=Channel.LINKEDIN_NOTE)

    assert verdict.limit == 200
    assert verdict.reasons[0] == "It is 5 characters too long for its channel."


def test_emoji_count_as_the_channel_counts_them() -> None:
    assert count_characters("abc") == 3
    assert count_characters("né🚀") == 4
