"""The proposed organization of work: sittings, their entries, and the grids they were read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import ConfigDict, PrivateAttr, RootModel

from undocparse.model.place import Box, Model, Place


class Entry(Model):
    """One row of a sitting.

    Attributes:
        items: keys of the agenda items; empty for "Informal consultations" and the like.
        title: as printed, without "(continued)".
        continued: whether the row says that it goes on from, or ends, an earlier sitting.
        place: where it is printed.
    """

    items: tuple[str, ...] = ()
    title: str
    continued: bool = False
    place: Place | None = None


class Sitting(Model):
    """One sitting.

    Attributes:
        date: ISO 8601; null where it is to be determined.
        starts: 24-hour local time `HH:MM`; null where none is printed.
        ends: as `starts`.
        part: `morning`, `afternoon`, `evening` or `lunch` where the document says so.
        track: the heading of the column, where sittings run in parallel.
        entries: in document order.
        place: where the date or time is printed.
    """

    date: str | None = None
    starts: str | None = None
    ends: str | None = None
    part: Literal["morning", "afternoon", "evening", "lunch"] | None = None
    track: str | None = None
    entries: tuple[Entry, ...] = ()
    place: Place | None = None


class GridCell(Model):
    """A cell of a printed table; `row` and `column` count from 0 and name its upper left corner."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str
    page: int | None = None
    box: Box | None = None


class TimetableGrid(Model):
    """A printed table that sittings were read from.

    Attributes:
        cells: in row order; a merged cell stands once, with its spans.
        roles: what each column holds: `date`, `time`, `item`, `title`, `track`, `documents` or `other`.
    """

    cells: tuple[GridCell, ...] = ()
    roles: tuple[str, ...] = ()


class Timetable(RootModel[tuple[Sitting, ...]]):
    """The sittings in document order; `grids` are the tables that they were read from."""

    model_config = ConfigDict(frozen=True)
    root: tuple[Sitting, ...] = ()
    _grids: tuple[TimetableGrid, ...] = PrivateAttr(default=())

    @property
    def grids(self) -> tuple[TimetableGrid, ...]:
        """The printed tables, with page and boxes."""
        return self._grids

    def to_frame(self, library: Literal["polars", "pandas"] | None = None) -> Any:
        """A data frame with one row an entry.

        Args:
            library: which to use; by default polars if it is installed, else pandas.

        Raises:
            UndocparseError: the library is not installed.
        """
        from undocparse.exports.frames import timetable_frame  # noqa: PLC0415 - loaded when asked for only

        return timetable_frame(self, library)

    def __iter__(self) -> Iterator[Sitting]:  # type: ignore[override]
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    def __getitem__(self, index: int) -> Sitting:
        return self.root[index]
