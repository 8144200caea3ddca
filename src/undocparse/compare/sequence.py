"""Two rows of texts aligned in order, by what is the same in all languages."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_NO_SIGN = re.compile(r"\W")
_GAP = 1.0  # cost of a text without partner: two of them cost less than a pair of texts that share nothing
_LENGTH = 0.6  # how much it costs that one text is e times as long as the other
_MOST_LENGTH = 1.2  # of one text several times as long no more can be said than that they differ
_FACTS = 1.2  # cost of a pair that shares no fact, where there are any
_UNTOLD = 0.25  # cost where neither has a fact: half of what texts with the same ones may differ
_OTHER_NUMBER = 1.5  # cost of different printed numbers
_SAME_NUMBER = -0.4  # of the same ones
_ONE_NUMBER = 0.3  # of a number that one version alone has printed

Matches = list[tuple[int | None, int | None]]


class Strand(NamedTuple):
    """A text as aligning sees it.

    Attributes:
        text: the text itself.
        facts: what it says in the same way in all languages.
        number: its printed number, if any.
    """

    text: str
    facts: frozenset[str] = frozenset()
    number: str | None = None


def align_sequences(first: Sequence[Strand], second: Sequence[Strand], stretch: float = 0.0) -> Matches:
    """Pairs of places in two rows of texts, in order; null where a text has no partner.

    Args:
        first: texts of one version.
        second: texts of the other.
        stretch: logarithm of how much longer the second version's texts are than the first's.
    """
    if [strand.text for strand in second] < [strand.text for strand in first]:  # so that it is symmetric
        return _ordered([(one, two) for two, one in align_sequences(second, first, -stretch)])
    costs = _costs(first, second, stretch)
    matches: Matches = []
    row, column = len(first), len(second)
    while row or column:
        best = costs[row][column]
        if (
            row
            and column
            and best == costs[row - 1][column - 1] + cost(first[row - 1], second[column - 1], stretch)
        ):
            row, column = row - 1, column - 1
            matches.append((row, column))
        elif row and best == costs[row - 1][column] + _GAP:
            row -= 1
            matches.append((row, None))
        else:
            column -= 1
            matches.append((None, column))
    return _ordered(matches[::-1])


def cost(one: Strand, other: Strand, stretch: float) -> float:
    """How unlike two texts are: 0 and less for the same, 2 and more for texts of which each stands alone."""
    longer = abs(math.log((len(other.text) + 8) / (len(one.text) + 8)) - stretch)
    facts = _UNTOLD
    if one.facts or other.facts:
        shared = len(one.facts & other.facts) / len(one.facts | other.facts)
        facts = _FACTS * (1 - shared)
    return min(_LENGTH * longer, _MOST_LENGTH) + facts + _numbering(one.number, other.number)


def _numbering(one: str | None, other: str | None) -> float:
    one, other = _plain(one), _plain(other)
    if one is None and other is None:
        return 0.0
    if one is None or other is None:
        return _ONE_NUMBER
    if one.isascii() != other.isascii():  # letters of other scripts: their order is not the same
        return 0.0
    return _SAME_NUMBER if one == other else _OTHER_NUMBER


def _plain(number: str | None) -> str | None:
    kept = _NO_SIGN.sub("", unicodedata.normalize("NFKC", number or "")).casefold()
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in kept) or None


def _costs(first: Sequence[Strand], second: Sequence[Strand], stretch: float) -> list[list[float]]:
    costs = [[column * _GAP for column in range(len(second) + 1)]]
    for row, one in enumerate(first, 1):
        line = [row * _GAP]
        for column, other in enumerate(second, 1):
            pair = costs[row - 1][column - 1] + cost(one, other, stretch)
            line.append(min(pair, costs[row - 1][column] + _GAP, line[column - 1] + _GAP))
        costs.append(line)
    return costs


def _ordered(matches: Matches) -> Matches:
    """With what the first version alone has before what the second alone has, between two pairs."""
    found: Matches = []
    lone: Matches = []
    for one, two in matches:
        if one is not None and two is not None:
            found += [*_sides(lone), (one, two)]
            lone = []
        else:
            lone.append((one, two))
    return found + _sides(lone)


def _sides(lone: Matches) -> Matches:
    return [pair for pair in lone if pair[1] is None] + [pair for pair in lone if pair[0] is None]
