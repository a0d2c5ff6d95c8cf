"""The draft for a brief."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple
from zlib import crc32

from outreach.drafting.brief import Brief, Draft, Purpose, Question, Segment
from outreach.drafting.choosing import Manner, choose
from outreach.drafting.encounter import has_met_twice
from outreach.drafting.leaving_out import left_out
from outreach.drafting.letter import aim_of, greeting, signature, subject
from outreach.drafting.mixing import Option, Room
from outreach.drafting.plans import BIRTHDAY_PLANS, PLANS
from outreach.drafting.questions import ask
from outreach.drafting.slots import WISHES, Material, gather
from outreach.drafting.speech import lower_first
from outreach.drafting.wording import BITS, Style, Wording, fill
from outreach.tailoring import Channel, FactKind, assess, count_characters
from outreach.tailoring.matching import telling_words
from outreach.tailoring.rules import says_banned

# A draft without one of these could go to everybody who was there.
_TELLING = {
    FactKind.TALKED_ABOUT,
    FactKind.DETAIL,
    FactKind.PROMISE_MINE,
    FactKind.PROMISE_THEIRS,
    FactKind.PROMISE_KEPT,
    FactKind.OFFER_KEPT,
    FactKind.INTRODUCED_BY,
    FactKind.SHARED_SCHOOL,
    FactKind.SHARED_EMPLOYER,
    FactKind.SHARED_CONTACT,
    FactKind.INTRODUCED_ME,
}
_ABOUT_THEM = {
    Purpose.ANSWER_GENERIC: {FactKind.THEIR_WORK, FactKind.EVENT, FactKind.PLACE},
    Purpose.THANK: {FactKind.PURPOSE},
    Purpose.INTERVIEW: {FactKind.PURPOSE},
    Purpose.INTRODUCTION: {FactKind.PURPOSE},
    Purpose.FOLLOW_UP: {FactKind.PURPOSE},
}
_SAME_PARAGRAPH = {"recall", "opening", "self", "besides", "offered", "owing"}
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
MOST_WORDINGS = 8
_TURNS_TRIED = 4
_VARIANTS_TRIED, _VARIANTS_TRIED_APART = 16, 8
_FEWEST_TELLING = 2  # words


class _Frame(NamedTuple):
    """What stands around the body; there need be no signature."""

    greeting: str
    sign: str


def draft(brief: Brief) -> Draft | Question:
    """A draft that is tailored and within the limit, or the question that would help most.

    An answer to a generic invitation asks the reader who they are, so it may go with nothing known
    and though the verdict wants more. Each variant is another text, as long as there are any; then
    they come round again.
    """
    brief = _limited(brief)
    material = gather(brief)
    if not brief.variant:
        tried = _written(brief, material)
        for turn in range(1, _TURNS_TRIED):  # the next may say it in words that will do
            if isinstance(tried, Draft) and not tried.verdict.near_duplicates:
                break
            again = _written(replace(brief, variant=turn), material)
            is_better = isinstance(again, Draft) and not again.verdict.near_duplicates
            tried = again if is_better or isinstance(tried, Question) else tried
        return tried
    found = _distinct(brief, material, most=brief.variant + 1)
    return found[brief.variant % len(found)] if found else _written(brief, material)


def wordings(brief: Brief) -> tuple[Draft, ...]:
    """The distinct drafts for a brief, at most MOST_WORDINGS, the one for its own variant first."""
    brief = _limited(brief)
    found = _distinct(brief, gather(brief), most=brief.variant + MOST_WORDINGS)
    first = brief.variant % len(found) if found else 0
    return tuple((found[first:] + found[:first])[:MOST_WORDINGS])


def _distinct(brief: Brief, material: Material, *, most: int) -> list[Draft]:
    """Drafts of which no two have the same text: first those that say something else, then those
    that say the same in another order. Where the room is too tight for `most`, those come last
    that use no wording of those before."""
    found: dict[str, Draft] = {}
    for number in range(_VARIANTS_TRIED + _VARIANTS_TRIED_APART):
        asked = replace(brief, variant=number)
        if (apart := number - _VARIANTS_TRIED) >= 0:
            if len(found) >= most:
                break
            asked = replace(asked, sent=(*brief.sent, *list(found)[-1 - apart :]))
        made = _written(asked, material)
        if isinstance(made, Draft):
            found.setdefault(made.text, made)
    by_sentences: dict[frozenset[str], Draft] = {}
    for made in found.values():
        by_sentences.setdefault(_sentences(made), made)
    others = by_sentences.values()
    return [*others, *(made for made in found.values() if made not in others)]


def _sentences(made: Draft) -> frozenset[str]:
    """What it says after the greeting, in whatever order."""
    body = "".join(segment.text for segment in made.segments[1:])
    return frozenset(_SENTENCE_END.split(body.lower().strip()))


def _written(brief: Brief, material: Material) -> Draft | Question:
    """The draft in the wording of this variant, or the question."""
    seed, opening = _seed(brief), greeting(brief)
    lacks_purpose = False
    sayables = [material, *_without_looking(material)]
    for sayable, sign in product(sayables, dict.fromkeys((signature(brief), ""))):
        frame = _Frame(opening, sign)
        parts = _parts(brief, sayable, seed, frame)
        if parts is None:
            lacks_purpose = True
            continue
        made = _made(brief, material, parts, frame)
        is_telling = made.verdict.is_tailored and _is_telling(brief, made)
        may_go = is_telling or brief.purpose is Purpose.ANSWER_GENERIC
        if may_go and not made.verdict.broken_rules:
            return made
    return ask(brief, material, lacks_purpose=lacks_purpose)


def _without_looking(material: Material) -> Iterator[Material]:
    """Without what one looks for, if it is told: "clients" sounds like a sales letter, whatever
    else is said."""
    if "looking" in material.slots:
        yield Material({name: said for name, said in material.slots.items() if name != "looking"})


def _seed(brief: Brief) -> int:
    """Stable for the same facts about the same person, different for others."""
    said = "\x1f".join((brief.recipient.name, *(fact.text for fact in brief.facts)))
    return crc32(said.encode("utf-8", "surrogatepass"))


def _parts(
    brief: Brief, material: Material, seed: int, around: _Frame
) -> list[tuple[str, Option]] | None:
    plans = {**PLANS, **BIRTHDAY_PLANS} if WISHES & material.slots.keys() else PLANS
    plan = plans[brief.purpose]
    frame = count_characters(around.greeting) + count_characters(around.sign)
    return choose(
        plan,
        material.slots,
        room=Room(
            aim=max(0, aim_of(brief) - frame),
            limit=None if brief.limit is None else max(0, brief.limit - frame),
            joints=len(_joint(brief)),
            required=_required(brief),
        ),
        manner=Manner(
            Style(brief.tone, brief.voice.contractions),
            _may_say(brief),
            seed,
            brief.variant,
            brief.about,
        ),
    )


def _required(brief: Brief) -> int:
    """The ingredients that the user's rules ask for, as bits."""
    return sum(BITS[one] for one in {one for rule in brief.rules for one in rule.required})


