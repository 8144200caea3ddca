"""Cells that stand in the middle of their rows, with no rule to show where these begin.

A day set in the middle of its rows shares its centre with them: they reach as far above it as below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

_OFF = 0.4  # of the type size: centres that are to be the same lie no farther apart
_SKIPPED = 0.15  # of the type size: what a row costs that belongs to no cell ("Deadline: 6 p.m.")
_MOST_SKIPPED = 2
_UNCOVERED = 0.2  # of the rows of a page: more never stand outside all cells
_FLOATING = 0.25  # of the cells over several rows: so many stand level with none of them, or they begin there


class Box(Protocol):
    """A cell in the making: its column, and where it begins and ends on its page, in points."""

    column: int
    columns: int
    top: float

    @property
    def page(self) -> int:
        """The page that it begins on."""

    @property
    def bottom(self) -> float:
        """Where it ends there."""

    @property
    def size(self) -> float:
        """Size of its type."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A cell, and the rows whose common centre is its own: the first, and the one after the last."""

    cell: Box
    rows: Sequence[Box]
    first: int
    end: int

    @property
    def is_floating(self) -> bool:
        """Whether the cell is over several rows, and level with none of them."""
        limit = _OFF * self.cell.size
        return all(abs(row.top - self.cell.top) > limit for row in self.rows[self.first : self.end])


def settle_centred(blocks: Sequence[Box]) -> None:
    """Let cells that are set in the middle of their rows begin where the first of these does.

    Where some cells of a table show that they are, those of all its columns are taken to be.
    """
    pages: dict[int, dict[int, list[Box]]] = defaultdict(lambda: defaultdict(list))
    for block in blocks:
        if block.columns == 1 and block.size:
            pages[block.page][block.column].append(block)
    found: list[_Match] = []
    for columns in pages.values():
        fullest: list[Box] = max(columns.values(), key=len)
        rows = sorted(fullest, key=lambda row: row.top)
        for cells in columns.values():
            if len(cells) < len(rows):
                found += _matches(sorted(cells, key=lambda cell: cell.top), rows)
    several = sum(match.end - match.first > 1 for match in found)
    if several and sum(match.is_floating for match in found) > _FLOATING * several:
        for match in found:
            match.cell.top = match.rows[match.first].top


def _matches(cells: Sequence[Box], rows: Sequence[Box]) -> list[_Match]:
    """The cells of a column on one page with their rows; none where one of them has no rows of its centre."""
    found: list[_Match] = []
    start = 0
    for cell in cells:
        if start < len(rows) and cell.bottom <= rows[start].top and not found:
            continue  # a heading above all rows
        match = _rows_around(cell, rows, start)
        if match is None:
            return []
        found.append(match)
        start = match.end
    covered = sum(match.end - match.first for match in found)
    return found if len(rows) - covered <= max(1, _UNCOVERED * len(rows)) else []


def _rows_around(cell: Box, rows: Sequence[Box], start: int) -> _Match | None:
    """The rows from `start` on, or a little below it, whose common centre is that of the cell."""
    limit = _OFF * cell.size
    middle = cell.top + cell.bottom
    best: tuple[float, _Match] | None = None
    for first in range(start, min(start + _MOST_SKIPPED + 1, len(rows))):
        for last in range(first, len(rows)):
            off = (rows[first].top + rows[last].bottom - middle) / 2
            if off > limit:
                break
            cost = abs(off) + (first - start) * _SKIPPED * cell.size
            if abs(off) <= limit and (best is None or cost < best[0]):
                best = cost, _Match(cell, rows, first, last + 1)
        if best is None and abs(rows[first].top - cell.top) <= limit:
            return _Match(cell, rows, first, first + 1)  # it takes more lines than its row
    return best[1] if best else None
