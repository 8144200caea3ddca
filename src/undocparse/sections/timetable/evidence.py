"""Weighs whether a table, or lines with days and times, are a timetable or something else with dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from undocparse.layout.pages import Cell, Grid
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.plans import Plan, plan_of
from undocparse.sections.timetable.signs import WHEN
from undocparse.sections.timetable.slots import Day

ENOUGH = 2.5
"""What speaks for a timetable must weigh so much: its days and times by themselves, or days under a title."""

_TIMES = 2.0  # times beside days: no other table of UN documents has both
_TITLED = 2.0  # "Proposed timetable" above
_KIND = 1.5  # the document is an organization of work, and most of it is timetable
_BOTH = 0.5  # what both together weigh more
_HEAD = 0.75  # a heading that names a column of dates, or of times
_WEEKDAYS = 1.0  # days with their weekdays: dates of issue have none
_INSIDE = 1.5  # all days in the meeting
_RISE = 0.75
_ITEMS = 1.0
_NAMED = 0.25  # of the titles: so many have a number where a timetable gives numbers with them
_LATE = timedelta(days=45)  # a programme is issued before its meetings, a revision of it not long after
_AROUND = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of where something stands.

    Attributes:
        titled: a heading above says that it is a timetable.
        work: the document is an organization of work.
        meeting: first and last day, where the masthead has them.
        issued: the document's date.
        days_above: the days that stand in the heading above.
        strict: nothing is a timetable here that no heading names one: the document is of another kind.
    """

    titled: bool = False
    work: bool = False
    meeting: tuple[date, date] | None = None
    issued: date | None = None
    days_above: tuple[Day, ...] = ()
    strict: bool = False

    @property
    def weight(self) -> float:
        """What the place says by itself."""
        if self.strict and not self.titled:
            return -4 * ENOUGH
        return max(_TITLED * self.titled, _KIND * self.work) + _BOTH * (self.titled and self.work)


def grid_evidence(grid: Grid, reader: CellReader, setting: Setting) -> float:
    """What speaks for a table's being a timetable, less what speaks against it.

    A table whose days are never given a time must have a title, weekdays or days within the meeting.
    """
    plan = plan_of(grid, reader)
    rows = [cells for cells in grid.rows[plan.body :] if cells and not plan.is_heading(cells)]
    cells = [cell for row in rows for cell in row if cell.text.strip()]
    when = [cell for cell in cells if plan.columns[cell.column].role in {"date", "time", "meeting"}]
    when.extend(cell for cell in _across_rows(rows, plan) if reader.sign(cell) in WHEN)
    if plan.across:
        when = [cell for cell in grid.cells if reader.sign(cell) in WHEN]
    slots = [reader.slot(cell) for cell in when if len(cell.text) < 160]
    days = [day for slot in slots for day in slot.days]
    times = sum(bool(slot.times) for slot in slots)
    weeks = sum(reader.sign(cell) == "week" for cell in cells)
    if not days and not weeks and not setting.days_above:
        return _of_meetings(when, cells, reader, setting)
    weight = (
        setting.weight
        + days_evidence(days or setting.days_above, setting)
        + _against(rows, cells, plan, reader)
    )
    weight += _heads(plan, grid, reader)
    if times and (days or setting.days_above):
        weight += _TIMES if times > 1 or len(days) > 1 or weight > 1 else _TIMES / 2
    return weight + _ITEMS * (plan.has("item") or _names_items(cells, plan, reader))


def _across_rows(rows: Sequence[Sequence[Cell]], plan: Plan) -> Iterator[Cell]:
    """What is all that stands in its row, in a column of no days and times."""
    for row in rows:
        filled = [cell for cell in row if cell.text.strip()]
        if len(filled) == 1 and plan.columns[filled[0].column].role not in {"date", "time", "meeting"}:
            yield filled[0]


def _names_items(cells: Sequence[Cell], plan: Plan, reader: CellReader) -> bool:
    """Whether the titles have numbers of items before or behind them."""
    known = reader.known
    titles = [cell.text.strip() for cell in cells if plan.columns[cell.column].role == "title"]
    named = sum(bool(known.numbered.match(text) or known.tail.search(text)) for text in titles)
    return named > _NAMED * len(titles)


def days_evidence(days: Sequence[Day], setting: Setting) -> float:
    """What the days themselves say."""
    dated = [day.first for day in days if day.first]
    weight = _WEEKDAYS * (2 * sum(day.weekday is not None for day in days) > len(days) > 0)
    if (
        len(dated) > 1
        and dated[0] != dated[-1]
        and sum(a <= b for a, b in pairwise(dated)) >= 0.8 * (len(dated) - 1)
    ):
        weight += _RISE
    if setting.meeting and dated:
        first, last = setting.meeting
        inside = sum(first - _AROUND <= _near(day, first) <= last + _AROUND for day in dated)
        weight += _INSIDE if inside > 0.8 * len(dated) else -_INSIDE / 2
    printed = [day for day in days if day.year_printed and day.first]
    years = {day.first.year for day in printed if day.first}
    if len(years) > 1 and len(years) > 0.3 * len(printed):
        weight -= 2.0
    if setting.issued and printed and all(d.first and d.first < setting.issued - _LATE for d in printed):
        weight -= 2.0  # days long before the document: what was, not what will be
    return weight


def _near(day: date, first: date) -> date:
    """The same day in the year in which it is nearest to the meeting."""
    try:
        return min((day.replace(year=first.year + step) for step in (0, 1, -1)), key=lambda d: abs(d - first))
    except ValueError:  # 29 February
        return day


def _of_meetings(when: Sequence[Cell], cells: Sequence[Cell], reader: CellReader, setting: Setting) -> float:
    """A programme without a single day: numbers of meetings under a title that says so."""
    numbered = sum(reader.sign(cell) == "meeting" for cell in cells)
    timed = sum(reader.sign(cell) == "time" for cell in when)
    return setting.weight if numbered + timed > 1 else 0.0


def _heads(plan: Plan, grid: Grid, reader: CellReader) -> float:
    """What the headings of the columns say."""
    texts = [cell.text.strip() for row in grid.rows[: plan.body] for cell in row if cell.text.strip()]
    roles = {role for text in texts for role in reader.known.column_roles(text)}
    roles |= {role for text in texts if (role := reader.known.loose_role(text)) in {"date", "time"}}
    strange = any(reader.known.not_days.search(text) and len(text) < 60 for text in texts)
    return _HEAD * len(roles & {"date", "time"}) - 3.0 * strange


def _against(rows: Sequence[Sequence[Cell]], cells: Sequence[Cell], plan: Plan, reader: CellReader) -> float:
    """What makes it a list of documents, of deadlines, or of nothing that is done."""
    if not rows or not cells:
        return -ENOUGH
    signs = [reader.sign(cell) for cell in cells]
    weight = -2.0 * (sum(sign == "symbol" for sign in signs) > 0.5 * len(rows) and not plan.timed)
    weight -= 2.0 * (sum(sign == "status" for sign in signs) > 0.3 * len(rows))
    deadlines = sum(bool(reader.known.deadline.search(cell.text)) for cell in cells)
    weight -= 3.0 * (deadlines > 0.4 * len(rows) and not plan.timed)
    business = _has_business(signs, plan)
    return weight if business else weight - ENOUGH


def _has_business(signs: Iterable[str], plan: Plan) -> bool:
    """Whether something is named that is done; a table of figures names nothing."""
    found = list(signs)
    return bool(plan.across) or 5 * sum(sign in {"text", "item", "body"} for sign in found) > len(found)
