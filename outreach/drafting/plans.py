"""Which parts a message has, by its purpose, in which orders."""

from dataclasses import dataclass

from outreach.drafting.brief import Purpose


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts by the headings of their wordings, in each order that reads well. A heading after
    `|` stands in where nothing under the first can be said."""

    orders: tuple[tuple[str, ...], ...]
    needed: frozenset[str] = frozenset()


_MEETING = Plan(
    (
        ("opening", "recall", "self", "reason|company", "besides"),
        ("opening", "self", "recall", "reason|company", "besides"),
        ("me", "opening", "recall", "reason|company", "besides"),
        ("opening", "recall", "reason|company", "besides", "self"),
    )
)
PLANS: dict[Purpose, Plan] = {
    Purpose.CONNECT: _MEETING,
    Purpose.FIRST_MESSAGE: _MEETING,
    Purpose.REPAIR: Plan(
        (
            ("apology", "opening", "self", "recall", "reason|company", "besides"),
            ("apology", "opening", "recall", "self", "reason|company", "besides"),
        ),
        frozenset({"apology"}),
    ),
    Purpose.INTERVIEW: Plan(
        (
            ("opening", "self", "recall", "interview"),
            ("me", "opening", "recall", "interview"),
            ("opening", "recall", "self", "interview"),
        ),
        frozenset({"interview"}),
    ),
    Purpose.INTRODUCTION: Plan(
        (
            ("opening", "recall", "self", "introduce"),
            ("opening", "self", "recall", "introduce"),
        ),
        frozenset({"introduce"}),
    ),
    Purpose.THANK: Plan(
        (
            ("thanks", "opening", "recall", "grateful", "besides"),
            ("opening", "thanks", "recall", "grateful", "besides"),
            ("opening", "recall", "thanks", "grateful", "besides"),
            ("thanks", "grateful", "besides", "recall", "opening"),
        ),
        frozenset({"thanks"}),
    ),
    Purpose.RECONNECT: Plan(
        (
            ("again", "recall", "self", "reason|company", "besides"),
            ("again", "self", "recall", "reason|company", "besides"),
            ("again", "recall", "reason|company", "besides", "self"),
        )
    ),
    Purpose.FOLLOW_UP: Plan(
        (
            ("new", "besides", "again", "self"),
            ("again", "new", "besides", "self"),
            ("again", "self", "new", "besides"),
            ("me", "again", "new", "besides"),
        ),
        frozenset({"new"}),
    ),
    Purpose.ANSWER_GENERIC: Plan(
        (("stranger", "self", "owed|who_are_you"), ("stranger", "owed|who_are_you", "self")),
        frozenset({"stranger", "owed|who_are_you"}),
    ),
}
# To be in touch on a birthday: one asks for nothing then.
_FIRST_WISH = Plan((("wish", "opening", "recall", "self"), ("wish", "opening", "self", "recall")))
BIRTHDAY_PLANS: dict[Purpose, Plan] = {
    Purpose.CONNECT: _FIRST_WISH,
    Purpose.FIRST_MESSAGE: _FIRST_WISH,
    Purpose.RECONNECT: Plan(
        (("wish", "again", "recall", "company"), ("wish", "again", "company", "recall"))
    ),
}
