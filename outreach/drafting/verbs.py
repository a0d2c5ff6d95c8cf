"""A few verbs, and their forms: enough to turn what people type into what one says."""

BASE = frozenset(
    "add apply arrange ask bake bring build buy call check come compare connect cook discuss donate "
    "draft drop email exchange explain find finish fix follow forward get give go hand hear help hire "
    "host hear interview introduce invite join keep know learn lend let look mail make meet message "
    "order organise organize pass pay pick point post prepare print propose publish put read recommend "
    "record remind reply report return review run scan see send set share show sign sort speak start "
    "stay suggest support swap take talk teach tell test text thank think translate try understand "
    "update visit volunteer wait walk watch work write".split()
)
# "send the slides" is "send you the slides".
TO_SOMEBODY = frozenset(
    "send show give lend bring tell forward mail email write find get buy make cook bake order teach "
    "draft scan print pass hand text book".split()
)
_DOUBLED = ("get", "put", "run", "set", "let", "swap", "drop", "stop", "scan", "plan")
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
_ENDS_IN_S = ("ss", "us", "is", "'s", "always", "perhaps", "sometimes")


def gerund(verb: str) -> str:
    """ "send" becomes "sending"."""
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


BASE_OF_GERUND = {gerund(verb): verb for verb in BASE}


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
