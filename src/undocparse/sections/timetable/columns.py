"""Says what each column of a timetable's grid holds: by its heading, or else by what stands in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from undocparse.languages.matching import folded
from undocparse.layout.pages import Cell, Grid
from undocparse.sections.timetable.slots import Slot, leading_slot, read_slot
from undocparse.sections.timetable.vocabulary import Patterns, Role, patterns

_HEADING_ROWS = 4  # a table's headings take up no more rows
_SHORT = 45  # characters; the name of a track is no longer
_MOST = 0.5  # of a column's cells: what so many hold is what the column holds
_SYMBOLS = re.compile(r"(?:[A-Z][A-Z\d.&-]*(?:/[\w.()-]+)+[\s,;]*)+")


@dataclass(slots=True)
class Column:
    """One column.

    Attributes:
        role: what it holds.
        track: heading of the parallel track that it belongs to; null where there is one track only.
        slot: the day or time that heads it, where days or times stand across the top.
    """

    role: Role
    track: str | None = None
    slot: Slot | None = None


@dataclass(slots=True)
class Plan:
    """How a grid is to be read.

    Attributes:
        columns: in order.
        body: the first row below the headings.
        headings: texts of the heading cells, folded, by column.
        across: `days` or `times` where these stand across the top.
        timed: whether times are printed at all.
    """

    columns: list[Column]
    body: int = 0
    headings: set[tuple[int, str]] = field(default_factory=set)
    across: Literal["days", "times"] | None = None
    timed: bool = True

    def is_heading(self, cells: Sequence[Cell]) -> bool:
        """Whether a row only repeats the headings, as tables do at the top of a page."""
        printed = [cell for cell in cells if cell.text.strip()]
        return bool(printed) and all(_place_of(cell) in self.headings for cell in printed)

    def has(self, role: Role) -> bool:
        """Whether some column holds this."""
        return any(column.role == role for column in self.columns)


def plan_of(grid: Grid, language: str, year: int | None, known: Plan | None = None) -> Plan:
    """How to read a grid.

    Args:
        grid: with its heading rows, if it has any.
        language: BCP 47 primary subtag.
        year: the year of days printed without.
        known: the plan of the table before, which a table without headings goes on from.
    """
    width = max(cell.column + cell.columns for cell in grid.cells)
    rows = rows_of(grid)
    slots = _Slots(language, year)
    across = _across(rows, slots, width)
    if across:
        return across
    body = _body(rows, slots, patterns(language))
    headings = [cell for number in range(body) for cell in rows[number]]
    if not body and known and len(known.columns) == width and not known.across:
        return known
    columns = _columns(rows[body:], headings, slots, width, language)
    when = [place for place, column in enumerate(columns) if column.role in {"date", "time"}]
    timed = any(slots.of(c).times for row in rows[body:] for c in row if c.column in when)
    texts = {_place_of(cell) for cell in headings if cell.text.strip()}
    return Plan(columns, body, texts, timed=timed)


def _place_of(cell: Cell) -> tuple[int, str]:
    """Where a heading stands, and what it says."""
    return cell.column, folded(cell.text)


@dataclass(frozen=True, slots=True)
class _Slots:
    """Days and times of cells, read where they are asked for."""

    language: str
    year: int | None

    def of(self, cell: Cell) -> Slot:
        """What a cell says of time."""
        return read_slot(cell.text, self.language, self.year)

    def leading(self, cell: Cell) -> Slot:
        """The same, for a cell that begins with it."""
        return leading_slot(cell.text, self.language, self.year)


def rows_of(grid: Grid) -> list[list[Cell]]:
    """The cells that begin in each row."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        rows[cell.row].append(cell)
    return [sorted(rows[row], key=lambda c: c.column) for row in range(max(rows) + 1)]


def _across(rows: Sequence[Sequence[Cell]], slots: _Slots, width: int) -> Plan | None:
    """The plan of a table with days or times across the top; null for any other."""
    for number, cells in enumerate(rows[:_HEADING_ROWS]):
        heads = [cell for cell in cells if cell.column > 0]
        days = [cell for cell in heads if len(slots.of(cell).days) == 1 and slots.of(cell).at_start]
        times = [cell for cell in heads if slots.of(cell).times and not slots.of(cell).days]
        if any(_is_day(slots.of(cell)) for cell in cells if cell.column == 0):
            return None
        below = [slots.of(cell) for row in rows[number + 1 :] for cell in row if cell.column == 0]
        if len(days) > 1 and len(days) >= len(heads) - 1:
            return _crossed(rows[: number + 1], days, slots, width)
        if len(times) > 1 and len(times) >= len(heads) - 1 and any(slot.days for slot in below):
            return _crossed(rows[: number + 1], times, slots, width)
    return None


def _is_day(slot: Slot) -> bool:
    return bool(slot.days) and slot.at_start


