"""The one detail that only this person would recognise, as words that follow "I still remember"."""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    ASKING,
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
    WORDS,
    first_word,
    indefinite,
    is_clause,
    second_person,
)
from outreach.drafting.haste import is_in_haste, is_well_put
from outreach.drafting.items import ASIDES, Item, does_something, items_of, without_asides
from outreach.drafting.perspective import speaks_of_nobody_named
from outreach.drafting.saying import plain, says_nothing
from outreach.drafting.speech import clean, upper_first
from outreach.drafting.tact import is_private, is_unkind
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words

_STATES = read_words("states", WORDS)
_HABITS = read_words("habits", WORDS) | VERBS
_KIN = read_words("kin", WORDS)
_PERSONS = read_words("persons", WORDS)
_LOOKS, _WORN = read_words("looks", WORDS), read_words("worn", WORDS)
_SAYS = re.compile(r"[a-z]+ (?:says|reads|said) ")  # "badge says 'ask me'"
_NUMBERS = tuple("one two three four five six seven eight nine ten hundreds".split())
_AFTER_VERB = DETERMINERS | PREPOSITIONS
_AFTER_VERB |= {"about", "for", "to", "with", "like", "you", "me", "us", "it", "them"}
_AFTER_VERB |= {"how", "what", "why", "when", "everybody", "everything", "every", "each", "all"}
_AFTER_VERB |= {"better", "more", "less", "faster", "best"}
_ADVERBS = ("always", "never", "still", "once", "also", "often", "only", "just", "usually", "even")
_OF_HABITS = ("always", "never", "often", "usually")
_BEFORE_KIN = ("twin", "little", "big", "older", "younger", "elder", "late")
_FULL_OF = frozenset(
    "allergic addicted afraid obsessed mad crazy proud scared terrified good bad brilliant great "
    "hopeless famous known born married related".split()
)
_VERY = ("very", "so", "really", "quite", "too", "super", "extremely", "incredibly", "rather")
_MODALS = {"can", "could", "will", "would", "must", "might", "cannot", "can't", "couldn't"}
_MODALS |= {"won't", "wouldn't", "didn't", "did"}
_PERCEIVED = ("smelled", "smelt", "tasted", "dreamed", "dreamt", "sounded", "looked", "felt")
_NEGATED = ("doesn't", "does", "isn't", "wasn't", "hasn't")
# No noun phrase begins with one of these.
_NO_NOUNS = DETERMINERS | PREPOSITIONS | {*ASKING, *_ADVERBS, *_NUMBERS}
_NO_NOUNS |= {"not", "you", "me", "us", "it", "there", "both", "all", "every", "that"}
_BESIDE_THEM = ("with", "in", "on", "at", "behind", "under", "near", "without")
_AFTER_GERUND = DETERMINERS | PREPOSITIONS | {"every", "each", "all", "both", "everything"}
# "Rory's big sister" is who they are.
_OF_KIN_NAMED = re.compile(rf"[A-Za-z]+'s (?:[a-z]+ )?(?:{'|'.join(sorted(_KIN))}|sis|bro|mate)")
_AND_YOU = re.compile(r" and you (?:just |then |still )?[a-z]+")  # "the lamp fell and you …"
_QUOTE = re.compile(
    r"^(?P<says>(?:(?:she|he|they)\s+)?(?:said|says|saying)\s*[:,]?\s*)?(?P<words>[\"“„«].+[\"”“»])$",
    re.IGNORECASE,
)
_GOES_WITH = (
    "the",
    "a",
    "an",
    "your",
    "my",
    "our",
    "their",
    "which",
    "who",
    "where",
    "when",
    "with",
    "even",
    "and",
    "but",
    "not",
    "like",
)
_ALL_DO = re.compile(r"^your [\w'-]+s (?:all|both) \w+ ")  # "your girls all row"
_WHO_IS = re.compile(r"^(?:the|that) (?:only )?(?:one|person|man|woman|guy|girl|boy) (?:who|that) ")
# "is deaf and lip-reads four languages": the second verb speaks of the reader too.
_SECOND_VERB = re.compile(
    r"\b(and|but|then)(?: (?P<how>still|never|always|often|also|only|then))? ([a-z-]+[^s\W]s)\b"
    rf"(?(how)|(?= (?:it|them|you|{'|'.join(sorted(DETERMINERS | {*_NUMBERS}))}) ))"
)


