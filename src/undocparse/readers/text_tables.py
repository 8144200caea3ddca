"""Tables in plain text: rows whose cells tabs part, rows between bars, boxes drawn with plus signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from undocparse.layout.foreign_labels import is_label
from undocparse.layout.pages import Cell, Grid, Line

_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|\d+(?:\.\d+)+)[.)]{0,2}|[•▪●○–—*-]")
_DRAWING = frozenset("+-=:| ")
_MAX_COLUMNS = 60
_BAR = re.compile(r"(?<!\\)\|")  # Markdown escapes those that part no cells
_BOXED = re.compile(r"\s*\+[-=+]+\+\s*")


@dataclass(slots=True)
class TextCell:
    """A cell's lines and how many columns it takes."""

    texts: list[str] = field(default_factory=list)
    columns: int = 1


@dataclass(slots=True)
class TableRows:
    """A table: the typed rows that it takes (`end` excluded), and its cells row by row."""

    start: int
    end: int
    cells: list[list[TextCell]]


def find_tables(rows: Sequence[str]) -> Iterator[TableRows]:
    """The tables among the rows of a page, in order.

    Tabs make a table of two rows or more that have text on both sides of one, unless they only set numbers
    apart from what is numbered. Cells that are left empty stay empty: what they mean is not for a reader to
    say.
    """
    at = 0
    while at < len(rows):
        read = _barred if "|" in rows[at] else _tabbed if "\t" in rows[at] else None
        if read is None:
            at += 1
            continue
        end, table = read(rows, at)
        if table:
            yield table
        at = max(end, at + 1)


def grid_of_rows(page: int, cells: Iterable[tuple[int, int, int, tuple[Line, ...]]]) -> Grid:
    """A grid of cells given as row, column, number of columns, lines."""
    return Grid(page, tuple(Cell(row, column, lines, 1, columns) for row, column, columns, lines in cells))


def _tabbed(rows: Sequence[str], start: int) -> tuple[int, TableRows | None]:
    """Where rows with tabs end, and the table that they make."""
    end = start
    while end < len(rows) and rows[end].strip():
        if "\t" not in rows[end] and not (end + 1 < len(rows) and "\t" in rows[end + 1]):
            break
        end += 1
    texts = [row.rstrip("\t ").split("\t") for row in rows[start:end]]
    inner = [row for row in texts if sum(bool(cell.strip()) for cell in row) > 1]
    if len(inner) < 2 or max(map(len, texts)) > _MAX_COLUMNS or _is_list(texts):
        return end, None
    return end, TableRows(start, end, _filled(texts))


def _is_list(texts: Sequence[Sequence[str]]) -> bool:
    """Whether each row is a number and what is numbered."""
    for row in texts:
        said = [cell.strip() for cell in row if cell.strip()]
        if len(said) > 2 or not (_LABEL.fullmatch(said[0]) or is_label(said[0])):
            return False
    return True


def _barred(rows: Sequence[str], start: int) -> tuple[int, TableRows | None]:
    """Where rows with bars end, and the table that they make."""
    end = start
    while end < len(rows) and ("|" in rows[end] or _BOXED.fullmatch(rows[end])):
        end += 1
    bars = [row.count("|") for row in rows[start:end]]
    if end - start < 2 or sum(count > 1 for count in bars) < 2 or max(bars) > _MAX_COLUMNS:
        return end, None
    if start and _BOXED.fullmatch(rows[start - 1]):
        start -= 1
    boxed = sum(bool(_BOXED.fullmatch(row)) for row in rows[start:end]) > 2
    merged: list[list[TextCell]] = []
    fresh = True
    for row in rows[start:end]:
        if _is_drawn(row):
            fresh = True
        elif boxed and not fresh:
            _add_below(merged[-1], _bars(row))
        else:
            merged.append(_filled([_bars(row)])[0])
            fresh = not boxed
    width = max((len(row) for row in merged), default=0)
    return end, TableRows(start, end, [row + [TextCell() for _ in range(width - len(row))] for row in merged])


def _is_drawn(row: str) -> bool:
    """Whether a row is nothing but lines ("+---+---+", "| :--- | --- |")."""
    return _DRAWING.issuperset(row.strip()) and ("--" in row or "==" in row)


def _bars(row: str) -> list[str]:
    return _BAR.split(row.strip().removeprefix("|").removesuffix("|"))


def _add_below(cells: list[TextCell], texts: Sequence[str]) -> None:
    cells.extend(TextCell() for _ in range(len(texts) - len(cells)))
    for cell, text in zip(cells, texts, strict=False):
        if text.strip():
            cell.texts.append(text.strip())


def _filled(texts: Sequence[Sequence[str]]) -> list[list[TextCell]]:
    """Rows of equal width; a row of one text and no tabs runs across the table."""
    width = max(map(len, texts))
    rows = []
    for row in texts:
        if len(row) == 1 and width > 1:
            rows.append([TextCell([row[0].strip()], width)])
            continue
        cells = [TextCell([cell.strip()] if cell.strip() else []) for cell in row]
        rows.append(cells + [TextCell() for _ in range(width - len(cells))])
    return rows
