"""The verdict on a text."""

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from outreach.tailoring.channels import LENGTHS, Channel, Lengths, LimitUse, count_characters
from outreach.tailoring.evidence import Sentence, read_sentences, split_sentences
from outreach.tailoring.facts import (
    Fact,
    FactKind,
    Ingredient,
    OtherContact,
    Person,
    SentText,
)
from outreach.tailoring.folding import Token, fold, words
from outreach.tailoring.frame import Frame, find_frame
from outreach.tailoring.ingredients import find_ingredients
from outreach.tailoring.leaning import lean
from outreach.tailoring.matching import (
    OF_SENDER,
    Match,
    content_stems,
    match_facts,
    stem,
    telling_stems,
)
from outreach.tailoring.names import (
    calls_somebody_else,
    greets_anybody,
    greets_somebody_else,
    named_in,
)
from outreach.tailoring.narrowing import stems_of_reader
from outreach.tailoring.phrasebook import Kind
from outreach.tailoring.placeholders import find_placeholders
from outreach.tailoring.placing import names_other_company
from outreach.tailoring.reasons import Findings, explain
from outreach.tailoring.resemblance import Acquaintances, Circle, Outbox, bare_body
from outreach.tailoring.rules import Rule, broken_rules
from outreach.tailoring.stock import find_stock
from outreach.tailoring.verdict import NearDuplicate, Verdict
from outreach.tailoring.weighing import is_selling, total_evidence

TAILORED = 50
# The evidence at which a text is as likely meant for one person as for many; found by measuring.
_EVIDENCE_AT_TAILORED = 0.29
# How far from 0 or 100 what is told decides alone, and from where on the wording has its full say.
_SURE, _UNSURE = 5, 20
# What any mail merge can fill in ties a sentence to nobody, true or not.
_MERGEABLE = {
    FactKind.THEIR_WORK,
    FactKind.BIRTHDAY,
    FactKind.TAG,
    FactKind.NOTE,
    FactKind.EARLIER_MESSAGE,
}
_OF_THEM = {Kind.OBSERVED, Kind.REFERENCE, Kind.SHARED}
_NO_TIE = OF_SENDER | _MERGEABLE
_LONGEST = 20_000  # characters; a text that has not said it by then will not
# Of what is true of somebody else too and says nothing that is only theirs, or greets anybody.
_ANOTHERS = 45
_FLAW, _NEAR_DUPLICATE, _FITS_ANOTHER, _MOST_FITS = 25, 15, 5, 3


class _Body(NamedTuple):
    """A text taken apart."""

    text: str
    frame: Frame
    sentences: list[Sentence]
    tokens: list[Token]
    matches: list[Match]
    ignored: frozenset[str]
    kinds: frozenset[Kind]


def assess(
    text: str,
    *,
    channel: Channel,
    subject: str = "",
    recipient: Person | None = None,
    sender: Person | None = None,
    facts: Sequence[Fact] = (),
    others: Sequence[OtherContact] | Circle = (),
    outbox: Sequence[SentText] | Outbox = (),
    limit: int | None = None,
    lengths: Lengths | None = None,
    rules: Sequence[Rule] = (),
) -> Verdict:
    """Judge whether `text` could only be from this sender to this recipient.

    `others` and `outbox` may be given ready-made, for speed. `lengths` are the channel's usual ones
    when None; `limit`, in characters, replaces theirs. `rules` are the user's own. Never raises.
    """
    whole, text = text, text[:_LONGEST]
    body = _take_apart(text, subject, recipient, sender, facts)
    name = recipient.name if recipient else ""
    fits, fits_count = _fitting(body, others, name, facts)
    present = find_ingredients(text, body.sentences, body.tokens, body.matches)
    findings = Findings(
        is_empty=not body.tokens,
        greeted=_made_out_to(text, body.frame, recipient, sender),
        reader=name,
        company=names_other_company(text, recipient, facts) if recipient else "",
        placeholders=find_placeholders(text),
        stock=find_stock(text, body.sentences),
        kinds=body.kinds,
        present=present,
        fits=fits,
        fits_count=fits_count,
        near=_near_duplicates(text, outbox, name),
        broken=broken_rules(text, rules, present=present, kinds=body.kinds),
        use=_use_of(whole, lengths or LENGTHS[channel], limit),
    )
    return _verdict(findings, count_characters(whole), *_weigh(body))


def _use_of(text: str, lengths: Lengths, limit: int | None) -> LimitUse | None:
    return (lengths if limit is None else replace(lengths, limit=limit)).use_of(text)


def _take_apart(
    text: str,
    subject: str,
    recipient: Person | None,
    sender: Person | None,
    facts: Sequence[Fact],
) -> _Body:
    folded = fold(text)
    frame = find_frame(text)
    pieces = split_sentences(text, folded, frame.start, frame.end)
    tokens = list(chain.from_iterable(pieces))
    told = [one for one in facts if not one.private]
    matches = match_facts(told, tokens)
    of_reader = [one for one in matches if one.fact.kind not in _NO_TIE]
    known = {one for match in of_reader for one in match.stems}
    known_at = {tokens[number].start for match in of_reader for number in match.tokens}
    if not known:
        facts_of_reader = [one for one in told if one.kind not in _NO_TIE]
        said = {one.word for one in tokens} | set(words(subject))
        known |= telling_stems(facts_of_reader, said)
        known_at = {one.start for one in tokens if stem(one.word) in known} if known else set()
    ignored = _ignored(frame.greeting, recipient, sender, known)
    sentences = read_sentences(text, pieces, ignored=ignored, known_at=known_at)
    if subject:
        sentences += _subject_sentences(subject, ignored)
    kinds = frozenset().union(*[one.kinds for one in sentences])
    if greets_anybody(text, frame.greeting):
        kinds |= {Kind.TO_ANYBODY}
    return _Body(text, frame, sentences, tokens, matches, ignored, kinds)