def is_of_looks(text: str) -> bool:
    """Whether a detail is what somebody looks like: one recognises them by it, and does not tell
    them."""
    noted = items_of(clean(text))
    return bool(noted) and noted[0].text.rpartition(" ")[2].lower() in _LOOKS


@lru_cache(maxsize=4096)
def detail(text: str, to: Person) -> str:
    """What follows "I still remember"; empty when no sentence can be made of it, which is better
    than a wrong one."""
    typed = labels.without(labels.DETAIL, without_asides(clean(text)))
    if quoted := _QUOTE.match(typed.strip(" .!")):
        return f"that you said {quoted['words']}" if quoted["says"] else quoted["words"]
    said = _thing_alone(plain(typed, to))
    if _is_untold(said):
        return ""
    if first_word(said.removeprefix("your ")) in _KIN:
        said = said.removeprefix("your ")
    first, _, rest = said.partition(" ")
    if first == "not" or (first in _FULL_OF and first_word(rest) in PREPOSITIONS | {"to", "of"}):
        return f"that you are {said}"
    if first in _BEFORE_KIN and first_word(rest) in _KIN:
        return _of_kin(said, rest.partition(" ")[2])
    if (first in _ADVERBS or first in _STATES) and (done := _done(said)):
        return f"that you {done}"
    if (is_clause(said) and first not in _KIN and not _present(first)) or _ALL_DO.match(said):
        return f"that {said}"
    if _WHO_IS.match(said):
        return f"that you are {said}"
    if done := _done(said):
        return f"that you {done}"
    if first in _KIN:
        return _of_kin(said, rest)
    if first == "being":
        return f"that you were {rest}"
    if first.endswith("ing") and first_word(rest) in _AFTER_GERUND:
        return f"you {said}"
    if first in _ADVERBS and first_word(rest).endswith("ing"):
        return f"that you are {said}"
    if _AND_YOU.search(said):
        return f"that {said}"
    if first in ("from", "as") or _OF_KIN_NAMED.fullmatch(said):
        return f"that you are {said if first in PREPOSITIONS else upper_first(said)}"
    if first in _BESIDE_THEM and rest:
        return f"you {said}"
    is_guess = is_in_haste(text) and not is_well_put(said)
    return "" if is_guess and said.rpartition(" ")[2] not in _WORN else _named(said, first)


def _is_untold(said: str) -> bool:
    """Whether words say nothing, or nothing that one tells the reader."""
    is_nothing = says_nothing(said) or said in _ADVERBS or first_word(said) == "no"
    is_not_theirs = speaks_of_nobody_named(said) or is_private(said)
    words = said.split()
    is_likened = words[:1] != [] and words[0] in _LOOKS and words[1:2] == ["like"]
    return is_nothing or is_not_theirs or is_unkind(said) or is_likened


def _thing_alone(said: str) -> str:
    """Without what is told besides: "her laugh, you hear it across the yard", "speaks Yorkshire,
    wife is from Otley"."""
    first, *more = items_of(said) or [Item(said, "", asks=False)]
    things = [one.text for one in more if _is_more(one)]
    return said if len(things) == len(more) else ", ".join((first.text, *things))


def _is_more(item: Item) -> bool:
    """Whether what stands after a comma goes with the detail before it."""
    text = item.text
    is_told = is_clause(text) or does_something(text) or is_unkind(text)
    is_of_it = first_word(text) in _GOES_WITH
    return is_of_it and not is_told and item.sign not in ASIDES


