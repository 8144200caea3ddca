"""Puts the rows of a list of documents together that is printed in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Line

_LEVEL = 0.5  # of the type size: lines nearer than this stand on one baseline
_NEXT_ROW = 1.25  # of the smallest distance between lines: from here on a lone line begins a row of its own
_PAGE = 10_000.0  # points; no page is higher
_SAME_COLUMN = 6.0  # points
_AT_EDGE = 1.5  # points

Row = list[list[Line]]
"""The lines of each cell of a row, from left to right."""


def in_columns(blocks: Iterable[Block]) -> bool:
    """Whether some lines of these blocks stand beside each other."""
    return any(line.column and line.box for block in blocks for line in block.lines)


def rows_of(blocks: Sequence[Block], is_head: Callable[[str], bool]) -> Iterator[Row]:
    """The rows, each with the lines of its cells; those that head the columns are left out.

    A row begins where lines stand beside each other on one baseline; lines without a neighbour go on with the
    cell above them, also over the end of a page.

    Args:
        blocks: in reading order.
        is_head: whether a text heads a column.
    """
    levels = list(_levels([line for block in blocks for line in block.lines]))
    edges = _edges(levels)
    levels = [[part for line in level for part in _parts(line, edges)] for level in levels]
    gaps = [gap for before, after in pairwise(levels) if 0 < (gap := _apart(before[0], after[0])) < _PAGE]
    furthest = _NEXT_ROW * min(gaps, default=0.0)
    row: Row = []
    before: Line | None = None
    for level in levels:
        if all(is_head(line.text) for line in level):
            continue
        if row and (len(level) > 1 or before is None or _far(before, level[0], furthest, edges)):
            yield [cell for cell in row if cell]
            row = []
        row = row or [[] for _ in edges]
        for line in level:
            row[_column(line, edges)].append(line)
        before = level[0]
    if row:
        yield [cell for cell in row if cell]


def _parts(line: Line, edges: Sequence[float]) -> Iterator[Line]:
    """A line, or its parts where the longest text of a column all but touches the next column."""
    cuts = [
        at
        for at, (before, run) in enumerate(pairwise(line.runs), 1)
        if run.x0 > before.x1 and not run.raised and any(abs(run.x0 - edge) <= _AT_EDGE for edge in edges)
    ]
    if not cuts or line.box is None:
        yield line
        return
    for start, end in pairwise([0, *cuts, len(line.runs)]):
        runs = line.runs[start:end]
        box = (runs[0].x0, line.box[1], runs[-1].x1, line.box[3])
        text = " ".join(run.text for run in runs if not run.raised)
        yield replace(line, text=text, runs=runs, box=box, indent=runs[0].x0)


def _levels(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines that stand on one baseline."""
    level: list[Line] = []
    for line in lines:
        if level and (line.page != level[0].page or _apart(level[0], line) > _LEVEL * (line.size or 10)):
            yield level
            level = []
        level.append(line)
    if level:
        yield level


def _apart(before: Line, line: Line) -> float:
    if before.box is None or line.box is None:
        return float("inf")
    return abs(line.box[3] - before.box[3])


def _far(before: Line, line: Line, furthest: float, edges: Sequence[float]) -> bool:
    """Whether a line without a neighbour begins a row; overleaf one behind the first column does not."""
    if before.page != line.page:
        return _column(line, edges) == 0
    return _apart(before, line) > furthest


def _edges(levels: Iterable[Sequence[Line]]) -> list[float]:
    """Where the columns begin."""
    edges: list[float] = []
    for level in levels:
        if len(level) < 2:
            continue
        for line in level:
            if all(abs(line.indent - edge) > _SAME_COLUMN for edge in edges):
                edges.append(line.indent)
    return sorted(edges) or [0.0]


def _column(line: Line, edges: Sequence[float]) -> int:
    return max((n for n, edge in enumerate(edges) if edge <= line.indent + _SAME_COLUMN), default=0)
