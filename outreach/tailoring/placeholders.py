"""Slots that nobody filled in."""

import re
from collections.abc import Iterator

from outreach.tailoring.verdict import Span

# What a slot is for, in the languages that templates are shared in.
_SLOT = (
    r"(?:(?:first|last|full|given|company|their|your|recipient'?s?|contact'?s?) )?name|company|"
    r"organi[sz]ation|employer|(?:job )?title|role|position|topic|industry|field|school|university|"
    r"event|conference|product|link|mutual \w+|vorname|nachname|firma|unternehmen|thema|naam|"
    r"voornaam|bedrijf|onderwerp|nome|empresa|cargo|assunto|azienda|ruolo|nombre|puesto|tema|"
    r"pr[eé]nom|nom|entreprise|sujet"
)
_SHOUTED_SLOT = re.compile(
    r"\b(?:NAME|COMPANY|TITLE|TOPIC|INDUSTRY|POSITION|ROLE|INSERT|AREA OF|FIRMA|NOMBRE|EMPRESA)\b"
)
_SHOUTED_NOUN = (
    r"(?:COMPANY|TOPIC|NAME|ROLE|SCHOOL|EVENT|CITY|POSITION|INDUSTRY|TITLE|PRODUCT|"
    r"YOUR [A-Z]{3,})\b"
)
_GREETING = r"\A\s*(?:hi|hello|hey|dear|hallo|liebe[r]?|hola|ol[aá]|bonjour|ciao)"

_CAPITALS = "CAPITALS"  # a word of nothing else
_TWO_CAPITALS = re.compile("[A-Z]{2}")
_ROLES = ("company", "name", "firm", "school", "university", "title", "role")
_SIGNS = (*_ROLES, "insert", "xx", "xyz", "lorem", "---", "...")
_XYZ = ("X", "xyz", "lorem", _CAPITALS)
# Each with its signs (characters, words, capitals), of which one is in every text that it matches.
_PATTERNS = tuple(
    (re.compile(pattern, flags), signs)
    for pattern, flags, signs in (
        # A footnote number, a Markdown link, a hidden address and an editor's remark are no slots.
        (
            r"\[(?!\d+\]|(?i:sic|external|edit|update|email protected)\])"
            r"(?=[^\]\n]*[^\W\d])[^\[\]\n]{1,160}\](?!\()"
            r"|\[ *\]",
            0,
            "[",
        ),
        (r"\{{1,3}[^{}\n]{0,80}\}{1,3}|\$\{\w+\}", 0, "{"),
        (
            r"(?<![\w.])[#~@]\w*name\w*[#~]?|&lt;[^&\n]{1,60}&gt;|<%[^%\n]+%>",
            re.IGNORECASE,
            "#~@&<",
        ),
        (r"\$[A-Z]+_[A-Z_]+|\$[A-Z]*NAME\b|\*\|[^|\n]{1,40}\|\*|%%?[A-Za-z_]{3,30}%%?", 0, "$*%"),
        # An address or a tag in angle brackets is no slot.
        (
            r"<{1,2}(?!/|https?:|[^<>\s]*@|(?:br|p|b|i|a|li|ul|em|strong)\b)[A-Za-zÀ-ÿ][^<>\n]{0,60}>{1,2}",
            0,
            "<",
        ),
        (rf"\((?:(?:insert|add) [^()\n]{{1,60}}|{_SLOT})\)", re.IGNORECASE, "("),
        (
            rf"[«‹【|](?:{_SLOT})[»›】|]|(?<!\w)[$:](?:{_SLOT})(?!\w)|"
            r"\b(?:recipient|contact|prospect)['’]?s name\b",
            re.IGNORECASE,
            ("«", "‹", "【", "|", "$", ":", "name"),
        ),
        (
            r"_{2,}[^_\n]{0,30}_{2,}|_{3,}|\uff3f+|(?<!\w)_[A-Z]\w{2,}_(?!\w)|(?<=\s)-{3,}(?=\s[a-z])",
            0,
            ("_", "---", "\uff3f"),
        ),
        # Two small x at the end of a line are kisses.
        (r"\bX{3,}\b|(?<![A-Z]\w )\bXX\b|\bx{2,}\b(?!\W*(?:\n|\Z))", 0, ("xx",)),
        (r"\bXYZ?\b|\bxyz\b|\bX\.? ?Y\.? ?Z\b|\bABC (?=[A-Z]\w+)|\bLorem ipsum\b", 0, _XYZ),
        (r"\b(?:first|last|full|given|company|job|[fl])_?name\b", re.IGNORECASE, ("name",)),
        (r"(?<![A-Z] )\b(?:[A-Z]{2,} (?:[A-Z]{2,} ){0,3})(?<= )[A-Z]{2,}\b", 0, (_CAPITALS,)),
        (r"\b(?:Some|Your|Their) (?:Company|Name|Firm|School|University|Title|Role)\b", 0, _ROLES),
        (r"\b(?:Company|School|Event|First|Last) Name\b|\bCompany [XYZ]\b", 0, ("name", "company")),
        (rf"\b(?:at|for|with|from|about|to|in|of) {_SHOUTED_NOUN}", 0, (_CAPITALS,)),
        (r"\bINSERT [A-Z]", 0, ("insert",)),
        # A mail merge that found nothing, or a slot spelt as a word or as dots.
        (
            rf"(?i:{_GREETING}) +"
            r"(?:(?:null|NULL|none|None|nan|NaN|undefined|[Nn]ame|[A-Z]*NAME|[Ff]irstname|[Xx]|"
            r"[Rr]ecipient|(?:Mrs?|Ms|Dr)\.? [XYZ]|%s|\.{3,}|…)\s?)?"
            r"(?=[,!])",
            0,
            ",!",
        ),
        (r"\b(?:at|about|from|with) (?:\.{3}|…)(?= (?:and|in|for|or)\b)", 0, ("...", "…")),
        (
            r"\binsert (?:your|their|a|the|name|company|here)\b[^.,\n]{0,40}",
            re.IGNORECASE,
            ("insert",),
        ),
    )
)
_SHOUTED = re.compile(r"^[A-Z ]+$")


def find_placeholders(text: str) -> tuple[Span, ...]:
    """Every slot that was left open, in order, none overlapping another."""
    found: list[Span] = []
    for span in sorted(_candidates(text), key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _candidates(text: str) -> Iterator[Span]:
    shouts = text.isupper()
    has = set(text)
    low = text.lower()
    has.update(sign for sign in _SIGNS if sign in low)
    if _TWO_CAPITALS.search(text):
        has.add(_CAPITALS)
    for pattern, signs in _PATTERNS:
        if has.isdisjoint(signs):
            continue
        for match in pattern.finditer(text):
            is_capitals = _SHOUTED.match(match[0]) and " " in match[0]
            if is_capitals and (shouts or not _SHOUTED_SLOT.search(match[0])):
                continue
            yield Span(match.start(), match.end(), match[0])
