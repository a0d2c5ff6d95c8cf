"""A verdict as the page shows it, beside the text it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contacts.models import Contact
from crm.profile.background import PARTS
from crm.profile.models import Profile
from outreach.facts.said_before import without_asides
from outreach.messages.drafts import judge
from outreach.messages.letter import Run, runs
from outreach.messages.models import Message
from outreach.tailoring import Fact, Ingredient, Verdict
from outreach.tailoring.provenance import Claim, Known, find_claims, find_support

MOST_CLAIMS = 3  # shown at once: a letter in which all is new needs no longer list
LABELS = {
    Ingredient.MET: "How you met",
    Ingredient.WHO: "Who you are",
    Ingredient.WHY: "Why you are writing",
    Ingredient.THEIRS: "Only true of them",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One ingredient: the words that give it, or that it is missing."""

    ingredient: Ingredient
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the judge says, which words rest on which facts, and what rests on none."""

    channel: str
    verdict: Verdict
    checks: tuple[Check, ...]
    runs: tuple[Run, ...]
    claims: tuple[Claim, ...]
    private: tuple[str, ...]

    @property
    def over(self) -> int:
        """By how many characters the text is longer than its channel takes."""
        return max(0, self.verdict.length - (self.verdict.limit or self.verdict.length))


def assess_letter(
    text: str,
    *,
    channel: str,
    subject: str,
    contact: Contact,
    profile: Profile,
    facts: Sequence[Fact],
) -> Assessment:
    """Judge a letter to this contact as it stands. `facts` are all that are known."""
    verdict = judge(
        text, channel=channel, subject=subject, contact=contact, profile=profile, facts=facts
    )
    sayable = without_asides(facts)
    claims = find_claims(
        text,
        _known(contact, profile, facts),
        names=(contact.name, contact.given_name, profile.name),
    )
    secret = [replace(fact, private=False) for fact in sayable if fact.private]
    words = {found.ingredient: found.words for found in reversed(verdict.present)}
    return Assessment(
        channel=dict(Message.Channel.choices).get(channel, ""),
        verdict=verdict,
        checks=tuple(Check(one, label, words.get(one, "")) for one, label in LABELS.items()),
        runs=tuple(
            runs(text, present=verdict.present, support=find_support(text, sayable), claims=claims)
        ),
        claims=claims[:MOST_CLAIMS],
        private=tuple(text[one.start : one.end] for one in find_support(text, secret)),
    )


def _known(contact: Contact, profile: Profile, facts: Sequence[Fact]) -> Known:
    """All that was recorded of the two, also what is no fact by itself."""
    own = [entry for part in PARTS for entry in profile.entries(part)]
    texts = [fact.text for fact in facts]
    return Known(
        texts=[*texts, contact.search_text, contact.position, contact.location, *own],
        days=[fact.on for fact in facts if fact.on],
    )
