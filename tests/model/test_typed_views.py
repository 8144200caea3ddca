"""Dates and hours as Python's own, beside the strings that JSON has."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from undocparse.model import Document, Header, Sitting, Source, Timetable

SOURCE = Source(name="x", sha256="0" * 64, media_type="text/plain", pages=1, reader="text")


def _sitting(header: Header, **fields: str) -> Sitting:
    return Document(source=SOURCE, header=header, timetable=Timetable((Sitting(**fields),))).timetable[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "zone"),
    [
        (Header(place="Vienna", body_key="A/C.6"), "Europe/Vienna"),
        (Header(body_key="E/ICEF"), "America/New_York"),
        (Header(place="Atlantis", body_key="E/ICEF"), None),
        (Header(body_key="CCPR/C"), None),
    ],
    ids=["the place printed", "the seat of the body", "a place of no known zone", "a body of several seats"],
)
def test_hours_are_those_of_the_place_or_of_the_seat(header: Header, zone: str | None) -> None:
    sitting = _sitting(header, date="2025-07-01", starts="10:00", ends="13:00")
    assert sitting.start == datetime(2025, 7, 1, 10, tzinfo=ZoneInfo(zone) if zone else None)
    assert (sitting.zone, sitting.duration) == (zone, timedelta(hours=3))


def test_a_sitting_past_midnight_ends_on_the_next_day() -> None:
    sitting = _sitting(Header(), date="2025-07-01", starts="21:00", ends="01:30")
    assert sitting.end == datetime(2025, 7, 2, 1, 30)
    assert sitting.duration == timedelta(hours=4, minutes=30)


def test_what_is_not_printed_is_null() -> None:
    undetermined = Sitting(part="morning")
    assert (undetermined.day, undetermined.start, undetermined.end, undetermined.duration) == (None,) * 4
    assert Sitting(date="2025-07-01", starts="10:00").duration is None
    assert Header().day is None


def test_days_of_the_masthead_are_dates() -> None:
    header = Header(date="2025-05-02", starts="2025-07-01", ends="2025-07-04")
    assert (header.day, header.start, header.end) == (date(2025, 5, 2), date(2025, 7, 1), date(2025, 7, 4))


def test_one_timetable_in_two_documents_has_the_hours_of_each() -> None:
    timetable = Timetable((Sitting(date="2025-07-01", starts="10:00"),))
    here, there = (
        Document(source=SOURCE, header=Header(place=place), timetable=timetable).timetable[0]
        for place in ("Vienna", "Nairobi")
    )
    assert (here.zone, there.zone) == ("Europe/Vienna", "Africa/Nairobi")
    assert here == there
