"""Forms of timetables: days under headings, bullets, Roman numbers, matrices, heads below each day."""

import pytest
from timetable_building import Row, grid_layout, lines_layout, read, told

from undocparse.layout.pages import Layout, Line, Page, Run
from undocparse.model.agenda import Agenda, AgendaItem

OPENING = "Opening of the session"
TALKS = ((), "Informal talks", False)


def test_days_that_tell_nothing_are_for_what_their_heading_names() -> None:
    lines = (
        "Proposed organization of work",
        "A. Plenary meetings",
        "1. The Conference will hold three plenary meetings, as follows:",
        "Monday, 12 May: from 10 a.m. to 1 p.m. and from 3 to 6 p.m.",
        "Tuesday, 13 May: from 10 a.m. to 1 p.m.",
        "2. The plenary meetings will be devoted to statements by the delegations that asked for the floor.",
        "B. Workshops",
        "3. The workshops will be held in parallel, as follows:",
        "Monday, 12 May: workshop 1 from 10 a.m. to 1 p.m. and workshop 2 from 3 to 6 p.m.",
        "Tuesday, 13 May: workshop 3 (from 10 a.m. to 1 p.m.) and workshop 4 (from 3 to 6 p.m.).",
    )
    spaced = [pair for text in lines for pair in ((72.0, text), (72.0, ""))]
    agenda = Agenda((AgendaItem(key="4", label="4.", title="Plenary meetings"),))
    timetable, _ = read(lines_layout(spaced), agenda=agenda)
    assert told(timetable) == [
        ("2025-05-12", "10:00", "13:00", [((), "Plenary meetings", False)]),
        ("2025-05-12", "15:00", "18:00", [((), "Plenary meetings", False)]),
        ("2025-05-13", "10:00", "13:00", [((), "Plenary meetings", False)]),
        ("2025-05-12", "10:00", "13:00", [((), "workshop 1", False)]),
        ("2025-05-12", "15:00", "18:00", [((), "workshop 2", False)]),
        ("2025-05-13", "10:00", "13:00", [((), "workshop 3", False)]),
        ("2025-05-13", "15:00", "18:00", [((), "workshop 4", False)]),
    ]
    assert [sitting.track for sitting in timetable] == [None] * 3 + ["Workshops"] * 4


