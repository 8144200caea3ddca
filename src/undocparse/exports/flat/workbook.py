"""Flat tables as a workbook (XLSX): a sheet a table, and a sheet that says what the columns hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from undocparse.errors import UndocparseError
from undocparse.exports.flat.codebook import CODEBOOK_HEADS, codebook_rows
from undocparse.exports.flat.registry import Column, tables
from undocparse.exports.flat.rows import Row, keyed_rows
from undocparse.exports.plain import one_line
from undocparse.extras import need
from undocparse.model.document import Document

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""Rows below the names of columns that a sheet can have."""
MOST_SIGNS = 32_767
"""UTF-16 units that a cell can have; a longer text is cut, and ends in an ellipsis."""
_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets count the days each in its own way, or not at all
_MADE = datetime(2000, 1, 1)  # so that the same documents always give the same bytes
_WIDE = {"text", "title", "path", "heading", "message", "description", "notes", "entries"}
_WIDTHS = {"text": 18, "integer": 9, "number": 9, "flag": 10, "date": 11, "time": 8}  # in signs
_WIDEST = 60  # in signs, of a column of sentences; more leaves no room for the next one


class _Looks(NamedTuple):
    """Formats of cells."""

    head: Format
    date: Format
    time: Format


def to_xlsx(documents: Document | Iterable[Document]) -> bytes:
    """Every table of one document or several, each on its sheet, and the sheet `codebook`.

    Heads are frozen and have filters; dates and times are dates and times. Texts are never formulas or
    links, whatever they begin with; line ends in them are blanks.

    Args:
        documents: as parsed.

    Returns:
        The file's bytes, the same for the same documents.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
        UndocparseError: a table has more rows than a sheet can have.
    """
    writer = need("xlsxwriter", "excel")
    read = [documents] if isinstance(documents, Document) else list(documents)
    made = BytesIO()
    workbook: Workbook = writer.Workbook(made, {"in_memory": True})
    workbook.set_properties({"title": "Meeting documents as tables", "created": _MADE})
    looks = _Looks(
        workbook.add_format({"bold": True}),
        workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        workbook.add_format({"num_format": "hh:mm", "align": "left"}),
    )
    for name, spec in tables().items():
        rows = [row for document in read for row in keyed_rows(document, spec)]
        _fill(workbook.add_worksheet(name), spec.all_columns, rows, looks)
    texts = tuple(Column(name=head, description="", example="") for head in CODEBOOK_HEADS)
    _fill(workbook.add_worksheet("codebook"), texts, codebook_rows(), looks)
    workbook.close()
    return made.getvalue()


def _fill(sheet: Worksheet, columns: tuple[Column, ...], rows: list[Row], looks: _Looks) -> None:
    """One table, with its head and the widths of its columns.

    Raises:
        UndocparseError: it has more rows than a sheet can have.
    """
    if len(rows) > MOST_ROWS:
        remedy = "write a data package, or fewer documents a workbook"
        raise UndocparseError(sheet.get_name(), f"{len(rows)} rows are more than a sheet can have", remedy)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column))
        sheet.write_string(0, place, column.name, looks.head)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            if (value := row[column.name]) is not None:
                _write(sheet, (number, place), column, value, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})  # keys and numbers are texts


def _write(sheet: Worksheet, at: tuple[int, int], column: Column, value: Any, looks: _Looks) -> None:
    day = date.fromisoformat(value) if column.type == "date" else None
    if day is not None and day >= _FIRST_DAY:
        sheet.write_datetime(*at, day, looks.date)
    elif column.type == "time":
        sheet.write_datetime(*at, time.fromisoformat(value), looks.time)
    elif isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(*at, value)
    else:
        sheet.write_string(*at, _fitting(one_line(value)))


def _fitting(text: str) -> str:
    """The text, cut where a cell cannot hold it; signs beyond U+FFFF count twice there."""
    if 2 * len(text) <= MOST_SIGNS or len(text.encode("utf-16-le")) // 2 <= MOST_SIGNS:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MOST_SIGNS - 1)]
    return kept.decode("utf-16-le", "ignore") + "…"


def _width(column: Column) -> int:
    if column.name in _WIDE and column.type == "text":
        return _WIDEST
    return max(_WIDTHS[column.type], len(column.name) + 3)  # with room for the filter's button
