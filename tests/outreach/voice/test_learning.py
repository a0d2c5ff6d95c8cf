"""How somebody writes is learned from what they wrote, and from nothing else."""

import pytest

from outreach.drafting import Tone
from outreach.tailoring import Channel
from outreach.voice.learning import FEWEST, Habits, Written, learn

WARM = (
    "Hey {name},\nit was great to see the printing press run at the fair! I'd love to see more, "
    "and I'm in town on {day}.\n\nCheers,\nAda"
)
FORMAL = (
    "Dear Dr. {name},\n\nI am writing about the lock file that we discussed on {day}. I would be "
    "glad to read your notes, and I have added mine below.\n\nKind regards,\nAda Byrne"
)
NAMES = ("Grace", "Bao", "Zoë", "Henrik", "Amara", "Ivo")


def letters(text: str, count: int = 6, channel: Channel = Channel.EMAIL) -> list[Written]:
    return [
        Written(text.format(name=NAMES[n % len(NAMES)], day=f"{n + 3} May"), channel)
        for n in range(count)
    ]


def test_a_warm_hand_is_heard():
    habits = learn(letters(WARM))

    assert habits.greeting.value == "Hey"
    assert habits.sign_off.value == "Cheers"
    assert habits.tone.value is Tone.WARM
    assert habits.contractions.value is True
    assert habits.learned_from == 6


def test_a_formal_hand_is_heard():
    habits = learn(letters(FORMAL))

    assert habits.greeting.value == "Dear"
    assert habits.sign_off.value == "Kind regards"
    assert habits.tone.value is Tone.FORMAL
    assert habits.contractions.value is False


def test_the_length_is_that_of_messages_that_may_be_long():
    notes = letters(
        "Hi {name}, Ana sent me to you about the old press.", channel=Channel.LINKEDIN_NOTE
    )

    habits = learn([*letters(FORMAL), *notes])

    assert 20 <= habits.words.value <= 30
    assert habits.words.of == 6


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "Thanks!",
        "I'd like to add you to my professional network on LinkedIn.",
        "Hi {name}, I'd like to join your LinkedIn network.",
        "Hallo {name},\nes war schön, dich auf der Messe zu sehen, und ich würde gern mehr über "
        "eure Arbeit hören.\n\nViele Grüße\nAda",
        "Bonjour {name}, je vous écris parce que nous avons parlé de votre projet et je voudrais "
        "en savoir plus.",
        "久保田さん、先日はありがとうございました。",
        "\u202e\u200b\x00",
    ],
)
def test_what_shows_no_manner_in_english_teaches_nothing(text):
    assert learn(letters(text)) == Habits(0)


def test_few_messages_are_chance():
    habits = learn(letters(WARM, count=FEWEST - 1))

    assert habits == Habits(FEWEST - 1)


def test_without_a_usual_greeting_none_is_made_up():
    mixed = [
        w
        for word in ("Hi", "Hello", "Dear")
        for w in letters(f"{word} {{name}}, the press at the fair ran well.", 2)
    ]

    assert learn(mixed).greeting is None


@pytest.mark.parametrize("opening", ["Good morning {name}", "{name}", "Hope you are well"])
def test_an_opening_that_may_be_untrue_next_time_is_not_taken_over(opening):
    habits = learn(letters(opening + ", the press at the fair ran well.\n\nThanks again,\nAda"))

    assert habits.greeting is None
    assert habits.sign_off is None


def test_texts_of_any_length_are_read():
    learn(letters("Hi {name}, " + "it's a long tale of the press. " * 300, count=60))
