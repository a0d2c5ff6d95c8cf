"""How each kind of fact is said: from the user's phrase to words that fit a sentence.

Every function takes the recorded text and the person it will be said to, and returns words without
a full stop; empty when nothing sensible can be made of it.
"""

import re
from functools import lru_cache

from outreach.drafting.naming import address
from outreach.drafting.perspective import to_them
from outreach.drafting.speech import clean, is_wordy, lower_first, phrase, upper_first
from outreach.drafting.verbs import BASE, BASE_OF_GERUND, TO_SOMEBODY, second_person
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import PARTICULAR, weight

_TOPIC_LABEL = re.compile(
    r"^(?:(?:we|i|they|she|he)\s+)?(?:(?:both|also|mostly|briefly)\s+)?"
    r"(?:talked|talking|talk|spoke|speaking|chatted|chatting|discussed|discussing|discussion)\b"
    r"(?:\s+(?:mostly|briefly|a lot|at length|with (?:her|him|them)|to (?:her|him|them)))*"
    r"(?:\s+(?:about|of|on|over))?\s+|^(?:about|topics?\s*:|re\s*:)\s+",
    re.IGNORECASE,
)
_DETAIL_LABEL = re.compile(
    r"^(?:(?:i\s+(?:would|will|'d)\s+)?(?:recognise|recognize|remember|know)\s+(?:her|him|them)\s+"
    r"(?:by|as|from|for)|by|the one with)\s+",
    re.IGNORECASE,
)
_MINE_LABEL = re.compile(
    r"^(?:(?:i|we)\b(?:\s+(?:have|had|will|would|should|must|still|also|need|want|am|are)|'(?:ve|d|ll|m))?"
    r"\s*)?(?:going\s+)?(?:(?:still\s+)?(?:promised|offered|agreed|said|told|promise|owe)\b)?\s*"
    r"(?:\b(?:her|him|them|you)\s+)?(?:that\s+)?(?:(?:i|we)(?:'d|'ll|\s+would|\s+will)?\s+)?(?:to\s+)?",
    re.IGNORECASE,
)
_THEIRS_LABEL = re.compile(
    r"^(?:(?:they|she|he|you)(?:\s+(?:have|has|had|will|would|can|could|also)|'(?:ve|d|ll|s))?\s*)?"
    r"(?:(?:kindly\s+)?(?:offered|promised|agreed|said|offer|promise)\b)?\s*(?:me\s+(?=to\b))?"
    r"(?:that\s+)?(?:(?:they|she|he|you)(?:'d|'ll|\s+would|\s+will|\s+could|\s+can)\s+)?(?:to\s+)?",
    re.IGNORECASE,
)
_PURPOSE_LABEL = re.compile(
    r"^(?:(?:i\s+am|i'm|am)\s+writing\s+)?(?:because|since|as)\s+|^(?:i\s+am|i'm)\s+writing\s+(?=to\b)",
    re.IGNORECASE,
)
_LOOKING_LABEL = re.compile(
    r"^(?:(?:i\s+am|i'm|am|currently)\s+)*(?:looking|searching)\s+(?:for|to\s+(?:meet|find))\s+"
    r"|^(?:i\s+)?(?:want|would like|hope)\s+to\s+(?:meet|find)\s+",
    re.IGNORECASE,
)
_BOTH_LABEL = re.compile(
    r"^(?:(?:you|we|they)\s+)?(?:are\s+|were\s+|have\s+)?(?:both|share)?\s*(?:also\s+)?"
    r"(?:(?:studied|went|graduated|worked|work|live|lived|are based|know|met|use|do|been|from)\b\s*"
    r"(?:at|to|in|from|with|for|on)?\s+)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:i|we|you|it|there|this|that|nobody|everybody|he|she|they)(?:'\w+)?\s", re.I
)
_FINITE = re.compile(
    r"^(?:[\w'’-]+\s+){1,3}?(?:is|are|was|were|has|had|will|would|can|could|wants|needs|should|did|does)\s",
    re.IGNORECASE,
)
_DETERMINERS = frozenset(
    "the a an my our some any this that these those his her their your no two three".split()
)


_STATES = frozenset("has is was had wears plays likes loves hates collects keeps owns".split())


def _plain(text: str, to: Person, *, keep_case: bool = False) -> str:
    said = phrase(text)
    if keep_case and _first(said) not in _DETERMINERS | _PREPOSITION:
        said = clean(text).strip(" .,;:!")
    said = said.replace("\u2019", "'")
    return to_them(said, name=clean(to.name), given=address(to).given, pronouns=to.pronouns)


def _first(text: str) -> str:
    return text.split(" ", 1)[0].lower().strip(",.;:")


def is_clause(text: str) -> bool:
    """Whether the words have a subject and a verb of their own."""
    return bool(_SUBJECT.match(text) or _FINITE.match(text)) and _first(text) not in (
        "how why what when where whether who which if".split()
    )


