"""How a table is to be read: what its columns hold, and whether days or times stand across its top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from undocparse.layout.pages import Cell, Grid
from undocparse.sections.timetable.columns import CellReader, Column, columns_of
from undocparse.sections.timetable.heads import Heads, place_of
from undocparse.sections.timetable.signs import WHEN, Sign
from undocparse.sections.timetable.vocabulary import Role

_STRAY = 0.25  # of the cells below days across: so many may be times ("Lunch"), and it is business
_HEADING_ROWS = 4  # a table's headings take up no more rows


@dataclass(slots=True)
class Plan:
    """How a grid is to be read.

    Attributes:
        columns: in order.
        body: the first row below the headings.
        headings: texts of the heading cells, folded, by column.
        across: `days` or `times` where these stand across the top.
        timed: whether times are printed at all.
    """

    columns: list[Column]
    body: int = 0
    headings: set[tuple[int, str]] = field(default_factory=set)
    across: Literal["days", "times"] | None = None
    timed: bool = True

    def is_heading(self, cells: Sequence[Cell]) -> bool:
        """Whether a row only repeats the headings, as tables do at the top of a page."""
        printed = [cell for cell in cells if cell.text.strip()]
        return bool(printed) and all(place_of(cell) in self.headings for cell in printed)

    def has(self, role: Role) -> bool:
        """Whether some column holds this."""
        return any(column.role == role for column in self.columns)


def plan_of(grid: Grid, reader: CellReader, above: Plan | None = None) -> Plan:
    """How to read a grid.

    Args:
        grid: with its heading rows, if it has any.
        reader: reads its cells.
        above: the plan of the table before, which a table without headings goes on from.
    """
    width = max(cell.column + cell.columns for cell in grid.cells)
    rows = grid.rows
    if across := _across(rows, reader, width):
        return across
    heads = Heads(rows, reader)
    body = [cells for cells in rows[heads.body :] if not heads.are(cells)]
    columns = columns_of(body, heads, width, reader)
    if not heads.body and above and _goes_on(columns, above):
        return Plan(above.columns, 0, above.headings, above.across, above.timed)
    when = {place for place, column in enumerate(columns) if column.role in {"date", "time"}}
    timed = any(reader.slot(cell).times for cells in body for cell in cells if cell.column in when)
    return Plan(columns, heads.body, heads.texts, timed=timed)


def _goes_on(columns: Sequence[Column], above: Plan) -> bool:
    """Whether a table without headings has the columns of the one above: where both tell, they agree."""
    if len(columns) != len(above.columns) or above.across:
        return False
    pairs = [(mine.role, other.role) for mine, other in zip(columns, above.columns, strict=True)]
    when = {"date", "time"}
    return all(mine == other or (mine in when) == (other in when) for mine, other in pairs)


def _across(rows: Sequence[Sequence[Cell]], reader: CellReader, width: int) -> Plan | None:
    """The plan of a table with days or times across the top; null for any other."""
    for number, cells in enumerate(rows[:_HEADING_ROWS]):
        for sign in ("date", "time"):
            heads = heads_across(cells, sign, reader)
            if not heads:
                continue
            printed = {place_of(cell) for cell in heads}
            lower = [
                [cell for cell in row if cell.text.strip()]
                for row in rows[number + 1 :]
                if not heads_across(row, sign, reader) or (sign == "time" and not _repeats(row, printed))
            ]
            if _cross(heads, sign, [cell for row in lower for cell in row], reader):
                return _crossed(rows[: number + 1], heads, reader, width)
    return None


def heads_across(cells: Sequence[Cell], sign: Sign, reader: CellReader) -> list[Cell]:
    """The days or the times of a row that has nothing else but the heading of its first column."""
    filled = [cell for cell in cells if cell.text.strip()]
    heads = [cell for cell in filled if reader.sign(cell) == sign]
    if sign == "date":
        heads = [cell for cell in heads if len(reader.slot(cell).days) == 1]
    alone = len(heads) == 1 == len(filled) and heads[0].column > 0
    return heads if alone or (len(heads) > 1 and len(heads) >= len(filled) - 1) else []


def _repeats(cells: Sequence[Cell], printed: set[tuple[int, str]]) -> bool:
    """Whether a row has these headings again, as at the top of a page."""
    return all(place_of(cell) in printed for cell in cells if cell.text.strip())


def _cross(heads: Sequence[Cell], sign: Sign, lower: Sequence[Cell], reader: CellReader) -> bool:
    """Whether days or times stand over the columns of what is below.

    A single one must be the only one of its kind, beside times where it is a day.
    """
    if sign == "date" and len(heads) > 1:
        return _head_business(heads, lower, reader)
    signs = {reader.sign(cell) for cell in lower}
    if ("date" if sign == "time" else "time") not in signs or (len(heads) == 1 and {sign, "when"} & signs):
        return False
    return _head_business(heads, lower, reader)


def _head_business(heads: Sequence[Cell], lower: Sequence[Cell], reader: CellReader) -> bool:
    """Whether below most of these stands something, and hardly any further days or times."""
    under = [cell for cell in lower if any(cell.column == head.column for head in heads)]
    stray = _STRAY if reader.slot(heads[0]).days else 0
    if sum(reader.sign(cell) in WHEN for cell in under) > stray * len(under):
        return False
    return 2 * len({cell.column for cell in under}) > len(heads)


def _crossed(top: Sequence[Sequence[Cell]], heads: Sequence[Cell], reader: CellReader, width: int) -> Plan:
    """The plan of a table below these heads, which are all days or all times."""
    across: Literal["days", "times"] = "days" if reader.slot(heads[0]).days else "times"
    headings = {place_of(cell) for cells in top for cell in cells if cell.text.strip()}
    return Plan(columns_below(heads, width, reader), len(top), headings, across)


def columns_below(heads: Sequence[Cell], width: int, reader: CellReader) -> list[Column]:
    """The columns below days or times that stand across; the others hold what these are not."""
    columns = [Column("time" if reader.slot(heads[0]).days else "date") for _ in range(width)]
    for cell in heads:
        for place in range(cell.column, min(cell.column + cell.columns, width)):
            columns[place] = Column("title", slot=reader.slot(cell))
    return columns
