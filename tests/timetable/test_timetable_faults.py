"""What is mended, deduced or found wrong in timetables and against the agenda."""

from timetable_building import HEADER, Row, grid_layout, read, told

from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.header import Header

HEAD = ("Date", "Time", "Item", "Title")
MORNING, AFTERNOON = "10 a.m.–1 p.m.", "3–6 p.m."
AGENDA = Agenda(
    (
        AgendaItem(key="1", title="Opening of the session"),
        AgendaItem(key="2", title="Protection of bridges against resonance"),
        AgendaItem(
            key="3",
            title="Lighting of tunnels and underpasses",
            items=(AgendaItem(key="3.a", title="Lamps"), AgendaItem(key="3.b", title="Cables")),
        ),
        AgendaItem(key="4", title="Adoption of the report"),
    )
)


def codes(rows: list[Row], header: Header = HEADER, agenda: Agenda | None = None) -> list[str]:
    return [found.code for found in read(grid_layout(rows), "en", header, agenda)[1]]


def test_date_that_slid_down_a_row() -> None:
    rows: list[Row] = [
        HEAD,
        ("Monday, 12 May 2025", MORNING, "1", "Opening"),
        ("Tuesday, 13 May 2025", AFTERNOON, "2", "Bridges"),
        ("", MORNING, "3", "Tunnels"),
        ("", AFTERNOON, "4", "Report"),
    ]
    timetable, found = read(grid_layout(rows))
    assert [(s.date, s.starts) for s in timetable] == [
        ("2025-05-12", "10:00"),
        ("2025-05-12", "15:00"),
        ("2025-05-13", "10:00"),
        ("2025-05-13", "15:00"),
    ]
    assert [(d.code, d.before, d.after) for d in found] == [
        ("timetable-date-repaired", "2025-05-13", "2025-05-12")
    ]


def test_date_that_slid_up_a_row() -> None:
    rows: list[Row] = [
        HEAD,
        ("Monday, 12 May 2025", MORNING, "1", "Opening"),
        ("", AFTERNOON, "2", "Bridges"),
        ("", MORNING, "3", "Tunnels"),
        ("Tuesday, 13 May 2025", AFTERNOON, "4", "Report"),
    ]
    timetable, found = read(grid_layout(rows))
    assert [s.date for s in timetable] == ["2025-05-12", "2025-05-12", "2025-05-13", "2025-05-13"]
    assert [d.code for d in found] == ["timetable-date-repaired"]


def test_order_is_not_mended_where_both_sides_fit() -> None:
    rows: list[Row] = [
        HEAD,
        ("Monday, 12 May 2025", MORNING, "1", "Opening"),
        ("Tuesday, 13 May 2025", AFTERNOON, "2", "Bridges"),
        ("", MORNING, "3", "Tunnels"),
        ("Wednesday, 14 May 2025", AFTERNOON, "4", "Report"),
    ]
    timetable, found = read(grid_layout(rows))
    assert [s.date for s in timetable] == ["2025-05-12", "2025-05-13", "2025-05-13", "2025-05-14"]
    assert found == []


def test_weekday_of_another_date_is_said() -> None:
    rows: list[Row] = [
        HEAD,
        ("Monday, 12 May 2025", MORNING, "1", "Opening"),
        ("Friday, 13 May 2025", MORNING, "2", "Bridges"),
    ]
    assert codes(rows) == ["timetable-weekday-contradicts-date"]


def test_date_out_of_order_that_its_weekday_mends() -> None:
    rows: list[Row] = [
        HEAD,
        ("Monday, 12 May 2025", MORNING, "1", "Opening"),
        ("Tuesday, 31 May 2025", MORNING, "2", "Bridges"),
        ("Wednesday, 14 May 2025", MORNING, "3", "Tunnels"),
    ]
    timetable, found = read(grid_layout(rows))
    assert [s.date for s in timetable] == ["2025-05-12", "2025-05-13", "2025-05-14"]
    assert [(d.code, d.before, d.after) for d in found] == [
        ("timetable-date-repaired", "2025-05-31", "2025-05-13")
    ]


def test_year_is_deduced_and_said() -> None:
    rows: list[Row] = [HEAD, ("Monday, 12 May", MORNING, "1", "Opening"), ("", AFTERNOON, "2", "Bridges")]
    assert codes(rows) == ["timetable-year-deduced"]


def test_year_turns_within_a_meeting() -> None:
    rows: list[Row] = [
        HEAD,
        ("Tuesday, 30 December", MORNING, "1", "Opening"),
        ("Friday, 2 January", MORNING, "2", "Bridges"),
    ]
    timetable, _ = read(grid_layout(rows), "en", Header(starts="2025-12-29", ends="2026-01-02"))
    assert [s.date for s in timetable] == ["2025-12-30", "2026-01-02"]


def test_entries_are_linked_by_title_where_the_number_is_missing_or_another_items() -> None:
    rows: list[Row] = [
        ("Date", "Time", "Item", "Title"),
        ("Monday, 12 May 2025", MORNING, "", "Opening of the session"),
        ("", "", "3", "Protection of bridges against resonance"),
        ("", AFTERNOON, "7", "Dinner"),
    ]
    timetable, found = read(grid_layout(rows), "en", HEADER, AGENDA)
    assert [e[0] for s in told(timetable) for e in s[3]] == [("1",), ("2",), ("7",)]
    assert [(d.code, d.before, d.after) for d in found] == [
        ("timetable-item-deduced", None, "1"),
        ("timetable-item-contradicts-title", "3", "2"),
        ("timetable-item-unknown", None, None),
    ]


def test_shortened_titles_contradict_nothing() -> None:
    rows: list[Row] = [
        HEAD,
        ("Monday, 12 May 2025", MORNING, "2", "Bridges"),
        ("", AFTERNOON, "3", "Lighting of tunnels"),
    ]
    assert codes(rows, HEADER, AGENDA) == []
