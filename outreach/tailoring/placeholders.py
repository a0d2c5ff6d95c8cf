"""Slots that nobody filled in."""

import re
from collections.abc import Iterator

from outreach.tailoring.verdict import Span

# What a slot is for, in the languages that templates are shared in.
_SLOT = (
    r"name|first|last|company|organi[sz]ation|employer|title|role|position|job|topic|industry|"
    r"field|area|school|university|college|event|conference|product|service|link|url|date|time|"
    r"city|location|mutual|skill|project|group|team|reason|detail|number|email|phone|subject|"
    r"insert|add|your|their|specific|something|vorname|nachname|firma|unternehmen|thema|stelle|"
    r"naam|voornaam|bedrijf|onderwerp|nome|empresa|cargo|assunto|azienda|ruolo|nombre|puesto|tema|"
    r"prenom|nom|entreprise|poste|sujet"
)
_CAPITAL_SLOT = (
    r"NAME|COMPANY|ORGANI[SZ]ATION|TITLE|ROLE|POSITION|TOPIC|INDUSTRY|FIELD|AREA|SCHOOL|UNIVERSITY|"
    r"EVENT|CONFERENCE|PRODUCT|INSERT|GROUP|PROJECT|SKILL|CITY|LINK|FIRMA|NOMBRE|NOME|EMPRESA|NOM"
)

_PATTERNS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # A footnote number or a Markdown link is no slot.
        (r"\[(?!\d+\])(?=[^\]\n]*[^\W\d])[^\[\]\n]{1,160}\](?!\()", 0),
        (r"\{[^{}\n]{0,40}\{?[^{}\n]{1,80}\}?[^{}\n]{0,40}\}+", 0),
        (
            r"\$\{?[A-Z_]{3,}\}?|\*\|[^|\n]{1,40}\|\*|%%?[A-Za-z_]{3,30}%%?|«[^«»\n]{1,40}»(?=[,!])",
            0,
        ),
        # An address or a tag in angle brackets is no slot.
        (r"<(?!/|https?:|[^<>\s]*@|(?:br|p|b|i|a|li|ul|em|strong)\b)[A-Za-zÀ-ÿ][^<>\n]{0,60}>", 0),
        (rf"\((?:{_SLOT})(?:[\s/_'\u2019-][^()\n]{{0,60}})?\)", re.IGNORECASE),
        (
            r"_{2,}[^_\n]{0,30}_{2,}|_{3,}|(?<!\w)_[A-Z]\w{2,}_(?!\w)|\.{5,}|(?<=\s)-{3,}(?=\s[a-z])",
            0,
        ),
        (r"\b[Xx]{2,}\b|\bXYZ?\b|\bxyz\b|\bX\.? ?Y\.? ?Z\b|\bABC (?=[A-Z]\w+)|\bLorem ipsum\b", 0),
        (r"\b(?:first|last|full|given|company|job|f|l)_?name\b(?=[,!.:\s]|$)(?<=name)", 0),
        (
            r"\b(?:FNAME|LNAME|[Ff]irst_?[Nn]ame|FirstName|LastName|[Ll]ast_?[Nn]ame|CompanyName)\b",
            0,
        ),
        (r"(?<![A-Z] )\b(?:[A-Z]{2,} (?:[A-Z]{2,} ){0,3})(?<= )[A-Z]{2,}\b", 0),
        (r"\b(?:Some|Your|Their) (?:Company|Name|Firm|School|University|Title|Role)\b", 0),
        # A mail merge that found nothing, or a slot spelt as a word.
        (
            r"\A\s*(?:hi|hello|hey|dear|hallo|liebe[r]?|hola|ol[aá]|bonjour|ciao)"
            r" +(?:(?:null|none|nan|undefined|n/a|name|x|there name|firstname)\s?)?(?=[,!])",
            re.IGNORECASE,
        ),
        (r"\binsert (?:your|their|a|the|name|company|here)\b[^.,\n]{0,40}", re.IGNORECASE),
    )
)
_SHOUTED = re.compile(r"^[A-Z ]+$")
_SHOUTED_SLOT = re.compile(rf"\b(?:{_CAPITAL_SLOT})S?\b")


def find_placeholders(text: str) -> tuple[Span, ...]:
    """Every slot that was left open, in order, none overlapping another."""
    found: list[Span] = []
    for span in sorted(_candidates(text), key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _candidates(text: str) -> Iterator[Span]:
    shouts = text.isupper()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            is_capitals = _SHOUTED.match(match[0]) and " " in match[0]
            if is_capitals and (shouts or not _SHOUTED_SLOT.search(match[0])):
                continue
            yield Span(match.start(), match.end(), match[0])
