"""What stands around the body: greeting, signature and subject."""

from collections.abc import Mapping, Sequence

from outreach.drafting.brief import Brief, Purpose, Segment, Tone
from outreach.drafting.naming import address
from outreach.drafting.speech import upper_first
from outreach.drafting.wording import Slot
from outreach.tailoring import LENGTHS, Channel, count_characters

_SUBJECT_AIM = 60
_FEWEST_WORDS = 3  # of a topic: "Your hip" is for no locked screen, and "Coffee" tells nothing
_GREETINGS = {Tone.WARM: "Hi", Tone.PLAIN: "Hello", Tone.FORMAL: "Dear"}
_PROFESSOR = "Professor "  # is no "Anselm" to whom met them once, whatever the tone
_INFORMAL = ("hi", "hey", "hello", "hi there", "hiya")  # a formal letter does not open so
_CLOSINGS = {Tone.WARM: "Best wishes", Tone.PLAIN: "Best regards", Tone.FORMAL: "Kind regards"}
_WITH_SUBJECT = {Channel.EMAIL, Channel.INMAIL}
# What a subject line can say, by the slot it says: first what fits the purpose alone.
_SUBJECTS_OF = {
    Purpose.THANK: (
        ("thanks", "Thank you for {}"),
        ("introduced_to", "Thank you for introducing me to {}"),
        ("offer_thing", "Thank you for offering me {}"),
        ("where", "Thank you for our talk {}"),
    ),
    Purpose.INTRODUCTION: (
        ("introducing", "Your offer to {}"),
        ("introduction", "You offered me {}"),
    ),
}
_SUBJECTS = (
    ("promised", "{}"),
    ("promise_thing", "{}"),
    ("topic", "{}"),
    ("asked", "{}"),
    ("wondered", "{}"),
    ("where", "Since we met {}"),
    ("school", "We both studied at {}"),
    ("employer", "We have both worked at {}"),
    ("friend", "We both know {}"),
    ("by", "Through {}"),
)
_SHORT_ONES = ("topic", "promise_thing")
_CHARACTERS_A_WORD = 6  # with its blank
_OF_A_SHORT_WORD = 5  # so many that no letter comes to more words than are aimed at


def aim_of(brief: Brief) -> int:
    """How many characters a message through this channel had best have."""
    lengths = brief.lengths or LENGTHS[brief.channel]
    aim = lengths.aim or (lengths.aim_words or 0) * _OF_A_SHORT_WORD
    if aim and brief.voice.words:
        return brief.voice.words * _CHARACTERS_A_WORD
    return aim or brief.limit or lengths.limit or 0


def greeting(brief: Brief) -> str:
    """ "Hi Priya, " on one line with the text for a note, on a line of its own elsewhere."""
    called = address(brief.recipient)
    is_formal = brief.tone is Tone.FORMAL or called.formal.startswith(_PROFESSOR)
    name = called.formal if is_formal or not called.given else called.given
    usual = brief.voice.greeting
    if brief.tone is Tone.FORMAL and usual.lower() in _INFORMAL:
        usual = ""
    word = usual or (_GREETINGS[brief.tone] if name else "Hello")
    after = {Channel.LINKEDIN_NOTE: " ", Channel.OTHER: " ", Channel.LINKEDIN_MESSAGE: "\n"}
    return f"{word} {name}".strip() + "," + after.get(brief.channel, "\n\n")


def signature(brief: Brief) -> str:
    """The sender's name where a channel asks for one; a note shows it anyway."""
    called = address(brief.sender)
    if brief.channel in (Channel.LINKEDIN_NOTE, Channel.OTHER) or not called.given:
        return ""
    is_short = brief.channel is Channel.LINKEDIN_MESSAGE and brief.tone is not Tone.FORMAL
    if is_short and not brief.voice.sign_off:
        return f"\n\n{called.given}"
    name = called.given if is_short or brief.tone is Tone.WARM else called.full
    closing = brief.voice.sign_off.strip(" ,") or _CLOSINGS[brief.tone]
    return f"\n\n{closing},\n{name}"


def subject(brief: Brief, slots: Mapping[str, Sequence[Slot]], body: Sequence[Segment]) -> str:
    """A subject line from what the body says; empty where the channel has none. By a detail one
    knows somebody, but no letter."""
    if brief.channel not in _WITH_SUBJECT:
        return ""
    longest = (brief.lengths or LENGTHS[brief.channel]).subject or _SUBJECT_AIM
    used = {fact for segment in body for fact in segment.facts}
    for name, wording in (*_SUBJECTS_OF.get(brief.purpose, ()), *_SUBJECTS):
        for slot in slots.get(name, ()):
            line = upper_first(wording.format(slot.text.removeprefix("that ")))
            tells_of_them = slot.text.startswith("how ")  # for them alone, and no locked screen
            says_little = name in _SHORT_ONES and len(line.split()) < _FEWEST_WORDS
            fits = count_characters(line) <= min(_SUBJECT_AIM, longest) and not (
                says_little or tells_of_them
            )
            if fits and used.issuperset(slot.facts):
                return line
    line = f"A word from {address(brief.sender).full}".removesuffix(" from ")
    return line if count_characters(line) <= longest else "A word"
