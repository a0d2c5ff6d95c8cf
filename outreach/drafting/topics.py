"""What the two talked about, as words that follow "we talked about"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    ASKING,
    AUXILIARIES,
    BEFORE_MORE,
    DETERMINERS,
    PREPOSITIONS,
    VERBS,
    WORDS,
    first_word,
    gerund,
    is_clause,
    second_person,
)
from outreach.drafting.haste import is_in_haste, is_well_put
from outreach.drafting.items import (
    ASIDES,
    Item,
    does_something,
    is_thing,
    items_of,
    joined,
    with_more,
)
from outreach.drafting.perspective import speaks_of_nobody_named
from outreach.drafting.saying import plain, says_nothing
from outreach.drafting.shorthand import spelled_out
from outreach.drafting.speech import clean, undated
from outreach.drafting.tact import is_private
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words


@lru_cache(maxsize=4096)
def topic(text: str, to: Person) -> str:
    """What follows "we talked about": the first thing that can be said, with those after it that
    are things of their own; empty when there is none."""
    in_haste = is_in_haste(text)
    typed = _first_said(labels.without(labels.TOPIC, spelled_out(clean(text))), in_haste=in_haste)
    noted = with_more(items_of(plain(typed, to), asks=typed.endswith("?")))
    found = [item for item in noted if not is_private(item.text)]
    for at, item in enumerate(found):
        is_sayable = not at or is_thing(item) or first_word(item.text) in _WHAT_THEY_DO
        said = _first(item.text) if is_sayable else ""
        if said and (not in_haste or is_well_put(said)):
            if len(found) > at + 1 and _is_its_subject(said, found[at + 1]):
                return f"{said} on {found[at + 1].text}"  # "thesis: tram delays"
            return joined([said, *_further(said, found[at:], in_haste=in_haste)])
    return ""


_HAS_A_SUBJECT = re.compile(
    r"(?:(?:the|your|a) )?(?:thesis|dissertation|paper|article|book|report|study|talk|lecture|essay"
    r"|course|workshop|podcast|phd|research|survey)"
)


def _is_its_subject(said: str, after: Item) -> bool:
    """Whether what stands after a colon or a dash is what a thesis or a talk is about."""
    is_aside = after.sign in ASIDES and not after.asks and _HAS_A_SUBJECT.fullmatch(said)
    is_told = first_word(after.text) in AUXILIARIES
    return bool(is_aside) and not is_told and is_thing(after._replace(sign=","))


def _first(text: str) -> str:
    """The first of several things; empty when nothing sensible can be made of it."""
    said = undated(_as_told(text))
    said = _LEADING.sub("", said)
    said = said if is_clause(said) else _ANOTHER_CLAUSE.split(said)[0]
    told = said.removeprefix("that ")
    if tells := told != said and (is_clause(told) or _TELLS.match(told) is not None):
        said = told
    first, _, rest = said.partition(" ")
    if says_nothing(said) or _IS_NOT_SAID.match(said) or speaks_of_nobody_named(said):
        return ""
    if (wish := _WISH.match(said)) and " but " not in said:
        return f"your {_WISHES_NAMED[wish[1]]} {wish[2]}"
    if first in _WHAT_THEY_DO and rest:
        return f"how you {second_person(first)} {rest}"
    if (first == "got" and rest) or (first in _DID and first_word(rest) in DETERMINERS):
        return f"how you {said}"
    if still := _STILL_SO.fullmatch(said):
        return f"how the {still[1]} is still {still[2]}"
    if first == "both" and first_word(rest) in _BOTH_DO | PREPOSITIONS:
        return f"how we {'are ' if first_word(rest) in PREPOSITIONS else ''}{said}"
    if _OF_THEIR_KIN.match(said):
        return f"how {said}"
    if tells or (is_clause(said) and first != "that"):
        return f"how {'the ' if _subject(said) in _COUNTED else ''}{said}"
    if does_something(said):
        is_bare = said[:1].islower() and first not in DETERMINERS and not first.endswith("s")
        return f"how {'the ' if is_bare and first not in _ANYBODY else ''}{said}"
    if first in VERBS and first_word(rest) in DETERMINERS:
        return f"{gerund(first)} {rest}"
    is_bare = first == "same" or _is_one_of_many(said)
    return f"{_article(said)} {said}" if is_bare else said


def _further(said: str, found: Sequence[Item], *, in_haste: bool) -> Iterator[str]:
    """What is said after the first: after something told only what was asked about it."""
    things = found[1:]
    tells = said.startswith("how ") and not found[0].text.startswith("how ")
    for item in things:
        asked = undated(_as_told(item.text))
        is_explained = item.sign in ASIDES and len(things) > 1  # "testing: how often, cost"
        if in_haste and not is_well_put(asked):
            continue
        is_asked = first_word(asked) in ASKING and not is_explained
        if is_asked or (not tells and is_thing(item) and not says_nothing(asked)):
            yield asked
        if item.sign in ASIDES or (tells and not is_asked):
            return


_ANOTHER_CLAUSE = re.compile(
    r" (?:and|but) (?=(?:that )?(?:i|we|you|they|he|she) [a-z]+)", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:mostly|mainly|basically|just|(?:loads|lots|a lot) (?:about|of)) (?!more|less)",
    re.IGNORECASE,
)
# What one would not tell somebody of themselves ("she can't reach the pedal", "her mum's in
# hospital"), and what leaves out who it was ("don't think so", "said it is dead", "no foam").
_IS_NOT_SAID = re.compile(
    r"you (?:can't|cannot|couldn't|could not|aren't|weren't) "
    r"|(?:don't|can't|won't|didn't|couldn't|wouldn't|no|not|said|says|thinks|reckons) "
    r"|your [a-z]+'s (?:in|on|at|not|ill|off|[a-z]+ing)\b|you$"
)
_ANYBODY = frozenset("everybody everyone nobody nothing people somebody someone something".split())


def _subject(said: str) -> str:
    """The word before the verb of a clause without an article: "application deadline is in May"."""
    words = said.split(" ")
    at = next((n for n, word in enumerate(words) if n and word in _STANDS_ALONE), 0)
    return words[at - 1] if at and DETERMINERS.isdisjoint(words[:at]) else words[0]


def _article(said: str) -> str:
    return "a" if _ONE_OF_THEM.match(said) else "the"


_ONE_OF_THEM = re.compile(r"[b-df-hj-np-tv-z]\w+ (?:in|for|on|with) an? ")  # "drone in a nave"


def _is_one_of_many(said: str) -> bool:
    """Whether a thing wants its article: "job at the institute", "babysitting swap"."""
    thing = BEFORE_MORE.split(said)[0].split(" ")
    is_done = thing[0].endswith("ing") and not DETERMINERS.isdisjoint(thing)  # "sharing a workshop"
    is_small = said[:1].islower() or thing[0].endswith("day")  # "Saturday job"
    is_bare = is_small and not is_done and thing[0] not in DETERMINERS | {*ASKING}
    return is_bare and (thing[-1] in _COUNTED or _IS_A_DEED.search(said) is not None)


_COUNTED = read_words("counted", WORDS)
_IS_A_DEED = re.compile(r"^[a-z]+ [a-z]+[st]ion(?: |$)")  # "database migration"
_NEXT_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{3})(?P<mark>[.!?]+) (?!and )(?=[^\W\d_]|[&+] )(?<!\bvs\. )(?<!\besp\. )"
)
_LONGEST_ITEM = 3  # words


def _first_said(text: str, *, in_haste: bool) -> str:
    """The first of several sentences, or all of a list that is typed with full stops, as one does
    in haste: "fog. kelp. his father" is "fog, kelp, his father"."""
    parts = [part.strip(" .!?") for part in _NEXT_SENTENCE.sub("\n", text.strip()).split("\n")]
    if len(parts) == 1:
        return text.strip()
    if in_haste or all(
        len(part.split()) <= _LONGEST_ITEM and not is_clause(part) for part in parts
    ):
        return ", ".join(parts)
    end = _NEXT_SENTENCE.search(text)
    return parts[0] + ("?" if end and "?" in end["mark"] else "")


# After "that": "bogs store carbon" is a sentence, "parser" is a thing.
_TELLS = re.compile(r"(?:the|an?|my|your|our|no|every|most|many) |(?:\w+ )?\w+[^s\W]s ")
# "how is she going to": what was asked, as one tells of it.
_ASKED = re.compile(
    r"^(how|why|what|when|where|who) "
    r"(is|are|was|were|will|would|can|could|should|has|have|does|do|can't|won't|don't|doesn't) "
    r"(you|we|they|i|it|(?:a|an|the|my|your|our|their|this|that) [\w'-]+) (\w+)",
    re.IGNORECASE,
)
# "was my poster any good", "should kids come": a question without a word to ask by.
_WHETHER = re.compile(
    r"^(is|are|was|were|will|would|can|could|should|has|have|do|does) "
    r"((?:my|your|our|the|their) [\w'-]+|you|we|they|i|it|there|[a-z]+s|people|children) (.+)$",
    re.IGNORECASE,
)
_DID = ("left", "quit", "sold", "bought", "built", "joined", "started", "finished", "won", "lost")
# "lift still broken"
_STILL_SO = re.compile(r"([a-z]+[^s\W](?: [a-z]+[^s\W])?) still ([a-z]+)")
_BOTH_DO = frozenset(
    "are hate have know like live love miss need play prefer run think use want were work".split()
)
_WISHES_NAMED = {"want": "wish", "hope": "hope", "plan": "plan"}
_WISH = re.compile(rf"(?:you )?({'|'.join(_WISHES_NAMED)})s? (to .+)")
# No thing begins with one of these, so the reader was left out: "wants 3 poems a week".
_WHAT_THEY_DO = frozenset(
    "wants needs hopes is has does doesn't hasn't keeps makes sells runs lives gives takes teaches "
    "writes knows says believes refuses prefers thinks hates loves likes gets goes brings builds "
    "buys grows loved liked enjoyed hated agrees disagrees remembers".split()
)
# "your daughter studies chemistry too"
_KIN = "|".join(sorted(read_words("kin", WORDS)))
_OF_THEIR_KIN = re.compile(rf"your (?:{_KIN}) [a-z]+[^s\W]s (?!(?:of|in|and|or|for)\b)")
_STANDS_ALONE = ("is", "are", "was", "were", "has", "have")
_AFTER_SUBJECT = VERBS | {"do", "have", "want", "need", "mean", "cost", "happen", "feel"}
_OF_TALKING = re.compile(
    r"^(?:you )?(?:(?:told|taught|showed) me (?:that |about |(?=how|why|what|when|where))"
    r"|(?:asked|spoke|chat|chatted|talked)(?: me)? about "
    r"|i (?:mentioned|raised|brought up|pitched|floated|suggested) (?=(?:the|my|our|a|an) )"
    r"|i (?:want|wanted|would like) to (?:ask|talk to|speak to) you about )",
    re.IGNORECASE,
)


def _as_told(said: str) -> str:
    """A question, or what was said about the talking, as the thing that was talked about."""
    if match := _OF_TALKING.match(said):
        told = said[match.end() :]
        said = f"how {told}" if is_clause(told) else told
    asked = _WHETHER.match(said)
    if asked and not (asked[1].lower() == "does" and asked[2].endswith("s")):
        verb, subject, rest = asked.groups()
        if verb.lower() in ("do", "does"):
            said = f"whether {subject} {_does(verb, subject, rest)}"
        else:
            said = f"whether {subject} {second_person(verb) if subject == 'you' else verb} {rest}"
    said = _ASKS_SO.sub(lambda match: "why " if match[0] == "how come " else "whether ", said)
    return _ASKED.sub(_told_order, said)


_ASKS_SO = re.compile(r"^(?:(?:(?:you )?asked (?:me )?)?if|how come) ")


def _does(verb: str, who: str, deed: str) -> str:
    """ "mind a mass" after "does she" is "minds a mass" after "she", and "mind" after "you"."""
    if verb.lower() == "do" or who == "you":
        return deed
    first, blank, rest = deed.partition(" ")
    if first in ("ever", "really", "still", "also", "always", "never") and rest:
        return f"{first} {_does(verb, who, rest)}"
    ending = "es" if first.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return f"{first}{ending}{blank}{rest}"


def _told_order(match: re.Match[str]) -> str:
    asking, verb, who, after = match.groups()
    if " " in who and (verb in _STANDS_ALONE or after not in _AFTER_SUBJECT):
        return match[0]  # "what is her favourite bridge": where the subject ends is not ours to say
    if verb in ("do", "does"):
        return f"{asking} {who} {_does(verb, who, after)}"
    verb = second_person(verb) if who == "you" else verb
    return f"{asking} {who} {verb} {after}"


_UNDERTAKINGS = read_words("undertakings", WORDS)


def goes_on(topic: str) -> bool:
    """Whether a topic is something of the reader's that takes its time, so that one may ask how it
    is going: "your move to pyright", not "your hip"."""
    if not topic.startswith("your ") or " and " in topic:
        return False
    head = BEFORE_MORE.split(topic)[0].rpartition(" ")[2].lower()
    return head in _UNDERTAKINGS or head.endswith("ing")


_HAS_CLAUSE = re.compile(r"\b(?:that|when|where|we|I|you|they)\b")
_ANOTHER_THING = re.compile(r",| and (?:why|how|what|whether|where|who|when)\b")


def subject(topic: str) -> str:
    """The thing itself out of a topic, to ask about; empty when it is no thing."""
    thing = _ANOTHER_THING.split(topic, maxsplit=1)[0].strip()
    first = first_word(thing)
    tells = first in ASKING or _HAS_CLAUSE.search(thing) is not None  # "the fact that nobody reads"
    return thing if not tells and thing != "you" else ""