def _made_out_to(text: str, frame: Frame, recipient: Person | None, sender: Person | None) -> str:
    """The name of somebody else whom the text greets or calls."""
    if not recipient:
        return ""
    greeted = greets_somebody_else(frame.greeting, recipient)
    return greeted or calls_somebody_else(text, recipient, sender)


def _ignored(
    greeting: str, recipient: Person | None, sender: Person | None, known: Collection[str]
) -> frozenset[str]:
    """The words that count for nothing: names, and where the reader works and as what, which any
    mail merge can fill in, but for what is known of them besides."""
    people = [person for person in (recipient, sender) if person]
    names = [name for person in people for name in (person.name, person.given_name)]
    work = f"{recipient.company} {recipient.headline}" if recipient else ""
    merged = [word for word in words(work) if stem(word) not in known]
    return frozenset((*words(" ".join((greeting, *names))), *merged))


def _subject_sentences(subject: str, ignored: frozenset[str]) -> list[Sentence]:
    """A subject line adds what it says about the reader; it is not part of the text."""
    pieces = split_sentences(subject, fold(subject), 0, len(subject))
    return [
        sentence._replace(tokens=(), hits=(), particulars=(), kinds=())
        for sentence in read_sentences(subject, pieces, ignored=ignored)
    ]


def _fitting(
    body: _Body, others: Sequence[OtherContact] | Circle, name: str, facts: Sequence[Fact]
) -> tuple[tuple[str, ...], int]:
    if not others:
        return (), 0
    known = Acquaintances(others) if isinstance(others, Sequence) else others
    of_sender = {
        one for fact in facts if fact.kind in OF_SENDER for one in content_stems(fact.text)
    }
    about = [match for match in body.matches if match.fact.kind not in OF_SENDER]
    stems = {one for match in about for one in match.stems}
    stems |= stems_of_reader(body.text, body.sentences) - of_sender - body.ignored
    named = named_in(body.text, [one.tokens for one in body.sentences]) - set(words(name))
    return known.fitting(stems, recipient=name, named=named)


def _near_duplicates(
    text: str, outbox: Sequence[SentText] | Outbox, name: str
) -> tuple[NearDuplicate, ...]:
    if not outbox:
        return ()
    sent = outbox if isinstance(outbox, Outbox) else Outbox(outbox)
    return sent.near_duplicates(bare_body(text, name), recipient=name)


def _weigh(body: _Body) -> tuple[float, bool]:
    """The score, 0 to 100, and whether the lean of the plain words turned the verdict: the more
    evidence decides, the less does it matter."""
    evidence, at = total_evidence(body.sentences), _EVIDENCE_AT_TAILORED
    if evidence < at:
        told = TAILORED * evidence / at
    else:
        told = TAILORED + (100 - TAILORED) * (evidence - at) / (1 - at)
    if (distance := min(told, 100 - told)) <= _SURE:
        return told, False
    doubt = min(1.0, (distance - _SURE) / (_UNSURE - _SURE))
    score = 100 * told / (told + (100 - told) * math.exp(-doubt * _lean(body)))
    return score, (told >= TAILORED) is not (score >= TAILORED)


def _lean(body: _Body) -> float:
    """Which way the plain words lean, in log-odds. They do not speak for a body that only sells, or
    that never turns to its reader."""
    leaning = lean(body.text, [one.tokens for one in body.sentences if one.tokens])
    speaks_to_reader = any(one.is_tied for one in body.sentences)
    only_sells = is_selling(body.sentences) and not any(map(_looked, body.sentences))
    return 0.0 if leaning > 0 and (only_sells or not speaks_to_reader) else leaning


def _looked(sentence: Sentence) -> bool:
    """Whether it tells something particular of the reader, beside what is for sale."""
    of_them = sentence.particulars and not _OF_THEM.isdisjoint(sentence.kinds)
    return bool(of_them) and Kind.PITCH not in sentence.kinds


def _score(score: float, findings: Findings) -> int:
    """0 to 100, less what speaks against the text as a whole."""
    score -= _NEAR_DUPLICATE * len(findings.near)
    # What tells nothing fits everybody, and is no worse for it than what it tells makes it.
    fits = findings.fits_count if findings.present else 0
    score -= _FITS_ANOTHER * min(fits, _MOST_FITS)
    fits_another = fits and Ingredient.THEIRS in findings.missing
    if fits_another or Kind.TO_ANYBODY in findings.kinds:
        score = min(score, _ANOTHERS)
    if findings.is_flawed:
        score = min(score, _FLAW)
    return max(0, min(100, round(score)))


def _verdict(findings: Findings, length: int, worth: float, is_by_words: bool) -> Verdict:
    score = _score(worth, findings)
    is_tailored = score >= TAILORED
    return Verdict(
        verdict="tailored" if is_tailored else "generic",
        score=score,
        present=findings.present,
        missing=findings.missing,
        stock=findings.stock,
        placeholders=findings.placeholders,
        reasons=explain(findings, is_tailored=is_tailored, is_by_words=is_by_words),
        length=length,
        use=findings.use,
        fits_others=findings.fits,
        fits_count=findings.fits_count,
        near_duplicates=findings.near,
        broken_rules=findings.broken,
        is_flawed=findings.is_flawed,
    )
