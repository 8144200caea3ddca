"""What stands between, beside or below the entries of a timetable and is none."""

import pytest
from timetable_building import Row, grid_layout, lines_layout, read, told

from undocparse.layout.pages import Ruling
from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.header import Header

HEAD = ("Date", "Time", "Business")
TWO = [
    ("2025-05-12", "10:00", "13:00", [(("1",), "Opening of the session", False)]),
    ("2025-05-12", "15:00", "18:00", [(("2",), "Ferries", False)]),
]
RULED = (
    *(
        "Monday, 12 May",
        "Opening of the session",
        "Safety of cable ferries that link small islands with others",
    ),
    *("Tuesday, 13 May", "Canals", "Prospects for the carriage of goods by ferry between islands", "Closure"),
)
BETWEEN: dict[str, Row] = {
    "a break": ("", "1–3 p.m.", "Lunch break"),
    "a break without a time": ("", "", "Coffee break"),
    "the annex, overleaf": ("", "", "Annex (continued)"),
    "the title, overleaf": ("", "", "Proposed timetable (continued)"),
}


@pytest.mark.parametrize("what", BETWEEN)
def test_rows_that_are_no_entries(what: str) -> None:
    rows = [
        HEAD,
        ("Monday, 12 May", "10 a.m.–1 p.m.", "1. Opening of the session"),
        BETWEEN[what],
        ("", "3–6 p.m.", "2. Ferries"),
    ]
    timetable, _ = read(grid_layout(rows))
    assert told(timetable) == TWO


def test_a_luncheon_is_business() -> None:
    rows = [HEAD, ("Monday, 12 May", "1–3 p.m.", "Luncheon"), ("Tuesday, 13 May", "3–6 p.m.", "2. Ferries")]
    timetable, _ = read(grid_layout(rows))
    assert told(timetable)[0] == ("2025-05-12", "13:00", "15:00", [((), "Luncheon", False)])


@pytest.mark.parametrize(
    "below",
    [
        ("All times are those of the host city and may change at short notice.",),
        ("All times are those of the host city; the bureau may change them at", "any time in the session."),
    ],
)
def test_a_sentence_below_a_list_of_titles_is_a_remark(below: tuple[str, ...]) -> None:
    lines = (
        *((72, "Proposed timetable"), (72, "")),
        *((72, "Monday, 12 May, 10 a.m.–1 p.m."), (92, "1. Opening of the session"), (72, "")),
        *((72, "Monday, 12 May, 3–6 p.m."), (92, "2. Ferries"), (72, "")),
    )
    timetable, _ = read(lines_layout([*lines, *((72.0, text) for text in below)]))
    assert told(timetable) == TWO


def test_a_long_title_with_its_number_below_the_last_day_is_no_paragraph() -> None:
    title = "Prospects for the carriage of passengers and goods by cable ferry between small islands"
    lines = (
        *((72, "Proposed timetable"), (72, "")),
        *((72, "Monday, 12 May, 10 a.m.–1 p.m."), (92, "1. Opening of the session"), (72, "")),
        *((72, "Monday, 12 May, 3–6 p.m."), (92, f"2. {title}")),
    )
    timetable, _ = read(lines_layout(lines))
    assert told(timetable)[-1][3] == [(("2",), title, False)]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Mon. 12 May, 10 a.m.–1 p.m.: Ferries. Tue. 13 May, 10 a.m.–1 p.m.: Canals.", "Ferries"),
        ("fr", "Lun. 12 mai, 10 h à 13 h : Bacs. Mar. 13 mai, 10 h à 13 h : Canaux.", "Bacs"),
    ],
)
def test_the_stop_of_a_short_weekday_ends_no_sentence(language: str, text: str, title: str) -> None:
    heading = {"en": "Proposed timetable", "fr": "Programme de travail"}[language]
    timetable, _ = read(lines_layout([(72, heading), (72, ""), (72, text), (72, ""), (72, text)]), language)
    found = told(timetable)
    assert [day for day, *_ in found[:2]] == ["2025-05-12", "2025-05-13"]
    assert found[0][3] == [((), title, False)]


