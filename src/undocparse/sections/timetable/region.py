"""Finds where the timetables of a document stand: tables first, then lines with days, then sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Grid, Layout, Line
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.evidence import ENOUGH, Setting, grid_evidence
from undocparse.sections.timetable.headed import HeadedDays, headed_days
from undocparse.sections.timetable.headings import day_over, headings_above, is_title, settings_above
from undocparse.sections.timetable.plans import plan_of
from undocparse.sections.timetable.printed import printed_parts
from undocparse.sections.timetable.sentences import sentences_of

_WEAK = 0.5  # what speaks for a table that goes on from one that is certain

Part = Grid | HeadedDays | list[Line]


@dataclass(slots=True)
class Region:
    """The lines of a timetable.

    Attributes:
        parts: grids, days under headings, and runs of lines outside them, in reading order.
        lines: all its lines, with headings above and notes below.
    """

    parts: list[Part] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def find_region(layout: Layout, ledger: Ledger, reader: CellReader, setting: Setting) -> Region | None:
    """The timetable among the lines that no section has claimed; null where there is none.

    Args:
        layout: the whole document.
        ledger: what other sections have claimed.
        reader: of the document's language and year.
        setting: what is known of the document; what stands above a table is added to it.
    """
    free = [line for line in ledger.free() if line.text.strip()]
    titled = any(is_title(line, reader) for line in free)
    if setting.strict and not titled:
        return None
    headed = headed_days(free, layout, reader) if titled or setting.work else []
    taken = {line.number for part in headed for line in part.lines}
    above = settings_above(free, reader, setting)
    grids = [grid for page in layout.pages for grid in page.grids if taken.isdisjoint(_numbers(grid.lines))]
    if timetables := _timetables(grids, reader, above):
        return _region_of_grids(timetables, free, reader)
    printed = printed_parts(free, layout, reader, above)
    if parts := [part for part in printed if taken.isdisjoint(_numbers(part[1]))]:
        return _region_of_parts(parts, free, reader)
    if headed:
        return Region(list(headed), [line for part in headed for line in part.lines])
    sentences = sentences_of(free, layout, reader, above) if titled or setting.work else None
    return Region([sentences], list(sentences)) if sentences else None


def _numbers(lines: Iterable[Line]) -> Iterator[int]:
    return (line.number for line in lines)


def _timetables(grids: Sequence[Grid], reader: CellReader, above: Callable[[int], Setting]) -> list[Grid]:
    """The tables that are timetables, and those without headings that go on from one."""
    kept: list[Grid] = []
    for grid in grids:
        first = min((line.number for line in grid.lines), default=None)
        if first is None:
            continue
        setting = above(first)
        weight = grid_evidence(grid, reader, setting)
        if weight >= ENOUGH or (
            kept and weight >= _WEAK and (setting.days_above or _goes_on(kept[-1], grid, reader))
        ):
            kept.append(grid)
    return kept


def _goes_on(before: Grid, grid: Grid, reader: CellReader) -> bool:
    plan = plan_of(before, reader)
    again = plan_of(grid, reader, plan)
    return again.columns is plan.columns or (again.body > 0 and again.headings == plan.headings)


def _region_of_grids(grids: Sequence[Grid], free: Sequence[Line], reader: CellReader) -> Region:
    inside = {line.number for grid in grids for line in grid.lines}
    first, last = min(inside, default=0), max(inside, default=0)
    before = [line for line in free if line.number < first]
    day = day_over(before, reader)
    heads = headings_above(before[: len(before) - len(day)], reader)
    between = [line for line in free if first < line.number < last and line.number not in inside]
    parts: list[Part] = [day] if day else []
    for grid in grids:
        start = min((line.number for line in grid.lines), default=first)
        loose = [line for line in between if line.number < start]
        between = between[len(loose) :]
        if loose:
            parts.append(loose)
        parts.append(grid)
    tabled = [line for line in free if first <= line.number <= last]
    return Region(parts, [*heads, *day, *tabled])


def _region_of_parts(
    parts: Sequence[tuple[Part, list[Line]]], free: Sequence[Line], reader: CellReader
) -> Region:
    """The region of printed tables and lists, each with its lines and the headings above it."""
    region = Region()
    for part, lines in parts:
        region.parts.append(part)
        if lines:
            before = [line for line in free if line.number < lines[0].number]
            taken = {line.number for line in region.lines}
            heads = [line for line in headings_above(before, reader) if line.number not in taken]
            region.lines.extend([*heads, *lines])
    return region