def _crossed(top: Sequence[Sequence[Cell]], heads: Sequence[Cell], slots: _Slots, width: int) -> Plan:
    """The plan of a table below these heads, which are all days or all times."""
    across: Literal["days", "times"] = "days" if slots.of(heads[0]).days else "times"
    columns = [Column("time" if across == "days" else "date") for _ in range(width)]
    for cell in heads:
        for place in range(cell.column, min(cell.column + cell.columns, width)):
            columns[place] = Column("title", slot=slots.of(cell))
    headings = {_place_of(cell) for row in top for cell in row if cell.text.strip()}
    return Plan(columns, len(top), headings, across)


def _body(rows: Sequence[Sequence[Cell]], slots: _Slots, known: Patterns) -> int:
    """The first row below the headings: they stand above the first day or time and name columns or tracks."""
    body = 0
    for number, cells in enumerate(rows[:_HEADING_ROWS]):
        texts = [cell.text.strip() for cell in cells if cell.text.strip()]
        roles = [known.column_roles(text) for text in texts]
        when = any(slots.of(cell).days or slots.of(cell).times for cell in cells)
        if (when and not all(roles)) or any(known.labels.fullmatch(text) for text in texts):
            break
        named = sum(map(bool, roles))
        if len(texts) == 1 and not named:
            continue
        if named or (number == body and len(texts) > 1 and all(len(text) <= _SHORT for text in texts)):
            body = number + 1
    return body


def _columns(
    rows: Sequence[Sequence[Cell]],
    headings: Sequence[Cell],
    slots: _Slots,
    width: int,
    language: str,
) -> list[Column]:
    known = patterns(language)
    again = {_place_of(cell) for cell in headings}  # headings stand anew on every page
    columns = []
    for place in range(width):
        cells = [cell for row in rows for cell in row if cell.column == place and cell.text.strip()]
        cells = [cell for cell in cells if _place_of(cell) not in again]
        named = _named(place, headings, known)
        columns.append(Column(_role(named, [c for c in cells if c.columns == 1], slots, known)))
    _settle_titles(columns)
    _set_tracks(columns, headings, known)
    return columns


def _named(place: int, headings: Sequence[Cell], known: Patterns) -> tuple[Role, ...]:
    """What the lowest heading of a column says that it holds."""
    own = [cell for cell in headings if cell.column == place and cell.columns == 1]
    return known.column_roles(own[-1].text.strip()) if own else ()


def _role(named: tuple[Role, ...], cells: Sequence[Cell], slots: _Slots, known: Patterns) -> Role:
    shares = _shares(cells, slots, known)
    if "date" in named or "time" in named:
        return "date" if "date" in named else "time"
    if "item" in named and (shares["item"] > _MOST or not cells or "title" not in named):
        return "item" if shares["item"] > 0.3 or not cells else "title"
    if named:
        return named[-1]
    if shares["date"] >= _MOST or shares["date"] + shares["time"] >= 0.8:
        return "date" if shares["date"] else "time"
    return next((role for role in ("time", "item", "meeting", "documents") if shares[role] >= _MOST), "title")


def _shares(cells: Sequence[Cell], slots: _Slots, known: Patterns) -> dict[Role, float]:
    """What part of the cells holds what."""
    counts: dict[Role, int] = defaultdict(int)
    for cell in cells:
        slot, text = slots.leading(cell), cell.text.strip()
        counts["date"] += bool(slot.days and slot.at_start and len(slot.rest) < 30)
        counts["time"] += bool(slot.times and not slot.days and slot.at_start and len(slot.rest) < 40)
        counts["item"] += bool(known.labels.fullmatch(text))
        counts["meeting"] += bool(known.numbered_meeting.fullmatch(text))
        counts["documents"] += bool(_SYMBOLS.fullmatch(text))
    total = max(len(cells), 1)
    return defaultdict(float, {role: count / total for role, count in counts.items()})


def _settle_titles(columns: list[Column]) -> None:
    """There must be a column that says what is done; numbers alone can be it."""
    if any(column.role == "title" for column in columns):
        return
    for role in ("item", "other", "documents"):
        for column in columns:
            if column.role == role:
                column.role = "title"
                return


def _set_tracks(columns: list[Column], headings: Sequence[Cell], known: Patterns) -> None:
    """Titles in several columns are parallel tracks if headings or numbers of their own say so."""
    places = [place for place, column in enumerate(columns) if column.role == "title"]
    if len(places) < 2:
        return
    names = [_track_name(place, columns, headings, known) for place in places]
    numbered = all(place and columns[place - 1].role == "item" for place in places)
    if len({name for name in names if name}) < 2 and not numbered:
        for place in places[1:]:
            columns[place].role = "other"
        return
    for number, (place, name) in enumerate(zip(places, names, strict=True), start=1):
        columns[place].track = name or str(number)
        if place and columns[place - 1].role == "item":
            columns[place - 1].track = columns[place].track


def _track_name(
    place: int, columns: Sequence[Column], headings: Sequence[Cell], known: Patterns
) -> str | None:
    """The heading over a column of titles and its numbers that names no column."""
    first = place - 1 if place and columns[place - 1].role == "item" else place
    over = [
        cell
        for cell in headings
        if cell.column <= place
        and cell.column + cell.columns > first
        and not known.column_roles(cell.text.strip())
    ]
    return over[0].text.strip() if over else None
