"""Everything the compose page shows, put together from the rows and the drafting engine."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from contacts.models import Contact, ContactPoint
from crm.profile.models import Profile
from outreach.drafting import Draft, Purpose, Question, Tone
from outreach.facts.collecting import facts_about
from outreach.followups.models import FollowUp
from outreach.messages.drafts import Occasion, draft_for, first_occasion, occasion_for
from outreach.messages.forms import OccasionForm
from outreach.messages.letter import Run, runs
from outreach.messages.models import Message
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Verdict

BEGINNINGS = {
    FactKind.EVENT: "Met at",
    FactKind.PLACE: "Met at",
    FactKind.INTRODUCED_BY: "Introduced by",
    FactKind.TALKED_ABOUT: "Talked about",
    FactKind.PROMISE_MINE: "You promised to",
    FactKind.PROMISE_THEIRS: "They offered to",
    FactKind.LOOKING_FOR: "You look for",
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in the list beside the letter, and whether the draft may use it."""

    fact: Fact
    is_kept: bool

    @property
    def beginning(self) -> str:
        """The words that the fact continues, where it does not stand alone."""
        return BEGINNINGS.get(self.fact.kind, "")


@dataclass(frozen=True, slots=True)
class Check:
    """One ingredient: the words that give it, or that it is missing."""

    ingredient: Ingredient
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Composition:
    """A draft, or the question to answer first, with the facts it could rest on."""

    occasion: Occasion
    follow_up: FollowUp | None
    facts: tuple[FactLine, ...]
    draft: Draft | None
    question: Question | None
    tone: Tone
    variant: int

    @property
    def next_variant(self) -> int:
        return self.variant + 1

    @property
    def asked(self) -> dict[str, object]:
        """How it was drafted, for the form that asks for another."""
        occasion = self.occasion
        return {"channel": occasion.channel, "purpose": occasion.purpose, "tone": self.tone}

    @property
    def letter(self) -> dict[str, object]:
        """What the letter's form starts with."""
        return {
            "channel": self.occasion.channel,
            "purpose": self.occasion.purpose,
            "answers": self.follow_up.pk if self.follow_up else None,
            "subject": self.draft.subject if self.draft else "",
            "body": self.draft.text if self.draft else "",
        }


LABELS = {
    Ingredient.MET: "How you met",
    Ingredient.WHO: "Who you are",
    Ingredient.WHY: "Why you are writing",
    Ingredient.THEIRS: "Only true of them",
}


def occasion_asked(form: OccasionForm, contact: Contact) -> Occasion:
    """What the address asks for; where it is silent, what would be written next."""
    asked = form.cleaned_data
    follow_up: FollowUp | None = asked.get("follow_up")
    if follow_up:
        emails = contact.points.filter(kind=ContactPoint.Kind.EMAIL)
        usual = occasion_for(follow_up, has_email=emails.exists())
    else:
        usual = first_occasion(contact)
    return Occasion(
        Channel(asked.get("channel") or usual.channel),
        Purpose(asked.get("purpose") or usual.purpose),
        usual.earlier,
    )


def compose(
    contact: Contact,
    form: OccasionForm,
    *,
    chosen: Collection[str] | None,
    profile: Profile,
    day: date,
) -> Composition:
    """Draft for what the (cleaned) form asks, resting on the facts with these ids (None: all)."""
    occasion = occasion_asked(form, contact)
    variant = form.cleaned_data.get("variant") or 0
    tone = Tone(form.cleaned_data.get("tone") or Tone.WARM)
    facts = facts_about([contact], profile=profile)[contact.pk]
    lines = tuple(FactLine(fact, chosen is None or fact.id in chosen) for fact in facts)
    kept = [line.fact for line in lines if line.is_kept]
    result = draft_for(
        contact, occasion, profile=profile, facts=kept, day=day, tone=tone, variant=variant
    )
    return Composition(
        occasion=occasion,
        follow_up=form.cleaned_data.get("follow_up"),
        facts=lines,
        draft=result if isinstance(result, Draft) else None,
        question=result if isinstance(result, Question) else None,
        tone=tone,
        variant=variant,
    )


@dataclass(frozen=True, slots=True)
class Assessment:
    """A verdict as the page shows it, next to the text it is about."""

    channel: str
    verdict: Verdict
    checks: tuple[Check, ...]
    runs: tuple[Run, ...]

    @property
    def over(self) -> int:
        """By how many characters the text is longer than its channel takes."""
        return max(0, self.verdict.length - (self.verdict.limit or self.verdict.length))


def assessment(text: str, verdict: Verdict, *, channel: str) -> Assessment:
    """Set out the verdict for reading, with the channel that the text would be recorded under."""
    words = {found.ingredient: found.words for found in reversed(verdict.present)}
    return Assessment(
        channel=dict(Message.Channel.choices).get(channel, ""),
        verdict=verdict,
        checks=tuple(Check(one, label, words.get(one, "")) for one, label in LABELS.items()),
        runs=tuple(runs(text, verdict)),
    )
