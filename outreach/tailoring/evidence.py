"""How much in a body ties it to one person, sentence by sentence."""

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from outreach.tailoring.emptiness import is_empty_praise, says_only_met
from outreach.tailoring.folding import Token, tokens
from outreach.tailoring.particulars import (
    Language,
    Particular,
    Reading,
    find_particulars,
    language_of,
    marks_in,
)
from outreach.tailoring.phrasebook import STOCK, Hit, Kind, Phrasebook, read_phrases
from outreach.tailoring.vocabulary import read_words

# Not after "Dr.", "St." or "Mrs.".
_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|(?=\s|$))(?<!\b(?:dr|mr|ms|st|vs)\.)(?<!\bmrs\.)")
_START = attrgetter("start")
SECOND_PERSON = read_words("second-person")
# How far a sentence of this kind vouches for what is particular in it.
TIES = {
    Kind.ENCOUNTER: 1.0,
    Kind.REFERRAL: 1.0,
    Kind.REFERENCE: 1.0,
    Kind.OBSERVED: 0.92,
    Kind.OWED: 0.9,
    Kind.SHARED: 0.85,
    Kind.OPENING: 0.55,
}
_LEAST_TIE = TIES[Kind.SHARED]
_TIE_TO_YOU, _TIE_TO_NOBODY = 0.5, 0.2
# "Your site lists two prices" states something; "we can cut your costs" offers, "could you" asks.
_TIE_STATED = 0.8
_NOT_STATED = read_words("not-stated")
_BEGINS_QUESTION = {"have", "has", "had", "was", "were", "any"}
_BEGINS_GUESS = {"if", "whether"}  # what follows is true of whom it fits
_BEGINS_ASKING = _NOT_STATED | _BEGINS_QUESTION
_OF_SENDER = _NOT_STATED - set("do does did is are how what why which who when where".split())
_ANNOUNCES = read_words("announcing")
_SHORTEST_OPENING, _PARTICULAR_OPENING = 8, 1.2
_WISHES = {"would", "to", "might"}
_MET = set("met talked spoke chatted sat".split())
_MET_WHERE = set("at in on after over during through via briefly".split())
# "Just checking in about Thursday: …"
_OPENS_BY, _LONGEST_OPENER, _NEWS = 2, 4, 0.15
_LEADS_TO_NEWS = re.compile(r":\s|\s+[-\u2013\u2014]+\s|\s?\u2014\s?|,\s")
_TIE_CARRIED = 0.5  # of the sentence after one that is tied: it mostly goes on about the same
# "15 minutes on Thursday" is a diary; "8 open roles" in what was noticed about them is not.
_TIE_OF_COUNTS, _COUNTS_UNTIED = 0.8, 0.3
# Having met counts even when nothing else is told of it.
_WORTH_ALONE = {Kind.ENCOUNTER: 0.4, Kind.REFERRAL: 0.34, Kind.REFERENCE: 0.2, Kind.OWED: 0.17}
PERSONAL = {Kind.ENCOUNTER, Kind.REFERRAL, Kind.REFERENCE, Kind.OWED}
_SALES_TALK = 0.15  # what is left of a tie in a sentence that sells
_NUDGE_WITH_SOMETHING = 0.6  # … and of one that nudges, but hands something over
_SALES_TALK_TO_YOU = 0.5  # … and of one that also speaks of an encounter or of their work
_SAYS_OF_THEM = {Kind.REFERENCE, Kind.OBSERVED, Kind.SHARED, Kind.OWED}
_SAYS_ENOUGH = {Kind.REFERENCE, Kind.OWED}  # plain words will do
_LOOSENS = STOCK | {Kind.PITCH}
_NOT_A_STATEMENT = _LOOSENS | {Kind.ASK}
_EMPTY = read_words("function-words") | read_words("noticing") | SECOND_PERSON
# What stands for a whole trade or company, and what is wished for.
_SAYS_NOTHING_OF_THEM = read_words("anybodys") | {"would", "wish", "could", "maybe"}
_PLAIN, _MOST_PLAIN, _SHORTEST_CONTENT = 0.1, 5, 4
_ENOUGH = 1.2  # the weight of particulars at which a sentence has said 63 % of what it can say


class Sentence(NamedTuple):
    """One sentence of the body, what was found in it, and its evidence from 0 to 1."""

    tokens: Sequence[Token]
    hits: Sequence[Hit]
    particulars: Sequence[Particular]
    evidence: float
    tie: float
    kinds: Collection[Kind]  # of the hits

    @property
    def is_tied(self) -> bool:
        return self.tie >= _TIE_CARRIED and Kind.EMPTY_PRAISE not in self.kinds


@cache
def _phrasebook() -> Phrasebook:
    """Made when the first text is judged: many a process never judges any."""
    names = ("english-stock", "english-ties", "european")
    return Phrasebook(phrase for name in names for phrase in read_phrases(name))


