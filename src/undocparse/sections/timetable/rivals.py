"""Timetables among the tables that the print shows, beside those that days and times by themselves show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from undocparse.layout.pages import Grid, Line, PrintedTable
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.evidence import ENOUGH, Setting, grid_evidence
from undocparse.sections.timetable.plans import plan_of
from undocparse.sections.timetable.signs import WHEN, sign_of

_MORE = 0.5  # what more must speak for a table than for another about the same days and times ...
_LESS = -1.0  # ... or less than for a plain list, which has no columns
_LONGER = 1.3  # times the lines: a table with a few more has taken in what stands below it (A/C.4/80/L.1)
_SAME = 0.8  # of these lines: a table that has so many is another reading of them


class Weighed(NamedTuple):
    """A table or a run of lines that is a timetable.

    Attributes:
        weight: what speaks for it.
        titled: a heading above says that it is a timetable.
        part: how it is read.
        lines: all its lines.
    """

    weight: float
    titled: bool
    part: Grid | list[Line]
    lines: list[Line]


def breaks_between(tables: Sequence[PrintedTable]) -> frozenset[int]:
    """Numbers of the lines with which a table begins that has other heads than the one before it."""
    return frozenset(
        table.lines[0].number
        for before, table in pairwise(tables)
        if table.heads and table.heads != before.heads
    )


def with_tables(
    found: Sequence[Weighed],
    tables: Iterable[PrintedTable],
    free: Iterable[Line],
    reader: CellReader,
    above: Callable[[int], Setting],
) -> list[Weighed]:
    """What was found, and the tables that are timetables where nothing was found or less speaks for it.

    Args:
        found: about days and times that stand by themselves.
        tables: those of the document.
        free: lines that no section has claimed and that are in no table of the format.
        reader: of the document's language and year.
        above: tells the setting at a line.
    """
    numbers = {line.number for line in free}
    kept = list(found)
    for table in tables:
        own = {line.number for line in table.lines}
        if not own <= numbers:
            continue
        same = [one for one in kept if not own.isdisjoint(line.number for line in one.lines)]
        if any(one.part is table.grid for one in same):
            continue  # it was weighed already
        if any(_loses(one, own, reader) for one in same) or not _names_days(table.grid, reader):
            continue
        setting = above(table.lines[0].number)
        weight = grid_evidence(table.grid, reader, setting)
        if weight >= max([ENOUGH, *(one.weight + _more(table, one, reader) for one in same)]):
            kept = [one for one in kept if one not in same]
            kept.append(Weighed(weight, setting.titled, table.grid, table.lines))
    return sorted(kept, key=lambda one: one.lines[0].number)


def _loses(one: Weighed, own: Collection[int], reader: CellReader) -> bool:
    """Whether a table lacks many of the lines of another reading, or lines of it that say when."""
    lacking = [line for line in one.lines if line.number not in own]
    if len(own) < _SAME * len(one.lines):
        return True
    starts = (run.text.strip() for line in lacking for run in line.runs[:1])
    return any(sign_of(text, reader.language, reader.year) in WHEN for text in starts)


def _more(table: PrintedTable, one: Weighed, reader: CellReader) -> float:
    """What more must speak for a table than for what was found: nothing for a matrix, or if that was cut.

    Days and times that stand across the top are not those that a list or table is found by.
    """
    if not isinstance(one.part, Grid):
        return _LESS
    longer = len(table.lines) > _LONGER * len(one.lines)
    crossed = len(table.lines) > len(one.lines) and plan_of(table.grid, reader).across
    return 0.0 if longer or crossed else _MORE


def _names_days(grid: Grid, reader: CellReader) -> bool:
    """Whether cells say when; asked of all tables, and so before they are weighed."""
    return any(reader.sign(cell) in WHEN for cell in grid.cells)
