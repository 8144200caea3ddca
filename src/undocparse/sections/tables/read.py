"""Turns the tables found in print into the model's: title, kind, roles of columns, cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Cell, Layout, Line, PrintedTable, rounded
from undocparse.model.document import DocumentType
from undocparse.model.header import Header
from undocparse.model.tables import Table, TableCell, TableKind
from undocparse.sections.agenda.words import list_words
from undocparse.sections.tables.kinds import kind_of, roles_of, says_contents
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.evidence import ENOUGH, Setting, grid_evidence
from undocparse.sections.timetable.find import setting_of, year_of
from undocparse.sections.timetable.plans import Plan, plan_of

_TITLE_LINES = 4  # a table's title takes no more
_APART = (
    2.2  # type sizes; lines of a title stand no farther apart, nor it from the table by more than twice that
)
_PROSE = 160  # characters; a line as long is no title


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the tables of a document once its sections are read.

    Attributes:
        layout: the document's.
        ledger: who claimed which line: a table mostly of the masthead's lines is none.
        cells: reads cells.
        setting: what is known of the document where a table may be a timetable.
    """

    layout: Layout
    ledger: Ledger
    cells: CellReader
    setting: Setting

    def read(self, tables: Iterable[PrintedTable]) -> tuple[Table, ...]:
        """The tables in reading order."""
        return tuple(made for table in tables if (made := self._table(table)))

    def _table(self, table: PrintedTable) -> Table | None:
        owners = Counter(self.ledger.owner(line) or "" for line in table.lines if line.text.strip())
        columns = max(cell.column + cell.columns for cell in table.grid.cells)
        filled = sum(bool(cell.text.strip()) for cell in table.grid.cells)
        masthead = owners["header"] + owners["furniture"]
        if columns < 2 or filled < 2 or 2 * masthead > sum(owners.values()):
            return None
        title = self._title(table.lines[0])
        plan = plan_of(table.grid, self.cells)
        rows = [cells for cells in table.grid.rows[plan.body :] if not plan.is_heading(cells)]
        kind = self._kind(table, title, plan, rows, owners)
        return Table(
            kind=kind,
            title=title,
            page=table.pages[0],
            rows=max(cell.row + cell.rows for cell in table.grid.cells),
            columns=columns,
            roles=tuple(roles_of(plan, rows, kind, self.cells)),
            cells=tuple(_cells(table, plan)),
        )

    def _kind(
        self,
        table: PrintedTable,
        title: str | None,
        plan: Plan,
        rows: Sequence[Sequence[Cell]],
        owners: Counter[str],
    ) -> TableKind:
        if 2 * owners["timetable"] > sum(owners.values()):
            return "timetable"
        known = list_words(self.cells.language)
        heads = [cell.text for cells in table.grid.rows[: plan.body] for cell in cells]
        headed = says_contents([title or ""], known.contents) or says_contents(heads, known.columns)
        kind = kind_of(plan, rows, owners, headed=headed)
        if kind == "other" and grid_evidence(table.grid, self.cells, self._setting(title)) >= ENOUGH:
            return "timetable"
        return kind

    def _setting(self, title: str | None) -> Setting:
        titled = bool(title and self.cells.known.titles.search(title))
        return Setting(titled, self.setting.work, self.setting.meeting, self.setting.issued)

    def _title(self, first: Line) -> str | None:
        """The heading above a table: lines set as headings, directly above it and close to each other."""
        page = next((page for page in self.layout.pages if page.number == first.page), None)
        before = [line for line in page.lines if line.number < first.number] if page else []
        heads: list[Line] = []
        for line in reversed(before[-_TITLE_LINES:]):
            below = heads[0] if heads else first
            set_apart = line.bold or line.centred or line.heading or line.italic
            if not set_apart or len(line.text) > _PROSE or _is_far(line, below, 1 if heads else 2):
                break
            if self.ledger.owner(line) in {"header", "furniture", "footnotes"}:
                break
            heads.insert(0, line)
        return " ".join(line.text.strip() for line in heads) or None


def table_reader(
    layout: Layout, ledger: Ledger, header: Header, language: str, kind: DocumentType
) -> TableReader:
    """What reads the tables of a document.

    Args:
        layout: the document's.
        ledger: all sections have claimed their lines.
        header: its dates give the year of days printed without, and those of the meeting.
        language: one with a data file.
        kind: of the document.
    """
    return TableReader(
        layout, ledger, CellReader(language, year_of(header, layout)), setting_of(header, kind)
    )


def _is_far(line: Line, below: Line, times: int) -> bool:
    if line.box is None or below.box is None:
        return False
    return below.box[1] - line.box[3] > times * _APART * (line.size or 10.0)


def _cells(table: PrintedTable, plan: Plan) -> Iterable[TableCell]:
    heads = {
        number for number, cells in enumerate(table.grid.rows) if number < plan.body or plan.is_heading(cells)
    }
    for cell in table.grid.cells:
        yield TableCell(
            row=cell.row,
            column=cell.column,
            rows=cell.rows,
            columns=cell.columns,
            text=cell.text,
            head=cell.row in heads,
            page=cell.lines[0].page if cell.lines else None,
            box=rounded(cell.box),
        )