def read_sentences(
    text: str,
    pieces: Sequence[list[Token]],
    *,
    ignored: Collection[str] = (),
    known_at: Collection[int] = (),
) -> list[Sentence]:
    """Read the body, cut by `split_sentences`. `ignored` are folded names that count for nothing;
    at `known_at` begin the words for what is known to be true of the two of them."""
    pieces, openers = _cut_off_openers(text, pieces)
    words_of = [tuple([token.word for token in piece]) for piece in pieces]
    language = language_of(list(chain.from_iterable(words_of)))
    reading = Reading(ignored, known_at, language, marks_in(text))
    sentences: list[Sentence] = []
    spent: set[Kind] = set()  # to have met, say, counts once, however often it is said
    for number, (piece, words) in enumerate(zip(pieces, words_of, strict=True)):
        hits = _phrases_in(words)
        kinds, said = _outside_stock(hits, find_particulars(text, piece, reading), piece)
        is_news = number - 1 in openers  # who follows up comes back to something of the two
        before = _LEAST_TIE if is_news else _tie_before(sentences, kinds)
        tie = 1.0 if any(found.is_known for found in said) else _tie(kinds, words, before, language)
        if is_news and tie < TIES[Kind.OWED] and _tells_you(text, piece, kinds, words):
            tie = _TIE_STATED
        is_opening = not sentences and language.is_english and tie < TIES[Kind.OPENING]
        if is_opening and _opens_on_them(kinds, words, said):
            tie, kinds = TIES[Kind.OPENING], kinds | {Kind.OPENING}
        tells = tie == _TIE_STATED or not kinds.isdisjoint(_SAYS_OF_THEM)
        around = _said_around(kinds, said, words) if tells and language.is_english else 0.0
        evidence = _evidence(kinds - spent, said, tie, around)
        spent |= kinds
        goes_on = bool(sentences) and Kind.EMPTY_PRAISE in sentences[-1].kinds
        praises = is_empty_praise(words, hits, said, ignored, goes_on=goes_on)
        if praises and language.is_english:
            evidence, kinds = 0.0, kinds | {Kind.EMPTY_PRAISE}
        kinds |= {Kind.ONLY_MET} if says_only_met(text, piece, hits) else set()
        sentences.append(Sentence(piece, hits, said, evidence, tie, kinds))
        if is_news and evidence >= _NEWS:
            sentences[-2] = sentences[-2]._replace(kinds=set(sentences[-2].kinds) - {Kind.NUDGE})
    return sentences


def _tie_before(sentences: Sequence[Sentence], kinds: set[Kind]) -> float:
    """The tie of the sentence before, which the next one goes on from: but who says who they are
    after praise with nothing in it goes on about nothing."""
    if not sentences or (Kind.WHO in kinds and Kind.EMPTY_PRAISE in sentences[-1].kinds):
        return 0.0
    return sentences[-1].tie


def _phrases_in(words: tuple[str, ...]) -> Sequence[Hit]:
    """The phrases of a sentence. "Met at PyCon" leaves out who did, which only a beginning can, and
    in "I would like your advice" nobody likes anything."""
    hits = [
        hit
        for hit in _phrasebook().find(words)
        if not (hit.kind is Kind.PRAISE and hit.first and words[hit.first - 1] in _WISHES)
    ]
    if words[0] in _MET and words[1:2] and words[1] in _MET_WHERE:
        hits.append(Hit(Kind.ENCOUNTER, 0, 2))
    return hits


def _cut_off_openers(
    text: str, pieces: Sequence[list[Token]]
) -> tuple[list[list[Token]], set[int]]:
    """The pieces with "Just following up:" a sentence of its own, apart from the news that it
    opens, and the numbers of these."""
    cut: list[list[Token]] = []
    openers: set[int] = set()
    for piece in pieces:
        if at := _end_of_opener(text, piece):
            openers.add(len(cut))
            cut += [piece[:at], piece[at:]]
        else:
            cut.append(piece)
    return cut, openers


def _end_of_opener(text: str, piece: Sequence[Token]) -> int:
    """With which token the news begins that a nudge opens; 0 where none does."""
    hits = _phrasebook().find(tuple([token.word for token in piece]))
    ends = [hit.last for hit in hits if hit.kind is Kind.NUDGE and hit.first <= _OPENS_BY]
    for at in range(max(ends), min(max(ends) + _LONGEST_OPENER, len(piece))) if ends else ():
        if _LEADS_TO_NEWS.match(text, piece[at - 1].end, piece[at].start + 1):
            return at
    return 0


