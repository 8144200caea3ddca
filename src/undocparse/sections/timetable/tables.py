"""Reads the rows of a timetable's grid, by what its columns hold."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.layout.pages import Cell, Grid
from undocparse.sections.timetable.business import Business
from undocparse.sections.timetable.columns import Plan, plan_of, rows_of
from undocparse.sections.timetable.lists import read_block
from undocparse.sections.timetable.slots import Slot


def read_grid(grid: Grid, business: Business, above: Plan | None) -> Plan:
    """Read a table into sittings.

    Args:
        grid: the table.
        business: takes what is read.
        above: the plan of the table before, which one without headings goes on from.

    Returns:
        How the table was read.
    """
    plan = plan_of(grid, business.language, business.year, above)
    rows = [cells for cells in rows_of(grid)[plan.body :] if cells and not plan.is_heading(cells)]
    filled = [[cell for cell in cells if cell.text.strip()] for cells in rows]
    if plan.across == "days":
        _read_days_across(filled, plan, business)
    elif plan.across == "times":
        _read_times_across(filled, plan, business)
    else:
        for cells in filled:
            _read_row(cells, plan, business)
    return plan


def _read_row(cells: Sequence[Cell], plan: Plan, business: Business) -> None:
    if len(cells) == 1 and _stands_across(cells[0], plan):
        for block in business.blocks(cells[0].lines):
            read_block(block, business)
        return
    for cell in cells:
        if _role(cell, plan) in {"date", "time", "meeting"}:
            _read_when(cell, plan, business)
    for track in dict.fromkeys(column.track for column in plan.columns if column.role == "title"):
        mine = [cell for cell in cells if plan.columns[cell.column].track == track]
        items = [cell for cell in mine if _role(cell, plan) == "item"]
        titles = [cell for cell in mine if _role(cell, plan) == "title"]
        if items or titles:
            _read_business(items, titles, track, business)


def _role(cell: Cell, plan: Plan) -> str:
    return plan.columns[cell.column].role


def _stands_across(cell: Cell, plan: Plan) -> bool:
    """Whether the only text of a row stands across the table, and is not in the column of titles."""
    role = _role(cell, plan)
    return role != "title" and (cell.columns > 1 or role in {"item", "other"})


def _read_when(cell: Cell, plan: Plan, business: Business) -> None:
    """A cell of dates, times or names of meetings."""
    slot, known = business.slot(cell.text), business.known
    if known.is_week(slot.rest) and not slot.times and all(day.weekday is None for day in slot.days):
        business.note_year(slot)
        return
    if slot.days or (slot.undetermined and _role(cell, plan) == "date"):
        business.begin_day(slot, cell.lines)
    if _begins_sitting(cell, slot, plan, business):
        business.begin_time(slot, cell.lines)
    if slot.rest and not slot.days:
        numbered = known.numbered_meeting.search(slot.rest)
        business.programme.name_meeting(None if numbered else slot.rest)
    if known.no_sitting.search(slot.rest):
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
    if labels and not any(business.known.labels.match(label) for label in labels):
        labels, blocks = [], [*numbers, *blocks]
    business.read_numbered(labels, blocks, track)


def _read_times_across(rows: Sequence[Sequence[Cell]], plan: Plan, business: Business) -> None:
    """Times stand across the top: each row is a day."""
    for cells in rows:
        for cell in cells:
            if (slot := plan.columns[cell.column].slot) is None:
                _read_when(cell, plan, business)
            else:
                business.begin_time(slot, cell.lines)
                _read_business([], [cell], None, business)


def _read_days_across(rows: Sequence[Sequence[Cell]], plan: Plan, business: Business) -> None:
    """Days stand across the top: read each column from top to bottom."""
    slots = [_row_slot(cells, plan, business) for cells in rows]
    for place, column in enumerate(plan.columns):
        if column.slot is None:
            continue
        business.begin_day(column.slot, ())
        for cells, slot in zip(rows, slots, strict=True):
            here = [cell for cell in cells if cell.column <= place < cell.column + cell.columns]
            here = [cell for cell in here if plan.columns[cell.column].slot is not None]
            if here:
                if slot is not None:
                    business.begin_time(slot, here[0].lines)
                _read_business([], here, None, business)


def _row_slot(cells: Sequence[Cell], plan: Plan, business: Business) -> Slot | None:
    slots = [business.slot(cell.text) for cell in cells if plan.columns[cell.column].slot is None]
    return next((slot for slot in slots if slot.times), None)
