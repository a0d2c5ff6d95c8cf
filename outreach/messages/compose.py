"""Everything the compose page shows, put together from the rows and the drafting engine."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contacts.models import Contact
from crm.profile.models import Profile
from crm.web.time import short_date
from outreach.drafting import ENOUGH_SAID, Draft, LeftOut, Purpose, Question, Tone
from outreach.facts.collecting import facts_about
from outreach.facts.said_before import ASIDES, said_before, told_for
from outreach.facts.wording import label_before
from outreach.followups.models import FollowUp
from outreach.followups.wording import why_wait
from outreach.messages.drafts import draft_for
from outreach.messages.forms import OccasionForm
from outreach.messages.manner import manner_of
from outreach.messages.occasions import Occasion, first_occasion, occasion_for, reach_of
from outreach.rules.models import Rule
from outreach.tailoring import Channel, Fact, FactKind

MOST_OF_A_KIND, MOST_SHOWN = 4, 40
BEGINNINGS = {
    FactKind.EVENT: "Met at",
    FactKind.PLACE: "Where you met:",
    FactKind.INTRODUCED_BY: "We were introduced by",
    FactKind.TALKED_ABOUT: "Talked about",
    FactKind.DETAIL: "To recognise them by:",
    FactKind.PROMISE_MINE: "You promised to",
    FactKind.PROMISE_THEIRS: "They offered to",
    FactKind.PROMISE_KEPT: "You promised, and did:",
    FactKind.OFFER_KEPT: "They offered, and did:",
    FactKind.SHARED_SCHOOL: "You both studied at",
    FactKind.SHARED_EMPLOYER: "You have both worked at",
    FactKind.SHARED_SKILL: "You both know",
    FactKind.SHARED_PLACE: "You both know",
    FactKind.SHARED_CONTACT: "You both know",
    FactKind.INTRODUCED_ME: "They introduced you to",
    FactKind.LOOKING_FOR: "You look for",
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in the list beside the letter, whether the draft may use it, when an earlier message
    spoke of it, and why the draft does not, or only in part (None where it says enough)."""

    fact: Fact
    is_kept: bool
    said_on: date | None = None
    left_out: LeftOut | None = None

    @property
    def said_when(self) -> str:
        return short_date(self.said_on) if self.said_on else ""

    @property
    def beginning(self) -> str:
        """The words that the fact continues, where it does not stand alone."""
        beginning = BEGINNINGS.get(self.fact.kind, "")
        is_promise = self.fact.kind in {FactKind.PROMISE_MINE, FactKind.PROMISE_THEIRS}
        return label_before(self.fact.text, beginning) if is_promise else beginning


@dataclass(frozen=True, slots=True)
class Composition:
    """A draft, or the question to answer first, with the facts it could rest on. `facts` are the
    best of those that can be said, `asides` those that never are, `known` is all of them.
    `why_wait` says why nothing can be sent yet, where that is so. `rules` are the user's own."""

    occasion: Occasion
    follow_up: FollowUp | None
    facts: tuple[FactLine, ...]
    asides: tuple[Fact, ...]
    known: tuple[Fact, ...]
    draft: Draft | None
    question: Question | None
    why_wait: str
    tone: Tone
    variant: int
    rules: tuple[Rule, ...]

    @property
    def more(self) -> int:
        """How many more facts there are than are shown."""
        return len(self.known) - len(self.asides) - len(self.facts)

    @property
    def is_narrowed(self) -> bool:
        """Whether something that may be said is unticked."""
        return any(not line.is_kept and not line.fact.private for line in self.facts)

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


def occasion_asked(form: OccasionForm, contact: Contact, profile: Profile) -> Occasion:
    """What the address asks for; where it is silent, what would be written next."""
    asked = form.cleaned_data
    follow_up: FollowUp | None = asked.get("follow_up")
    usual: Occasion | None = None
    if follow_up:
        said = list(contact.messages.said()[:20])
        usual = occasion_for(follow_up, reach=reach_of(contact, profile), said=said)
    usual = usual or first_occasion(contact, profile)
    channel = Channel(asked.get("channel") or usual.channel)
    purpose = Purpose(asked.get("purpose") or usual.purpose)
    if purpose is Purpose.ANSWER_GENERIC and channel is Channel.LINKEDIN_NOTE:
        channel = Channel.LINKEDIN_MESSAGE  # who was invited sends no request back
    waits = usual.waits and channel is usual.channel
    return replace(usual, channel=channel, purpose=purpose, waits=waits)


def compose(
    contact: Contact,
    form: OccasionForm,
    *,
    chosen: Collection[str] | None,
    profile: Profile,
    day: date,
) -> Composition:
    """Draft for what the (cleaned) form asks, resting on the facts with these ids (None: all)."""
    occasion = occasion_asked(form, contact, profile)
    manner, asked = manner_of(profile), form.cleaned_data
    variant, tone = asked.get("variant") or 0, Tone(asked.get("tone") or manner.tone)
    recorded = facts_about([contact], profile=profile)[contact.pk]
    known = told_for((*recorded, *occasion.brought), occasion.purpose)
    lines = _lines(known, chosen)
    asides = tuple(fact for fact in known if fact.kind in ASIDES)
    result = draft_for(
        contact,
        occasion,
        profile=profile,
        facts=[*(line.fact for line in lines if line.is_kept), *asides],
        day=day,
        manner=manner,
        tone=tone,
        variant=variant,
        looks_around=True,
    )
    return Composition(
        occasion=occasion,
        follow_up=asked.get("follow_up"),
        facts=_with_reasons(lines, result),
        asides=asides,
        known=known,
        draft=result if isinstance(result, Draft) else None,
        question=result if isinstance(result, Question) else None,
        why_wait=why_wait(contact) if occasion.waits else "",
        tone=tone,
        variant=variant,
        rules=manner.rules,
    )


def _with_reasons(lines: Sequence[FactLine], result: Draft | Question) -> tuple[FactLine, ...]:
    """The lines, with why the draft leaves a fact out; that it says enough goes without saying."""
    left = result.left_out if isinstance(result, Draft) else ()
    told = {one.fact: one for one in left if one.why != ENOUGH_SAID}
    return tuple(replace(line, left_out=told.get(line.fact.id)) for line in lines)


def _lines(known: Sequence[Fact], chosen: Collection[str] | None) -> tuple[FactLine, ...]:
    """The facts to show, in the order of `known`: of very many the strongest few of each kind,
    which are also all that a draft would look at."""
    told = said_before(known)
    shown: Counter[FactKind] = Counter()
    best: set[str] = set()
    for fact in sorted(known, key=lambda one: (one.strength, one.on or date.min), reverse=True):
        is_shown = fact.kind not in ASIDES and shown[fact.kind] < MOST_OF_A_KIND
        if is_shown and len(best) < MOST_SHOWN:
            shown[fact.kind] += 1
            best.add(fact.id)
    return tuple(
        FactLine(
            fact,
            is_kept=not fact.private and (chosen is None or fact.id in chosen),
            said_on=told.get(fact.id),
        )
        for fact in known
        if fact.id in best
    )
