"""Which parts a message has, by its purpose, in which orders."""

from dataclasses import dataclass

from outreach.drafting.brief import Purpose


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts by the headings of their wordings, in each order that reads well. A heading after
    `|` stands in where nothing under the first can be said."""

    orders: tuple[tuple[str, ...], ...]
    needed: frozenset[str] = frozenset()


# Who one is comes after what the reader will know one by, and before what one wants.
_MEETING = Plan((("opening", "recall", "self", "reason|company", "besides", "offered"),))
PLANS: dict[Purpose, Plan] = {
    Purpose.CONNECT: _MEETING,
    Purpose.FIRST_MESSAGE: _MEETING,
    Purpose.REPAIR: Plan(
        (("apology", "opening", "recall", "self", "reason|company", "besides", "offered"),),
        frozenset({"apology"}),
    ),
    Purpose.INTERVIEW: Plan(
        (("opening", "recall", "self", "interview", "owing"),), frozenset({"interview"})
    ),
    Purpose.INTRODUCTION: Plan(
        (("opening", "recall", "self", "introduce", "owing"),), frozenset({"introduce"})
    ),
    Purpose.THANK: Plan(
        (
            ("thanks", "opening", "recall", "grateful", "besides"),
            ("opening", "thanks", "recall", "grateful", "besides"),
            ("opening", "recall", "thanks", "grateful", "besides"),
        ),
        frozenset({"thanks"}),
    ),
    Purpose.RECONNECT: Plan((("again", "recall", "self", "reason|company", "besides", "offered"),)),
    Purpose.FOLLOW_UP: Plan(
        (
            ("again", "self", "new", "besides", "offered"),
            ("new", "besides", "offered", "again", "self"),
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