def split_sentences(text: str, folded: str, start: int, end: int) -> list[list[Token]]:
    """The words of a text between two positions, sentence by sentence."""
    said = tokens(folded, start, end)
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(folded, start, end)
        if match[0] != "\n" or not text[match.end() : match.end() + 1].islower()  # only wrapped
    ]
    cuts = [0, *[bisect_left(said, at, key=_START) for at in ends], len(said)]
    return [said[first:last] for first, last in pairwise(cuts) if first < last]


def _tells_you(text: str, piece: Sequence[Token], kinds: set[Kind], words: Sequence[str]) -> bool:
    """Whether news is told to the reader: "the part number you wanted is 88-1207"."""
    asks = text.startswith("?", piece[-1].end)
    to_you = not SECOND_PERSON.isdisjoint(words) and _OF_SENDER.isdisjoint(words)
    return to_you and not asks and kinds.isdisjoint(_LOOSENS)


def _outside_stock(
    hits: Sequence[Hit], said: list[Particular], piece: Sequence[Token]
) -> tuple[set[Kind], list[Particular]]:
    """The kinds of the phrases, and what is particular, but for what stock phrases need."""
    covered = {n for hit in hits if hit.kind in STOCK for n in range(hit.first, hit.last)}
    if not covered:
        return {hit.kind for hit in hits}, said
    starts = {piece[n].start for n in covered}
    kinds = {hit.kind for hit in hits if not _is_part_of_stock(hit, covered)}
    return kinds, [one for one in said if one.start not in starts]


def _is_part_of_stock(hit: Hit, covered: set[int]) -> bool:
    """The words of a tie say nothing when a stock phrase needs them: "thanks for connecting"."""
    return hit.kind in TIES and covered.issuperset(range(hit.first, hit.last))


def _opens_on_them(kinds: set[Kind], words: Sequence[str], said: Sequence[Particular]) -> bool:
    """Whether a message begins with something particular and not with its sender: then it is of
    the reader's, though no "you" says so ("Two years in a row as the busiest clinic in Delft")."""
    if len(words) < _SHORTEST_OPENING or sum([one.weight for one in said]) < _PARTICULAR_OPENING:
        return False
    is_statement = kinds.isdisjoint(_NOT_A_STATEMENT) and words[0] not in _BEGINS_ASKING
    if "here" in words[:3]:  # "Ines here, from the archive"
        return False
    return is_statement and _OF_SENDER.isdisjoint(words) and _ANNOUNCES.isdisjoint(words)


def _said_around(kinds: set[Kind], said: Sequence[Particular], words: Sequence[str]) -> float:
    """What plain words add to something particular that was seen, or made, by the reader: stock
    letters name one thing and say nothing of it."""
    if not kinds.isdisjoint(_LOOSENS) or not _SAYS_NOTHING_OF_THEM.isdisjoint(words):
        return 0.0
    if not said and kinds.isdisjoint(_SAYS_ENOUGH):
        return 0.0
    plain = sum(len(word) >= _SHORTEST_CONTENT and word not in _EMPTY for word in words)
    return _PLAIN * min(_MOST_PLAIN, max(0, plain - max(len(said), 2)))


def _evidence(kinds: set[Kind], said: Sequence[Particular], tie: float, around: float) -> float:
    counts = 1.0 if tie >= _TIE_OF_COUNTS else _COUNTS_UNTIED
    weight = around + sum([found.weight * (counts if found.is_count else 1.0) for found in said])
    alone = max([_WORTH_ALONE.get(kind, 0.0) for kind in kinds], default=0.0)
    return tie * (1 - math.exp(-(weight + alone) / _ENOUGH))


def _is_stated(kinds: set[Kind], words: Sequence[str]) -> bool:
    asks = words[0] in _BEGINS_QUESTION
    return not asks and _NOT_STATED.isdisjoint(words) and kinds.isdisjoint(_NOT_A_STATEMENT)


def _tie(kinds: set[Kind], words: Sequence[str], before: float, language: Language) -> float:
    ties = [TIES[kind] for kind in kinds if kind in TIES]
    to_you = not SECOND_PERSON.isdisjoint(words) and words[0] not in _BEGINS_GUESS
    carried = _TIE_CARRIED if before >= _LEAST_TIE else _TIE_TO_NOBODY
    tie = max([*ties, _TIE_TO_YOU if to_you else carried])
    if to_you and not ties and language.is_english and _is_stated(kinds, words):
        tie = _TIE_STATED
    if Kind.NUDGE in kinds and not kinds & PERSONAL - {Kind.OWED}:
        return tie * (_NUDGE_WITH_SOMETHING if Kind.OWED in kinds else _SALES_TALK)
    if Kind.PITCH not in kinds:
        return tie
    is_personal = kinds & (PERSONAL - {Kind.OWED} | {Kind.OBSERVED})
    return tie * (_SALES_TALK_TO_YOU if is_personal else _SALES_TALK)
