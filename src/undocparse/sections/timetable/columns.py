"""Settles what each column of a table holds, by its heading and by what stands in it, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from undocparse.layout.pages import Cell
from undocparse.sections.timetable.heads import Heads
from undocparse.sections.timetable.signs import Sign, sign_of
from undocparse.sections.timetable.slots import Slot, read_slot
from undocparse.sections.timetable.vocabulary import Patterns, Role, patterns

_EXACT = 0.6  # what a heading that names a column weighs beside the share of cells that agree
_LOOSE = 0.3  # the same for a heading of several words
_ABSENT = 0.12  # of a column's cells: a column named "Date" with fewer days holds something else
_WIDE = 0.3  # weight of a cell that runs over several columns for the first of them

_HOLDS: Mapping[Sign, tuple[Role, ...]] = {
    "date": ("date",),
    "week": ("date",),
    "time": ("time",),
    "when": ("date", "time"),
    "meeting": ("meeting",),
    "item": ("item",),
    "symbol": ("documents",),
    "status": ("other",),
    "room": ("other",),
    "body": ("track", "title"),
    "text": ("title",),
}
"""What a column holds whose cells look like this."""


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


class CellReader:
    """Reads the cells of one language's tables, each text once.

    Args:
        language: BCP 47 primary subtag.
        year: the year of days that are printed without.
    """

    def __init__(self, language: str, year: int | None) -> None:
        self.language = language
        self.year = year
        self.known: Patterns = patterns(language)

    def sign(self, cell: Cell) -> Sign:
        """What a cell is by itself."""
        return sign_of(cell.text.strip(), self.language, self.year)

    def slot(self, cell: Cell) -> Slot:
        """What a cell says of time."""
        return read_slot(cell.text, self.language, self.year)


def columns_of(rows: Sequence[Sequence[Cell]], heads: Heads, width: int, reader: CellReader) -> list[Column]:
    """What the columns hold.

    Args:
        rows: below the headings, without those that only repeat them.
        heads: the headings.
        width: number of columns.
        reader: reads cells.
    """
    weights = [_weights(place, rows, heads, reader) for place in range(width)]
    columns = [Column(max(found, key=lambda role: found[role], default="other")) for found in weights]
    _settle_numbers(columns, weights)
    _settle_titles(columns, weights, heads)
    _set_tracks(columns, heads, rows)
    return columns


def _weights(
    place: int, rows: Sequence[Sequence[Cell]], heads: Heads, reader: CellReader
) -> dict[Role, float]:
    """What speaks for each role of a column: the share of its cells that look like it, and its heading."""
    counts: dict[Role, float] = defaultdict(float)
    total = 0.0
    for cell in (cell for cells in rows for cell in cells if cell.column == place and cell.text.strip()):
        weight = 1.0 if cell.columns == 1 else _WIDE
        total += weight
        for role in _HOLDS.get(reader.sign(cell), ()):
            counts[role] += weight
    shares = {role: count / total for role, count in counts.items()} if total else {}
    weights: dict[Role, float] = dict(shares)
    if shares.get("date") and shares.get("time"):  # days and times in one column: more days than either alone
        both = min(1.0, shares["date"] + shares["time"])
        weights["date" if shares["date"] >= shares["time"] else "time"] = both
    for role, weight in heads.evidence(place, exact=_EXACT, loose=_LOOSE).items():
        if total and not _may_hold(role, shares):
            continue
        weights[role] = weights.get(role, 0.0) + weight
    return weights


def _may_hold(role: Role, shares: Mapping[Role, float]) -> bool:
    """Whether a column can hold what its heading names, as its cells show."""
    if role in {"date", "time"}:
        return max(shares.get("date", 0.0), shares.get("time", 0.0)) > _ABSENT
    if role == "item":
        return shares.get("item", 0.0) > 2 * _ABSENT
    return True


def _settle_numbers(columns: Sequence[Column], weights: Sequence[Mapping[Role, float]]) -> None:
    """Of two columns of bare numbers, the one that is named less for items counts rows or meetings."""
    numbered = [place for place, column in enumerate(columns) if column.role == "item"]
    titles = sum(column.role == "title" for column in columns)
    if len(numbered) < 2 or titles > 1:
        return
    best = max(numbered, key=lambda place: (weights[place].get("item", 0.0), place))
    for place in numbered:
        if place != best and weights[place].get("item", 0.0) <= 1.0 < weights[best].get("item", 0.0):
            columns[place].role = "meeting"


def _settle_titles(columns: list[Column], weights: Sequence[Mapping[Role, float]], heads: Heads) -> None:
    """There must be a column that says what is done; numbers alone can be it."""
    if any(column.role == "title" for column in columns):
        return
    for role in ("track", "item", "other", "documents"):
        fitting = [
            place
            for place, column in enumerate(columns)
            if column.role == role and (role not in {"other", "documents"} or not heads.names(place))
        ]
        if fitting:
            best = max(fitting, key=lambda place: weights[place].get("title", 0.0))
            columns[best].role = "title"
            return


def _set_tracks(columns: list[Column], heads: Heads, rows: Sequence[Sequence[Cell]]) -> None:
    """Titles in several columns are parallel tracks if headings or numbers of their own say so.

    Else the one that is filled most is read, and the others say what is of no concern here.
    """
    places = [place for place, column in enumerate(columns) if column.role == "title"]
    if len(places) < 2:
        return
    names = [_track_name(place, columns, heads) for place in places]
    numbered = all(place and columns[place - 1].role == "item" for place in places)
    if len({name for name in names if name}) > 1 or numbered:
        for number, (place, name) in enumerate(zip(places, names, strict=True), start=1):
            columns[place].track = name or str(number)
            if place and columns[place - 1].role == "item":
                columns[place - 1].track = columns[place].track
        return
    best = max(places, key=lambda place: (heads.names(place) == "title", _length(place, rows), -place))
    for place in places:
        if place != best:
            columns[place].role = "other"


def _length(place: int, rows: Sequence[Sequence[Cell]]) -> int:
    return sum(len(cell.text) for cells in rows for cell in cells if cell.column == place)


def _track_name(place: int, columns: Sequence[Column], heads: Heads) -> str | None:
    """The heading over a column of titles and its numbers that names no column."""
    first = place - 1 if place and columns[place - 1].role == "item" else place
    return heads.track(first, place)
