"""Numbers of meetings, rooms and settings, in six languages and wherever a timetable prints them."""

from __future__ import annotations

from pathlib import Path

import pytest
from timetable_building import Row, grid_layout, lines_layout, read

from undocparse import parse
from undocparse.exports.akn import from_akn, to_akn
from undocparse.model import Document, Entry, Sitting, Timetable
from undocparse.model.document import Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "docs"
Held = tuple[str | None, str | None, tuple[str, ...]]
HEAD = ("Date", "Time", "Item", "Title")
MONDAY = ("Monday, 12 May", "10 a.m.–1 p.m.")


def held(timetable: Timetable) -> list[Held]:
    """What is said of each sitting."""
    return [(sitting.meeting, sitting.room, sitting.setting) for sitting in timetable]


def of_rows(rows: list[Row], language: str = "en") -> list[Held]:
    """The same of a table."""
    return held(read(grid_layout(rows), language)[0])


COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], list[Held]]] = {
    "en": (
        ("Date", "Time", "Meeting", "Room", "Item", "Title"),
        ("Monday, 12 May", "10 a.m.–1 p.m.", "1", "Conference Room 4", "1", "Opening of the session"),
        ("", "3–6 p.m.", "2nd meeting (closed)", "Trusteeship Council Chamber", "3", "General debate"),
        [("1", "Conference Room 4", ()), ("2", "Trusteeship Council Chamber", ("closed",))],
    ),
    "fr": (
        ("Date", "Heure", "Séance", "Salle", "Point", "Titre"),
        ("Lundi 12 mai", "10 heures-13 heures", "1re séance", "Salle XIX", "1", "Ouverture"),
        ("", "15 heures-18 heures", "2e séance (privée)", "Salle XX", "3", "Débat général"),
        [("1", "Salle XIX", ()), ("2", "Salle XX", ("private",))],
    ),
    "es": (
        ("Fecha", "Hora", "Sesión", "Sala", "Tema", "Título"),
        ("Lunes 12 de mayo", "10.00 a 13.00 horas", "1ª sesión", "Sala de conferencias 4", "1", "Apertura"),
        ("", "15.00 a 18.00 horas", "2ª sesión (a puerta cerrada)", "Sala XX", "3", "Debate general"),
        [("1", "Sala de conferencias 4", ()), ("2", "Sala XX", ("closed",))],
    ),
    "ru": (
        ("Дата", "Время", "Заседание", "Зал", "Пункт", "Название"),
        ("Понедельник, 12 мая", "10:00–13:00", "1-е заседание", "Зал заседаний 4", "1", "Открытие сессии"),
        ("", "15:00–18:00", "2-е заседание (закрытое)", "Зал XX", "3", "Общие прения"),
        [("1", "Зал заседаний 4", ()), ("2", "Зал XX", ("closed",))],
    ),
    "ar": (
        ("التاريخ", "الوقت", "الجلسة", "القاعة", "البند", "العنوان"),
        ("الاثنين 12 أيار/مايو", "10:00-13:00", "الجلسة 1", "القاعة 4", "1", "افتتاح الدورة"),
        ("", "15:00-18:00", "الجلسة 2 (مغلقة)", "القاعة 19", "3", "المناقشة العامة"),
        [("1", "القاعة 4", ()), ("2", "القاعة 19", ("closed",))],
    ),
    "zh": (
        ("日期", "时间", "会议", "会议室", "项目", "标题"),
        ("5月12日，星期一", "上午10时至下午1时", "第1次会议", "第4会议室", "1", "会议开幕"),
        ("", "下午3时至6时", "第2次会议（非公开）", "经社理事会会议厅", "3", "一般性辩论"),
        [("1", "第4会议室", ()), ("2", "经社理事会会议厅", ("closed",))],
    ),
}


@pytest.mark.parametrize("language", COLUMNS)
def test_columns_of_meetings_and_rooms(language: str) -> None:
    *rows, expected = COLUMNS[language]
    assert of_rows(list(rows), language) == expected


BESIDE: dict[str, tuple[str, str, Held]] = {
    "en": ("10 a.m.–1 p.m. (Conference Room 3)", "General debate", (None, "Conference Room 3", ())),
    "fr": ("10 heures-13 heures (salle XX)", "Débat général", (None, "salle XX", ())),
    "en, title": ("10 a.m.–1 p.m.", "Informal consultations (closed)", (None, None, ("informal", "closed"))),
    "fr, title": ("10 heures-13 heures", "Consultations officieuses", (None, None, ("informal",))),
    "es, title": ("10.00 a 13.00 horas", "Consultas oficiosas", (None, None, ("informal",))),
    "ru, title": ("10:00–13:00", "Неофициальные консультации", (None, None, ("informal",))),
    "ar, title": ("10:00-13:00", "مشاورات غير رسمية", (None, None, ("informal",))),
    "zh, title": ("10:00-13:00", "非正式磋商", (None, None, ("informal",))),
}
_DAYS = {
    "en": "Monday, 12 May",
    "fr": "Lundi 12 mai",
    "es": "Lunes 12 de mayo",
    "ru": "Понедельник, 12 мая",
    "ar": "الاثنين 12 أيار/مايو",
    "zh": "5月12日，星期一",
}


@pytest.mark.parametrize("case", BESIDE)
def test_remark_beside_the_hour_or_in_the_title(case: str) -> None:
    language = case[:2]
    time, title, expected = BESIDE[case]
    head = [COLUMNS[language][0][place] for place in (0, 1, 5)]
    assert of_rows([head, (_DAYS[language], time, title)], language) == [expected]


