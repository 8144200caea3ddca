"""The tables of a document, whatever they hold."""

from __future__ import annotations

from typing import Any, Literal

from undocparse.model.place import Box, Model

TableKind = Literal["timetable", "agenda", "documents", "contents", "other"]


class TableCell(Model):
    """A cell; a merged one stands once, with its spans.

    Attributes:
        row: of its upper left corner, counted from 0.
        column: of its upper left corner, counted from 0.
        rows: how many rows it runs over.
        columns: how many columns it runs over.
        text: its lines joined by blanks; empty where nothing is printed.
        head: whether it stands in a row of headings, repeated ones included.
        page: where it begins, counted from 1; null where nothing is printed.
        box: of its text in points; null where the format has no geometry.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str
    head: bool = False
    page: int | None = None
    box: Box | None = None


class Table(Model):
    """A table, over all the pages that it stands on.

    Attributes:
        kind: what it is, by what its columns hold.
        title: the heading above it; null where there is none.
        page: where it begins, counted from 1.
        rows: number of rows, those of headings included.
        columns: number of columns.
        roles: what each column holds: `day` (of a meeting), `date` (any other), `time`, `meeting`, `item`,
            `title`, `track`, `symbol`, `status`, `page` or `other`.
        cells: in row order.
    """

    kind: TableKind = "other"
    title: str | None = None
    page: int | None = None
    rows: int
    columns: int
    roles: tuple[str, ...] = ()
    cells: tuple[TableCell, ...] = ()

    def texts(self, *, spread: bool = False) -> list[list[str]]:
        """The texts row by row, as wide as the table.

        Args:
            spread: give a merged cell's text in all places that it runs over, not in the first alone.
        """
        found = [[""] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            down, across = (cell.rows, cell.columns) if spread else (1, 1)
            for row in range(cell.row, min(cell.row + down, self.rows)):
                for column in range(cell.column, min(cell.column + across, self.columns)):
                    found[row][column] = cell.text
        return found

    @property
    def heads(self) -> tuple[str, ...]:
        """The heading of each column, of several rows joined by blanks; empty where it has none."""
        first = next((cell.row for cell in self.cells if not cell.head), self.rows)
        joined: list[list[str]] = [[] for _ in range(self.columns)]
        for cell in self.cells:
            if cell.head and cell.row < first and cell.text:
                for column in range(cell.column, min(cell.column + cell.columns, self.columns)):
                    joined[column].append(cell.text)
        return tuple(" ".join(texts) for texts in joined)

    def to_frame(self, library: Literal["polars", "pandas"] | None = None) -> Any:
        """A data frame with one row for each row below the headings; merged cells are spread.

        Args:
            library: which to use; by default polars if it is installed, else pandas.

        Raises:
            MissingExtraError: the library is not installed.
        """
        from undocparse.exports.frames import table_frame  # noqa: PLC0415 - loaded when asked for only

        return table_frame(self, library)
