"""The greeting and the signature: what any message has, and no message is judged by."""

import re
from typing import NamedTuple

from outreach.tailoring.folding import fold

_GREETING_WORD = (
    r"hi|hello|hey|dear|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|"
    r"hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[r]?|servus|moin|gruss gott|"
    r"beste|geachte|dag|goede(?:morgen|middag|navond|ndag)|hoi|"
    r"ola|oi|car[oa]|prezad[oa]|bom dia|boa (?:tarde|noite)|"
    r"ciao|buon ?giorno|buona ?sera|gentile|egregi[oa]|salve|"
    r"hola|estimad[oa]|querid[oa]|buen(?:os dias|as tardes)|"
    r"bonjour|bonsoir|salut|cher|chere|coucou|to whom it may concern"
)
# The words of greeting, then at most five words (a name, "Dr", "there", a slot), then a stop.
_GREETING = re.compile(
    rf"\s*(?:{_GREETING_WORD})\b(?:[ \t]+(?![-\u2013—])[^\s,!:;.?…-][^\s,!:;?…]*){{0,5}}?"
    r"[ \t]*(?:[,!:;…]+|\.(?=\s)|[ \t]-|(?=\n)|$)[ \t]*(?:-(?=\s))?",
)
# "James - congrats", "Priya, …": a name alone in front.
_NAME_FIRST = re.compile(
    r"\s*([A-ZÀ-Þ][\w'\u2019.-]+(?: [A-ZÀ-Þ][\w'\u2019.-]+)?)(?:,|!|:|\s[-\u2013—])\s+"
)
_STOP = re.compile(r"[\n.!?,)]")
_VALEDICTION = re.compile(
    r"[ \t]*(?:(?:all (?:the|my) )?(?:very )?(?:best|kind|warm|many)(?:est)?"
    r"(?: (?:regards|wishes|thanks))?|regards|cheers|thanks(?: again| so much| in advance)?|"
    r"thank you(?: again| so much| in advance)?|yours(?: (?:sincerely|truly|faithfully))?|"
    r"sincerely(?: yours)?|respectfully|talk soon|take care|"
    r"(?:mit )?(?:freundliche[nr]?|viele[n]?|beste[n]?|liebe[n]?|herzliche[n]?|schone[n]?) "
    r"gru(?:ß|ss)en?|lg|vg|mfg|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|"
    r"(?:um )?abracos?|atenciosamente|cumprimentos|obrigad[oa]|(?:cordiali|cari) saluti|"
    r"cordialmente|grazie|(?:un )?(?:cordial )?saludos?(?: cordiales)?|un abrazo|gracias|"
    r"(?:bien )?cordialement|bien a (?:vous|toi)|amicalement|merci)"
    r"[ \t]*(?:[,.!-]+[ \t]*\n*|\n+|$)(?P<rest>[^\n]{0,60}(?:\n[^\n]{0,60}){0,4})\s*\Z",
)
# A name at the very end: on a line of its own, or after a dash.
_NAME_LAST = re.compile(
    r"[\n.!?](?:(?:(?<=\n)[ \t]*|(?<=[.!?])\s{1,9})[-\u2013—~]+[ \t]*[^\n.?!]{1,40}\s*\Z|"
    r"(?<=\n)[ \t]*[A-ZÀ-Þ][\w'\u2019.-]+(?: [A-ZÀ-Þ(][\w'\u2019.)-]+){0,3}\s*\Z)"
)
_SENTENCE_WORDS = 9
_SUBJECT_LINE = re.compile(
    r"\A\s*(?:subject|betreff|onderwerp|assunto|oggetto|asunto|objet)\s*:[^\n]*\n"
)


class Frame(NamedTuple):
    """Where the body of a text starts and ends, and the words it greets with."""

    start: int
    end: int
    greeting: str


def find_frame(text: str) -> Frame:
    """Cut off what greets and what signs. The body may be empty."""
    folded = fold(text)
    start = match.end() if (match := _SUBJECT_LINE.match(folded)) else 0
    opened = start
    if greeting := _GREETING.match(folded, start):
        start = greeting.end()
    elif (name := _NAME_FIRST.match(text, start)) and name.end() < len(text):
        start = name.end()
    end = len(text)
    if (signed := _find_valediction(folded, start, end)) and _is_signature(signed):
        end = signed.start()
    if (signed := _NAME_LAST.search(text, start, end)) and _is_signature(signed):
        end = signed.start()
    return Frame(start, max(start, end), text[opened:start].strip())


def _find_valediction(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The first that is the last thing said; it begins the text or follows a stop."""
    if not start and (match := _VALEDICTION.match(folded, start, end)):
        return match
    for stop in _STOP.finditer(folded, max(0, start - 1), end):
        if match := _VALEDICTION.match(folded, stop.end(), end):
            return match
    return None


def _is_signature(match: re.Match[str]) -> bool:
    """A sentence may begin with "Thanks"; a signature has few words and no full stop inside."""
    rest = match.groupdict().get("rest") or ""
    return (
        len(rest.split("\n")[0].split()) < _SENTENCE_WORDS and ". " not in rest and "?" not in rest
    )
