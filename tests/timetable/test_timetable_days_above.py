"""A day that stands in the line above a table of its own is the day of all that the table tells."""

from __future__ import annotations

import html

import pytest
from timetable_building import read

from undocparse.readers.html import read_html

FIRST = [("10 a.m.", "Item 1. Opening of the session"), ("3 p.m.", "Item 2. Reading of tide gauges")]
TIMED = [("10 a.m.", "Item 3. Care of lighthouses"), ("3 p.m.", "Item 4. Other matters")]


def page(*days: tuple[str, list[tuple[str, ...]]]) -> bytes:
    """An HTML document: the title of a timetable, and below it each day over a table of its own."""
    parts = ["<html lang='en'><body><p>Annex</p><h2>Proposed timetable of the session</h2>"]
    for day, rows in days:
        cells = ("".join(f"<td>{html.escape(text)}</td>" for text in row) for row in rows)
        parts.append(f"<p>{day}</p><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    return "".join([*parts, "</body></html>"]).encode()


def days_of(data: bytes) -> list[tuple[str | None, str | None]]:
    timetable, _ = read(read_html(data, "a.html"))
    return [(sitting.date, sitting.starts) for sitting in timetable.root]


@pytest.mark.parametrize("second", ["Tuesday, 5 October 2027", "5 and 6 October 2027"])
def test_day_above_each_table(second: str) -> None:
    told = days_of(page(("Monday, 4 October 2027", FIRST), (second, TIMED)))
    assert told[0] == ("2027-10-04", "10:00")
    assert {day for day, _ in told} >= {"2027-10-04", "2027-10-05"}


def test_day_above_the_first_table_is_kept_where_it_is_the_only_one() -> None:
    assert {day for day, _ in days_of(page(("Monday, 4 October 2027", FIRST)))} == {"2027-10-04"}
