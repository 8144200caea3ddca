"""Flat tables as CSV (RFC 4180, lines ended by a line feed)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from undocparse.exports.flat.registry import Column, table_spec
from undocparse.exports.flat.rows import Row, rows_of, rows_of_all
from undocparse.exports.plain import spreadsheet_cell
from undocparse.model.document import Document

_WRITTEN_END = (
    "\r\n"  # cells are quoted for the signs in it only: with a line feed alone, a return would end a row
)


def to_csv(document: Document, table: str = "agenda", *, verbatim: bool = False) -> str:
    """One table of one document.

    Args:
        document: as parsed.
        table: its name in `tables()`.
        verbatim: give texts as they are, also those that a spreadsheet would calculate; by default an
            apostrophe stands before these, and every text is on one line.

    Returns:
        A line of column names, then one for each row; nulls are empty.

    Raises:
        NoSuchKeyError: there is no such table.
    """
    return "".join(csv_lines(table_spec(table).columns, rows_of(document, table), verbatim=verbatim))


def csv_of(documents: Iterable[Document], table: str = "agenda", *, verbatim: bool = False) -> Iterator[str]:
    """One table of several documents, line by line, each with its line end, as documents come.

    Args:
        documents: as parsed; taken one by one.
        table: as for `to_csv`.
        verbatim: as for `to_csv`.

    Raises:
        NoSuchKeyError: there is no such table.
    """
    return csv_lines(table_spec(table).all_columns, rows_of_all(documents, table), verbatim=verbatim)


def csv_lines(columns: Iterable[Column], rows: Iterable[Row], *, verbatim: bool) -> Iterator[str]:
    """Names of columns, then rows, each as a line with its end."""
    line = StringIO()
    writer = csv.writer(line, lineterminator=_WRITTEN_END)
    writer.writerow([column.name for column in columns])
    for row in rows:
        yield _taken(line)
        writer.writerow([_cell(value, verbatim=verbatim) for value in row.values()])
    yield _taken(line)


def _taken(line: StringIO) -> str:
    """What was written, which is written no more."""
    text = line.getvalue().removesuffix(_WRITTEN_END) + "\n"
    line.seek(0)
    line.truncate()
    return text


def _cell(value: Any, *, verbatim: bool) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"  # as in JSON and in Frictionless's schema of tables
    return spreadsheet_cell(value) if isinstance(value, str) and not verbatim else value
