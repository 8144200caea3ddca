"""Dates and times of the model, which are text as in JSON, as Python's own."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

Moment = TypeVar("Moment", date, datetime)
CLOCKS = range(1945, 2100)
"""Years that the United Nations meet in; to a misprinted one no clock is known."""


def as_day(text: str | None) -> date | None:
    """An ISO 8601 date; null for none."""
    return date.fromisoformat(text) if text else None


def as_moment(day: str | None, hour: str | None, zone: str | None) -> datetime | None:
    """A day and an hour (`HH:MM`).

    Args:
        day: ISO 8601.
        hour: of the day, local.
        zone: IANA name of the time zone; without one the moment is naive.

    Returns:
        Null where either is missing.
    """
    if not day or not hour:
        return None
    where = ZoneInfo(zone) if zone and int(day[:4]) in CLOCKS else None
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), where)


def after(start: datetime, end: datetime) -> datetime | None:
    """The end of what began at a moment: past midnight on the next day; null beyond the year 9999."""
    return end if end > start else later(end, timedelta(days=1))


def later(moment: Moment, by: timedelta) -> Moment | None:
    """A moment so much later; null beyond the year 9999."""
    try:
        return moment + by
    except OverflowError:
        return None
