"""The proposed organization of work: sittings, their entries, and the grids they were read from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as date_type
from datetime import datetime, timedelta
from typing import Any, Literal, overload

from pydantic import ConfigDict, PrivateAttr, RootModel

from undocparse.model.moments import after, as_day, as_moment
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


SittingKind = Literal["informal", "closed", "open", "private", "joint"]
"""How a sitting is held: outside the record, before whom, or by several bodies as one."""


class Sitting(Model):
    """One sitting.

    Attributes:
        date: ISO 8601; null where it is to be determined.
        starts: 24-hour local time `HH:MM`; null where none is printed.
        ends: 24-hour local time `HH:MM`; null where none is printed.
        part: `morning`, `afternoon`, `evening` or `lunch` where the document says so.
        track: the heading of the column, where sittings run in parallel.
        meeting: its number in figures ("281st plenary meeting" is `281`); a Roman number, or the numbers of
            several meetings, as printed; null where none is printed.
        room: as printed ("Conference Room 4"); null where none is.
        setting: how it is held, in the words of the document ("Informal consultations (closed)" is both);
            empty where nothing is said. What its entries say counts where all of them say it.
        entries: in document order.
        place: where the date or time is printed.
    """

    date: str | None = None
    starts: str | None = None
    ends: str | None = None
    part: Literal["morning", "afternoon", "evening", "lunch"] | None = None
    track: str | None = None
    meeting: str | None = None
    room: str | None = None
    setting: tuple[SittingKind, ...] = ()
    entries: tuple[Entry, ...] = ()
    place: Place | None = None

    @property
    def day(self) -> date_type | None:
        """The date, as a date."""
        return as_day(self.date)

    @property
    def hours(self) -> str:
        """When it is held on its day, for people: "10:00–13:00", "10:00", or the part of the day."""
        return "–".join(filter(None, (self.starts, self.ends))) or self.part or ""

    @property
    def zone(self) -> str | None:
        """IANA name of the time zone that its hours are in.

        That of the place which the masthead prints; else of the seat of the body. Null where neither is
        known, and for a sitting that belongs to no document.
        """
        place, body = self.__dict__.get("_seat", (None, None))
        if place is None and body is None:
            return None
        from undocparse.seats import zone_of_meeting  # noqa: PLC0415 - reads a table

        return zone_of_meeting(place, body)

    @property
    def start(self) -> datetime | None:
        """When it begins, in its time zone; naive where that is not known; null where no hour is printed."""
        return as_moment(self.date, self.starts, self.zone)

    @property
    def end(self) -> datetime | None:
        """When it ends, as `start`; a sitting that ends before it begins ends on the next day."""
        start, end = self.start, as_moment(self.date, self.ends, self.zone)
        return after(start, end) if start and end else end

    @property
    def duration(self) -> timedelta | None:
        """How long it lasts; null where its start or end is not printed."""
        start, end = self.start, self.end
        return end - start if start and end else None


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
            MissingExtraError: the library is not installed.
        """
        from undocparse.exports.frames import timetable_frame  # noqa: PLC0415 - loaded when asked for only

        return timetable_frame(self, library)

    def __iter__(self) -> Iterator[Sitting]:  # type: ignore[override]
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    @overload
    def __getitem__(self, index: int) -> Sitting: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sitting, ...]: ...

    def __getitem__(self, index: int | slice) -> Sitting | tuple[Sitting, ...]:
        return self.root[index]

    def __repr__(self) -> str:
        days = len({sitting.date for sitting in self if sitting.date})
        return f"<Timetable: {len(self)} sittings on {days} days>"

    __str__ = __repr__

    def __rich__(self) -> Any:
        from undocparse.exports.summary import timetable_table  # noqa: PLC0415 - on terminals only

        return timetable_table(self)

    def _repr_html_(self) -> str:
        from undocparse.exports.notebook import timetable_html  # noqa: PLC0415 - in notebooks only

        return timetable_html(self)


def seated(timetable: Timetable, place: str | None, body: str | None) -> Timetable:
    """The timetable of a body that meets somewhere: its sittings know the zone of their hours.

    That is no field of theirs, and one timetable can be given to two documents: then the second has a copy.
    """
    seat = (place, body)
    if any(sitting.__dict__.get("_seat", seat) != seat for sitting in timetable):
        timetable = Timetable(tuple(sitting.model_copy() for sitting in timetable))
    for sitting in timetable:
        sitting.__dict__["_seat"] = seat
    return timetable
