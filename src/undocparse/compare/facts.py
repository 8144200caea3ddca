"""Dates, times and numbers that differ in texts which two versions both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from undocparse.compare.evidence import Evidence
from undocparse.compare.pairing import Pairing
from undocparse.compare.references import text_path
from undocparse.compare.result import Difference, DifferenceKind, Pair
from undocparse.compare.saying import said
from undocparse.compare.version import Version

_SPELLED = 20  # numbers up to this one language may print in words and another in figures
_KINDS = ("title", "item", "paragraph", "footnote")

Sides = tuple[list[str], list[str]]


def fact_differences(pairing: Pairing) -> Iterator[Difference]:
    """What dates, times and numbers differ in aligned titles, paragraphs and footnotes."""
    for pair in pairing.pairs:
        if pair.first is None or pair.second is None:
            continue
        if pair.kind in _KINDS:
            yield from _texts(pairing, text_path(pair.kind, pair.first), text_path(pair.kind, pair.second))
        elif pair.kind == "heading" and not _of_items(pairing, pair):
            yield from _texts(pairing, pair.first, pair.second)
        elif pair.kind == "document" and _same_symbol(pairing, pair):
            yield from _texts(pairing, f"{pair.first}/title", f"{pair.second}/title")


def _of_items(pairing: Pairing, pair: Pair) -> bool:
    """Whether a heading repeats the titles of items, which are compared themselves."""
    annotation = int((pair.first or "").split("/")[2])
    return bool(pairing.first.document.annotations[annotation].items)


def _same_symbol(pairing: Pairing, pair: Pair) -> bool:
    return pairing.first.text(f"{pair.first}/symbol") == pairing.second.text(f"{pair.second}/symbol")


def _texts(pairing: Pairing, first: str | None, second: str | None) -> Iterator[Difference]:
    if first is None or second is None:
        return
    one, other = pairing.first.evidence(first), pairing.second.evidence(second)
    dates = _dates(one, other), _dates(other, one)
    numbers = _numbers(pairing, first, second)
    if len(dates[0]) != len(dates[1]):  # a misprinted date leaves its figures as numbers
        numbers = ([], numbers[1]) if len(dates[0]) < len(dates[1]) else (numbers[0], [])
    kinds: tuple[tuple[DifferenceKind, Sides], ...] = (
        ("date", dates),
        ("time", _rest(one.times, other.times)),
        ("number", numbers),
    )
    for kind, (left, right) in kinds:
        for mine, theirs in zip_longest(left, right):
            yield said(kind, first, second, mine, theirs)


def _dates(mine: Evidence, theirs: Evidence) -> list[str]:
    """Dates of one text with a day that the other neither names nor spans; without a year any will do."""
    known = {*theirs.days, *theirs.within}
    yearless = {f"-{day[-6:]}" for day in known}
    bare = {day for day in known if day.startswith("--")}
    return [
        "/".join(date)
        for date in dict.fromkeys(mine.dates)
        if any(
            day not in (yearless if day.startswith("--") else known) and f"-{day[-6:]}" not in bare
            for day in date
        )
    ]


def _numbers(pairing: Pairing, first: str, second: str) -> Sides:
    """Numbers of either text that the other has not, those of the same places beside each other."""
    versions, paths = (pairing.first, pairing.second), (first, second)
    one, other = pairing.first.evidence(first), pairing.second.evidence(second)
    dated = {part.lstrip("0") for each in (one, other) for day in each.days for part in day.split("-")}
    spanned = [_spanned(version, path) for version, path in zip(versions, paths, strict=True)]
    named = [_named(version, path) for version, path in zip(versions, paths, strict=True)]
    left, right = _rest(one.numbers, other.numbers)
    left = [each for each in left if each not in spanned[1] and each not in dated]
    right = [each for each in right if each not in spanned[0] and each not in dated]
    pairs = [
        (mine, theirs)
        for mine, theirs in zip_longest(left, right)
        if not ((mine is None or mine in named[0]) and (theirs is None or theirs in named[1]))
    ]
    if versions[0].document.language != versions[1].document.language:
        pairs = [pair for pair in pairs if None not in pair or not _spelled(pair)]
    return [mine for mine, _ in pairs if mine], [theirs for _, theirs in pairs if theirs]


def _spelled(pair: tuple[str | None, str | None]) -> bool:
    """Whether a number that one version alone has may stand in words in the other."""
    return float(pair[0] or pair[1] or 0) <= _SPELLED


def _spanned(version: Version, path: str) -> set[str]:
    """Figures in the characters of a text's references."""
    return {
        part for each in version.references.get(path, ()) for part in _figures(version.reference(each).text)
    }


def _named(version: Version, path: str) -> set[str]:
    """Figures that a text's references have, which are compared with them."""
    found = (version.reference(each) for each in version.references.get(path, ()))
    texts = (text for each in found for text in (each.number, each.pinpoint, each.session) if text)
    return {part for text in texts for part in _figures(text)}


def _figures(text: str) -> list[str]:
    return "".join(char if char.isdecimal() else " " for char in text).split()


def _rest(first: Iterable[str], second: Sequence[str]) -> Sides:
    """What stands in one only, as often as it stands there more."""
    ones, others = Counter(first), Counter(second)
    return list((ones - others).elements()), list((others - ones).elements())
