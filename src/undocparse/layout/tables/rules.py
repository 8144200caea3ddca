"""Drawn lines as the frames of tables: which rows stand between rules that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from undocparse.layout.pages import Ruling
from undocparse.layout.tables.rows import Gutter, Row, common

_LEVEL = 2.5  # points; strokes nearer than this are one rule, double rules among them
_JOINT = 16.0  # points; rules drawn cell by cell leave no more between two cells (A/C.6/80/L.1)
_SHORT = 60.0  # points; shorter rules end a document or part footnotes from the text
_ENDS = 8.0  # points; rules of one table end nearer to each other than this
_FEW = 4  # rows; the heads of columns take no more
_LOOSE = 1.6  # type sizes; rows farther from a rule, or from each other, are not held together by it
_WIDE = 0.75  # of the width of a rule; a stretch as wide is running text, not a cell
_RIGHT = 0.3  # of the width of a rule; headings of the first column begin left of it
_RARE = 5  # rows; among more rows for each one with several stretches, these are headings in running text
_AGREE = 3  # times as many rows share their white space as do not


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule, drawn in one stroke or in several."""

    top: float
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows that rules hold together.

    Attributes:
        first: the first row's place on the page.
        end: place of the row after the last one.
        x0: left end of the rules, in points.
        x1: right end.
        boxed: whether drawn verticals part the columns.
        rules: how many rules there are.
    """

    first: int
    end: int
    x0: float
    x1: float
    boxed: bool
    rules: int

    @property
    def is_head(self) -> bool:
        """Whether the rules may hold nothing but the heads of columns, so that the table goes on below."""
        return self.rules == 2 and self.end - self.first <= _FEW and not self.boxed


def rules_of(rulings: Sequence[Ruling]) -> list[Rule]:
    """The horizontal rules of a page, top to bottom."""
    strokes = sorted((r for r in rulings if r.horizontal), key=lambda r: r.top)
    levels: list[list[Ruling]] = []
    for stroke in strokes:
        if levels and stroke.top - levels[-1][-1].top <= _LEVEL:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    rules = [rule for level in levels for rule in _joined(level)]
    return [rule for rule in rules if rule.x1 - rule.x0 >= _SHORT]


def _joined(strokes: Sequence[Ruling]) -> list[Rule]:
    rules: list[Rule] = []
    for stroke in sorted(strokes, key=lambda r: r.x0):
        if rules and stroke.x0 - rules[-1].x1 <= _JOINT:
            rules[-1] = replace(rules[-1], x1=max(rules[-1].x1, stroke.x1))
        else:
            rules.append(Rule(stroke.top, stroke.x0, stroke.x1))
    return rules


def frames_of(rows: Sequence[Row], rulings: Sequence[Ruling]) -> list[Frame]:
    """Rows between rules of one length, where the text or drawn verticals show columns.

    Args:
        rows: of the page, top to bottom.
        rulings: of the page.
    """
    uprights = [r for r in rulings if not r.horizontal]
    intervals: list[_Interval] = []
    above: list[Rule] = []
    for rule in rules_of(rulings):
        upper = next((n for n, other in enumerate(above) if _alike(other, rule)), None)
        if upper is None:
            above.append(rule)
            continue
        if interval := _interval(rows, above[upper], rule, uprights):
            intervals.append(interval)
        above[upper] = rule
    return [frame for group in _chains(intervals) if (frame := _frame(group))]


@dataclass(frozen=True, slots=True)
class _Interval:
    """The rows between two neighbouring rules.

    Attributes:
        first: place of the first row.
        end: place of the row after the last one.
        upper: the rule above.
        columns: whether drawn verticals part them.
        sided: whether drawn verticals close them in.
        several: whether some row has several stretches of text, or all stand over a column on the right.
    """

    first: int
    end: int
    upper: Rule
    columns: bool
    sided: bool
    several: bool


def _alike(upper: Rule, lower: Rule) -> bool:
    return abs(upper.x0 - lower.x0) <= _ENDS and abs(upper.x1 - lower.x1) <= _ENDS


def _interval(rows: Sequence[Row], upper: Rule, lower: Rule, uprights: Sequence[Ruling]) -> _Interval | None:
    """The rows between two rules; null where there are none, or running text."""
    places = [n for n, row in enumerate(rows) if upper.top - 1 < (row.top + row.bottom) / 2 < lower.top + 1]
    if not places:
        return None
    inside = [rows[n] for n in places]
    if any(row.x0 < upper.x0 - _ENDS or row.x1 > upper.x1 + _ENDS for row in inside):
        return None
    high = [u.x0 for u in uprights if u.top <= upper.top + _LEVEL and u.bottom >= lower.top - _LEVEL]
    inner = [x for x in high if upper.x0 + _ENDS < x < upper.x1 - _ENDS]
    sided = any(abs(x - upper.x0) <= _ENDS for x in high)
    if not inner and not sided and len(inside) > _FEW and not _has_gutter(inside):
        return None
    wide = _WIDE * (upper.x1 - upper.x0)
    if not inner and not sided and any(len(r.stretches) == 1 and r.x1 - r.x0 > wide for r in inside):
        return None
    if not inner and not sided and any(_wraps(a, b, wide) for a, b in pairwise(inside)):
        return None
    several = any(len(row.stretches) > 1 for row in inside) or _heads_right(inside, upper)
    if not inner and not sided:
        places = places[_captions(inside, upper) :] or places
    return _Interval(places[0], places[-1] + 1, upper, bool(inner), sided, several)


def _wraps(above: Row, row: Row, wide: float) -> bool:
    """Whether a wide line goes on below its own number: a paragraph of running text."""
    if len(above.stretches) != 2 or len(row.stretches) != 1 or not row.text[:1].islower():
        return False
    return abs(row.x0 - above.x0) <= _LEVEL and above.stretches[1].x1 - above.stretches[1].x0 > wide


def _heads_right(rows: Sequence[Row], upper: Rule) -> bool:
    """Whether few rows stand over a column on the right, which alone has a heading (A/C.6/80/L.1)."""
    return len(rows) <= _FEW and all(row.x0 > upper.x0 + _RIGHT * (upper.x1 - upper.x0) for row in rows)


def _captions(rows: Sequence[Row], upper: Rule) -> int:
    """How many rows stand away from the rule above and from the rows with columns: titles of the table."""
    above = upper.top
    for place, row in enumerate(rows):
        if len(row.stretches) > 1:
            loose = any(_is_apart(rows[n - 1].bottom if n else above, rows[n]) for n in range(place + 1))
            return place if loose else 0
    return 0


def _is_apart(above: float, row: Row) -> bool:
    return row.top - above > _LOOSE * row.size


def _chains(intervals: Sequence[_Interval]) -> list[list[_Interval]]:
    """Intervals that follow each other."""
    chains: list[list[_Interval]] = []
    for interval in sorted(intervals, key=lambda i: (i.first, i.end)):
        last = chains[-1][-1] if chains else None
        if last and interval.first <= last.end and _overlap(last.upper, interval.upper):
            chains[-1].append(interval)
        else:
            chains.append([interval])
    return chains


def _overlap(one: Rule, other: Rule) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0


def _frame(chain: Sequence[_Interval]) -> Frame | None:
    """The frame of a chain; what stands between rules above the first row with columns is not in it."""
    boxed = any(interval.columns for interval in chain)
    while chain and not (chain[0].several or chain[0].columns or (boxed and chain[0].sided)):
        chain = chain[1:]
    if not chain:
        return None
    x0, x1 = min(i.upper.x0 for i in chain), max(i.upper.x1 for i in chain)
    return Frame(chain[0].first, max(i.end for i in chain), x0, x1, boxed, len(chain) + 1)


def _has_gutter(rows: Sequence[Row]) -> bool:
    """Whether rows of several stretches share white space, and are not lost among others."""
    several = [row for row in rows if len(row.stretches) > 1]
    if not several or _RARE * len(several) < len(rows):
        return False
    shared: list[Gutter] = list(several[0].gaps)
    misses = 0
    for row in several[1:]:
        both = [both for g in shared for gap in row.gaps if (both := common(g, gap, row.size))]
        shared, misses = both or shared, misses + (not both)
    return _AGREE * misses <= len(several)
