"""What the two talked about, as words that follow "we talked about"."""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    ASKING,
    DETERMINERS,
    VERBS,
    WORDS,
    first_word,
    gerund,
    is_clause,
    second_person,
    thing_alone,
)
from outreach.drafting.saying import plain, says_nothing
from outreach.drafting.speech import clean, undated
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words


@lru_cache(maxsize=4096)
def topic(text: str, to: Person) -> str:
    """What follows "we talked about"."""
    said = plain(_first_said(labels.without(labels.TOPIC, clean(text))), to)
    said = undated(_as_told(said))
    told = said.removeprefix("that ")
    if tells := told != said and (is_clause(told) or _TELLS.match(told) is not None):
        said = told
    said = _one_topic(said)
    first, _, rest = said.partition(" ")
    if says_nothing(said):
        return ""
    if first in _WISHES and first_word(rest) in DETERMINERS | {"to"}:
        return f"how you {second_person(first)} {rest}"
    if first == "got" and rest:
        return f"how you {said}"
    if tells or (is_clause(said) and first != "that"):
        return f"how {'the ' if first in _COUNTED else ''}{said}"
    if first in VERBS and first_word(rest) in DETERMINERS:
        return f"{gerund(first)} {rest}"
    return f"the {said}" if _is_one_of_many(said) else said


def _is_one_of_many(said: str) -> bool:
    """Whether a thing wants its article: "job at the institute", "babysitting swap"."""
    thing = _BEFORE_MORE.split(said)[0].split(" ")
    is_done = thing[0].endswith("ing") and not DETERMINERS.isdisjoint(thing)  # "sharing a workshop"
    is_small = said[:1].islower() or thing[0].endswith("day")  # "Saturday job"
    is_bare = is_small and thing[0] not in DETERMINERS and not is_done
    return is_bare and thing[-1] in _COUNTED


_BEFORE_MORE = re.compile(r" (?:at|for|in|on|of|with|to|from|by|about)\b")
_COUNTED = read_words("counted", WORDS)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.!?]+ (?!and )(?=[^\W\d_])(?<!\bvs\. )(?<!\besp\. )")
_LONGEST_ITEM = 3  # words


def _first_said(text: str) -> str:
    """The first of several sentences, or all of a list that is typed with full stops: "fog. kelp.
    his father" is "fog, kelp, his father"."""
    parts = [part.strip(" .!?") for part in _NEXT_SENTENCE.split(text.strip())]
    if all(len(part.split()) <= _LONGEST_ITEM and not is_clause(part) for part in parts):
        return ", ".join(parts) + ("?" if text.rstrip().endswith("?") and len(parts) == 1 else "")
    return parts[0] if len(parts) > 1 else text


# After "that": "bogs store carbon" is a sentence, "parser" is a thing.
_TELLS = re.compile(r"(?:the|an?|my|your|our|no|every|most|many) |(?:\w+ )?\w+[^s\W]s ")
# "how is she going to": what was asked, as one tells of it.
_ASKED = re.compile(
    r"^(how|why|what|when|where|who) "
    r"(is|are|was|were|will|would|can|could|should|has|have|does|do) "
    r"(you|we|they|i|it|(?:a|an|the|my|your|our|their|this|that) [\w'-]+) (\w+)",
    re.IGNORECASE,
)
# "was my poster any good": a question without a word to ask by.
_WHETHER = re.compile(
    r"^(is|are|was|were|will|would|can|could|should|has|have) "
    r"((?:my|your|our|the|their) [\w'-]+|you|we|they|i|it) (.+)$",
    re.IGNORECASE,
)
_WISHES = ("wants", "needs", "hopes", "plans")
_STANDS_ALONE = ("is", "are", "was", "were", "has", "have")
_AFTER_SUBJECT = VERBS | {"do", "have", "want", "need", "mean", "cost", "happen", "feel"}
_OF_TALKING = re.compile(
    r"^(?:you )?(?:(?:told|taught|showed) me (?:that |about |(?=how|why|what|when|where))"
    r"|(?:asked|spoke|chat|chatted|talked)(?: me)? about "
    r"|i (?:want|wanted|would like) to (?:ask|talk to|speak to) you about )",
    re.IGNORECASE,
)


def _as_told(said: str) -> str:
    """A question, or what was said about the talking, as the thing that was talked about."""
    if match := _OF_TALKING.match(said):
        told = said[match.end() :]
        said = f"how {told}" if is_clause(told) else told
    if asked := _WHETHER.match(said):
        verb, subject, rest = asked.groups()
        said = f"whether {subject} {second_person(verb) if subject == 'you' else verb} {rest}"
    if said.startswith("if "):
        said = f"whether {said[3:]}"
    return _ASKED.sub(_told_order, said)


def _told_order(match: re.Match[str]) -> str:
    asking, verb, who, after = match.groups()
    if " " in who and (verb in _STANDS_ALONE or after not in _AFTER_SUBJECT):
        return match[0]  # "what is her favourite bridge": where the subject ends is not ours to say
    if verb in ("do", "does"):
        return f"{asking} {who} {after}{'' if verb == 'do' or who == 'you' else 's'}"
    verb = second_person(verb) if who == "you" else verb
    return f"{asking} {who} {verb} {after}"


_ANOTHER_THING = re.compile(r",| and (?:why|how|what|whether|where|who|when)\b")


def subject(topic: str) -> str:
    """The thing itself out of a topic, to ask about; empty when it is no thing."""
    thing = _ANOTHER_THING.split(topic, maxsplit=1)[0].strip()
    first = first_word(thing)
    return thing if first not in (*ASKING, "that") and thing != "you" else ""


_TWO_THINGS = re.compile(  # not of "Lyon, France"
    r", (?!who|which|where|when|so\b|especially|mainly|mostly|above all)"
    r"(?=[^\W\d_])([^A-ZÀ-Þ][^,]{3,})$"
)
# "ferries, and why the new ones are ugly": without the comma it is one thing to talk about.
_ANOTHER_CLAUSE = re.compile(
    r",? (?:and|but) (?=(?:that )?(?:i|we|you|they|he|she) [a-z]+)", re.IGNORECASE
)
_ASIDE_QUESTION = re.compile(r",? and (why|how|what|whether|where|who|when)\b")


def _listed(said: str) -> str:
    """ "slugs / the tap" is "slugs and the tap"."""
    *others, last = thing_alone(said).split(" / ")
    return f"{', '.join(others)} and {last}" if others else last


def _one_topic(said: str) -> str:
    """ "ferries; fog" is "ferries and fog", but a second sentence is too much."""
    said = _listed(said)
    if " and " in said:
        said = _ASIDE_QUESTION.sub(r" and \1", said)
    if said.count(",") == 1 and " and " not in said and ";" not in said:
        # "how she left Oslo, the dark": what she left is not for us to say.
        tells = is_clause(said) or first_word(said) in (*ASKING, "that")
        said = _TWO_THINGS.sub("" if tells else r" and \1", said)
    if said.count(",") > 1 and not {"and", "or"} & set(said.split()) and not is_clause(said):
        others, _, last = said.rpartition(", ")
        said = f"{others} and {last}"
    if said.count(",") > 1 and is_clause(said):
        # "the deadline is in May, travel, the budget": only one tells.
        said = said.partition(",")[0]
    said = _ANOTHER_CLAUSE.split(said)[0] if not is_clause(said) else said
    first, *more = (part.strip() for part in said.split(";"))
    return " and ".join((first, *(one for one in more if one and not is_clause(one))))
