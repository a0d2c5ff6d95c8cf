"""What the made-up user holds to when they connect."""

from crm.accounts.models import User
from outreach.rules.models import Rule

Kind = Rule.Kind
RULES = (
    Rule(kind=Kind.SAY_MET, wording="I always say where we met"),
    Rule(
        kind=Kind.NEVER_SAY,
        wording="Nobody’s brain gets picked by me",
        words="pick your brain\nsynergies\nreach out",
    ),
    Rule(kind=Kind.QUIET_DAYS, wording="Sundays are for people I know already", weekdays="6"),
)


def add_rules(owner: User) -> None:
    """The rules, where the user has none of that kind."""
    known = set(Rule.objects.of(owner.pk).values_list("kind", flat=True))
    Rule.objects.bulk_create(
        Rule(
            owner=owner, kind=one.kind, wording=one.wording, words=one.words, weekdays=one.weekdays
        )
        for one in RULES
        if one.kind not in known
    )
