"""Text in, verdict out: could this message only be from you to them?"""

from outreach.tailoring.assessing import assess
from outreach.tailoring.channels import LENGTHS, Channel, Lengths, LimitUse, count_characters
from outreach.tailoring.facts import Fact, FactKind, Ingredient, OtherContact, Person, SentText
from outreach.tailoring.resemblance import Acquaintances, Circle, Outbox
from outreach.tailoring.rules import Rule
from outreach.tailoring.verdict import BrokenRule, Found, NearDuplicate, Span, Verdict

__all__ = [
    "LENGTHS",
    "Acquaintances",
    "BrokenRule",
    "Channel",
    "Circle",
    "Fact",
    "FactKind",
    "Found",
    "Ingredient",
    "Lengths",
    "LimitUse",
    "NearDuplicate",
    "OtherContact",
    "Outbox",
    "Person",
    "Rule",
    "SentText",
    "Span",
    "Verdict",
    "assess",
    "count_characters",
]