@lru_cache(maxsize=4096)
def topic(text: str, to: Person) -> str:
    """What follows "we talked about"."""
    said = _plain(_TOPIC_LABEL.sub("", clean(text), count=1), to)
    first = _first(said)
    if not is_wordy(said):
        return ""
    if is_clause(said):
        return f"how {said}"
    after = said.split(" ")[1:2]
    if first in BASE and after and after[0].lower() in _DETERMINERS:
        return said  # a bare verb: "how to build a kiln" is what was meant
    return said


@lru_cache(maxsize=4096)
def detail(text: str, to: Person) -> str:
    """What follows "I still remember"."""
    said = _plain(_DETAIL_LABEL.sub("", clean(text), count=1), to)
    if not is_wordy(said):
        return ""
    first, _, rest = said.partition(" ")
    if is_clause(said):
        return f"that {said}"
    if first in _STATES or (first.endswith("s") and second_person(first) in BASE and rest):
        return f"that you {second_person(first)} {rest}"
    if first.endswith("ing") and _first(rest) in _DETERMINERS | _PREPOSITION:
        return f"you {said}"
    return said


@lru_cache(maxsize=4096)
def promise(text: str, to: Person) -> str:
    """What follows "I promised to"; with a leading "=" what follows "I promised you"."""
    said = _plain(_MINE_LABEL.sub("", clean(text), count=1), to)
    return _duty(said, to_reader=True)


@lru_cache(maxsize=4096)
def offer(text: str, to: Person) -> str:
    """What follows "you offered to"; with a leading "=" what follows "you offered me"."""
    said = _plain(_THEIRS_LABEL.sub("", clean(text), count=1), to)
    return _duty(said, to_reader=False)


def _duty(said: str, *, to_reader: bool) -> str:
    if not is_wordy(said):
        return ""
    verb, _, rest = said.partition(" ")
    verb = BASE_OF_GERUND.get(verb.lower(), verb.lower())
    if verb not in BASE or is_clause(said):
        return "" if is_clause(said) else f"={said}"
    if (
        to_reader
        and rest
        and verb in TO_SOMEBODY
        and _first(rest) in _DETERMINERS
        and " you" not in said
    ):
        rest = f"you {rest}"
    return f"{verb} {rest}".strip()


_WANTED = re.compile(
    r"^your\s+(?:advice|help|opinion|view|thoughts|feedback|support|input|perspective)\b"
)


@lru_cache(maxsize=4096)
def purpose(text: str, to: Person) -> str:
    """A sentence of its own that says what for, with its question mark if it is a question."""
    is_question = clean(text).endswith("?")
    said = _plain(_PURPOSE_LABEL.sub("", clean(text), count=1), to)
    first = _first(said)
    if not is_wordy(said):
        return ""
    if is_question or is_clause(said):
        return upper_first(said) + ("?" if is_question else "")
    if first == "to":
        return f"I'm writing to {said[3:]}"
    if first in BASE:
        return f"I'd like to {said}"
    asks = first in ("a", "an", "some") or _WANTED.match(said)
    return f"I'm hoping for {said}" if asks else f"I'm writing about {said}"


@lru_cache(maxsize=4096)
def thanks(text: str, to: Person) -> str:
    """What follows "thank you for"; empty when the words cannot follow it."""
    said = re.sub(
        r"^(?:(?:i|we)\s+(?:want|would like)\s+)?(?:to\s+)?(?:say\s+)?thank(?:s|ing)?\s+"
        r"(?:to\s+)?(?:(?:her|him|them|you)\s+)?(?:for\s+)?|^for\s+",
        "",
        clean(text),
        count=1,
        flags=re.I,
    )
    plain = _plain(said, to)
    first = _first(plain)
    if (
        not is_wordy(plain)
        or is_clause(plain)
        or first == "to"
        or (first in BASE and first != "help")
    ):
        return ""
    return plain


_NO_ARTICLE = frozenset(
    "head director chief ceo cto cfo coo cio cpo vp president chair chairman chairwoman dean "
    "founder co-founder cofounder vice svp evp".split()
)
_ME = re.compile(r"^(?:i\s+am|i'm|im|am)\s+", re.IGNORECASE)
_MY_VERBS = frozenset(
    "run work build teach study make manage write organise organize edit translate develop maintain "
    "look direct grow sell buy bake repair restore play sing own".split()
)
_ALSO_NOUNS = frozenset("lead head research design help coach".split())
_ING_TRADES = frozenset("engineering marketing accounting nursing banking".split())


@lru_cache(maxsize=1024)
def who(text: str, sender: Person) -> str:
    """A sentence that says who writes: "I run data tooling at Maple"."""
    said = re.split(r"\s[|·•–—]\s?", clean(text).replace(" @ ", " at "))[0].strip(" .,;")
    said = _as_mine(said.replace("\u2019", "'"), sender)
    if not is_wordy(said):
        return ""
    if not _ME.match(said) and (_SUBJECT.match(said) or re.match(r"^my\s", said, re.I)):
        return upper_first(said)
    said = _ME.sub("", said, count=1)
    plain = lower_first(said)
    first, after = _first(plain), _first(plain.partition(" ")[2])
    if first in _MY_VERBS or (first in _ALSO_NOUNS and after in _DETERMINERS | _PREPOSITION):
        return f"I {plain}"
    if first in _DETERMINERS | _PREPOSITION | {"based", "responsible", "with"}:
        return f"I'm {plain}"
    if first.endswith("ing") and first not in _ING_TRADES:
        return f"I'm {plain}"
    if first in _NO_ARTICLE:
        return f"I'm {said}"
    return f"I'm {_with_article(said)}"


