"""Settles the years of a timetable's days, and holds printed weekdays against their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header
from undocparse.model.place import Where
from undocparse.sections.timetable.sittings import SittingDraft
from undocparse.sections.timetable.slots import Day

_AROUND = timedelta(days=14)  # informal meetings are held this long before and after a session
_AHEAD = timedelta(days=400)  # a programme is made no longer before the meetings
_NUMBER = re.compile(r"\d+")
_TURN = timedelta(days=200)  # a day so much earlier than the one before it is in the next year


def settle_dates(drafts: Sequence[SittingDraft], header: Header) -> list[Diagnostic]:
    """Give each day its year, and mend a date that its weekday and its neighbours contradict.

    Args:
        drafts: sittings in document order; their dates are changed in place.
        header: first and last day of the meeting, where they are printed.

    Returns:
        What was deduced, mended, or contradicts itself.
    """
    meeting = meeting_of(header)
    found = [*_settle_weekdays(drafts, meeting), *_settle_years(drafts, meeting, issued_on(header))]
    days = _days(drafts)
    for place, same in enumerate(days):
        printed, when = same[0].day.weekday, same[0].date
        if printed is not None and when is not None and when.weekday() != printed and _is_first(same[0]):
            found.append(_mend_weekday(days, place, meeting))
    return found


def _settle_weekdays(
    drafts: Sequence[SittingDraft], meeting: tuple[date, date] | None
) -> Iterator[Diagnostic]:
    """Days printed without a month ("Monday", "Monday 9"): the next such day of the meeting."""
    if meeting is None:
        return
    last, before = meeting[0] - timedelta(days=1), None
    for draft in drafts:
        if draft.date is not None:
            last = draft.date
        elif draft.day.weekday is not None and draft.day is before:
            draft.date = last
        elif draft.day.weekday is not None and (day := _next_day(draft.day, last, meeting[1])):
            before, draft.date, last = draft.day, day, day
            message = f"“{draft.day.text}” was read as {last}, the next such day of the meeting."
            yield Diagnostic(
                code="timetable-date-deduced",
                severity="info",
                message=message,
                where=_where(draft),
                before=draft.day.text,
                after=last.isoformat(),
            )


def _next_day(day: Day, last: date, end: date) -> date | None:
    """The first day behind one and up to another that has this weekday, and this number if one is printed."""
    number = _NUMBER.search(day.text)
    behind = (last + timedelta(days=ahead) for ahead in range(1, (end - last).days + 1))
    same = (each for each in behind if each.weekday() == day.weekday)
    return next((each for each in same if number is None or each.day == int(number[0])), None)


def _settle_years(
    drafts: Sequence[SittingDraft], meeting: tuple[date, date] | None, issued: date | None
) -> Iterator[Diagnostic]:
    if meeting is None:
        _shift_all(drafts, issued)
    deduced: list[SittingDraft] = []
    before: date | None = None
    for draft in drafts:
        if draft.date and draft.day.first and not draft.day.year_printed:
            draft.date = _best_year(draft, meeting, before)
            deduced.append(draft)
        before = draft.date or before
    years = sorted({draft.date.year for draft in deduced if draft.date})
    if years:
        named = " and ".join(map(str, years))
        message = f"Days of the timetable are printed without a year; {named} was deduced from the document."
        yield Diagnostic(
            code="timetable-year-deduced",
            severity="info",
            message=message,
            where=_where(deduced[0]),
            before=deduced[0].day.text or None,
            after=deduced[0].date.isoformat() if deduced[0].date else None,
        )


def _shift_all(drafts: Sequence[SittingDraft], issued: date | None) -> None:
    """Move days without a printed year to the year that suits them best together, where no meeting tells.

    A programme is for the months after its date, weekdays agree with dates, and nobody meets on Sundays: the
    Committees of the General Assembly adopt in November what they do the next October.
    """
    unsettled = [draft for draft in drafts if draft.date and draft.day.first and not draft.day.year_printed]

    def fit(step: int) -> tuple[float, int]:
        weight = 0.0
        for draft in unsettled:
            day = _in_year(draft.date, draft.date.year + step) if draft.date else None
            if day is not None:
                weight += draft.day.weekday is None or day.weekday() == draft.day.weekday
                weight += day.weekday() < 5
                weight += issued is None or timedelta(0) <= day - issued <= _AHEAD
        return weight, -abs(step)

    step = max((0, 1, -1), key=fit)
    for draft in unsettled if step else ():
        draft.date = _in_year(draft.date, draft.date.year + step) if draft.date else None


def issued_on(header: Header) -> date | None:
    """The document's date, where it is a whole day."""
    try:
        return date.fromisoformat(header.date or "")
    except ValueError:
        return None


