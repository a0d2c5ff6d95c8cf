"""A verdict as the page shows it, beside the text it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from contacts.models import Contact
from crm.profile.background import PARTS
from crm.profile.models import Profile
from crm.web.time import today
from outreach.drafting.shorthand import spelled_out
from outreach.facts.said_before import without_asides
from outreach.messages.drafts import judge
from outreach.messages.letter import Run, runs
from outreach.messages.models import Message
from outreach.rules.checking import Spoken, speaking
from outreach.rules.models import Rule
from outreach.tailoring import Fact, Ingredient, Verdict
from outreach.tailoring.provenance import Claim, Known, find_claims, find_support
from outreach.tailoring.reasons import people

MOST_CLAIMS = 3  # sentences shown at once: a letter in which all is new needs no longer list
# There the reader knows who writes.
_TO_WHOM_ONE_IS_KNOWN = (Message.Purpose.FOLLOW_UP, Message.Purpose.THANK)
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
class ClaimLine:
    """A sentence of the letter with what it says that nothing known bears out."""

    sentence: str
    words: tuple[str, ...]

    @property
    def quoted(self) -> str:
        """ "“Lisbon”, “12 May” and “Imran”"."""
        *others, last = [f"“{words}”" for words in self.words]
        return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the judge says, which words rest on which facts, what rests on none, and which rules of
    the user's speak to what surrounds the text."""

    channel: str
    verdict: Verdict
    checks: tuple[Check, ...]
    runs: tuple[Run, ...]
    claims: tuple[ClaimLine, ...]
    more_claims: int
    private: tuple[str, ...]
    spoken: tuple[Spoken, ...]
    purpose: str

    @property
    def may_go_as_it_is(self) -> bool:
        """Whether it is generic, and need not be anything else."""
        return _may_go_as_it_is(self.verdict, self.purpose)

    @property
    def name(self) -> str:
        """The verdict in a word or two."""
        return "May go as it is" if self.may_go_as_it_is else self.verdict.verdict.capitalize()

    @property
    def reasons(self) -> list[str]:
        """Why the verdict is what it is. The user's rules stand apart."""
        rules = {str(rule) for rule in self.verdict.broken_rules}
        return [reason for reason in self.verdict.reasons if reason not in rules]

    @property
    def said(self) -> str:
        """The verdict in one line, as it is read out while one types."""
        missing = ", ".join(check.label.lower() for check in self.checks if not check.words)
        unknown = ", ".join(words for line in self.claims for words in line.words)
        unknown += f" and {self.more_claims} more" if self.more_claims else ""
        use = self.verdict.use if self.is_long else None
        return ". ".join(
            [
                self.name,
                *([f"{self.over} characters too many"] if self.over else []),
                *([f"Over {use.most:,} {use.unit}, a lot to read"] if use else []),
                *([f"Missing: {missing}"] if missing else []),
                *([f"In none of your facts: {unknown}"] if unknown else []),
            ]
        )

    @property
    def over(self) -> int:
        """By how many characters the text is longer than its channel takes."""
        use = self.verdict.use
        return use.over if use and use.is_limit else 0

    @property
    def is_long(self) -> bool:
        """Whether the channel takes it, but it is a lot to read."""
        use = self.verdict.use
        return bool(use and use.over and not use.is_limit)


def assess_letter(
    text: str,
    *,
    channel: str,
    purpose: str,
    subject: str,
    contact: Contact,
    profile: Profile,
    facts: Sequence[Fact],
    rules: Sequence[Rule],
) -> Assessment:
    """Judge a letter to this contact as it stands, today. `facts` are all that are known, `rules`
    those of the user that hold."""
    verdict = judge(
        text,
        channel=channel,
        purpose=purpose,
        subject=subject,
        contact=contact,
        profile=profile,
        facts=facts,
        rules=rules,
    )
    spoken = speaking(rules, contact, channel, purpose, is_bare=not text.strip(), day=today())
    sayable = without_asides(facts)
    claims = find_claims(text, _known(contact, profile, facts), names=_names(contact, profile))
    lines = tuple(_by_sentence(claims))
    return Assessment(
        channel=dict(Message.Channel.choices).get(channel, ""),
        verdict=verdict,
        checks=_checks(verdict, purpose),
        runs=tuple(
            runs(text, present=verdict.present, support=find_support(text, sayable), claims=claims)
        ),
        claims=lines[:MOST_CLAIMS],
        more_claims=sum(len(line.words) for line in lines[MOST_CLAIMS:]),
        spoken=tuple(spoken),
        purpose=purpose,
        private=_private(text, sayable),
    )


def _names(contact: Contact, profile: Profile) -> tuple[str, ...]:
    return contact.name, contact.given_name, profile.name


def _by_sentence(claims: Iterable[Claim]) -> Iterator[ClaimLine]:
    """One is added with its whole sentence, so those of one sentence are one line."""
    for sentence, those in groupby(claims, key=lambda one: one.sentence):
        yield ClaimLine(sentence, tuple(dict.fromkeys(one.words for one in those)))


def _checks(verdict: Verdict, purpose: str) -> tuple[Check, ...]:
    """What is missing is said only where it should be there."""
    words = {found.ingredient: found.words for found in reversed(verdict.present)}
    wanted = LABELS.keys() - ({Ingredient.WHO} if purpose in _TO_WHOM_ONE_IS_KNOWN else set())
    shown = words if _may_go_as_it_is(verdict, purpose) else wanted | words.keys()
    return tuple(
        Check(one, _label(one, verdict, is_said=one in words), words.get(one, ""))
        for one in LABELS
        if one in shown
    )


def _label(ingredient: Ingredient, verdict: Verdict, *, is_said: bool) -> str:
    """What fits others as it stands is not only true of its reader."""
    if ingredient is Ingredient.THEIRS and is_said and verdict.fits_count:
        return f"True of them and of {people(verdict.fits_others, verdict.fits_count)}"
    return LABELS[ingredient]


def _may_go_as_it_is(verdict: Verdict, purpose: str) -> bool:
    is_answer = purpose == Message.Purpose.ANSWER_GENERIC
    return is_answer and not verdict.is_tailored and not verdict.is_flawed


def _private(text: str, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The words of the text that give away what was to be kept private."""
    secret = [replace(fact, private=False) for fact in facts if fact.private]
    return tuple(text[one.start : one.end] for one in find_support(text, secret))


def _known(contact: Contact, profile: Profile, facts: Sequence[Fact]) -> Known:
    """All that was recorded of the two, also what is no fact by itself."""
    own = [entry for part in PARTS for entry in profile.entries(part)]
    texts = [f"{fact.text} {spelled_out(fact.text)}" for fact in facts]  # "jan" is "January"
    return Known(
        texts=[*texts, contact.search_text, contact.position, contact.location, *own],
        days=[fact.on for fact in facts if fact.on],
    )
