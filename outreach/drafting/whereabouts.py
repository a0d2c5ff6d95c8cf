"""Where two people met, and through whom."""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.dates import A_MONTH
from outreach.drafting.grammar import DETERMINERS, PREPOSITIONS, WORDS, first_word, is_clause
from outreach.drafting.items import without_asides
from outreach.drafting.perspective import to_them
from outreach.drafting.saying import plain
from outreach.drafting.shorthand import spelled_out
from outreach.drafting.speech import (
    clean,
    is_wordy,
    lower_first,
    phrase,
    upper_first,
    without_laughs,
)
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import PARTICULAR, read_words, weight

_GATHERINGS = read_words("gatherings", WORDS)
_VENUES = read_words("venues", WORDS)
_BRANDS = {"costa", "starbucks", "tesco", "ikea"}
_UPON = frozenset(
    "ferry train bus plane flight boat tram ship beach way pier platform roof terrace balcony "
    "stairs walk hike trip cruise ride coach".split()
)
_AFTER_A_NOUN = PREPOSITIONS | set(
    "round past , to of for with home back there up down that which who where when".split()
)
_INSIDE = read_words("inside", WORDS)
_WITHOUT_ARTICLE = read_words("places-without-article", WORDS)
_ELSEWHERE = re.compile(r" (?:in|at|on) ")  # the Ghent data day on Friday
_NEXT_TO = re.compile(
    r"^(?:sitting |sat |standing |seated )?(?:next to|beside|opposite|behind) "
    r"(?:her|him|them|me|each other)\s+",
    re.IGNORECASE,
)
_TITLES = frozenset("fr father revd rev sr prof professor dr mr mrs ms sir dame".split())
_RELATIVES = frozenset("auntie aunt uncle granny grandma cousin".split())
_LONGEST_ABBREVIATION = 4
_ONLINE = frozenset(
    ("zoom", "teams", "slack", "linkedin", "skype", "discord", "mastodon", "twitter", "github")
) | {"gitlab", "reddit", "facebook", "instagram", "whatsapp", "telegram", "bluesky", "signal"}
_BY_WIRE = {
    "phone call": "the phone",
    "phone": "the phone",
    "telephone": "the phone",
    "call": "a call",
    "video": "video",
}
_OF_ALL = re.compile(r"s' |(?:men|children|people|folk)'s ")  # "Organ Builders' Conference"
_BY_CHANCE = frozenset("nobody chance luck accident fate sat met bumped stood i we".split())
_NOBODY = {"nobody", "no one", "none", "noone", "myself", "me", "n/a", "-"}
_UP_OR_DOWN = ("upstairs", "downstairs", "backstage")  # alone, or before what is there
_AT_A_TIME = re.compile(r",? (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)$", re.IGNORECASE)
_NUMBERED = re.compile(r"[a-z]+ \d+\b")  # "ward 9", "gate 14 at Stansted"
_AFTERWARDS = re.compile(r"(?<=\w\w) (?:after|afterwards|later|before)$")  # "in the pub after"
_ON_A_DAY = re.compile(r",? (?:on )?(?:day \d|\d(?:st|nd|rd|th) day)$")
_FLOOR = re.compile(r"\d+(?:st|nd|rd|th) floor\b")
# "beer stand hall 3", "hall 7": the part of a building is said with "in".
_ROOM = re.compile(
    r"(?:^|,? )((?:hall|room|building|block|lab|studio|tent|wing) [a-z]?\d+[a-z]?)$", re.I
)
_ROOM_FIRST = re.compile(r"(?:hall|room|building|block|lab|studio|tent|wing) \d", re.IGNORECASE)
_WHEN_IT_WAS = re.compile(rf", (?:in |on )?(?:{A_MONTH})\.?(?: \d+)?$", re.IGNORECASE)
_LATER = re.compile(r"^(?:afterwards|later|after that|then),? (?=\w+ )", re.IGNORECASE)
_NOT_REMEMBERED = re.compile(r"\b(?:some|somebody|someone|somewhere|something)\b")
_BARE_AFTER = re.compile(r"(at|in|on) ([a-z]+ [a-z ]+)")
_NAMED_LAST = re.compile(r", ([A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?)$")
_A_COUPLE = re.compile(r"[A-Z][a-z]+ and [a-z]+")  # "tom & jess"
# "think it was Tom?", "Tom I think"
_UNSURE = re.compile(
    r"^(?:i )?(?:think|guess|believe) (?:it was )?|^(?:maybe|probably|possibly) "
    r"|,? (?:i|we) (?:think|guess|believe)$|,? (?:maybe|probably|i'm not sure)$",
    re.IGNORECASE,
)
_VERB_OF_INTRODUCING = re.compile(
    r"\s+(?:introduced|at|in|on|during|who|connected|brought|put|told|suggested)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def place(text: str, to: Person) -> str:
    """Where, with its preposition: "in Utrecht", "at the coffee queue", "after the typing talk"."""
    said = _NEXT_TO.sub(
        "", labels.without(labels.PLACE, spelled_out(without_laughs(without_asides(clean(text)))))
    ).replace(" + ", " and ")
    said = _LATER.sub("", _AT_A_TIME.sub("", said)).split(" then ")[0]
    said = plain(said, to, keep_case=True)
    if said.isupper() and len(said) > _LONGEST_ABBREVIATION:
        said = said.title()
    first = first_word(said)
    if not is_wordy(said) or is_clause(said) or _NOT_REMEMBERED.search(said):
        return ""
    if room := _ROOM.search(said):
        before = said[: room.start()]
        return " ".join(filter(None, (place(before, to) if before else "", f"in {room[1]}")))
    where, _, more = said.partition(",")
    if first in PREPOSITIONS | _ONLINE or more.strip()[:1].islower():
        said = where
    is_before_it = first in _UP_OR_DOWN and " " in said
    is_before_it = is_before_it and first_word(said.partition(" ")[2]) not in PREPOSITIONS
    if first in PREPOSITIONS and not is_before_it:
        return _with_the(_AFTERWARDS.sub("", said))
    if _FLOOR.match(said):
        return f"on the {said.split(',')[0]}"
    if first in _ONLINE:
        is_a_call = said.rpartition(" ")[2].lower() in ("call", "meeting")
        return f"on a {said}" if is_a_call else f"on {said}"
    if said in _BY_WIRE:
        return f"on {_BY_WIRE[said]}"
    if first in DETERMINERS:
        said = said.split(",")[0]
        return f"{_before(said)} {said}"
    said = _ON_A_DAY.sub("", _AFTERWARDS.sub("", said))
    return _small(said.split(",")[0]) if said[:1].islower() else _large(said)


def _with_the(said: str) -> str:
    """ "at tram stop" is "at the tram stop"."""
    bare = _BARE_AFTER.fullmatch(said)
    if not bare or first_word(bare[2]) in DETERMINERS:
        return said
    is_known = _noun(bare[2]) in _VENUES | _UPON | _INSIDE
    return f"{bare[1]} the {bare[2]}" if is_known else said


def _small(said: str) -> str:
    """A place that no capital names."""
    is_bare = said in _WITHOUT_ARTICLE  # "at home", not "home stand"
    is_named = _NUMBERED.match(said) is not None or "'s " in said or _may_be_a_town(said)
    return f"{_before(said)} {said}" if is_bare or is_named else f"{_before(said)} the {said}"


def _may_be_a_town(said: str) -> bool:
    """Whether a single small word is in no list: "york" is no "the york"."""
    is_listed = _is_venue(said) or said in _UPON | _INSIDE
    return said.isalpha() and weight(said) == PARTICULAR and not is_listed


def _large(said: str) -> str:
    """A place by its name, or a town."""
    if " " not in said and said.lower() in _VENUES - _BRANDS:
        return f"at the {said.lower()}"
    if "'s " in said and said.rpartition(" ")[2].islower():
        return f"{_before(said)} {said}"  # "Amit's leaving do"
    if not _is_venue(said):
        return f"at {said}" if said.isupper() and " " not in said else f"in {said}"
    last = said.split(",")[0].rpartition(" ")[2]
    is_described = " " in said and last in _VENUES and "'s " not in said
    return f"at the {said}" if is_described else f"at {said}"


def _before(place: str) -> str:
    """On a ferry to somewhere, in a queue, at a desk; but at the stop of a tram."""
    noun = _noun(place)
    if _ROOM_FIRST.match(place):
        return "in"
    if noun in _UPON:
        return "on"
    return "in" if noun in _INSIDE else "at"


def _noun(place: str) -> str:
    """What the place is: the last word before "at the bakery", "to Tallinn", "home"."""
    words = place.lower().replace(",", " , ").split()
    end = next((n for n, word in enumerate(words) if n and word in _AFTER_A_NOUN), len(words))
    return words[end - 1]


def _is_venue(name: str) -> bool:
    return not _VENUES.isdisjoint(name.split(",")[0].lower().split())


@lru_cache(maxsize=4096)
def event(text: str, to: Person) -> str:
    """Which event, with its preposition: "at PyCon US 2026", "at the Ghent open data day"."""
    said = spelled_out(clean(text).strip(" .,;:")).replace(" + ", " and ")
    said = _WHEN_IT_WAS.sub("", labels.without(labels.EVENT, said))
    if not is_wordy(said):
        return ""
    if said.lower() in _BY_WIRE:
        return f"on {_BY_WIRE[said.lower()]}"
    last = {one.rpartition(" ")[2].lower() for one in (said, _ELSEWHERE.split(said)[0])}
    is_described = said[:1].islower() or (" " in said and not _GATHERINGS.isdisjoint(last))
    is_somebodys = "'" in said and not _OF_ALL.search(said)  # "Ada's workshop"
    is_described = is_described or (
        said[:1].isupper() and "'" not in said and _DESCRIBED.search(said) is not None
    )
    is_a_name = said.islower() and " " in said and all(map(_is_unknown, said.split()))
    if is_a_name:  # "pydata graz", in a hurry
        said = said.title()
    elif is_described and first_word(said) not in DETERMINERS and not is_somebodys:
        said = f"the {said}"
    return f"at {lower_first(said) if first_word(said) in DETERMINERS else said}"


# "Scottish trade mission to Aarhus", "Opening of Small Weather"; not "Women in Rust".
_DESCRIBED = re.compile(
    r" (?!(?:with|from|para|pour|vers|entre|over)\b)[a-z]{4,}\b"
    r"|^[A-Z][a-z]+(?:ing|tion|ment|ival|ence|ium|view|fair|day) of "
)


def _is_unknown(word: str) -> bool:
    return word.isalpha() and weight(word) == PARTICULAR and word not in _GATHERINGS | _VENUES


@lru_cache(maxsize=4096)
def introducer(text: str, to: Person) -> str:
    """The name of who brought the two together, from "Tom", "by Tom" or "Tom introduced us"."""
    typed = labels.without(labels.INTRODUCED_BY, clean(text))
    if first_word(typed) in DETERMINERS and (named := _NAMED_LAST.search(typed.rstrip("?"))):
        typed = named[1]  # "the tall one from the bar, Phil?"
    said = _VERB_OF_INTRODUCING.split(phrase(without_asides(typed)))[0]
    name, comma, more = said.partition(", ")
    is_aside = more[:1].islower() or _UNSURE.search(more) is not None
    said = name if comma and is_aside else _UNSURE.sub("", said)  # "Gareth, choir"
    if first_word(typed) not in DETERMINERS and not typed.startswith("one of "):
        said = upper_first(said)  # a name; "Ben" and "Di" are small words elsewhere
    said = said.strip(" ,;")
    second = said.partition(" ")[2]
    is_half_typed = second.istitle() and first_word(said) not in DETERMINERS | PREPOSITIONS
    if first_word(said) in _TITLES | _RELATIVES:
        title, _, name = said.partition(" ")
        said = f"{upper_first(title)} {upper_first(name)}".strip()
    if is_half_typed:
        said = upper_first(said)
    if _A_COUPLE.fullmatch(said):
        said = said.title().replace(" And ", " and ")
    is_nobody = said.lower() in _NOBODY | _ONLINE or first_word(said) in _BY_CHANCE
    if not is_wordy(said) or is_nobody:
        return ""
    return to_them(said, name=clean(to.name), given="", pronouns="")
