"""Writes the timetable as a calendar (RFC 5545): one event a sitting, its business in the description."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from undocparse.exports.plain import one_line
from undocparse.extras import need
from undocparse.model.document import Document
from undocparse.model.moments import CLOCKS, later
from undocparse.model.timetable import Entry, Sitting
from undocparse.seats import zone_of_meeting

if TYPE_CHECKING:
    from icalendar import Event

_USUAL = timedelta(hours=3)  # how long a sitting lasts whose end is not printed


def to_ics(document: Document) -> str:
    """The document's timetable as an iCalendar file.

    A sitting with times is an event in the time zone of the place of the meeting, or of the seat of the body
    (`seats.toml`); where neither is known, in floating time, which calendars show as local. A sitting without
    times is an all-day event. Sittings whose date is to be determined are left out.

    Args:
        document: its timetable may be empty; then the calendar has no events.

    Returns:
        The file's text, lines ended as the standard asks.

    Raises:
        MissingExtraError: the package `icalendar` is not installed.
    """
    calendar = need("icalendar", "calendar").Calendar()
    calendar.add("prodid", "-//undocparse//timetable//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name := _name(document):
        calendar.add("x-wr-calname", _text(name))
    zone = zone_of_meeting(document.header.place, document.header.body_key)
    if zone:
        calendar.add("x-wr-timezone", zone)
    for event in _events(document):
        calendar.add_component(event)
    if zone and (years := _years(document)):
        calendar.add_missing_timezones(date(years[0], 1, 1), date(years[-1] + 1, 1, 1))
    return str(calendar.to_ical().decode("utf-8"))


def _events(document: Document) -> Iterator[Event]:
    issued = _issued(document)
    for number, sitting in enumerate(document.timetable):
        if sitting.date is not None:
            yield _event(document, sitting, number, issued)


def _event(document: Document, sitting: Sitting, number: int, issued: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    start, end = _span(sitting)
    identity = f"{document.header.symbol or document.source.sha256}/{sitting.date}/{sitting.starts}/{number}"
    event.add("uid", f"{sha256(identity.encode()).hexdigest()[:32]}@undocparse")
    event.add("dtstamp", issued)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", _text(_summary(document, sitting)))
    if sitting.entries:
        event.add("description", _text(*(_line(entry) for entry in sitting.entries)))
    if where := ", ".join(filter(None, (sitting.room, document.header.place))):
        event.add("location", _text(where))
    if kinds := [*filter(None, (sitting.track,)), *sitting.setting]:
        event.add("categories", [_text(kind) for kind in kinds])
    return event


def _text(*lines: str) -> str:
    """Lines as a property holds them; line ends within them end no line of the file."""
    from icalendar import vText  # noqa: PLC0415 - without it properties of our own are not escaped

    return vText("\n".join(map(one_line, lines)))


def _span(sitting: Sitting) -> tuple[date | datetime, date | datetime | None]:
    """Start and end of an event; whole days where no time is printed, no end beyond the year 9999."""
    if start := sitting.start:
        return start, sitting.end if sitting.ends else later(start, _USUAL)
    day = date.fromisoformat(str(sitting.date))
    return day, later(day, timedelta(days=1))


def _issued(document: Document) -> datetime:
    """The document's date, so that the same document always gives the same calendar."""
    return datetime.combine(document.header.day or date(1970, 1, 1), time(), UTC)


def _years(document: Document) -> list[int]:
    """Years of the sittings, which the calendar tells the changes of the clock for."""
    years = {int(sitting.date[:4]) for sitting in document.timetable if sitting.date}
    return sorted(years.intersection(CLOCKS))


def _name(document: Document) -> str | None:
    header = document.header
    return " – ".join(part for part in (header.body or header.organ, header.symbol) if part) or None


def _summary(document: Document, sitting: Sitting) -> str:
    what = sitting.track or document.header.body or document.header.organ or document.header.symbol or ""
    business = "; ".join(_short(entry) for entry in sitting.entries)
    return f"{what}: {business}" if what and business else what or business


def _short(entry: Entry) -> str:
    return ", ".join(_printed(key) for key in entry.items) or entry.title


def _line(entry: Entry) -> str:
    number = ", ".join(_printed(key) for key in entry.items)
    return f"{number}  {entry.title}".strip() + (" …" if entry.continued else "")


def _printed(key: str) -> str:
    """A key as documents print it: `1.a` is "1 (a)"."""
    first, *rest = key.split(".")
    return " ".join([first, *(part if part.isdigit() else f"({part})" for part in rest)])
