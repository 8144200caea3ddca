"""Tables without rules whose days and times stand in the middle of their rows, or on two lines."""

from collections.abc import Iterable, Sequence

import pytest
from timetable_building import read, told

from undocparse.layout.pages import Layout, Line, Page, Run

HEADS = ((70, 60, "Proposed timetable"),)
TITLES = ("1. Opening of the session", "2. Bee-keeping", "3. Ferries", "4. Canals", "5. Closure")
DAY, NEXT = "2025-05-12", "2025-05-13"
FIRST, SECOND = ("10:00", "13:00"), ("15:00", "18:00")


def page(puts: Iterable[tuple[float, float, str]]) -> Layout:
    """A page of (left edge, top, text), row by row."""
    lines = []
    for x0, top, text in sorted(puts, key=lambda put: (put[1], put[0])):
        run = Run(text, x0, x0 + 4.5 * len(text), 10.0)
        box = (x0, top, run.x1, top + 9.7)
        lines.append(Line(len(lines), 1, text, (run,), box=box, size=10.0, indent=x0))
    return Layout("pdf", "application/pdf", [Page(1, 612.0, 792.0, lines)])


def titles(places: Sequence[float]) -> list[tuple[float, float, str]]:
    return [(260, top, title) for top, title in zip(places, TITLES, strict=True)]


MIDDLE = {
    "days and times, an even and an odd number of rows": [
        *titles((100, 118, 136, 154, 172)),
        *((70, 127, "Monday, 12 May"), (170, 109, "10 a.m.–1 p.m."), (170, 145, "3–6 p.m.")),
        *((70, 172, "Tuesday, 13 May"), (170, 172, "10 a.m.–1 p.m.")),
    ],
    "a day of two lines": [
        *titles((100, 118, 136, 154, 172)),
        *((70, 121, "Monday,"), (70, 133, "12 May"), (170, 109, "10 a.m.–1 p.m."), (170, 145, "3–6 p.m.")),
        *((70, 172, "Tuesday, 13 May"), (170, 172, "10 a.m.–1 p.m.")),
    ],
    "the number of the day on the line before its month": [
        *titles((100, 118, 142, 160, 184)),
        *((70, 100, "Monday, 12"), (70, 112, "May"), (170, 100, "10 a.m.–1 p.m."), (170, 142, "3–6 p.m.")),
        *((70, 184, "Tuesday, 13"), (70, 196, "May"), (170, 184, "10 a.m.–1 p.m.")),
    ],
    "at the top of their rows": [
        *titles((100, 118, 136, 154, 172)),
        *((70, 100, "Monday, 12 May"), (170, 100, "10 a.m.–1 p.m."), (170, 136, "3–6 p.m.")),
        *((70, 172, "Tuesday, 13 May"), (170, 172, "10 a.m.–1 p.m.")),
    ],
}


@pytest.mark.parametrize("form", MIDDLE)
def test_rows_belong_to_the_day_whose_centre_they_share(form: str) -> None:
    timetable, _ = read(page([*HEADS, *MIDDLE[form]]))
    numbers = [(day, start, end, [keys for keys, *_ in found]) for day, start, end, found in told(timetable)]
    assert numbers == [
        (DAY, *FIRST, [("1",), ("2",)]),
        (DAY, *SECOND, [("3",), ("4",)]),
        (NEXT, *FIRST, [("5",)]),
    ]


def test_rows_below_a_page_of_the_day_before_stay_with_it() -> None:
    """No day stands between two rows: that one of them is above the first day says nothing."""
    puts = [(70, 100, "Date"), (260, 100, "Item"), *titles((118, 136, 154, 172, 190))]
    timetable, _ = read(page([*HEADS, *puts, (70, 136, "Monday, 12 May"), (70, 172, "Tuesday, 13 May")]))
    days = {day: [keys for keys, *_ in found] for day, _, _, found in told(timetable)}
    assert days[DAY] == [("2",), ("3",)]
    assert days[NEXT] == [("4",), ("5",)]
