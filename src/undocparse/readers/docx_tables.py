"""Word tables as grids: spans over columns and rows, rows that leave out columns, tables in tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from undocparse.layout.pages import Cell, Grid, Line
from undocparse.readers.attributes import integer
from undocparse.readers.docx_package import W
from undocparse.readers.docx_story import Story
from undocparse.readers.grid_width import WIDEST, narrowed

_ROW, _CELL = f"{W}tr", f"{W}tc"
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(slots=True)
class _Cell:
    """A cell while its rows are still being read."""

    row: int
    column: int
    columns: int
    merging: bool = False
    lines: list[Line] = field(default_factory=list)
    rows: int = 1


def read_table(table: etree._Element, story: Story) -> None:
    """Read a table into a story: its lines row by row, and its grid.

    A cell's lines do not include those of a table inside it, which is a grid of its own. A frame of a single
    cell is no grid.
    """
    cells: list[_Cell] = []
    open_: dict[int, _Cell] = {}
    page, place = story.page, len(story.grids)
    start = len(story.lines)
    for row, element in enumerate(row for row in _children(table, _ROW) if not _is_deleted(row)):
        _read_row(element, row, story, cells, open_)
    story.forget_gap()
    if len(cells) > 1:
        lines = story.lines[start:]
        found = [Cell(c.row, c.column, tuple(c.lines), c.rows, c.columns) for c in cells]
        story.grids.insert(place, Grid(lines[0].page if lines else page, tuple(narrowed(found))))


def _read_row(
    element: etree._Element, row: int, story: Story, cells: list[_Cell], open_: dict[int, _Cell]
) -> None:
    column = _number(element.find(f"{W}trPr"), "gridBefore")
    start, page, last = len(story.lines), story.page, story.page
    before: _Cell | None = None
    for each in _children(element, _CELL):
        if not story.settings.budget.cells(1):
            continue
        story.page = page
        cell = _cell(each, row, column, open_, before)
        if cell.row == row and cell is not before:
            cells.append(cell)
        open_[column] = cell  # only a cell of the same left edge can go on with it
        cell.lines += _read_cell(each, column, story)
        column += _span(each)
        before = cell
        last = max(last, story.page)
    for line in story.lines[start:]:  # a row that runs over two pages is read where it begins
        line.page = story.lines[start].page
    story.page = last


def _cell(
    element: etree._Element, row: int, column: int, open_: dict[int, _Cell], before: _Cell | None
) -> _Cell:
    """The cell that an element begins, or goes on with."""
    properties = element.find(f"{W}tcPr")
    down = None if properties is None else properties.find(f"{W}vMerge")
    across = None if properties is None else properties.find(f"{W}hMerge")
    if across is not None and across.get(f"{W}val", "continue") == "continue" and before is not None:
        before.columns += _span(element)
        return before
    above = open_.get(column)
    goes_on = down is not None and down.get(f"{W}val", "continue") == "continue"
    if goes_on and above and above.merging and above.column == column and above.row + above.rows == row:
        above.rows += 1
        return above
    return _Cell(row, column, _span(element), merging=down is not None)


def _read_cell(element: etree._Element, column: int, story: Story) -> list[Line]:
    """The lines that the cell itself has."""
    start, grids = len(story.lines), len(story.grids)
    story.forget_gap()
    story.read(element)
    inner = {id(line) for grid in story.grids[grids:] for line in grid.lines}
    own = [line for line in story.lines[start:] if id(line) not in inner]
    for line in own:
        line.column = column
        if line.label and not line.text:  # a column of automatic numbers
            line.text, line.label = line.label, None
    return own


def _is_deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _span(element: etree._Element) -> int:
    return max(_number(element.find(f"{W}tcPr"), "gridSpan"), 1)


def _number(properties: etree._Element | None, name: str) -> int:
    child = None if properties is None else properties.find(W + name)
    return 0 if child is None else integer(child.get(f"{W}val"), 0, low=0, high=WIDEST)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, those in content controls too; deleted and moved ones are left out."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)
