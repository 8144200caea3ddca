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
    alike = pairing.first.document.language == pairing.second.document.language
    kinds: tuple[tuple[DifferenceKind, Sides], ...] = (
        ("date", (_days(one, other), _days(other, one))),
        ("time", _rest(one.times, other.times)),
        ("number", _numbers(pairing, first, second, alike=alike)),
    )
    for kind, (left, right) in kinds:
        for mine, theirs in zip_longest(left, right):
            yield said(kind, first, second, mine, theirs)


def _days(mine: Evidence, theirs: Evidence) -> list[str]:
    """Days that one text has and the other neither names nor spans; of one without year the year is free."""
    known = {*theirs.days, *theirs.within}
    yearless = {day[-6:] for day in known}
    bare = {day for day in known if day.startswith("--")}
    return [
        day
        for day in dict.fromkeys(mine.days)
        if day not in known
        and f"-{day[-6:]}" not in bare
        and not (day.startswith("--") and day[1:] in yearless)
    ]


def _numbers(pairing: Pairing, first: str, second: str, *, alike: bool) -> Sides:
    one, other = pairing.first.evidence(first), pairing.second.evidence(second)
    left, right = _rest(one.numbers, other.numbers)
    named = {*_named(pairing.first, first), *_named(pairing.second, second)}
    dated = {part.lstrip("0") for each in (one, other) for day in each.days for part in day.split("-")}
    left = [each for each in left if each not in named and each not in dated]
    right = [each for each in right if each not in named and each not in dated]
    if alike:
        return left, right
    paired = min(len(left), len(right))
    return _kept(left, paired), _kept(right, paired)


def _kept(numbers: list[str], paired: int) -> list[str]:
    """Numbers without partner only where no language would spell them out."""
    large = [each for each in numbers if float(each) > _SPELLED]
    return numbers if len(numbers) == paired else large or numbers[:paired]


def _named(version: Version, path: str) -> Iterator[str]:
    """Figures in the references of a text, which may be printed with it or not."""
    for pointer in version.references.get(path, ()):
        reference = version.reference(pointer)
        for text in (reference.number, reference.pinpoint, reference.session):
            yield from _figures(text or "")


def _figures(text: str) -> list[str]:
    return "".join(char if char.isdecimal() else " " for char in text).split()


def _rest(first: Iterable[str], second: Sequence[str]) -> Sides:
    """What stands in one only, as often as it stands there more."""
    ones, others = Counter(first), Counter(second)
    return list((ones - others).elements()), list((others - ones).elements())
