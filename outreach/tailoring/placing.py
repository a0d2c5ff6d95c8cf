"""At which company a text places its reader."""

import re
from collections.abc import Sequence

from outreach.tailoring.facts import Fact, Person
from outreach.tailoring.folding import words
from outreach.tailoring.matching import content_stems, stem

# Words with a capital, up to the end of the sentence or to "'s": a full stop stands only inside
# ("Booking.com").
_WORD = r"[A-Z](?:[\w&-]|['\u2019](?!s\b)|\.(?=\w))*"
_NAME = rf"(?P<name>(?>{_WORD}(?: (?!I\b){_WORD}){{0,3}}))"
_JOBS = "work|team|role|job|position|colleagues|boss|department|desk|employer"
# "You are at PyCon this week" is a visit.
_NO_VISIT = r"(?! (?:this|next|on|in|today|tomorrow|tonight|too|for|again|by|from|until)\b)"
_ARE = r"(?:['\u2019]re| are)"
_NOW = "(?: now| currently)?"
_LIFE = "things|life|work|business|everything|it going"
_GUESTS = (
    "student|speaker|guest|visitor|volunteer|member|organi[sz]er|child|intern|apprentice|host"
    "|mentor|fellow|panell?ist|attendee|alumn(?:us|a|i)|maintainer|judge|chair|exhibitor|delegate"
)
_SAID_AT = "discussed|promised|agreed|said|mentioned|announced|asked|i|we|you|soon|usual|planned"
_OF_SOMEBODY = "on|for|with|at|in|to|and|who|her|his|their"
_PLACES = [
    re.compile(rf"\b(?i:{wording})")
    for wording in (
        rf"you{_ARE}?{_NOW} work(?:ing)? (?:at|for) (?-i:{_NAME})",
        rf"(?<!when )(?<!while )you{_ARE}{_NOW} at (?-i:{_NAME}){_NO_VISIT}",
        rf"your (?:(?:new|current|whole) )?(?:{_JOBS})(?: here)? at (?-i:{_NAME})",
        rf"how(?:['\u2019]s| is|{_ARE}) (?:{_LIFE})(?: going)?(?: over)? at (?-i:{_NAME})",
        rf"(?:everyone|everybody|colleagues|the team|people) at (?-i:{_NAME}) "
        r"(?:must|will|should) be (?:proud of|glad of|happy with|lucky to have) you\b",
        # "As data lead at Contoso, you know": whose role it is, is said by what follows. Who speaks
        # or studies somewhere does not work there.
        rf"as (?!(?:{_SAID_AT})\b)"
        rf"(?!(?:[\w-]+ ){{0,3}}(?:{_GUESTS})s? at )(?:an? |the )?(?:[\w-]+ ){{1,4}}"
        rf"at (?-i:{_NAME}),? (?:you|your)\b",
        # What happens to companies, not to people: nobody's daughter has new funding.
        rf"(?:congrats|congratulations|well done) (?:on|to|for) (?-i:{_NAME})(?:['\u2019]s?)? "
        rf"(?:(?!(?:{_OF_SOMEBODY})\b)\w+ ){{0,2}}(?:funding|ipo|acquisition|merger|series [a-e]|"
        r"expansion|valuation|rebrand|headquarters)\b",
    )
]


def names_other_company(text: str, recipient: Person, facts: Sequence[Fact]) -> str:
    """The company at which the text places the recipient, when they are known to work for one and
    nothing known says so; otherwise empty. One that the writer speaks of as their own or as
    somebody else's is not looked at."""
    if not recipient.company:
        return ""
    known: frozenset[str] | None = None
    for name in [match["name"] for place in _PLACES for match in place.finditer(text)]:
        if known is None:
            said = (recipient.company, recipient.headline, *(fact.text for fact in facts))
            known = content_stems(" ".join(said))
        if not any(stem(word) in known for word in words(name)) and not _is_short(name, recipient):
            return name
    return ""


def _is_short(name: str, recipient: Person) -> bool:
    """Whether a name is the initials of the company, or the company in one word."""
    company = words(recipient.company)
    said = "".join(words(name))
    return said == "".join(word[0] for word in company) or said == "".join(company)
