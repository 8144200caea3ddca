"""Where the texts of a page's columns begin: a narrow gap before such a place parts two cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median_low

from undocparse.layout.pages import Ruling
from undocparse.readers.pdf_spans import PdfSpan

WIDE = 0.85  # of the type size: a gap from here on parts two texts by itself
_NARROW = 0.4  # of the type size: justification makes few blanks so wide
_TIGHT = 0.3  # of the type size: a blank is narrower
_FEW = 2  # other texts that begin in line: one may by chance
_MANY = 3  # the same where only a blank parts two texts
_LEVEL = 0.6  # points; texts of one column begin no farther apart
_ODD = 0.25  # points; all blanks of a line are as wide to within this, but for one that is a gap
_SHORT = 4  # characters; a shorter text fills no column: it is a bullet or a number
_ROWS = 2  # rows above and below in which a text begins in line
_INNER = 1.5  # type sizes; a column is no narrower


class Stops:
    """The places of a page where texts begin behind others.

    A full cell comes closer to the next column than words that are set wide do to each other; what tells
    them apart is that other rows begin a text there.

    Args:
        rows: of the page; each from left to right.
        rulings: of the page; asked for only where texts stand in columns.
    """

    def __init__(self, rows: Sequence[Sequence[PdfSpan]], rulings: Sequence[Ruling]) -> None:
        self._rows = rows
        self._starts: list[list[float]] = []
        self._counted: Counter[int] = Counter()
        inner: Counter[int] = Counter()
        for row in rows:
            begun = [row[0].x0]
            if len(row) > 1:
                begun.extend(span.x0 for before, span in pairwise(row) if _wide(before, span))
                inner.update(map(round, begun[1:]))
            self._starts.append(begun)
            self._counted.update(map(round, begun))
        columns = any(times >= _FEW and self._count(x) >= _MANY for x, times in inner.items())
        self._inner = sorted(x for x in self._counted if self._count(x) >= _MANY) if columns else []
        self._uprights = [r for r in rulings if not r.horizontal] if columns else []

    def parts(self, before: PdfSpan, span: PdfSpan, place: int) -> bool:
        """Whether a gap in a row, if not wide, ends before one of these places.

        It must be wider than a character, or texts must begin there in the rows around.
        """
        if span.apart:
            return True
        gap = span.x0 - before.x1
        if gap < _TIGHT * span.size or len(before.text.strip()) <= _SHORT:
            return False
        times = self._count(round(span.x0))
        if gap >= _NARROW * span.size and gap * len(before.text) > before.x1 - before.x0:
            return times >= _FEW
        return times >= _MANY and bool(self._inner) and self._neighbours(span.x0, place) > 0

    def cut(self, place: int) -> list[PdfSpan]:
        """The spans of a row, those cut that run over such a place where a blank ends just before it."""
        row = list(self._rows[place])
        if not self._inner or not any(self._may_run_over(span, place) for span in row):
            return row
        return [part for span in row for part in self._parts_of(span, place)]

    def _may_run_over(self, span: PdfSpan, place: int) -> bool:
        """Whether a span reaches over a drawn upright, or a place where a text begins in the rows around.

        It is asked of all spans of pages with columns, before their blanks are measured.
        """
        if len(span.widths) != len(span.text):
            return False
        left, right = span.x0 + _INNER * span.size, span.x1 - _INNER * span.size
        at = bisect_right(self._inner, left)
        while at < len(self._inner) and self._inner[at] < right:
            if self._neighbours(self._inner[at], place, _LEVEL + 1):
                return True
            at += 1
        return any(span.x0 < r.x0 < span.x1 and r.top < span.base < r.bottom for r in self._uprights)

    def _parts_of(self, span: PdfSpan, place: int) -> Iterator[PdfSpan]:
        least = _INNER * span.size
        stops = [x for x in self._inner if span.x0 + least < x < span.x1 - least]
        drawn = [r.x0 for r in self._uprights if span.x0 < r.x0 < span.x1 and r.top < span.base < r.bottom]
        blanks = list(_blanks(span)) if stops or drawn else []
        begin = 0
        for number, (at, left, right) in enumerate(blanks):
            ruled = any(left - 1 < x < right + 1 for x in drawn)
            if not ruled and not any(abs(stop - right) <= 1 for stop in stops):
                continue
            others = [end - start for n, (_, start, end) in enumerate(blanks) if n != number]
            odd = bool(others) and abs(right - left - median_low(others)) > _ODD
            short = at - begin <= _SHORT
            if ruled or (not short and self._neighbours(right, place) > (not odd)):
                text = span.text[begin:at]
                yield span._replace(text=text, x1=left, apart=span.apart or begin > 0, widths=())
                span, begin = span._replace(x0=right), at + 1
        if not begin:
            yield span
        elif rest := span.text[begin:]:
            yield span._replace(text=rest, apart=True, widths=())

    def _neighbours(self, x: float, place: int, level: float = _LEVEL) -> int:
        """In how many of the rows around a text begins in line."""
        near = self._starts[max(place - _ROWS, 0) : place] + self._starts[place + 1 : place + 1 + _ROWS]
        return sum(any(abs(start - x) <= level for start in begun) for begun in near)

    def _count(self, x: int) -> int:
        return self._counted[x - 1] + self._counted[x] + self._counted[x + 1]


def _wide(before: PdfSpan, span: PdfSpan) -> bool:
    return span.x0 - before.x1 >= WIDE * span.size


def _blanks(span: PdfSpan) -> Iterator[tuple[int, float, float]]:
    """The blanks inside a span: place in its text, left and right edge in points."""
    if len(span.widths) != len(span.text):
        return
    edges = list(accumulate(span.widths, initial=span.x0))
    slip = (span.x1 - edges[-1]) / max(span.text.count(" "), 1)  # justification widens blanks alone
    before = 0
    for at, character in enumerate(span.text):
        if character == " ":
            yield at, edges[at] + before * slip, edges[at + 1] + (before + 1) * slip
            before += 1
