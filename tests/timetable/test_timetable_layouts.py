"""Layouts of organizations of work, one test a layout."""

import pytest
from timetable_building import Row, grid_layout, lines_layout, read, told

HEAD = ("Date", "Time", "Item", "Title")
OPENING = (("1",), "Opening of the session", False)
DEBATE = (("3",), "General debate", False)
GOES_ON = (("3",), "General debate", True)
FIRST, SECOND = ("10:00", "13:00"), ("15:00", "18:00")

LAYOUTS: dict[str, tuple[list[Row], list[object]]] = {
    "merged dates and times": (
        [
            HEAD,
            ("Monday, 12 May", "10 a.m.–1 p.m.", "1", "Opening of the session"),
            ("", "", "3", "General debate"),
            ("", "3–6 p.m.", "3", "General debate (continued)"),
            ("Tuesday, 13 May", "10 a.m.–1 p.m.", "3", "General debate (concluded)"),
        ],
        [
            ("2025-05-12", *FIRST, [OPENING, DEBATE]),
            ("2025-05-12", *SECOND, [GOES_ON]),
            ("2025-05-13", *FIRST, [GOES_ON]),
        ],
    ),
    "several items in a cell": (
        [
            HEAD,
            ("Monday, 12 May", "10 a.m.–1 p.m.", ["1 (a)", "1 (b)"], ["Opening", "Election of officers"]),
            ("", "3–6 p.m.", "3, 4 and 5", ["Joint debate", "• Panel on water", "• Panel on air"]),
        ],
        [
            ("2025-05-12", *FIRST, [(("1.a",), "Opening", False), (("1.b",), "Election of officers", False)]),
            ("2025-05-12", *SECOND, [(("3", "4", "5"), "Joint debate", False)]),
        ],
    ),
    "days as headings across": (
        [
            ("Date/time", "Agenda item"),
            ("Monday, 12 May", ""),
            ("281st plenary meeting", ""),
            ("10 a.m.–1 p.m.", "1. Opening of the session"),
            ("", "3. General debate"),
            ("Tuesday, 13 May", ""),
            ("3–6 p.m.", "3. General debate (cont’d)"),
        ],
        [("2025-05-12", *FIRST, [OPENING, DEBATE]), ("2025-05-13", *SECOND, [GOES_ON])],
    ),
    "days across the top": (
        [
            ("", "Monday 12 May", "Tuesday 13 May"),
            ("10 a.m.–1 p.m.", ["Item 1", "Opening of the session"], "Item 3: General debate (continued)"),
            ("3–6 p.m.", "Item 3: General debate", "No meeting"),
        ],
        [
            ("2025-05-12", *FIRST, [OPENING]),
            ("2025-05-12", *SECOND, [DEBATE]),
            ("2025-05-13", *FIRST, [GOES_ON]),
        ],
    ),
    "times across the top": (
        [
            ("Date", "Morning", "Afternoon"),
            ("Monday, 12 May", "1. Opening of the session", "3. General debate"),
            ("Tuesday, 13 May", "3. General debate (continued)", ""),
        ],
        [
            ("2025-05-12", None, None, [OPENING]),
            ("2025-05-12", None, None, [DEBATE]),
            ("2025-05-13", None, None, [GOES_ON]),
        ],
    ),
    "day and time in one cell, numbers of meetings": (
        [
            ("Date and time", "Meeting", "Agenda item", "Subject"),
            ("Monday, 12 May 10 a.m.–1 p.m.", "1st meeting", "1", "Opening of the session"),
            ("3–6 p.m.", "2nd meeting", "3", "General debate"),
        ],
        [("2025-05-12", *FIRST, [OPENING]), ("2025-05-12", *SECOND, [DEBATE])],
    ),
    "spans, holidays, nothing determined": (
        [
            ("Date", "Time", "Agenda item", "Documents"),
            ("Monday, 5 May (official holiday)", "", "", ""),
            ("Thursday, 8 May, and Friday, 9 May", "", "Informal consultations", ""),
            ("Monday, 12 May, to Friday, 23 May", "", "4. Drafting", "A/80/2"),
            ("Monday, 26 May", "10 a.m.–1 p.m. and 3–6 p.m.", "3. General debate", "A/80/3"),
            ("To be determined", "", "1. Opening of the session", ""),
        ],
        [
            ("2025-05-08", None, None, [((), "Informal consultations", False)]),
            ("2025-05-09", None, None, [((), "Informal consultations", False)]),
            ("2025-05-12", None, None, [(("4",), "Drafting", False)]),
            ("2025-05-26", *FIRST, [DEBATE]),
            ("2025-05-26", *SECOND, [DEBATE]),
            (None, None, None, [OPENING]),
        ],
    ),
    "what stands below items": (
        [
            HEAD,
            ("Monday, 12 May", "10 a.m.–1 p.m.", "1", "**Opening of the session"),
            ("", "", "", "Statement by the President"),
            ("", "", "", "**Closing of the high-level segment of the day"),
            ("", "1.15–2.30 p.m.", "", "_Informal consultations"),
        ],
        [
            (
                "2025-05-12",
                *FIRST,
                [OPENING, ((), "Closing of the high-level segment of the day", False)],
            ),
            ("2025-05-12", "13:15", "14:30", [((), "Informal consultations", False)]),
        ],
    ),
    "headings repeated on the next page": (
        [
            HEAD,
            ("Monday, 12 May", "10 a.m.–1 p.m.", "1", "Opening of the session"),
            HEAD,
            ("", "3–6 p.m.", "3", "General debate"),
        ],
        [("2025-05-12", *FIRST, [OPENING]), ("2025-05-12", *SECOND, [DEBATE])],
    ),
    "days and items without times": (
        [
            ("Date", "Agenda item"),
            ("Monday, 12 May", "1. Opening of the session"),
            ("Tuesday, 13 May", "3. General debate"),
        ],
        [("2025-05-12", None, None, [OPENING]), ("2025-05-13", None, None, [DEBATE])],
    ),
    "weekdays only": (
        [
            ("Day", "Time", "Item"),
            ("Monday", "10 a.m.–1 p.m.", "1. Opening of the session"),
            ("Wednesday", "10 a.m.–1 p.m.", "3. General debate"),
        ],
        [("2025-05-12", *FIRST, [OPENING]), ("2025-05-14", *FIRST, [DEBATE])],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layout(rows: list[Row], expected: list[object]) -> None:
    assert told(read(grid_layout(rows))[0]) == expected


def test_parallel_tracks_are_named_by_their_headings() -> None:
    rows: list[Row] = [
        ("", "Plenary", "Working Group I", "Working Group II"),
        ("Monday 12 May 10 a.m. to 1 p.m.", ["1. Opening.", "2. Adoption of the agenda."], "", ""),
        ("3 p.m. to 6 p.m.", "", "3. Wells.", ["4. Springs (continued).", "5. Brooks."]),
    ]
    timetable = read(grid_layout(rows))[0]
    assert [(s.starts, s.track, [e.items for e in s.entries]) for s in timetable] == [
        ("10:00", "Plenary", [("1",), ("2",)]),
        ("15:00", "Working Group I", [("3",)]),
        ("15:00", "Working Group II", [("4",), ("5",)]),
    ]


def test_french_tracks_under_headings_that_span_columns() -> None:
    rows: list[Row] = [
        ("", "", "Séance plénière", "", "Groupe de travail", ""),
        ("Date", "Heure", "Point", "Titre", "Point", "Titre"),
        ("Lundi 12 mai", "10 heures-13 heures", "1 a)", "Ouverture", "", ""),
        ("", "15 h à 18 h", "", "Débat général (suite)", "2", "Examen (fin)"),
    ]
    timetable = read(grid_layout(rows), "fr")[0]
    assert [(s.starts, s.track, [(e.items, e.continued) for e in s.entries]) for s in timetable] == [
        ("10:00", "Séance plénière", [(("1.a",), False)]),
        ("15:00", "Séance plénière", [((), True)]),
        ("15:00", "Groupe de travail", [(("2",), True)]),
    ]


def test_plain_list() -> None:
    layout = lines_layout(
        [
            (60, "Annex"),
            (120, "Draft programme of work"),
            (120, ""),
            (120, "Week of 12–16 May 2025"),
            (120, "Monday, 12 May"),
            (120, "10 a.m.–1 p.m. and 3–6 p.m."),
            (144, "Introductory statements and joint general discussion on:"),
            (144, "Item 8: Small harbours:"),
            (168, "(a) Slipways"),
            (168, "(b) Buoys"),
            (120, "3 p.m.: deadline for the submission of drafts under item 8 and sub-items (a) and"),
            (120, "(b)"),
            (120, "Tuesday, 13 May (United Nations holiday)"),
            (120, "No meetings scheduled"),
            (120, "Wednesday, 14 May"),
            (120, "10 a.m."),
            (144, "Dialogue with the keepers of lighthouses"),
            (120, "Followed by: (informal meeting)"),
            (144, "Item 9: Tides and sub-items (a) to (c) (concluded)"),
        ]
    )
    eight = [
        (("8",), "Small harbours", False),
        (("8.a",), "Slipways", False),
        (("8.b",), "Buoys", False),
    ]
    nine = (("9", "9.a", "9.b", "9.c"), "Tides and sub-items (a) to (c)", True)
    assert told(read(layout)[0]) == [
        ("2025-05-12", *FIRST, eight),
        ("2025-05-12", *SECOND, eight),
        ("2025-05-14", "10:00", None, [((), "Dialogue with the keepers of lighthouses", False)]),
        ("2025-05-14", None, None, [nine]),
    ]


NO_TIMETABLES: dict[str, list[Row]] = {
    "figures": [("Year", "Amount", "Share"), ("2024", "10", "5"), ("2025", "12", "6")],
    "documents by date": [
        ("Date", "Title"),
        ("12 May 2024", "Report"),
        ("13 June 2024", "Note"),
        ("14 June 2024", "Letter"),
    ],
    "deadlines": [("Date", "Activity"), ("12 May 2025", "Deadline for nominations"), ("13 May 2025", "List")],
}


@pytest.mark.parametrize("rows", NO_TIMETABLES.values(), ids=NO_TIMETABLES)
def test_other_tables_are_no_timetables(rows: list[Row]) -> None:
    assert not len(read(grid_layout(rows, ("Annex", "Figures")))[0])


def test_times_in_running_text_are_no_timetable() -> None:
    layout = lines_layout(
        [
            (60, "The session will be opened on Monday, 12 May 2025, at 10 a.m., in Conference Room 2."),
            (60, "Meetings will be held from 10 a.m. to 1 p.m. and from"),
            (60, "3 p.m. to 6 p.m."),
            (60, "Delegations are asked to be seated at 9.45 a.m. on the first day of the session."),
        ]
    )
    assert not len(read(layout)[0])