def _may_say(brief: Brief) -> Callable[[Wording], bool] | None:
    """Whether a wording is neither banned by a rule nor one that the reader has read before, nor
    says "meet you" to whom one has met before; None where nothing is."""
    has_met_before = has_met_twice(brief)
    if not brief.sent and not brief.rules and not has_met_before:
        return None
    read = "\n".join(" ".join(text.lower().replace("\u2019", "'").split()) for text in brief.sent)

    def may_say(wording: Wording) -> bool:
        is_known = bool(wording.mark) and wording.mark in read
        is_known = is_known or (has_met_before and "meet you" in wording.plain)
        return not is_known and not says_banned(wording.plain, brief.rules)

    return may_say


def _limited(brief: Brief) -> Brief:
    """With the channel's limit, or the user's own where that is less."""
    own = [rule.longest for rule in brief.rules if rule.longest is not None]
    limit = min([*own, *([] if brief.limit is None else [brief.limit])], default=None)
    return brief if limit == brief.limit else replace(brief, limit=limit)


def _joint(brief: Brief) -> str:
    return "\n\n" if brief.channel in (Channel.EMAIL, Channel.INMAIL) else " "


def _made(
    brief: Brief, material: Material, parts: Sequence[tuple[str, Option]], around: _Frame
) -> Draft:
    body = list(_body(parts, _joint(brief), is_inline=not around.greeting.endswith("\n")))
    sign = [Segment(around.sign)] if around.sign else []
    segments = (Segment(around.greeting), *body, *sign)
    text = "".join(one.text for one in segments)
    line = subject(brief, material.slots, body)
    verdict = assess(
        text,
        channel=brief.channel,
        recipient=brief.recipient,
        sender=brief.sender,
        facts=brief.facts,
        limit=brief.limit,
        lengths=brief.lengths,
        rules=brief.rules,
        others=brief.others or (),
        outbox=brief.sent_elsewhere(text) if brief.sent_elsewhere else (),
    )
    used = tuple(dict.fromkeys(fact for one in segments for fact in one.facts))
    return Draft(
        channel=brief.channel,
        text=text,
        subject=line,
        segments=segments,
        facts=used,
        verdict=verdict,
        length=count_characters(text),
        limit=brief.limit,
        left_out=tuple(left_out(brief, material, text, set(used))),
    )


def _body(parts: Sequence[tuple[str, Option]], joint: str, *, is_inline: bool) -> Iterator[Segment]:
    """The parts one after the other; in a letter the reason has a paragraph of its own."""
    for number, (heading, option) in enumerate(parts):
        if option.wording is None:
            continue
        segments = list(fill(option.wording, option.slots))
        if number == 0 and is_inline and _begins_small(option):
            text = segments[0].text
            is_name = option.wording.begins_with_slot
            small = text[:1].lower() + text[1:] if is_name else lower_first(text)
            segments[0] = Segment(small, segments[0].facts, segments[0].ingredient)
        if number:
            is_new = heading not in _SAME_PARAGRAPH or parts[0][0] == "self"
            yield Segment(joint if is_new else " ")
        yield from segments


def _begins_small(option: Option) -> bool:
    """Whether the first word is large only because it stood first: no name that was recorded so."""
    first = option.wording.pieces[0].parts if option.wording else ("",)
    words = "" if first[0] else option.slots[first[1].lower()].text
    return bool(first[0]) or words[:1].islower() or words.startswith(("We ", "My ", "Our "))


def _is_telling(brief: Brief, made: Draft) -> bool:
    facts = {fact.id: fact for fact in brief.facts}
    telling = _TELLING | _ABOUT_THEM.get(brief.purpose, set())
    if brief.about or not brief.has_met:
        telling = telling | {FactKind.PURPOSE}
    return any(
        fact.kind in telling or (fact.kind is FactKind.PURPOSE and _is_particular(fact.text))
        for fact in map(facts.__getitem__, made.facts)
    )


def _is_particular(purpose: str) -> bool:
    """Whether what one writes for could not be said to everybody: "ask how they trained 200 nurses
    in six weeks"."""
    return len(telling_words(purpose)) >= _FEWEST_TELLING
