"""A little grammar: enough to turn what people type into what one says."""

import re
from pathlib import Path

from outreach.tailoring.vocabulary import read_words

WORDS = Path(__file__).parent / "words"

VERBS = read_words("verbs", WORDS)
VERBS_TO_SOMEBODY = read_words("verbs-to-somebody", WORDS)
DETERMINERS = read_words("determiners", WORDS)
PREPOSITIONS = read_words("prepositions", WORDS)

_DOUBLED = frozenset("get put run set let swap drop stop scan plan cut dig knit nip pop".split())
_SECOND_PERSON = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
STATES = frozenset(_SECOND_PERSON)
_ENDS_IN_S = ("ss", "us", "is", "'s", "always", "perhaps", "sometimes")
_SUBJECT = re.compile(
    r"^(?:i|we|you|it|there|this|that|nobody|everybody|he|she|they|mine|ours|yours)(?:'\w+)?\s",
    re.IGNORECASE,
)
_NO_OTHER = (
    r"(?:(?!(?:that|which|who|whose|whether|if|how|why|what|where|when|and|or|i|we|you|they|he|she)\s)"
    r"[\w'-]+\s+)"
)
# "leather that does not crack" is a thing, "ask whether they would come" a wish.
_FINITE = re.compile(
    rf"^{_NO_OTHER}{{1,3}}?"
    r"(?:(?:is|are|was|were|has|had|would|could|should|did|does|do)(?:n't)?|will|won't|can|can't"
    rf"|wants|needs)\s|^{_NO_OTHER}{{1,5}}?got\s",
    re.IGNORECASE,
)
# With these one asks: "is she", "what do they".
AUXILIARIES = frozenset(
    "is are was were will would can could should has have does do did can't won't".split()
)
ASKING = ("how", "why", "what", "when", "where", "whether", "who", "which", "if")


def first_word(text: str) -> str:
    """The first word, in lower case and without a comma."""
    return text.split(" ", 1)[0].lower().strip(",.;:")


def is_clause(text: str) -> bool:
    """Whether the words have a subject and a verb of their own, and do not only ask or name."""
    has_subject = _SUBJECT.match(text) or _FINITE.match(text)
    return bool(has_subject) and first_word(text) not in ASKING


# "photos your sister took", "link the bank sent": no clause, and what stands before it is no verb.
IS_TOLD_OF_THING = re.compile(r"(?:ed|sent|took|made|gave|got|wrote|had|has|is|uses|built|sold)$")


_AN_LETTERS = "AEFHILMNORSX"  # an HR lead, an MP, but a UX designer
_SILENT_H = ("hour", "honest", "honour", "heir")
_A_SOUNDS = ("eu", "uni", "use", "usu", "uk", "ux", "one")


def indefinite(noun: str) -> str:
    """ "a" or "an"."""
    first = noun.split(" ")[0]
    if first.isupper() and first.isalpha():
        return "an" if first[0] in _AN_LETTERS and len(first) < 5 else "a"
    has_vowel = first[:1].lower() in "aeiou" and not first.lower().startswith(_A_SOUNDS)
    return "an" if has_vowel or first.lower().startswith(_SILENT_H) else "a"


def gerund(verb: str) -> str:
    """ "send" becomes "sending"."""
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


VERB_OF_GERUND = {gerund(verb): verb for verb in VERBS}


def second_person(verb: str) -> str:
    """The form after "you" of a verb that stood after "she": "tests" becomes "test"."""
    low = verb.lower()
    if low in _SECOND_PERSON:
        return _SECOND_PERSON[low]
    if low != verb or not low.endswith("s") or low.endswith(_ENDS_IN_S) or len(low) < 4:
        return verb
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return low[:-2]
    return low[:-1]


_BEFORE_ARTICLES = {"all", "both", "half", "twice", "double", "not", "and", "or"}
BEFORE_DETERMINERS = DETERMINERS | PREPOSITIONS | _BEFORE_ARTICLES
BEFORE_MORE = re.compile(r" (?:at|for|in|on|of|with|to|from|by|about|round)\b")
_ONLY_ONE = frozenset("key list link address number name recipe file deposit rest".split())
_UNCOUNTED = read_words("uncounted", WORDS)
_COUNTED = read_words("counted", WORDS)  # "call deadline" is no call
ONE_OF_MANY = frozenset(
    "intro introduction invitation invite interview demo tour job visit call chat lift ride coffee "
    "discount lesson session pint beer drink meal walk meeting quote reference trial lunch".split()
)


def with_article(thing: str, *, is_new: bool = False) -> str:
    """ "link to the map" is "the link to the map", "intro to Maeve" is "an intro to Maeve"; names,
    numbers and plurals stand alone. What is offered is mostly new to both: "a second opinion"."""
    first = first_word(thing)
    head = BEFORE_MORE.split(thing.partition(" and ")[0])[0].rpartition(" ")[2]
    is_one = first in ONE_OF_MANY and not (thing.islower() and head in _COUNTED)
    if is_one or (head in ONE_OF_MANY and thing[:1].islower()):
        return thing if first in DETERMINERS else f"{indefinite(thing)} {thing}"
    is_named = first in DETERMINERS or first in BEFORE_DETERMINERS
    is_uncounted = head in _UNCOUNTED and (is_new or first == "free")
    is_many = first.endswith("s") or (head.endswith("s") and not head.endswith("ss"))
    if is_named or is_uncounted or is_many or not thing[:1].islower():
        return thing
    is_any = is_new and head not in _ONLY_ONE
    return f"{indefinite(thing)} {thing}" if is_any else f"the {thing}"
