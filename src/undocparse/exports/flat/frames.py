"""Flat tables as data frames of polars, pandas or Arrow, typed by the registry, also where they are empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from undocparse.exports.flat.registry import Column, table_spec, tables
from undocparse.exports.flat.rows import Row, rows_of, rows_of_all
from undocparse.exports.frames import library_of
from undocparse.extras import need
from undocparse.model.agenda import Agenda
from undocparse.model.document import Document, Source
from undocparse.model.moments import as_day

FrameLibrary = Literal["polars", "pandas", "arrow"]
_MODULES: dict[str, str] = {"polars": "polars", "pandas": "pandas", "arrow": "pyarrow"}
_POLARS = {"text": "String", "time": "String", "integer": "Int64", "number": "Float64", "flag": "Boolean"}
_PANDAS = {"text": "string", "time": "string", "integer": "Int64", "number": "Float64", "flag": "boolean"}
_ARROW = {"text": "string", "time": "string", "integer": "int64", "number": "float64", "flag": "bool_"}
_DAYS = "datetime64[s]"  # in nanoseconds a misprinted year such as 1025 is none


def frame_of(document: Document, table: str, library: FrameLibrary | None = None) -> Any:
    """One table of one document.

    Args:
        document: as parsed.
        table: its name in `tables()`.
        library: by default polars if it is installed, else pandas.

    Returns:
        A `polars.DataFrame`, `pandas.DataFrame` or `pyarrow.Table` with the columns
        `tables()[table].columns`. Dates are dates, times text `HH:MM`, as in the tables of archives.

    Raises:
        MissingExtraError: the library is not installed.
        NoSuchKeyError: there is no such table.
        UndocparseError: there is no such library of frames.
    """
    return _frame(table_spec(table).columns, rows_of(document, table), library)


def agenda_frame(agenda: Agenda, library: FrameLibrary | None = None) -> Any:
    """The items of an agenda that may belong to no document; as `frame_of` for the table `agenda`."""
    source = Source(name="", sha256="", media_type="", pages=0, reader="")
    return frame_of(Document(source=source, agenda=agenda), "agenda", library)


def frame_of_all(documents: Iterable[Document], table: str, library: FrameLibrary | None = None) -> Any:
    """One table of several documents, with the columns `tables()[table].all_columns`.

    Args:
        documents: as parsed.
        table: as for `frame_of`.
        library: as for `frame_of`.

    Raises:
        UndocparseError: as for `frame_of`.
    """
    return _frame(table_spec(table).all_columns, list(rows_of_all(documents, table)), library)


def frames_of(document: Document, library: FrameLibrary | None = None) -> dict[str, Any]:
    """Every table of one document, by name.

    Args:
        document: as parsed.
        library: as for `frame_of`.

    Raises:
        UndocparseError: as for `frame_of`.
    """
    return {table: frame_of(document, table, library) for table in tables()}


def _frame(columns: tuple[Column, ...], rows: list[Row], library: FrameLibrary | None) -> Any:
    chosen = library_of(library, tuple(_MODULES))
    module = need(_MODULES[chosen], "frames")
    values = {column.name: _values(column, rows) for column in columns}
    return _MAKERS[chosen](module, columns, values)


def _values(column: Column, rows: list[Row]) -> list[Any]:
    values = [row[column.name] for row in rows]
    if column.type == "date":
        return [as_day(value) for value in values]
    return [_encodable(value) if isinstance(value, str) else value for value in values]


def _encodable(text: str) -> str:
    """The text with halves of surrogate pairs written out: the libraries keep UTF-8, which has none."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _polars(polars: Any, columns: tuple[Column, ...], values: dict[str, list[Any]]) -> Any:
    types = {c.name: polars.Date if c.type == "date" else getattr(polars, _POLARS[c.type]) for c in columns}
    return polars.DataFrame(values, schema=types)


def _pandas(pandas: Any, columns: tuple[Column, ...], values: dict[str, list[Any]]) -> Any:
    series = {c.name: pandas.Series(values[c.name], dtype=_PANDAS.get(c.type, _DAYS)) for c in columns}
    return pandas.DataFrame(series)


def _arrow(arrow: Any, columns: tuple[Column, ...], values: dict[str, list[Any]]) -> Any:
    types = {
        c.name: arrow.date32() if c.type == "date" else getattr(arrow, _ARROW[c.type])() for c in columns
    }
    return arrow.table(values, schema=arrow.schema(types))


_MAKERS: dict[str, Callable[[Any, tuple[Column, ...], dict[str, list[Any]]], Any]] = {
    "polars": _polars,
    "pandas": _pandas,
    "arrow": _arrow,
}
