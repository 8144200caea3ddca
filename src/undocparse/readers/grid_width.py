"""Tables no wider than what they show, whatever number of columns their cells claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from undocparse.layout.pages import Cell

WIDEST = 200
"""Columns that one cell may span; Word allows 63 in a table."""


def narrowed(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells of a table; of one wider than `WIDEST`, without the columns in which no cell begins."""
    if max((cell.column + cell.columns for cell in cells), default=0) <= WIDEST:
        return cells
    starts = sorted({cell.column for cell in cells})
    return [
        replace(cell, column=first, columns=max(bisect_left(starts, cell.column + cell.columns) - first, 1))
        for cell in cells
        for first in (bisect_left(starts, cell.column),)
    ]
