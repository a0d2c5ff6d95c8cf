"""What was promised and offered, as words that follow "I promised to" and "you offered to"; with a
leading "=" it is a thing, and follows "I promised you" and "you offered me".
"""

import re
from functools import lru_cache

from outreach.drafting import labels
from outreach.drafting.grammar import (
    BEFORE_DETERMINERS,
    BEFORE_MORE,
    DETERMINERS,
    IS_TOLD_OF_THING,
    PREPOSITIONS,
    VERB_OF_GERUND,
    VERBS,
    VERBS_TO_SOMEBODY,
    WORDS,
    first_word,
    gerund,
    is_clause,
    second_person,
    with_article,
)
from outreach.drafting.haste import is_in_haste, is_well_put
from outreach.drafting.items import Item, is_thing, items_of, joined, without_asides
from outreach.drafting.perspective import speaks_of_nobody_named
from outreach.drafting.saying import plain, says_nothing
from outreach.drafting.speech import clean, undated
from outreach.tailoring import Person
from outreach.tailoring.vocabulary import read_words


@lru_cache(maxsize=4096)
def promise(text: str, to: Person) -> str:
    """What follows "I promised to"; with a leading "=" what follows "I promised you"."""
    done = _promise(text, to)
    return "" if _is_scrap(text, done) else done


def _promise(text: str, to: Person) -> str:
    typed = labels.without(labels.PROMISE_MINE, without_asides(clean(text)))
    typed = undated(_URGENT.sub("", typed))  # else "her next week" is hers
    typed = _HER_THING.sub(r"\1 her the ", typed)
    if not to.pronouns or "she" in to.pronouns.lower():
        typed = _GETS_HER_MANY.sub(r"\1 you ", _GETS_HER.sub(r"\1 you ", typed))
    return _duty(plain(typed, to), to_reader=True)


@lru_cache(maxsize=4096)
def offer(text: str, to: Person) -> str:
    """What follows "you offered to"; with a leading "=" what follows "you offered me"."""
    said = plain(labels.without(labels.PROMISE_THEIRS, without_asides(clean(text))), to)
    done = _duty(said, to_reader=False)
    return "" if _is_scrap(text, done) else done


def _is_scrap(text: str, done: str) -> bool:
    """Whether a thing is named in a note in haste so that one can but guess at it."""
    thing = _ONE_OR_THE.sub("", done.removeprefix("="))
    is_thing = done.startswith("=") and is_in_haste(text)
    return is_thing and not is_well_put(thing)


@lru_cache(maxsize=4096)
def favour(text: str, to: Person) -> str:
    """What follows "thank you for", of an offer that was kept: "sending me slides"."""
    said = offer(text, to)
    if said.startswith("="):
        return _ONE.sub("the ", said[1:])
    verb, _, rest = said.partition(" ")
    return f"{gerund(verb)} {rest}".strip() if said else ""


_ONE = re.compile(r"^an? ")
_ONE_OR_THE = re.compile(r"^(?:an?|the) ")


def is_deed(text: str) -> bool:
    """Whether what was promised or offered is something to do, and goes on from "to"."""
    done = promise(text, Person(""))
    return bool(done) and not done.startswith("=")


# After an unknown word these make it a verb: "hook me up with an electrician", "name two trusts".
_OBJECTS = set("me us you it them how what which whether one two three four five".split())
_HABITS = read_words("habits", WORDS)
_DEEDS = VERBS | read_words("deeds", WORDS)
_MOSTLY_AFTER_VERBS = ("on", "with", "in", "at", "round", "around", "along", "out", "up", "through")
_PARTICLES = ("up", "out", "off", "over", "down", "back", "away", "together")  # "price up a job"
_BEFORE_GERUNDS = ("stop", "start", "keep", "try", "quit", "avoid", "practise", "practice")
_NO_THING = {"you", "me", "us", "about", "for", "with", *_PARTICLES}
_TIMES = ("day", "night", "evening", "morning", "afternoon", "weekend")  # "day out", "night off"
_PUT = ("add", "put")
_TO_A_LIST = re.compile(
    r"^(to|on) (?:the |our |my )?(?=(?:[a-z]+ )?(?:list|group|rota|newsletter|chat)\b)"
)
_ANYBODY = "|".join(sorted(read_words("somebody", WORDS) | read_words("kin", WORDS)))
_TO_SOMEBODY = re.compile(rf"(?:my|our|the) (?:{_ANYBODY})\b")  # "tell my boss about it"
_FOR_AN_AUDIENCE = re.compile(
    r"an? (?:[a-z]+ )?(?:talk|lecture|speech|keynote|presentation|reading|concert|course|class)\b"
)
_TAKES_A_THING = ("forward", "send", "pass", "give", "hand")
_BY_WIRE = ("text", "message", "email", "ring", "call", "phone", "mail")
_WHEN = re.compile(r"(?:\d|about|before|after|when|once|if|as soon as|tomorrow)\b")
_BY_HAND = (
    "bring",
    "give",
    "hand",
    "lend",
    "take",
    "forward",
    "pass",
)  # to one; a link leads "to the plugin"
_TO_OTHERS = re.compile(r" to (?:[A-Z]|(?:the|a|an|my|our|his|her|their|all|every) )")


