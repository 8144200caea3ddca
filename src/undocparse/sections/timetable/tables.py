"""Reads the rows of a timetable's grid, by what its columns hold."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Cell, Grid
from undocparse.sections.timetable.beside import Beside
from undocparse.sections.timetable.business import Business
from undocparse.sections.timetable.columns import CellReader, Column
from undocparse.sections.timetable.lists import read_block
from undocparse.sections.timetable.plans import Plan, columns_below, heads_across, plan_of
from undocparse.sections.timetable.signs import WHEN
from undocparse.sections.timetable.slots import Slot

_ORDER = ("date", "time", "meeting")
"""A row's day is read before its time, wherever they stand: a new day ends the time of the day before."""


def read_grid(grid: Grid, business: Business, above: Plan | None) -> Plan:
    """Read a table into sittings.

    Args:
        grid: the table.
        business: takes what is read.
        above: the plan of the table before, which one without headings goes on from.

    Returns:
        How the table was read.
    """
    reader = CellReader(business.language, business.year)
    plan = plan_of(grid, reader, above)
    rows = [cells for cells in grid.rows[plan.body :] if cells and not plan.is_heading(cells)]
    filled = [[cell for cell in cells if cell.text.strip()] for cells in rows]
    if plan.across == "days":
        _read_days_across(filled, plan, business, reader)
    elif plan.across == "times":
        _read_times_across(filled, plan, business)
    else:
        beside = Beside(plan, filled, business)
        for cells in filled:
            _read_row(cells, plan, business, reader, beside)
    return plan


def _read_row(
    cells: Sequence[Cell], plan: Plan, business: Business, reader: CellReader, beside: Beside
) -> None:
    if len(cells) == 1 and _stands_across(cells[0], plan, reader):
        for block in business.blocks(cells[0].lines):
            read_block(block, business)
        return
    when = [cell for role in _ORDER for cell in cells if _role(cell, plan) == role]
    if span := _start_and_end(when, plan, business):
        when = [cell for cell in when if _role(cell, plan) != "time"]
    for cell in when:
        _read_when(cell, plan, business)
    if span:
        business.begin_time(span, when[0].lines if when else ())
    track = _row_track(cells, plan)
    beside.set(cells, told=any(_role(cell, plan) in {"item", "title"} for cell in cells))
    for name in dict.fromkeys(column.track for column in plan.columns if column.role == "title"):
        mine = [cell for cell in cells if plan.columns[cell.column].track == name]
        items = [cell for cell in mine if _role(cell, plan) == "item"]
        titles = [cell for cell in mine if _role(cell, plan) == "title"]
        if items or titles:
            _read_business(items, titles, name or track, business)


def _role(cell: Cell, plan: Plan) -> str:
    return plan.columns[cell.column].role


def _row_track(cells: Sequence[Cell], plan: Plan) -> str | None:
    """Who meets, where a column says so for each row."""
    named = (cell.text.strip() for cell in cells if _role(cell, plan) == "track")
    return next(named, None)


def _stands_across(cell: Cell, plan: Plan, reader: CellReader) -> bool:
    """Whether the only text of a row holds for the rows below, or stands across the table."""
    role = _role(cell, plan)
    if role in {"date", "time"} and cell.columns == 1:
        return False
    if reader.sign(cell) in WHEN | {"week", "meeting"}:
        return True
    return role != "title" and (cell.columns > 1 or role in {"item", "other"})


def _start_and_end(when: Sequence[Cell], plan: Plan, business: Business) -> Slot | None:
    """The span of time that two columns give, one its start and the other its end."""
    slots = [business.slot(cell.text) for cell in when if _role(cell, plan) == "time"]
    if len(slots) != 2 or any(slot.days or len(slot.times) != 1 or slot.rest for slot in slots):
        return None
    first, last = slots[0].times[0], slots[1].times[0]
    if not (first.starts and last.starts) or first.ends or last.ends or last.starts <= first.starts:
        return None
    return Slot(times=(first._replace(ends=last.starts),), at_start=True)


def _read_when(cell: Cell, plan: Plan, business: Business) -> None:
    """A cell of dates, times or names of meetings."""
    slot, known = business.slot(cell.text), business.known
    if known.week_word.search(slot.rest or cell.text) and known.is_week(slot.rest or cell.text):
        business.begin_week(slot, cell.lines)
        return
    if slot.days or (slot.undetermined and _role(cell, plan) == "date"):
        business.begin_day(slot, cell.lines)
    elif _begins_sitting(cell, slot, plan, business):
        business.begin_time(slot, cell.lines)
    if slot.rest and not slot.days:
        numbered = known.numbered_meeting.search(slot.rest)
        business.programme.name_meeting(None if numbered else slot.rest)
    if known.is_idle(slot.rest):
        business.programme.cancel()


