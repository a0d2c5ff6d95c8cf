"""What a form's label says already, and people type again: "We talked about…", "I promised to…"."""

import re

from outreach.tailoring import FactKind

# What the user's words go on from, by the kind of fact.
BEGINNINGS = {
    FactKind.TALKED_ABOUT: "We talked about",
    FactKind.DETAIL: "I would recognise them by",
    FactKind.PROMISE_MINE: "I promised to",
    FactKind.PROMISE_THEIRS: "They offered to",
}


def _label(*patterns: str) -> re.Pattern[str]:
    return re.compile("^(?:" + "|".join(patterns) + ")", re.IGNORECASE)


TOPIC = _label(
    r"(?:(?:we|i|they|she|he)\s+)?(?:(?:both|also|mostly|briefly)\s+)?"
    r"(?:talked|talking|talk|spoke|speaking|chatted|chatting|discussed|discussing|discussion)\b"
    r"(?:\s+(?:mostly|briefly|a lot|at length|(?:with|to) (?:her|him|them)))*"
    r"(?:\s+(?:about|of|on|over))?\s+",
    r"(?:i|we|she|he|they)\s+(?:told|asked|showed)\s+(?:me|us|her|him|them|each other)\s+"
    r"(?:about\s+|(?=(?:how|why|what|when|where|whether|if)\b))",
    r"(?:we\s+)?(?:argued|disagreed|laughed|complained|compared notes)\s+(?:about|over|on)\s+",
    r"(?:about|topics?\s*:|re\s*:)\s+",
)
DETAIL = _label(
    r"(?:i\s+(?:would|will|'d)\s+)?(?:recognise|recognize|remember|know)\s+(?:her|him|them)\s+"
    r"(?:by|as|from|for)\s+",
    r"by\s+",
    r"(?:the\s+)?(?:[a-z]+\s+)?(?:one|guy|man|woman|girl|lady|bloke|lad|chap|person)\s+(?:with|w/?)\s+",
)
PROMISE_MINE = _label(
    r"(?:(?:will|shall|must|have to|need to)\s+)?(?:(?:i|we)\b"
    r"(?:\s+(?:have|had|will|would|should|must|still|also|need|want|am|are)|'(?:ve|d|ll|m))?\s*)?"
    r"(?:going\s+)?(?:(?:still\s+)?(?:promised|offered|agreed|said|told|promise|owe)\b)?\s*"
    r"(?:\b(?:her|him|them|you)\s+)?(?:that\s+)?"
    r"(?:\b(?:i|we)\b(?:'d|'ll|\s+would|\s+will)?\s+)?(?:to\s+)?",
)
PROMISE_THEIRS = _label(
    r"(?:(?:they|she|he|you)\b"
    r"(?:\s+(?:have|has|had|will|would|can|could|also)|'(?:ve|d|ll|s))?\s*)?"
    r"(?:(?:kindly\s+)?(?:offered|promised|agreed|said|offer|promise)\b)?\s*(?:me\s+(?=to\b))?"
    r"(?:that\s+)?(?:\b(?:they|she|he|you)(?:'d|'ll|\s+would|\s+will|\s+could|\s+can)\s+)?"
    r"(?:(?:will|would|can|could)\s+)?(?:to\s+)?",
)
PURPOSE = _label(
    r"(?:(?:i\s+am|i'm|am)\s+writing\s+)?(?:because|since|as)\s+",
    r"(?:i\s+am|i'm)\s+writing\s+(?=to\b)",
)
THANKS = _label(
    r"(?:(?:i|we)\s+(?:want|would like)\s+)?(?:to\s+)?(?:say\s+)?thank(?:s|ing)?\s+(?:to\s+)?"
    r"(?:(?:her|him|them|you)\s+)?(?:for\s+)?",
    r"for\s+",
)
LOOKING_FOR = _label(
    r"(?:(?:i\s+am|i'm|am|currently)\s+)*(?:looking|searching)\s+(?:for|to\s+(?:meet|find))\s+",
    r"(?:i\s+)?(?:want|would like|hope)\s+to\s+(?:meet|find)\s+",
)
SHARED = _label(
    r"(?:(?:you|we|they)\s+)?(?:are\s+|were\s+|have\s+)?(?:both|share)?\s*(?:also\s+)?"
    r"(?:(?:studied|went|graduated|worked|work|live|lived|are based|know|met|use|do|been|from)\b\s*"
    r"(?:at|to|in|from|with|for|on)?\s+)?",
)
PLACE = _label(r"(?:we\s+)?met\s+(?:(?:her|him|them)\s+)?")
EVENT = _label(r"(?:at|during|on)\s+(?=\S)")
INTRODUCED_BY = _label(r"(?:(?:was\s+)?introduced\s+)?by\s+", r"through\s+", r"via\s+")
ME = _label(r"(?:i\s+am|i'm|im|am)\s+")


def without(label: re.Pattern[str], text: str) -> str:
    """`text` without the words of the label in front."""
    return text[match.end() :] if (match := label.match(text)) else text