def _duty(typed: str, *, to_reader: bool) -> str:
    first, *more = items_of(typed) or [Item("", "", asks=False)]
    said = undated(_URGENT.sub("", _MAYBE_LAST.sub("", _MAYBE.sub("", first.text))))
    is_willing, said = _WILLING.match(said) is not None, _WILLING.sub("", said)
    if says_nothing(said) or said.startswith("not ") or speaks_of_nobody_named(said):
        return ""
    if _OF_SOMEBODY_ELSE.search(said):
        return ""  # "ask Isobel if she could take her": who is who, is not ours to say
    done = _done(said, to_reader=to_reader, is_verb=is_willing)
    if (to_reader and done.startswith("=your ")) or (not to_reader and done.startswith("know ")):
        return ""  # "his number for Lena" is theirs, and "might know somebody" is no offer
    further = [_one_more(done, one.text) for one in more if _goes_with(done, one)]
    return joined([done, *further]) if done else ""


def _goes_with(done: str, item: Item) -> bool:
    """Whether one more thing is said with the first: another deed with a deed ("and ask the
    guild"), or another thing to send."""
    is_deed = first_word(item.text) in _DEEDS
    is_dated = any(one.isdigit() for one in item.text)  # "opening night 12 Jan"
    is_alike = not done.startswith("=") if is_deed else is_thing(item) and not is_dated
    return is_alike and not speaks_of_nobody_named(item.text)


def _one_more(done: str, text: str) -> str:
    """A further thing has its article, as "the job ad", without when it will be ("when out")."""
    said = undated(_WHEN_IT_IS.split(text)[0])
    return with_article(said) if done.startswith("=") else said


_OF_SOMEBODY_ELSE = re.compile(r"\b(?:s?he) .*\b(?:her|him)$")
_WHEN_IT_IS = re.compile(r" (?:when|once|as soon as) (?:\w+$|it's )")
# What one is not sure of, or in a hurry about: "maybe a lift", "quote asap".
_MAYBE = re.compile(r"^(?:maybe|perhaps|possibly|probably|poss|might|could) ", re.IGNORECASE)
_MAYBE_LAST = re.compile(r",? (?:maybe|perhaps|possibly|probably|hopefully|poss|if possible)$")
_WILLING = re.compile(r"^(?:happy|glad|willing|keen|able|free|open) to ", re.IGNORECASE)
_URGENT = re.compile(
    r" (?:asap|urgently|soon|soonish|first thing|at some point|some time|any ?time|any day|whenever"
    r"|(?:(?:by|on|before|until) )?\d{1,2}/\d{1,2}(?: or \d{1,2}/\d{1,2})?)$"
)


def _done(said: str, *, to_reader: bool, is_verb: bool) -> str:
    """The one thing that was promised or offered, as a deed or, after a "=", as a thing; `is_verb`
    where it is known to begin with a verb."""
    said = _CV.sub(r"\1my CV" if to_reader else r"\1your CV", said)
    verb, _, rest = said.partition(" ")
    verb = VERB_OF_GERUND.get(verb.lower(), verb.lower())
    if rest and second_person(verb) != verb and second_person(verb) in _DEEDS | _HABITS:
        verb, said = second_person(verb), f"{second_person(verb)} {rest}"  # "knows a plumber"
    if verb == "intro" and first_word(rest) in _OBJECTS:
        verb, said = "introduce", f"introduce {rest}"
    if is_clause(said) or (first_word(rest) == "to" and verb in _TAKES_A_THING):
        return ""  # "forward to the standards people": what, is not said
    if not (is_verb or _is_verb(said, verb, rest)):
        return f"={with_article(said, is_new=not to_reader)}"
    if not to_reader and verb == "use":
        return f"let me {said}"
    rest = _with_articles(verb, rest)
    rest = _to_reader(verb, rest) if to_reader else _from_reader(verb, rest)
    verb = said[: len(verb)] if said[: len(verb)].isupper() else verb
    return f"{verb} {rest}".strip()


_CV = re.compile(r"^((?:send|email|mail|forward) )?CV$")  # nobody sends another's


def _is_verb(said: str, verb: str, rest: str) -> bool:
    """Whether a promise or an offer begins with a verb, by the lists or by what follows."""
    after = first_word(rest)
    is_again = verb.startswith("re") and verb[2:] in VERBS | {"do"}  # "redo fig. 4"
    return (
        verb in _DEEDS
        or is_again
        or (after in _OBJECTS and not verb.endswith("s"))
        or _is_done_to_something(said, verb, rest)
        or (verb in _HABITS and after in _MOSTLY_AFTER_VERBS)
        or _goes_with_particle(verb, rest)
        or (verb in _BEFORE_GERUNDS and after.endswith(("ing", "by")))
    )