def _best_year(draft: SittingDraft, meeting: tuple[date, date] | None, before: date | None) -> date:
    """The day in the year that agrees best with weekday, meeting and the day before it."""
    given = draft.date
    assert given is not None
    candidates = [day for day in (_in_year(given, given.year + step) for step in (0, 1, -1)) if day]

    def agreement(day: date) -> tuple[bool, bool, bool]:
        weekday = draft.day.weekday is None or not _is_first(draft) or day.weekday() == draft.day.weekday
        inside = meeting is not None and meeting[0] - _AROUND <= day <= meeting[1] + _AROUND
        turned = before is not None and (day < before - _TURN or day > before + _TURN)
        return inside, not turned, weekday

    return max(candidates, key=agreement)


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def _mend_weekday(
    days: Sequence[Sequence[SittingDraft]], place: int, meeting: tuple[date, date] | None
) -> Diagnostic:
    """A date that its weekday contradicts: mended where it is out of order and one other day fits."""
    same = days[place]
    printed, when = same[0].day.weekday, same[0].date
    assert when is not None
    earlier = [each[0].date for each in days[:place] if each[0].date]
    later = [each[0].date for each in days[place + 1 :] if each[0].date]
    low = earlier[-1] if earlier else (meeting[0] - timedelta(days=1) if meeting else None)
    high = later[0] if later else (meeting[1] + timedelta(days=1) if meeting else None)
    in_order = (low is None or low < when) and (high is None or when < high)
    if not in_order and low and high:
        between = [low + timedelta(days=n) for n in range(1, min((high - low).days, 60))]
        fitting = [day for day in between if day.weekday() == printed]
        if len(fitting) == 1:
            for draft in same:
                draft.date = fitting[0]
            message = f"{same[0].day.text} is out of order and another weekday; it was read as {fitting[0]}."
            return _diagnostic("timetable-date-repaired", message, same[0], when, fitting[0])
    message = f"The weekday of {same[0].day.text} does not belong to its date."
    return _diagnostic("timetable-weekday-contradicts-date", message, same[0], None, None)


def _days(drafts: Sequence[SittingDraft]) -> list[list[SittingDraft]]:
    """Successive sittings of one day."""
    return [list(same) for _, same in groupby(drafts, key=lambda draft: (draft.date, id(draft.day)))]


def _is_first(draft: SittingDraft) -> bool:
    """Whether a sitting is on the first day of what is printed: the weekday is that day's."""
    if draft.date is None or draft.day.first is None:
        return False
    return (draft.date.month, draft.date.day) == (draft.day.first.month, draft.day.first.day)


def meeting_of(header: Header) -> tuple[date, date] | None:
    """First and last day of the meeting, where the masthead has one of them."""
    if not (header.starts or header.ends):
        return None
    starts, ends = header.starts or header.ends, header.ends or header.starts
    return date.fromisoformat(str(starts)), date.fromisoformat(str(ends))


def _where(draft: SittingDraft) -> Where:
    return Where(section="timetable", page=draft.lines[0].page if draft.lines else None)


def _diagnostic(
    code: str, message: str, draft: SittingDraft, before: date | None, after: date | None
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity="warning",
        message=message,
        where=_where(draft),
        before=before.isoformat() if before else None,
        after=after.isoformat() if after else None,
    )
