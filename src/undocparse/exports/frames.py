"""Turns the timetable into a data frame, one row an entry, with whichever library is there."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, Literal

from undocparse.errors import UndocparseError
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
        UndocparseError: neither library is installed, or not the one asked for.
    """
    wanted = [library] if library else ["polars", "pandas"]
    found = next((name for name in wanted if find_spec(name)), None)
    rows = timetable_rows(timetable)
    if found == "polars":
        return _polars(rows)
    if found == "pandas":
        return _pandas(rows)
    raise UndocparseError(
        "timetable", f"no {' or '.join(wanted)} to make a frame with", "install one of them"
    )


def _polars(rows: list[dict[str, Any]]) -> Any:
    import polars  # noqa: PLC0415

    numbers, flags = {"sitting", "entry"}, {"continued"}
    types = {
        name: polars.Int64 if name in numbers else polars.Boolean if name in flags else polars.String
        for name in COLUMNS
    }
    return polars.DataFrame(rows, schema=types).with_columns(polars.col("date").str.to_date())


def _pandas(rows: list[dict[str, Any]]) -> Any:
    import pandas  # noqa: PLC0415

    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    frame["date"] = pandas.to_datetime(frame["date"])
    return frame