TABLES: dict[str, tuple[list[Row], list[object]]] = {
    "bullets before all entries of a cell": (
        [
            ("Date", "Time", "Business"),
            ("Monday, 12 May", "10 a.m.–1 p.m.", ["– Opening of the session", "– Informal talks"]),
            ("", "3–6 p.m.", ["– Informal talks"]),
        ],
        [((), OPENING, False), TALKS],
    ),
    "Roman numbers in a column": (
        [
            ("No.", "Date", "Time", "Business"),
            ("I", "Monday, 12 May", "10 a.m.–1 p.m.", OPENING),
            ("IV (b)", "Monday, 12 May", "3–6 p.m.", "Draft model law"),
        ],
        [(("I",), OPENING, False)],
    ),
    "Roman numbers before titles": (
        [
            ("Monday, 12 May", "10 a.m.–1 p.m.", ["I. Opening of the session", "IV (b) Draft model law"]),
            ("", "3–6 p.m.", ["Informal talks"]),
        ],
        [(("I",), OPENING, False), (("IV.b",), "Draft model law", False)],
    ),
    "days across the top, a break among the business": (
        [
            ("Time", "Monday, 12 May", "Tuesday, 13 May", "Wednesday, 14 May"),
            ("10 a.m.–1 p.m.", ["1. Opening of the session"], ["4. Draft model law"], ["No meeting"]),
            ("3–6 p.m.", ["4. Draft model law"], ["Informal talks"], ["Lunch"]),
        ],
        [(("1",), OPENING, False)],
    ),
    "the days of a second week across, below the first": (
        [
            ("", "Monday, 12 May", "Tuesday, 13 May"),
            ("10 a.m.–1 p.m.", ["1. Opening of the session"], ["4. Draft model law"]),
            ("", "Monday, 19 May", "Tuesday, 20 May"),
            ("10 a.m.–1 p.m.", ["4. Draft model law"], ["Informal talks"]),
        ],
        [(("1",), OPENING, False)],
    ),
    "a single day across": (
        [
            ("", "Monday, 12 May"),
            ("10 a.m.–1 p.m.", ["1. Opening of the session"]),
            ("3–6 p.m.", ["4. Draft model law of 3 June 1999"]),
        ],
        [(("1",), OPENING, False)],
    ),
    "times across, printed again overleaf": (
        [
            ("", "10 a.m.–1 p.m.", "3–6 p.m."),
            ("Monday, 12 May", ["1. Opening of the session"], ["4. Draft model law"]),
            ("", "10 a.m.–1 p.m.", "3–6 p.m."),
            ("Tuesday, 13 May", ["4. Draft model law"], ["Informal talks"]),
        ],
        [(("1",), OPENING, False)],
    ),
    "a day of a matrix that the rows beside it cut in two": (
        [
            ("", "10 a.m.–1 p.m.", "3–6 p.m."),
            ("Monday, 12 May", ["1. Opening of the session"], ["4. Draft model law"]),
            ("", ["Informal talks"], ["5. Draft statutes"]),
            ("Tuesday, 13 May", ["4. Draft model law"], ["Informal talks"]),
        ],
        [(("1",), OPENING, False), TALKS],
    ),
    "days across, heads below each": (
        [
            ("Monday, 12 May", "", ""),
            ("Time", "Item", "Business"),
            ("10 a.m.–1 p.m.", "1", OPENING),
            ("Tuesday, 13 May", "", ""),
            ("Time", "Item", "Business"),
            ("10 a.m.–1 p.m.", "4 (b)", "Draft model law"),
        ],
        [(("1",), OPENING, False)],
    ),
    "business that is still open, in square brackets": (
        [
            ("Date", "Time", "Business"),
            ("Monday, 12 May", "10 a.m.–1 p.m.", "[Election of two judges]"),
            ("", "3–6 p.m.", "(if necessary)"),
        ],
        [((), "[Election of two judges]", False)],
    ),
}


@pytest.mark.parametrize("form", TABLES)
def test_the_first_sitting_has_its_entries(form: str) -> None:
    rows, entries = TABLES[form]
    timetable, _ = read(grid_layout(rows))
    sittings = told(timetable)
    assert sittings[0] == ("2025-05-12", "10:00", "13:00", entries)
    assert not any("Business" in entry[1] for sitting in sittings for entry in sitting[3])


def test_days_of_each_week_across_are_those_of_its_own_rows() -> None:
    rows, _ = TABLES["the days of a second week across, below the first"]
    timetable, _ = read(grid_layout(rows))
    assert [sitting.date for sitting in timetable] == ["2025-05-12", "2025-05-13", "2025-05-19", "2025-05-20"]


def test_a_single_part_of_the_day_stands_over_all_days() -> None:
    rows: list[Row] = [
        ("", "Morning"),
        ("Monday, 12 May", ["1. Opening of the session"]),
        ("Tuesday, 13 May", ["4. Draft model law"]),
    ]
    timetable, _ = read(grid_layout(rows))
    assert [(sitting.date, sitting.part) for sitting in timetable] == [
        ("2025-05-12", "morning"),
        ("2025-05-13", "morning"),
    ]


def test_a_list_ends_where_a_list_of_documents_with_other_dates_begins() -> None:
    lines = [
        (72.0, "Proposed timetable"),
        (72.0, ""),
        (72.0, "Monday, 12 May"),
        (100.0, "Opening of the session"),
        (72.0, "Tuesday, 13 May"),
        (100.0, "Draft model law"),
        (72.0, "Documents issued"),
        (72.0, "Report on ferries"),
        (300.0, "20 November 2023"),
        (72.0, "Report on wells"),
        (300.0, "4 December 2023"),
    ]
    timetable, _ = read(lines_layout(lines))
    assert told(timetable) == [
        ("2025-05-12", None, None, [((), OPENING, False)]),
        ("2025-05-13", None, None, [((), "Draft model law", False)]),
    ]


