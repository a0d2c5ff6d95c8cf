"""The draft for a brief."""

from dataclasses import replace

from outreach.drafting.brief import Brief, Draft, LeftOut, Question, Segment
from outreach.tailoring import LIMITS, FactKind, Ingredient, assess, count_characters

FRAMES = {
    FactKind.EVENT: "we met at {}. ",
    FactKind.PLACE: "we met at {}. ",
    FactKind.TALKED_ABOUT: "We talked about {}. ",
    FactKind.PROMISE_MINE: "I promised to {}. ",
    FactKind.WHO_YOU_ARE: "{}. ",
}
QUESTIONS = {
    Ingredient.MET: Question(Ingredient.MET, "Where did the two of you meet?", FactKind.PLACE),
    Ingredient.THEIRS: Question(
        Ingredient.THEIRS, "What did the two of you talk about?", FactKind.TALKED_ABOUT
    ),
    Ingredient.WHY: Question(Ingredient.WHY, "Why are you writing?", FactKind.PURPOSE),
    Ingredient.WHO: Question(Ingredient.WHO, "Who are you, in a few words?", FactKind.WHO_YOU_ARE),
}


def draft(brief: Brief) -> Draft | Question:
    """A draft that is tailored and within the limit, or the question that would help most."""
    limit = brief.limit if brief.limit is not None else LIMITS[brief.channel]
    name = brief.recipient.given_name or (brief.recipient.name.split() or ["there"])[0]
    segments = [Segment(f"Hi {name}, ")]
    left_out = []
    for fact in brief.facts:
        frame = FRAMES.get(fact.kind)
        segment = Segment((frame or "").format(fact.text), (fact.id,), fact.ingredient)
        text = "".join(one.text for one in (*segments, segment))
        if fact.private or not frame:
            left_out.append(LeftOut(fact.id, "It is for your eyes only." if fact.private else ""))
        elif limit is not None and count_characters(text) > limit:
            left_out.append(LeftOut(fact.id, "No room."))
        else:
            segments.append(segment)
    text = "".join(one.text for one in segments)
    verdict = assess(text, channel=brief.channel, facts=brief.facts, limit=limit)
    if not verdict.is_tailored or (limit is not None and verdict.length > limit):
        return QUESTIONS[next(iter(verdict.missing), Ingredient.THEIRS)]
    used = tuple(one for segment in segments for one in segment.facts)
    return Draft(text, "", tuple(segments), used, verdict, verdict.length, limit, tuple(left_out))


def wordings(brief: Brief) -> tuple[Draft, ...]:
    """At least five distinct drafts where the facts allow it."""
    drafts = (draft(replace(brief, variant=number)) for number in range(8))
    return tuple({one.text: one for one in drafts if isinstance(one, Draft)}.values())