def test_headings_across_a_table_speak_of_the_sitting_below() -> None:
    rows: list[Row] = [
        ("Date/time", "Agenda item"),
        (_DAYS["en"], ""),
        ("281st plenary meeting (closed)", ""),
        ("10 a.m.–1 p.m.", "1. Opening of the session"),
        ("282nd plenary meeting", ""),
        ("3–6 p.m.", "3. General debate"),
    ]
    assert of_rows(rows) == [("281", None, ("closed",)), ("282", None, ())]


def test_headings_and_rooms_in_a_list() -> None:
    layout = lines_layout(
        [
            (72, "Proposed timetable"),
            (72, "Monday, 12 May 2025"),
            (72, "1st meeting"),
            (72, "10 a.m.–1 p.m. Conference Rooms 2 and 3"),
            (72, "Item 1. Opening of the session"),
            (72, ""),
            (72, "2nd meeting (closed)"),
            (72, "3–6 p.m."),
            (72, "Item 3. General debate"),
        ]
    )
    timetable, _ = read(layout)
    assert held(timetable) == [("1", "Conference Rooms 2 and 3", ()), ("2", None, ("closed",))]
    assert [entry.title for sitting in timetable for entry in sitting.entries] == [
        "Opening of the session",
        "General debate",
    ]


@pytest.mark.parametrize(
    ("printed", "number"), [("281st", "281"), ("XIV", "XIV"), ("1 and 2", "1 and 2"), ("TBC", None)]
)
def test_number_below_the_heading_meeting(printed: str, number: str | None) -> None:
    rows: list[Row] = [("Date", "Time", "Meeting", "Item", "Title"), (*MONDAY, printed, "1", "Opening")]
    assert of_rows(rows) == [(number, None, ())]


def test_setting_of_one_entry_is_not_that_of_the_sitting() -> None:
    rows: list[Row] = [HEAD, (*MONDAY, "1", "Opening"), ("", "", "2", "Reports (closed meeting)")]
    assert of_rows(rows) == [(None, None, ())]
    rows = [HEAD, (*MONDAY, "1", "Opening (closed)"), ("", "", "2", "Reports (closed meeting)")]
    assert of_rows(rows) == [(None, None, ("closed",))]


def test_rooms_of_parallel_sittings_are_their_own() -> None:
    rows: list[Row] = [
        ("Date", "Time", "Plenary (Conference Room 1)", "Working Group I (Conference Room 2)"),
        (*MONDAY, "1. Opening of the session", "2. Draft articles on bridges"),
    ]
    assert [room for _, room, _ in of_rows(rows)] == ["Conference Room 1", "Conference Room 2"]


def test_two_rooms_in_one_sitting_are_none() -> None:
    rows: list[Row] = [
        ("Date", "Time", "Room", "Item", "Title"),
        (*MONDAY, "Conference Room 1", "1", "Opening"),
        ("", "", "Conference Room 2", "2", "Reports"),
        ("", "3–6 p.m.", "", "3", "General debate"),
    ]
    assert of_rows(rows) == [(None, None, ()), (None, None, ())]


@pytest.mark.parametrize(
    "title",
    [
        "Report of the open-ended working group on its 3rd meeting",
        "Informal settlements and public transport",
        "Conference room paper 4: joint programmes",
        "Opening of the session",
    ],
)
def test_titles_with_such_words_say_nothing(title: str) -> None:
    assert of_rows([HEAD, (*MONDAY, "1", title)]) == [(None, None, ())]


def test_room_of_a_day_ends_with_it() -> None:
    rows: list[Row] = [
        ("Date", "Time", "Title"),
        ("Monday, 12 May, Conference Room 4", "10 a.m.–1 p.m.", "Opening"),
        ("", "3–6 p.m.", "General debate"),
        ("Tuesday, 13 May", "10 a.m.–1 p.m.", "Reports"),
    ]
    assert [room for _, room, _ in of_rows(rows)] == ["Conference Room 4", "Conference Room 4", None]


@pytest.mark.parametrize("name", ["lanterns.en.pdf", "lanterns.fr.pdf", "bridges.fr.docx", "tidal.en.txt"])
def test_nothing_is_said_where_nothing_is_printed(name: str) -> None:
    timetable = parse(FIXTURES / name).timetable
    assert {each for each in held(timetable) if each[:2] != (None, None)} == set()


DOCUMENT = Document(
    source=Source(name="x.pdf", sha256="0" * 64, media_type="application/pdf", pages=1, reader="pdf"),
    document_type="organization_of_work",
    language="en",
    timetable=Timetable(
        (
            Sitting(
                date="2031-03-03",
                starts="10:00",
                part="morning",
                meeting="281",
                room="Conference Room 4",
                setting=("informal", "closed"),
                entries=(Entry(title="Exchange of views"),),
            ),
            Sitting(room="Room XX", entries=(Entry(title="Lunch"),)),
        )
    ),
)


def test_akoma_ntoso_gives_back_number_room_and_setting() -> None:
    again = from_akn(to_akn(DOCUMENT).encode())
    assert held(again.timetable) == held(DOCUMENT.timetable)
    assert again.timetable[0].part == "morning"


def test_calendar_has_the_room_before_the_city() -> None:
    pytest.importorskip("icalendar")
    from undocparse.exports.icalendar import to_ics  # noqa: PLC0415

    placed = DOCUMENT.model_copy(update={"header": DOCUMENT.header.model_copy(update={"place": "Geneva"})})
    written = to_ics(placed)
    assert "LOCATION:Conference Room 4\\, Geneva" in written
    assert "CATEGORIES:informal,closed" in written
