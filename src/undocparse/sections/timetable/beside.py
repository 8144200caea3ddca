"""What a row of a table says of its sitting beside day, time and business: number, room, setting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from undocparse.layout.pages import Cell
from undocparse.sections.timetable.business import Business
from undocparse.sections.timetable.plans import Plan
from undocparse.sections.timetable.remarks import NOTHING, Remark, remark_below

_ROLES = frozenset({"date", "time", "meeting", "track", "other"})
_SHORT = 45  # characters; a cell under any other heading is a remark on the sitting only if it is as short


class Beside:
    """Reads the cells of rows that are no business.

    Args:
        plan: what the columns hold, and their headings.
        rows: below the headings.
        business: knows the language, and days and times.
    """

    def __init__(self, plan: Plan, rows: Sequence[Sequence[Cell]], business: Business) -> None:
        self._plan = plan
        self._business = business
        self._heads: dict[int, list[str]] = defaultdict(list)
        for place, text in plan.headings:
            self._heads[place].append(text)
        self._tall = [
            cell
            for cells in rows
            for cell in cells
            if cell.rows > 1 and plan.columns[cell.column].role == "other"
        ]

    def set(self, cells: Sequence[Cell], *, told: bool) -> None:
        """Tell the programme what a row says, once its day and time have begun and before its business.

        Args:
            cells: of the row.
            told: whether it has business of its own.
        """
        scopes = self._business.programme.scopes
        said = self.of(cells)
        scopes.row = NOTHING
        if not told:
            scopes.ahead(said)
        elif self._business.programme.is_begun or self._plan.has("track"):
            scopes.row = said
        else:
            scopes.beside(said)

    def of(self, cells: Sequence[Cell]) -> Remark:
        """What a row says, and cells of the rows above that reach down to it."""
        said = NOTHING
        for cell in cells:
            if self._plan.columns[cell.column].role in _ROLES:
                said = said.with_(self._remark(cell))
        for cell in self._tall:
            if cells and cell.row < cells[0].row < cell.row + cell.rows:
                said = said.with_(self._remark(cell))
        return said

    def _remark(self, cell: Cell) -> Remark:
        heads, text, language = self._heads[cell.column], cell.text.strip(), self._business.language
        if self._plan.columns[cell.column].role in {"date", "time"}:
            slot = self._business.slot(text)
            return NOTHING if slot.days else self._business.remark(slot.rest)
        said = remark_below(heads, text, language)
        return said if said.room == text or len(text) <= _SHORT else NOTHING