def _tabbed(rows: list[list[tuple[float, str]]]) -> Layout:
    """A Word document without a table: each line has its parts at tab stops."""
    lines = [Line(0, 1, "Proposed timetable", whole=True, heading=1)]
    for row in rows:
        runs = tuple(Run(text, x0) for x0, text in row)
        lines.append(
            Line(len(lines), 1, " ".join(run.text for run in runs), runs, whole=True, indent=runs[0].x0)
        )
    return Layout("docx", "application/x", [Page(1, lines=lines)])


def test_parts_at_tab_stops_are_columns() -> None:
    rows = [
        [(0.0, "12 May"), (100.0, "10 a.m.–1 p.m."), (200.0, "1"), (240.0, OPENING)],
        [(200.0, "2"), (240.0, "Draft model law")],
        [(100.0, "3–6 p.m."), (202.0, "Informal talks")],
        [(0.0, "13 May"), (100.0, "10 a.m.–1 p.m."), (200.0, "2"), (240.0, "Draft model law (concluded)")],
    ]
    timetable, _ = read(_tabbed(rows))
    assert told(timetable) == [
        ("2025-05-12", "10:00", "13:00", [(("1",), OPENING, False), (("2",), "Draft model law", False)]),
        ("2025-05-12", "15:00", "18:00", [TALKS]),
        ("2025-05-13", "10:00", "13:00", [(("2",), "Draft model law", True)]),
    ]


def test_bullets_at_tab_stops_are_no_column() -> None:
    rows = [
        [(12.0, "–"), (26.0, "Monday, 12 May, 10 a.m.–1 p.m.:")],
        [(30.0, "•"), (44.0, "Item 1. Opening of the session")],
        [(30.0, "•"), (44.0, "Informal talks")],
        [(12.0, "–"), (26.0, "Tuesday, 13 May, 3–6 p.m.: Item 2. Draft model law")],
    ]
    timetable, _ = read(_tabbed(rows))
    assert told(timetable) == [
        ("2025-05-12", "10:00", "13:00", [(("1",), OPENING, False), TALKS]),
        ("2025-05-13", "15:00", "18:00", [(("2",), "Draft model law", False)]),
    ]


def test_days_in_the_last_column_are_for_what_stands_beside_them() -> None:
    rows: list[Row] = [
        ("State party", "Date and time"),
        ("Ruritania", "Monday, 12 May, 3–6 p.m."),
        ("Syldavia", "Tuesday, 13 May, 3–6 p.m."),
    ]
    timetable, _ = read(grid_layout(rows))
    assert [sitting.entries[0].title for sitting in timetable] == ["Ruritania", "Syldavia"]


def test_business_behind_a_colon_is_no_name_of_the_meeting() -> None:
    lines = [
        (72.0, "Proposed timetable"),
        (72.0, ""),
        (72.0, "• Monday, 12 May, 10 a.m.–1 p.m.: Opening of the session"),
        (72.0, "• Tuesday, 13 May, 3–6 p.m.: Closing of the session"),
    ]
    timetable, _ = read(lines_layout(lines))
    assert [entry[1] for sitting in told(timetable) for entry in sitting[3]] == [
        OPENING,
        "Closing of the session",
    ]


def test_business_without_a_number_stands_where_the_titles_of_items_begin() -> None:
    def line(number: int, *parts: tuple[float, str]) -> Line:
        runs = tuple(Run(text, x0, x0 + 5.0 * len(text), 10.0) for x0, text in parts)
        top = 60.0 + 14 * number + 8 * (number > 2)
        box = (runs[0].x0, top, runs[-1].x1, top + 10)
        text = " ".join(run.text for run in runs)
        return Line(number, 1, text, runs, box=box, size=10.0, indent=runs[0].x0)

    lines = [
        line(0, (72.0, "Proposed timetable")),
        line(1, (72.0, "Monday, 12 May")),
        line(2, (90.0, "1"), (140.0, OPENING)),
        line(3, (140.0, "Informal talks")),
        line(4, (72.0, "Tuesday, 13 May")),
        line(5, (90.0, "2"), (140.0, "Draft model law")),
    ]
    timetable, _ = read(Layout("pdf", "application/pdf", [Page(1, 612.0, 792.0, lines)]))
    assert told(timetable)[0] == ("2025-05-12", None, None, [(("1",), OPENING, False), TALKS])