def _begins_sitting(cell: Cell, slot: Slot, plan: Plan, business: Business) -> bool:
    """Whether a cell says that another sitting begins: a time, or what stands for one ("Post-meeting")."""
    role = _role(cell, plan)
    if slot.times:
        return True
    if role == "time" and not slot.days:
        return not (slot.rest and _names_meeting(slot.rest, plan, business))
    return role == "meeting" and not plan.timed


def _names_meeting(text: str, plan: Plan, business: Business) -> bool:
    """Whether a cell of times names the meeting only, so that its time is still to come."""
    known = business.known
    if known.after.match(text):
        return False
    if known.numbered_meeting.fullmatch(text):
        return True
    return not plan.has("date") and bool(known.meeting.fullmatch(text))


def _read_business(
    items: Sequence[Cell], titles: Sequence[Cell], track: str | None, business: Business
) -> None:
    """What one row sets down for the time: numbers, and titles to each."""
    numbers = [block for cell in items for block in business.blocks(cell.lines)]
    blocks = [block for cell in titles for block in business.blocks(cell.lines)]
    labels = [block.text for block in numbers]
    if labels and not any(business.known.labels.match(label.strip("[( ")) for label in labels):
        labels, blocks = [], [*numbers, *blocks]
    business.read_numbered(labels, blocks, track)


def _read_times_across(rows: Sequence[Sequence[Cell]], plan: Plan, business: Business) -> None:
    """Times stand across the top: each row is a day, or goes on with the one above."""
    days: list[tuple[list[Cell], list[Cell]]] = []
    for cells in rows:
        when = [cell for cell in cells if plan.columns[cell.column].slot is None]
        if when or not days:
            days.append((when, []))
        days[-1][1].extend(cell for cell in cells if plan.columns[cell.column].slot is not None)
    for when, below in days:
        for cell in when:
            _read_when(cell, plan, business)
        for place, column in enumerate(plan.columns):
            here = [cell for cell in below if cell.column == place]
            if column.slot and here:
                business.begin_time(column.slot, here[0].lines)
                _read_together(here, business)


def _read_together(cells: Sequence[Cell], business: Business) -> None:
    """The cells of a column for one day and time: what is one paragraph may be cut by the rows beside it."""
    starts = {id(cell.lines[0]) for cell in cells if cell.lines}
    own: list[list[Block]] = [[]]
    for block in business.blocks(line for cell in cells for line in cell.lines):
        if own[-1] and id(block.lines[0]) in starts:
            own.append([])
        own[-1].append(block)
    for blocks in own:
        business.read_numbered([], blocks, None)


def _read_days_across(
    rows: Sequence[Sequence[Cell]], plan: Plan, business: Business, reader: CellReader
) -> None:
    """Days stand across the top, and those of the next week across a row below: read column by column."""
    weeks: list[tuple[list[Column], list[Sequence[Cell]]]] = [(plan.columns, [])]
    for cells in rows:
        if heads := heads_across(cells, "date", reader):
            weeks.append((columns_below(heads, len(plan.columns), reader), []))
        else:
            weeks[-1][1].append(cells)
    for columns, below in weeks:
        _read_week(below, columns, business)


def _read_week(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], business: Business) -> None:
    """The rows below some days, column by column."""
    times: list[tuple[Slot | None, list[Cell]]] = [(None, [])]
    for cells in rows:
        if slot := _row_slot(cells, columns, business):
            times.append((slot, []))
        times[-1][1].extend(cell for cell in cells if columns[cell.column].slot is not None)
    for place, column in enumerate(columns):
        if column.slot is None:
            continue
        business.begin_day(column.slot, ())
        for slot, some in times:
            here = [cell for cell in some if cell.column <= place < cell.column + cell.columns]
            if here:
                if slot is not None:
                    business.begin_time(slot, here[0].lines)
                _read_together(here, business)


def _row_slot(cells: Sequence[Cell], columns: Sequence[Column], business: Business) -> Slot | None:
    slots = [business.slot(cell.text) for cell in cells if columns[cell.column].slot is None]
    return next((slot for slot in slots if slot.times), None)
