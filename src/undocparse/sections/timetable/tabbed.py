"""Makes a table of lines whose parts stand at tab stops, in formats that have tabs and no pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from undocparse.layout.pages import Cell, Grid, Line, Run

_NEAR = 6.0  # points; parts of one column begin within this
_FEW = 0.15  # of the rows: a place where fewer begin is one that a long text before it pushed them to


def tabbed_grid(lines: Sequence[Line]) -> Grid | None:
    """The table of these lines; null where they stand on a page, or most are one text.

    Args:
        lines: in reading order; each is a row, and each of its runs at a place of its own is a cell.
    """
    if any(line.box for line in lines) or 2 * sum(len(_parts(line)) > 1 for line in lines) < len(lines):
        return None
    edges = _edges(lines)
    if len(edges) < 2:
        return None
    cells = [cell for row, line in enumerate(lines) for cell in _cells(row, line, edges)]
    return Grid(lines[0].page, tuple(cells))


def _parts(line: Line) -> list[Run]:
    """The runs of a line that say something: no bullets."""
    return [run for run in line.runs if any(map(str.isalnum, run.text))]


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where the columns begin."""
    clusters: list[list[float]] = []
    for x0 in sorted(run.x0 for line in lines for run in _parts(line)):
        if clusters and x0 - clusters[-1][0] <= _NEAR:
            clusters[-1].append(x0)
        else:
            clusters.append([x0])
    return [cluster[0] for cluster in clusters if len(cluster) > _FEW * len(lines)]


def _cells(row: int, line: Line, edges: Sequence[float]) -> list[Cell]:
    """The cells of one line."""
    columns: dict[int, list[Run]] = {}
    for run in _parts(line):
        column = sum(edge <= run.x0 + _NEAR for edge in edges) - 1
        columns.setdefault(max(column, 0), []).append(run)
    return [
        Cell(row, column, (replace(line, text=" ".join(run.text for run in runs), runs=tuple(runs)),))
        for column, runs in columns.items()
    ]