def _of_kin(said: str, rest: str) -> str:
    """Of somebody, or an animal, of the reader's; `rest` is what is told of them."""
    is_named = first_word(rest) in ("called", "named")
    does = is_clause(said) or first_word(rest) in _STATES or (_done(rest) and not is_named)
    return f"{'that ' if does else ''}your {said}"


def _done(said: str) -> str:
    """What the reader does or did, after "you": "has a parrot" is "have a parrot"."""
    first, _, rest = said.partition(" ")
    after = first_word(rest)
    is_adjective = bool(rest) and not (" " in rest or _present(rest) or rest.endswith("s"))
    if first in _OF_HABITS and (after.endswith("ing") or is_adjective):
        return f"are {said}"
    if first in _ADVERBS:
        done = _done(rest) or (_present(rest) if " " not in rest else "")
        if not done and first in _OF_HABITS and second_person(after) != after:
            done = second_person(after) + rest[len(after) :]  # no thing comes after "never"
        return f"{first} {done}" if done else ""
    if first in _MODALS and rest:
        return said
    if first in _NEGATED and rest:
        return f"{second_person(first)} {rest}"
    is_past = first.endswith("ed") and len(first) > 4 and first.islower()
    if first in _PERCEIVED and after in ("of", "like"):
        return said
    if is_past and (after in _AFTER_VERB or after in _NUMBERS or rest[:1].isupper()):
        return said
    if rest and (first in _STATES or (_present(first) and _is_object(first, rest))):
        return _SECOND_VERB.sub(_second, f"{second_person(first)} {rest}")
    return ""


def _present(word: str) -> str:
    """The verb of "flies"; empty when it is none that we know."""
    verb = second_person(word)
    is_verb = verb in _HABITS or word in _STATES
    return verb if is_verb and word.endswith("s") and verb != word else ""


def _is_object(verb: str, rest: str) -> bool:
    """Whether what follows makes it a verb: "talks to plants", "prints maps", no "talks of May"."""
    after = first_word(rest)
    if second_person(verb) in VERBS:  # most of these are nouns as well
        is_thing = (after.endswith("s") and len(after) > 3) or rest[:1].isupper()
        return is_thing or after in _AFTER_VERB or after in _NUMBERS
    return after not in ("of", "from", "and", "or", "at")


def _second(match: re.Match[str]) -> str:
    return " ".join(filter(None, (match[1], match["how"], second_person(match[3]))))


def _named(said: str, first: str) -> str:
    """A thing or a word for the reader, by its looks."""
    last = said.rpartition(" ")[2]
    is_a_list = "," in said or ";" in said  # "tall, red beard": whatever came to mind
    if is_of_looks(said):
        return ""
    if first in _VERY and not is_a_list:
        return f"that you are {said}"
    has_many = first[:1].isdigit() or first in _NUMBERS
    if has_many and first_word(said.partition(" ")[2]).removesuffix("s") in _KIN | {"children"}:
        return f"that you have {said}"
    if first in DETERMINERS or has_many:
        return said
    is_loose = first.endswith("ing") and " " in said  # "missing finger"
    if is_loose:
        return ""
    if _SAYS.match(said):
        return f"that your {said}"
    if last.lower() in _WORN and not is_a_list and first not in _VERY:
        return f"your {said}"
    if is_a_list or first == "same":  # "same street as my aunt" is neither theirs nor them
        return ""
    if last.lower() in _PERSONS or first in ("ex", "former"):
        return f"that you are {indefinite(said)} {said}"
    is_bare = first.isalpha() and first.islower() and not first.endswith(("ing", "ly"))
    if " " not in said and _present(said):
        return f"that you {_present(said)}"
    if " " not in said:
        return f"the {said}" if is_bare and said.endswith("s") and len(said) > 3 else ""
    return f"the {said}" if is_bare and first not in _NO_NOUNS else said
