"""The timetable as a calendar and as a frame."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import available_timezones

import pytest

from undocparse.exports.frames import COLUMNS, timetable_rows
from undocparse.exports.icalendar import to_ics
from undocparse.model.document import Document, Source
from undocparse.model.header import Header
from undocparse.model.timetable import Entry, Sitting, Timetable
from undocparse.seats import _zones, zone_of

TIMETABLE = Timetable(
    (
        Sitting(
            date="2031-03-03",
            starts="10:00",
            ends="13:00",
            entries=(Entry(items=("1.a",), title="Opening"), Entry(title="Lunch; and, more", continued=True)),
        ),
        Sitting(date="2031-03-04", part="morning", entries=(Entry(items=("2", "3"), title="Debate"),)),
        Sitting(date="2031-03-05", starts="15:00", track="Plenary"),
        Sitting(entries=(Entry(title="To be determined"),)),
    )
)


def document(place: str | None) -> Document:
    return Document(
        source=Source(name="x.pdf", sha256="0" * 64, media_type="application/pdf", pages=1, reader="pdf"),
        header=Header(symbol="PONT/COP/2031/1", date="2031-01-15", place=place),
        timetable=TIMETABLE,
    )


def test_one_event_a_sitting_in_the_zone_of_the_place() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(to_ics(document("Vienna")))
    first, second, third = calendar.events
    assert first.start.utcoffset() == timedelta(hours=1)
    assert first.start.replace(tzinfo=None) == datetime(2031, 3, 3, 10)
    assert first.end - first.start == timedelta(hours=3)
    assert str(first["description"]) == "1 (a)  Opening\nLunch; and, more …"
    assert (second.start, second.end) == (date(2031, 3, 4), date(2031, 3, 5))
    assert third.end - third.start == timedelta(hours=3)
    assert len({str(event["uid"]) for event in calendar.events}) == 3
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Europe/Vienna"]


def test_time_floats_where_the_place_is_not_known() -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(to_ics(document("Atlantis")))
    assert calendar.events[0].start == datetime(2031, 3, 3, 10)
    assert calendar.timezones == []


def test_the_same_document_gives_the_same_file() -> None:
    pytest.importorskip("icalendar")
    assert to_ics(document("Geneva")) == to_ics(document("Geneva"))


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Vienna", "Europe/Vienna"),
        ("Vienne", "Europe/Vienna"),
        ("Genève", "Europe/Zurich"),
        ("Nairobi, Kenya", "Africa/Nairobi"),
        ("MONTREAL", "America/Toronto"),
        ("Bonn (Germany)", "Europe/Berlin"),
        ("Washington, D.C.", "America/New_York"),
        ("Le Caire", "Africa/Cairo"),
        ("Atlantis", None),
        (None, None),
    ],
)
def test_zone(place: str | None, zone: str | None) -> None:
    assert zone_of(place) == zone


def test_all_zones_exist() -> None:
    assert set(_zones().values()) <= available_timezones()


def test_rows_of_a_frame() -> None:
    rows = timetable_rows(TIMETABLE)
    assert [(row["sitting"], row["entry"], row["items"]) for row in rows] == [
        (0, 0, "1.a"),
        (0, 1, ""),
        (1, 0, "2,3"),
        (2, None, None),
        (3, 0, ""),
    ]


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_frame(library: str) -> None:
    pytest.importorskip(library)
    frame = TIMETABLE.to_frame(library)  # type: ignore[arg-type]
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == 5
