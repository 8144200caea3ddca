"""The timetable of a fixture source.

    [timetable table | Date 70 | Time 70 | Item 45 | Title 245]
    day 2014-10-06 | Monday, 6 October 2014
    sit 10:00-13:00 | 10 a.m.-1 p.m.
    1.a | Opening of the meeting
    2 | Long title ~ (continued)
    - | Informal consultations || 2 | What the second track does
    text 3 p.m.: deadline for drafts        printed, but no sitting
    week Week of 6–10 October               likewise, as a heading
    [end]

Two times in one `sit` are two sittings with the same rows; `sit - | Morning` has no times.
Form `table` merges the cells of days and sittings, `days` sets each day as a heading across the table,
`blocks` uses no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .inline import Notes, Rich, read_rich

SPAN = re.compile(r"(\d\d:\d\d)?-(\d\d:\d\d)?")


@dataclass(frozen=True)
class Row:
    """One entry: keys, title without "(continued)", and what is printed behind it."""

    keys: tuple[str, ...]
    title: Rich
    suffix: str = ""
    entry: bool = True


@dataclass
class Sitting:
    """Rows under one printed time; `spans` are start and end of each sitting that they stand for."""

    printed: str
    spans: list[tuple[str | None, str | None]]
    rows: list[tuple[Row | None, ...]] = field(default_factory=list)


@dataclass
class Day:
    """A printed day; its date is empty for the heading of a week."""

    printed: str
    date: str
    sittings: list[Sitting] = field(default_factory=list)


@dataclass
class Table:
    """The whole timetable.

    Attributes:
        form: `table`, `days` or `blocks`.
        columns: heading and width in points.
        tracks: headings over the columns of parallel sittings; empty where there is one track.
        days: in order.
    """

    form: str
    columns: list[tuple[str, float]]
    tracks: list[str]
    days: list[Day] = field(default_factory=list)


def read_table(first: str, lines: Iterator[str], notes: Notes) -> Table:
    """The table that begins with this line; takes the lines to `[end]`."""
    form, *cells = (cell.strip() for cell in first.strip("[] ").removeprefix("timetable").split("|"))
    tracks = [cell.removeprefix("track ") for cell in cells if cell.startswith("track ")]
    columns = [cell.rsplit(" ", 1) for cell in cells if not cell.startswith("track ")]
    table = Table(form, [(name, float(width)) for name, width in columns], tracks)
    for line in lines:
        if line.strip() == "[end]":
            return table
        if line.strip():
            _take(line.strip(), table, notes)
    raise ValueError(f"no [end] after {first!r}")


def _take(line: str, table: Table, notes: Notes) -> None:
    word, _, rest = line.partition(" ")
    if word == "day":
        date, printed = (part.strip() for part in rest.split("|"))
        table.days.append(Day(printed, date))
    elif word == "week":
        table.days.append(Day(rest, ""))
    elif word == "sit":
        spans, printed = (part.strip() for part in rest.split("|"))
        table.days[-1].sittings.append(Sitting(printed, [_span(span) for span in spans.split()]))
    elif word == "text":
        row = Row((), read_rich(rest, notes), entry=False)
        _rows(table).append((row,))
    else:
        _rows(table).append(tuple(_row(part, notes) for part in line.split("||")))


def _rows(table: Table) -> list[tuple[Row | None, ...]]:
    day = table.days[-1]
    if not day.sittings:
        day.sittings.append(Sitting("", []))
    return day.sittings[-1].rows


def _span(text: str) -> tuple[str | None, str | None]:
    found = SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"not a span of time: {text!r}")
    return found[1], found[2]


def _row(text: str, notes: Notes) -> Row | None:
    if not text.strip():
        return None
    keys, title = (part.strip() for part in text.split("|"))
    title, _, suffix = (part.strip() for part in title.partition("~"))
    return Row(() if keys == "-" else tuple(keys.split()), read_rich(title, notes), suffix)
