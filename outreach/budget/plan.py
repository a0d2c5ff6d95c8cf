"""Who gets one of the notes that are left, and what is done about the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from contacts.models import Contact, Meeting
from crm.profile.models import Profile
from outreach.budget.counting import Budget, budget_on
from outreach.budget.models import NoteChoice
from outreach.budget.ranking import telling, worth
from outreach.facts.collecting import facts_about
from outreach.facts.wording import label_before
from outreach.followups.wording import spoken_date
from outreach.messages.unwritten import met_and_unwritten
from outreach.rules.checking import Spoken, quiet_day
from outreach.rules.models import Rule
from outreach.tailoring import Fact, FactKind

MOST_CONSIDERED = 200  # contacts, the latest met; a month has a handful of notes

Choice = NoteChoice.Choice
_SAID = {
    FactKind.TALKED_ABOUT: "you talked about {}",
    FactKind.DETAIL: "you noted “{}”",
    FactKind.PURPOSE: "you are writing because {}",
}
_PROMISED = {
    FactKind.PROMISE_MINE: "you promised to",
    FactKind.PROMISE_THEIRS: "they offered to",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom the user met and has not written to, and what a note could rest on."""

    contact: Contact
    met: str
    telling: Sequence[Fact]
    worth: float
    choice: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What the plan has for one contact, and why in one line."""

    contact: Contact
    why: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The month's notes shared out: who gets one, who a blank request, who was left out.

    Where a rule of the user's asks for a note with each request, the others are `waiting` instead
    of being asked blank, and `rule` is that rule. `quiet` is what the rule on quiet days says.
    """

    budget: Budget
    notes: Sequence[PlanLine]
    blanks: Sequence[PlanLine]
    waiting: Sequence[PlanLine]
    left_out: Sequence[PlanLine]
    rule: Rule | None
    quiet: Spoken | None


def plan_notes(profile: Profile, day: date) -> Plan:
    """The plan for the month of `day`, in a fixed number of queries."""
    budget = budget_on(day, profile)
    candidates = _candidates(profile, day)
    chosen = [one for one in candidates if one.choice == Choice.NOTE]
    open_ones = [one for one in candidates if not one.choice and one.telling]
    room = len(open_ones) if budget.left is None else max(0, budget.left - len(chosen))
    with_note = [*chosen, *open_ones[:room]]
    left_out = [one for one in candidates if one.choice == Choice.LEAVE_OUT]
    others = [one for one in candidates if one not in with_note and one not in left_out]
    rules = list(Rule.objects.of(profile.owner_id))
    rule = next((rule for rule in rules if rule.kind == Rule.Kind.NEVER_BARE), None)
    blank = [one for one in others if rule is None or one.choice == Choice.BLANK]
    waiting = [one for one in others if one not in blank]
    return Plan(
        budget=budget,
        notes=[PlanLine(one.contact, _why_a_note(one), one.choice) for one in with_note],
        blanks=[PlanLine(one.contact, _why_not(one, budget), one.choice) for one in blank],
        waiting=[PlanLine(one.contact, _why_not(one, budget)) for one in waiting],
        left_out=[PlanLine(one.contact, f"{one.met}.", one.choice) for one in left_out],
        rule=rule,
        quiet=quiet_day(rules, day),
    )


def _candidates(profile: Profile, day: date) -> list[Candidate]:
    """Whom a request could go to, those first to whom a note is worth most."""
    people = met_and_unwritten(profile.owner).select_related("note_choice")
    meetings = Meeting.objects.select_related("event")
    people = people.prefetch_related(Prefetch("meetings", meetings, to_attr="met"))
    contacts = list(people[:MOST_CONSIDERED])
    facts = facts_about(contacts, profile=profile)
    candidates = [_candidate(contact, facts[contact.pk], day) for contact in contacts]
    return sorted(candidates, key=lambda one: (not one.telling, -one.worth))


def _candidate(contact: Contact, facts: Sequence[Fact], day: date) -> Candidate:
    meeting: Meeting = contact.met[0]  # type: ignore[attr-defined]  # the latest
    choice: NoteChoice | None = getattr(contact, "note_choice", None)
    return Candidate(
        contact=contact,
        met=f"Met{meeting.where_and_when(spoken_date(meeting.met_on, day))}",
        telling=telling(facts),
        worth=worth(facts, met_on=meeting.met_on, today=day),
        choice=choice.choice if choice else "",
    )


def _why_a_note(one: Candidate) -> str:
    if not one.telling:
        return f"{one.met}. Nothing only true of them is noted yet."
    return f"{one.met}; {_best_of(one)}."


def _why_not(one: Candidate, budget: Budget) -> str:
    if one.choice:
        return f"{one.met}."
    if not one.telling:
        return f"{one.met}. Nothing only true of them is noted, so a note would say little."
    if not budget.left:
        return f"{one.met}. The notes of {budget.month:%B} are used up."
    return f"{one.met}; {_best_of(one)}. Others come first for the notes left."


def _best_of(one: Candidate) -> str:
    """What speaks most for a note, as it was typed: "they offered to visit", "…: a tour"."""
    best = one.telling[0]
    said = best.text.rstrip(" .")
    if best.kind in _PROMISED:
        return f"{label_before(said, _PROMISED[best.kind])} {said}"
    return _SAID.get(best.kind, "“{}”").format(said)
