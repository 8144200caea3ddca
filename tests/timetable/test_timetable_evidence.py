"""The same sittings however the columns stand, and what only looks like a timetable."""

from itertools import permutations

import pytest
from timetable_building import HEADER, Printed, Row, grid_layout, lines_layout, read, told

from undocparse.model.header import Header

FIRST, SECOND = ("10:00", "13:00"), ("15:00", "18:00")
ROWS = (
    ("Monday, 12 May", "10 a.m.–1 p.m.", "1", "Opening of the session"),
    ("Monday, 12 May", "3–6 p.m.", "3 (a)", "Beacons"),
    ("Tuesday, 13 May", "10 a.m.–1 p.m.", "4", "Adoption of the report"),
)
SITTINGS = [
    ("2025-05-12", *FIRST, [(("1",), "Opening of the session", False)]),
    ("2025-05-12", *SECOND, [(("3.a",), "Beacons", False)]),
    ("2025-05-13", *FIRST, [(("4",), "Adoption of the report", False)]),
]
HEAD = ("Date", "Time", "Agenda item", "Subject")


@pytest.mark.parametrize("order", list(permutations(range(4))))
@pytest.mark.parametrize("headed", [True, False])
def test_columns_stand_in_any_order(order: tuple[int, ...], headed: bool) -> None:
    rows: list[Row] = [[row[place] for place in order] for row in ((HEAD,) if headed else ()) + ROWS]
    assert told(read(grid_layout(rows))[0]) == SITTINGS


def test_dates_on_the_right_of_printed_titles_with_numbers_behind() -> None:
    page = Printed((60, 420))
    page.row(("", "Approximate dates of consideration"))
    page.row(("Opening of the yard [4]", "12 May"))
    page.row(
        ("Registers of rafts, barges and floating docks held by the harbour masters [17]", "12 and 13 May")
    )
    page.row(("Registers of buoys (continued) [17]", "14 to 16 May and 19 May"))
    page.row(("In reserve", "20 May"))
    assert [(s[0], s[3]) for s in told(read(page.layout())[0])] == [
        ("2025-05-12", [(("4",), "Opening of the yard", False)]),
        *(
            (
                day,
                [
                    (
                        ("17",),
                        "Registers of rafts, barges and floating docks held by the harbour masters",
                        False,
                    )
                ],
            )
            for day in ("2025-05-12", "2025-05-13")
        ),
        *((day, [(("17",), "Registers of buoys", True)]) for day in ("2025-05-14", "2025-05-19")),
        ("2025-05-20", [((), "In reserve", False)]),
    ]


def test_programme_of_the_next_session_is_in_the_year_after_its_document() -> None:
    rows: list[Row] = [("5 October", "Lamps"), ("6 and 7 October", "Wicks"), ("9 October", "Oil")]
    header = Header(date="2025-11-14")
    assert [s[0] for s in told(read(grid_layout(rows), header=header)[0])] == [
        "2026-10-05",
        "2026-10-06",
        "2026-10-07",
        "2026-10-09",
    ]


def test_bullets_that_say_when_and_what() -> None:
    layout = lines_layout(
        [
            (60, "Proposed organization of work"),
            (60, ""),
            (60, "• Monday, 12 May, from 10 a.m. to 1 p.m., and from 3 to 6 p.m.: Panel on lamps"),
            (60, ""),
            (60, "• Tuesday, 13 May, from 10 a.m. to 1 p.m.: items 3 and 4"),
        ]
    )
    panel = [((), "Panel on lamps", False)]
    assert told(read(layout)[0]) == [
        ("2025-05-12", *FIRST, panel),
        ("2025-05-12", *SECOND, panel),
        ("2025-05-13", *FIRST, [(("3", "4"), "items 3 and 4", False)]),
    ]


NO_TIMETABLES: dict[str, list[Row]] = {
    "dates of issuance": [
        ("Title", "Projected date of issuance"),
        ("Report on lamps", "12 May"),
        ("Report on wicks", "13 May"),
        ("Note on oil", "14 May"),
    ],
    "documents with their status": [
        ("Report on lamps (A/80/301)", "Issued", "12 May"),
        ("Report on wicks (A/80/302)", "Forthcoming", "13 May"),
    ],
    "resolutions by day of adoption": [
        ("Resolution", "Date of adoption"),
        ("Safety of lamps", "12 May 2023"),
        ("Trade in wicks", "14 June 2024"),
    ],
}


@pytest.mark.parametrize("rows", NO_TIMETABLES.values(), ids=NO_TIMETABLES)
def test_lists_with_other_dates_are_no_timetables(rows: list[Row]) -> None:
    assert not len(read(grid_layout(rows, ("Annex", "Documents")), header=HEADER)[0])
