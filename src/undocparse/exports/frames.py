"""Turns the timetable, or any table, into a data frame, with whichever library is there."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, Literal, get_args

from undocparse.errors import UndocparseError
from undocparse.extras import need
from undocparse.model.tables import Table
from undocparse.model.timetable import Timetable

Library = Literal["polars", "pandas"]
COLUMNS = ("sitting", "date", "starts", "ends", "part", "track", "entry", "items", "title", "continued")
"""Columns of the frame; `sitting` and `entry` count from 0, `items` are keys joined by commas."""


def timetable_rows(timetable: Timetable) -> list[dict[str, Any]]:
    """One row an entry; a sitting for which nothing is set down has one row without an entry."""
    rows = []
    for number, sitting in enumerate(timetable):
        when = {
            "sitting": number,
            "date": sitting.date,
            "starts": sitting.starts,
            "ends": sitting.ends,
            "part": sitting.part,
            "track": sitting.track,
        }
        for place, entry in enumerate(sitting.entries):
            what = {"items": ",".join(entry.items), "title": entry.title, "continued": entry.continued}
            rows.append({**when, "entry": place, **what})
        if not sitting.entries:
            rows.append({**when, "entry": None, "items": None, "title": None, "continued": None})
    return rows


def timetable_frame(timetable: Timetable, library: Library | None = None) -> Any:
    """The timetable as a frame with the columns `COLUMNS`; dates are dates, times stay `HH:MM`.

    Args:
        timetable: of a document.
        library: `polars` or `pandas`; by default polars if it is installed, else pandas.

    Returns:
        A `polars.DataFrame` or `pandas.DataFrame`.

    Raises:
        MissingExtraError: neither library is installed, or not the one asked for.
    """
    rows = timetable_rows(timetable)
    return _polars(rows) if library_of(library) == "polars" else _pandas(rows)


def table_frame(table: Table, library: Library | None = None) -> Any:
    """A table as a frame: a column of texts for each column, a row for each row below the headings.

    Columns are called by their headings; those without one, and the second of one name, by their number.

    Args:
        table: of a document.
        library: as for `timetable_frame`.

    Raises:
        MissingExtraError: as `timetable_frame`.
    """
    heads = {cell.row for cell in table.cells if cell.head}
    rows = [row for number, row in enumerate(table.texts(spread=True)) if number not in heads]
    names: list[str] = []
    for number, head in enumerate(table.heads, start=1):
        names.append(head if head and head not in names else f"column {number}")
    if library_of(library) == "polars":
        polars = need("polars", "frames")
        return polars.DataFrame(rows, schema=dict.fromkeys(names, polars.String), orient="row")
    return need("pandas", "frames").DataFrame(rows, columns=names)


def library_of(asked: str | None, known: Sequence[str] = get_args(Library)) -> str:
    """The library to use: the one asked for, else pandas where it is there and polars is not.

    Args:
        asked: its name.
        known: those that may be asked for.

    Raises:
        UndocparseError: there is no such library of frames.
    """
    if asked and asked not in known:
        raise UndocparseError(asked, "frames are made with other libraries", f"there is {', '.join(known)}")
    return asked or ("pandas" if find_spec("pandas") and not find_spec("polars") else "polars")


def _polars(rows: list[dict[str, Any]]) -> Any:
    polars = need("polars", "frames")
    numbers, flags = {"sitting", "entry"}, {"continued"}
    types = {
        name: polars.Int64 if name in numbers else polars.Boolean if name in flags else polars.String
        for name in COLUMNS
    }
    return polars.DataFrame(rows, schema=types).with_columns(polars.col("date").str.to_date())


def _pandas(rows: list[dict[str, Any]]) -> Any:
    pandas = need("pandas", "frames")
    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    frame["date"] = pandas.to_datetime(frame["date"])
    return frame
