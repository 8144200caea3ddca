"""Puts the rows of a list of documents together that is printed in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Line

_LEVEL = 0.5  # of the type size: lines nearer than this stand on one baseline
_NEXT_ROW = 1.25  # of the smallest distance between lines: from here on a lone line begins a row of its own
_PAGE = 10_000.0  # points; no page is higher
_SAME_COLUMN = 6.0  # points

Row = list[list[Line]]
"""The lines of each cell of a row, from left to right."""


def in_columns(blocks: Iterable[Block]) -> bool:
    """Whether some lines of these blocks stand beside each other."""
    return any(line.column and line.box for block in blocks for line in block.lines)


def rows_of(blocks: Sequence[Block]) -> Iterator[Row]:
    """The rows, each with the lines of its cells.

    A row begins where lines stand beside each other on one baseline; lines without a neighbour go on with the
    cell above them.
    """
    lines = [line for block in blocks for line in block.lines]
    levels = list(_levels(lines))
    edges = _edges(levels)
    gaps = [gap for before, after in pairwise(levels) if 0 < (gap := _apart(before[0], after[0])) < _PAGE]
    furthest = _NEXT_ROW * min(gaps, default=0.0)
    row: Row = []
    before: Line | None = None
    for level in levels:
        if row and (len(level) > 1 or before is None or _far(before, level[0], furthest)):
            yield [cell for cell in row if cell]
            row = []
        row = row or [[] for _ in edges]
        for line in level:
            row[_column(line, edges)].append(line)
        before = level[0]
    if row:
        yield [cell for cell in row if cell]


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


def _far(before: Line, line: Line, furthest: float) -> bool:
    return before.page != line.page or _apart(before, line) > furthest


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