def test_a_date_that_a_title_wraps_before_is_no_day() -> None:
    lines = (
        *((72, "Proposed timetable"), (72, "")),
        *((72, "Monday, 12 May"), (92, "Report of the panel on its meeting"), (92, "from 3 to 5 March 2024")),
        *((72, "Tuesday, 13 May"), (92, "Ferries")),
    )
    timetable, _ = read(lines_layout(lines))
    assert [day for day, *_ in told(timetable)] == ["2025-05-12", "2025-05-13"]


@pytest.mark.parametrize("mandate", [" (resolution 57/301)", ": lessons and next steps", ""])
def test_a_title_shortened_by_its_mandate_is_the_items(mandate: str) -> None:
    items = (AgendaItem(key="7", label="7.", title=f"Safety of cable ferries{mandate}"),)
    rows = [HEAD, ("Monday, 12 May", "10 a.m.–1 p.m.", "Safety of cable ferries"), ("", "3–6 p.m.", "Talks")]
    timetable, _ = read(grid_layout(rows), agenda=Agenda(items))
    assert told(timetable)[0][3] == [(("7",), "Safety of cable ferries", False)]


def test_a_weekday_with_the_number_of_a_day_is_that_day_of_the_meeting() -> None:
    rows = [
        HEAD,
        ("Monday 12", "10 a.m.–1 p.m.", "1. Opening of the session"),
        ("", "3–6 p.m.", "2. Ferries"),
    ]
    timetable, diagnostics = read(grid_layout(rows))
    assert told(timetable) == TWO
    assert "timetable-date-deduced" in {diagnostic.code for diagnostic in diagnostics}


def test_a_list_of_a_single_day_under_its_title() -> None:
    lines = (
        (72, "Proposed timetable"),
        (72, ""),
        (72, "Monday, 12 May 2025"),
        (92, "1. Bees"),
        (92, "2. Ferries"),
    )
    timetable, _ = read(lines_layout(lines))
    assert told(timetable) == [
        ("2025-05-12", None, None, [(("1",), "Bees", False), (("2",), "Ferries", False)])
    ]


def test_what_follows_sentences_that_all_say_when_is_a_remark() -> None:
    lines = (
        *((72, "Proposed timetable"), (72, ""), (72, "Monday, 12 May, 10 a.m.–1 p.m.: Ferries."), (72, "")),
        *((72, "Tuesday, 13 May, 10 a.m.–1 p.m.: Canals."), (72, "The bureau may change these times.")),
    )
    timetable, _ = read(lines_layout(lines))
    assert [found for *_, found in told(timetable)] == [[((), "Ferries", False)], [((), "Canals", False)]]


def test_a_session_over_the_new_year() -> None:
    meeting = Header(starts="2025-12-29", ends="2026-01-02")
    lines = (
        *((72, "Proposed timetable"), (72, ""), (72, "Mon. 29 December: Ferries."), (72, "")),
        *((72, "Tue. 30 December: Canals."), (72, ""), (72, "Fri. 2 January: Closure.")),
    )
    timetable, _ = read(lines_layout(lines), header=meeting)
    assert [day for day, *_ in told(timetable)] == ["2025-12-29", "2025-12-30", "2026-01-02"]


def test_rules_part_rows_that_stand_at_one_distance() -> None:
    layout = lines_layout([(72, "Proposed timetable"), (72, ""), *((72, text) for text in RULED)])
    tops = [line.box[1] for line in layout.pages[0].lines if line.box]
    layout.pages[0].rulings = tuple(Ruling(70.0, top - 1, 500.0, top - 1) for top in tops[1:])
    timetable, _ = read(layout)
    assert [title for *_, found in told(timetable) for _, title, _ in found] == [
        text for text in RULED if not text.startswith("Monday") and not text.startswith("Tuesday")
    ]


def test_several_numbers_before_one_title() -> None:
    rows = [
        HEAD,
        ("Monday, 12 May", "10 a.m.–1 p.m.", "5 and 6 Report of the panel"),
        ("", "3–6 p.m.", "7 Canals"),
    ]
    timetable, _ = read(grid_layout(rows))
    assert told(timetable)[0][3] == [(("5", "6"), "Report of the panel", False)]
