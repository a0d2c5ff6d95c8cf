"""Which facts a text speaks of, and with which words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from outreach.tailoring.facts import Fact, FactKind
from outreach.tailoring.folding import Token, words
from outreach.tailoring.vocabulary import GENERIC, PARTICULAR, read_words, weight

_FUNCTION_WORDS = read_words("function-words")
_STEM_LENGTH = 5
_ENOUGH_OF_A_FACT = 0.5
_FEWEST_TELLING = 2
_SEVERAL = re.compile(r"[,;:?!/()]|\s[-\u2013\u2014+&]\s|\.\s")
_FARTHEST_WORD = 5  # from the middle of what was found of a fact
# Facts about the sender are true whoever reads them.
OF_SENDER = {FactKind.WHO_YOU_ARE, FactKind.HEADLINE, FactKind.LOOKING_FOR, FactKind.PURPOSE}
# Written in two ways: "2 wheels for xmas" and "two wheels for Christmas".
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_SAME = {"xmas": "christmas", **{word: str(n) for n, word in enumerate(_NUMBERS, start=1)}}
_NAMED = {FactKind.EVENT, FactKind.PLACE}


@lru_cache(maxsize=20_000)
def telling_words(text: str) -> frozenset[str]:
    """The folded words of a text that are not everybody's: names, numbers, subjects, trades."""
    return frozenset([one for one in words(text) if one[0].isdigit() or weight(one) > GENERIC])


class Match(NamedTuple):
    """A fact of which the text speaks, and the tokens (their numbers) that do."""

    fact: Fact
    tokens: tuple[int, ...]
    stems: frozenset[str]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The start of a word by which its forms meet: "moving" and "moved", "ferry" and "ferries"."""
    word = _SAME.get(word, word)
    if len(word) > _STEM_LENGTH:
        return word[:_STEM_LENGTH]
    return word.removesuffix("s") if len(word) > 3 else word


@lru_cache(maxsize=20_000)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words of a phrase that carry meaning."""
    return frozenset([stem(word) for word in words(text) if word not in _FUNCTION_WORDS])


def match_facts(facts: Sequence[Fact], tokens: Iterable[Token]) -> list[Match]:
    """The facts of which at least half the meaning words occur in the text, or all of one of the
    things that were noted in one line: "the loft floor" of "the loft floor - 3 t, damp?"."""
    wanted = [content_stems(fact.text) for fact in facts]
    said = [token.word for token in tokens]
    positions = _positions(said, frozenset().union(*wanted))
    matches = []
    for fact, stems in zip(facts, wanted, strict=True):
        found = [one for one in stems if one in positions]
        if len(found) < _ENOUGH_OF_A_FACT * len(stems):
            found = _whole_part(fact.text, positions)
        if found:
            match = Match(fact, _nearest(found, positions), frozenset(found))
            if not _is_a_common_word(match, stems, said):
                matches.append(match)
    return matches


def _whole_part(noted: str, positions: Collection[str]) -> list[str]:
    """The stems of the first thing in a line of several that is there as a whole."""
    parts = _SEVERAL.split(noted) if _SEVERAL.search(noted) else ()
    for stems in map(content_stems, parts):
        if len(stems) >= _FEWEST_TELLING and all(one in positions for one in stems):
            return list(stems)
    return []


def telling_stems(facts: Iterable[Fact], said: Collection[str]) -> frozenset[str]:
    """The stems of the telling words that a text shares with what is known of its reader, wherever
    they stand in it. One may be chance, and so may two that any trade has."""
    known = frozenset().union(*[content_stems(fact.text) for fact in facts])
    shared = [word for word in said if weight(word) > GENERIC and stem(word) in known]
    telling = frozenset(map(stem, shared))
    is_chance = len(telling) < _FEWEST_TELLING or max(map(weight, shared)) < PARTICULAR
    return frozenset() if is_chance else telling


def _is_a_common_word(match: Match, stems: Collection[str], said: Sequence[str]) -> bool:
    """Whether of the name of an event or place only one common word is said: "founders like you"
    is no mention of the Founders Breakfast."""
    if match.fact.kind not in _NAMED or len(match.tokens) == len(stems) or len(match.tokens) > 1:
        return False
    return weight(said[match.tokens[0]]) < PARTICULAR


def _positions(said: Sequence[str], wanted: Collection[str]) -> Mapping[str, list[int]]:
    """Where in the text each of the wanted stems occurs."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(map(stem, said)):
        if one in wanted and said[number] not in _FUNCTION_WORDS:
            positions[one].append(number)
    return positions


def stretch(match: Match, tokens: Sequence[Token]) -> tuple[int, int]:
    """Where in the text the words of a match stand that lie near its middle."""
    centre = match.tokens[len(match.tokens) // 2]
    near = [one for one in match.tokens if abs(one - centre) <= _FARTHEST_WORD]
    return tokens[near[0]].start, tokens[near[-1]].end


def _nearest(stems: Iterable[str], positions: Mapping[str, list[int]]) -> tuple[int, ...]:
    """One place for each stem, all as near as possible to the rarest one's first place."""
    places = [positions[one] for one in stems]
    if max(map(len, places)) == 1:  # mostly
        return tuple(sorted([place[0] for place in places]))
    centre = min(places, key=lambda place: (len(place), place[0]))[0]
    return tuple(sorted([_nearest_to(centre, place) for place in places]))


def _nearest_to(centre: int, place: Sequence[int]) -> int:
    return place[0] if len(place) == 1 else min(place, key=lambda at: abs(at - centre))