def _with_article(title: str) -> str:
    """ "a data engineer at Maple", "a Senior Engineer at Maple"."""
    trade, comma, company = title.partition(", ")
    if comma and company[:1].isupper():
        title = f"{trade} at {company}"
    first, _, rest = title.partition(" ")
    if rest[:1].islower() and not first.isupper() and weight(first.lower()) < PARTICULAR:
        title = f"{first.lower()} {rest}"
    return f"{'an' if title[:1].lower() in 'aeiou' else 'a'} {title}"


def _as_mine(said: str, sender: Person) -> str:
    """ "Ada runs a bakery", told of oneself."""
    called = address(sender).given
    if called and said.startswith(called + " "):
        told = to_them(said, name=called, given=called, pronouns="")
        return re.sub(r"^you are\b", "I am", re.sub(r"^you (?!are\b)", "I ", told))
    return said


@lru_cache(maxsize=1024)
def looking(text: str, to: Person) -> str:
    """What follows "I'm looking for"."""
    said = lower_first(phrase(_LOOKING_LABEL.sub("", clean(text), count=1)))
    first = _first(said)
    if not is_wordy(said) or is_clause(said) or first in BASE or first == "to":
        return ""
    return said


@lru_cache(maxsize=4096)
def common(text: str, to: Person) -> str:
    """The bare thing that both have: "Waterloo" out of "You both studied at Waterloo"."""
    said = clean(text).strip(" .,;:!")
    bare = _BOTH_LABEL.sub("", said, count=1) if " " in said else said
    return bare if is_wordy(bare) else ""


_VENUE = re.compile(
    r"\b(?:caf[eé]|bar|pub|office|hotel|station|airport|library|hall|hub|park|house|gym|school|church|"
    r"museum|centre|center|room|booth|stand|meetup|meeting|dinner|lunch|party|wedding|reception|queue|"
    r"lounge|club|bakery|shop|store|restaurant|university|college|institute|conference|fair|festival|"
    r"market|theatre|theater|cinema|gallery|hospital|lab|court|beach|table|talk|workshop|gate|bench|"
    r"desk|kitchen|garden|concert|game|match|race|summit|expo|day|night|week|camp|forum|congress)\b",
    re.IGNORECASE,
)
_PREPOSITION = frozenset(
    "at in on by near outside inside over during after before behind between next under through "
    "while around across from online via opposite beside along aboard".split()
)


@lru_cache(maxsize=4096)
def place(text: str, to: Person) -> str:
    """Where, with its preposition: "in Utrecht", "at the coffee queue", "after the typing talk"."""
    said = re.sub(r"^(?:we\s+)?met\s+(?:(?:her|him|them)\s+)?", "", clean(text), flags=re.I)
    said = _plain(said, to, keep_case=True)
    first = _first(said)
    if not is_wordy(said) or is_clause(said):
        return ""
    if first in _PREPOSITION:
        return said
    if first in ("zoom", "teams", "slack", "linkedin", "skype", "discord", "mastodon", "twitter"):
        return f"on {said}"
    if first in _DETERMINERS:
        return f"at {said}"
    if said[:1].islower():
        return f"at the {said}" if _VENUE.search(said) else f"at {said}"
    return f"at {said}" if _VENUE.search(said) else f"in {said}"


@lru_cache(maxsize=4096)
def event(text: str, to: Person) -> str:
    """Which event, with its preposition: "at PyCon US 2026", "at the Ghent open data day"."""
    said = clean(text).strip(" .,;:")
    said = re.sub(r"^(?:at|during|on)\s+(?=\S)", "", said, flags=re.I)
    if not is_wordy(said):
        return ""
    if said[:1].islower() and _first(said) not in _DETERMINERS:
        said = f"the {said}"
    return f"at {lower_first(said) if _first(said) in _DETERMINERS else said}"


@lru_cache(maxsize=4096)
def introducer(text: str, to: Person) -> str:
    """The name of who brought the two together, from "Tom", "by Tom" or "Tom introduced us"."""
    said = re.sub(
        r"^(?:(?:was\s+)?introduced\s+)?by\s+|^through\s+|^via\s+", "", phrase(text), flags=re.I
    )
    said = re.split(
        r"\s+(?:introduced|who|connected|brought|put|told|suggested)\b", said, flags=re.I
    )[0]
    said = re.sub(r"\bmy\s+(?=\w)", "my ", said).strip(" ,;")
    return to_them(said, name=clean(to.name), given="", pronouns="") if is_wordy(said) else ""


@lru_cache(maxsize=4096)
def work(text: str, to: Person) -> str:
    """What they do, to follow "your work as": "data lead at Northwind"."""
    said = re.split(r"\s[|·•]\s", clean(text))[0].strip(" .,;")
    return said if is_wordy(said) else ""