def _with_articles(verb: str, rest: str) -> str:
    """What is done, with the articles that were typed over: "send link", "look up call deadline",
    "push my half of repo"."""
    if first_word(rest) in _THINGS or (verb in VERBS_TO_SOMEBODY and _is_a_thing(rest)):
        rest = with_article(rest)
    particle, _, what = rest.partition(" ")
    if particle in _PARTICLES and _is_a_thing(what.partition(" and ")[0]):
        rest = f"{particle} {with_article(what)}"
    return _OF_ONE.sub(r"of the \1", rest)


def _to_reader(verb: str, rest: str) -> str:
    """What the user does, with the reader in it: "send you the slides"."""
    if verb in _PUT and _TO_A_LIST.match(rest):
        rest = "you " + _TO_A_LIST.sub(r"\1 the ", rest)
    is_for_them = first_word(rest) in DETERMINERS or _is_bare(rest)
    is_for_all = verb == "give" and _FOR_AN_AUDIENCE.match(rest) is not None
    is_for_others = (
        is_for_all or _TO_SOMEBODY.match(rest) or (verb in _BY_HAND and _TO_OTHERS.search(rest))
    )
    has_them = "you" in rest.split()
    if verb in VERBS_TO_SOMEBODY and is_for_them and not is_for_others and not has_them:
        rest = f"you {rest}"
    if verb in _BY_WIRE and _WHEN.match(rest):
        rest = f"you {rest}"
    return f"{rest} with you" if verb == "share" and rest and "with" not in rest.split() else rest


def _from_reader(verb: str, rest: str) -> str:
    """What the reader does, with the user in it: "send me slides"."""
    return f"me {rest}" if verb in VERBS_TO_SOMEBODY and _is_bare(rest) else rest


def _goes_with_particle(verb: str, rest: str) -> bool:
    """Whether a small word makes an unknown one a verb: "price up four points", no "day out"."""
    particle, _, what = rest.partition(" ")
    is_counted = what[:1].isdigit()  # no "trip up north"
    is_no_thing = verb.isalpha() and (is_counted or verb not in _COUNTED) and verb not in _TIMES
    is_of_something = bool(what) and first_word(what) not in PREPOSITIONS | _NO_THING
    return particle in _PARTICLES and is_of_something and is_no_thing and not verb.endswith("s")


def _is_a_thing(rest: str) -> bool:
    """Whether what is sent is one thing without its article: "floor plan"."""
    is_named = first_word(rest) in BEFORE_DETERMINERS | _NO_THING or not rest.islower()
    return not is_named and BEFORE_MORE.split(rest)[0].rpartition(" ")[2] in _COUNTED


def _is_bare(rest: str) -> bool:
    """Whether several things stand there and nothing says whose: "slides", "photos of the barn"."""
    head = BEFORE_MORE.split(rest)[0].rpartition(" ")[2]
    is_small = rest[:1].islower() or rest[:1].isdigit()
    is_many = head.endswith("s") and not head.endswith("ss") and is_small
    return is_many and first_word(rest) not in BEFORE_DETERMINERS | _NO_THING | {"to"}


def _is_done_to_something(said: str, verb: str, rest: str) -> bool:
    """ "water your plants", of which no list knows the verb; not "all the slides", "Lena the
    plumber", "photos your sister took" or "link the bank sent"."""
    is_plural = verb.endswith("s") and not verb.endswith("ss")
    first = said.split(" ")[0]
    is_small = first.islower() or (first.isupper() and len(first) == 2)  # "TA her class"
    is_verb = is_small and not is_plural and verb not in BEFORE_DETERMINERS
    if not is_verb or first_word(rest) not in DETERMINERS:
        return False
    return verb not in _THINGS or not IS_TOLD_OF_THING.search(rest)


_THINGS = read_words("things", WORDS)
_OF_ONE = re.compile(rf"\bof ({'|'.join(sorted(_THINGS))})\b")  # "my half of repo"
_COUNTED = _THINGS | read_words("counted", WORDS)
# "find her two homeowners": whoever is to get several has them for oneself.
_GETS_HER = re.compile(
    r"^(find|get|send|bring|lend|give|show|book|buy|save|make|order|cook|bake|mail|email|text|hand)"
    r" her (?=(?:\d+|one|two|three|four|five|six|ten|some|more|another|a few|several) )"
)
_GETS_HER_MANY = re.compile(  # "send her photographs of the racks"
    r"^(send|email|mail|show|give|text) her (?=[a-z]+s (?:of|from|about|for|on|with)\b)"
)
# "email her floor plan" is hers to get; "forward her plan to Tom" is her plan.
_NOT_HERS = "|".join(sorted(_THINGS - {"cv", "resume"}))
_HER_THING = re.compile(
    r"^(send|email|give|show|lend|text) her "
    rf"(?=(?:(?!(?:{'|'.join(sorted(DETERMINERS))})\b)[a-z]+ )?(?:{_NOT_HERS})\b"
    r"(?! to (?!the |an? |my |our )))"
)
