"""What does not add up in a timetable: order, days outside the meeting, items left out or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header
from undocparse.model.place import Where
from undocparse.model.timetable import Sitting, Timetable


def check_timetable(timetable: Timetable, agenda: Agenda | None, header: Header) -> list[Diagnostic]:
    """All findings on a timetable as it was read; what was mended while reading is not found again.

    Args:
        timetable: empty where the document has none; then nothing is found.
        agenda: null or empty where the document has none.
        header: first and last day of the meeting.
    """
    if not len(timetable):
        return []
    return [
        *sittings_out_of_order(timetable),
        *sittings_outside_meeting(timetable, header),
        *items_never_scheduled(timetable, agenda),
    ]


def sittings_out_of_order(timetable: Timetable) -> Iterator[Diagnostic]:
    """Sittings of one track that are printed after one that begins later."""
    for track in dict.fromkeys(sitting.track for sitting in timetable):
        timed = [
            (number, sitting)
            for number, sitting in enumerate(timetable)
            if sitting.track == track and sitting.date and sitting.starts
        ]
        for (_, before), (number, sitting) in pairwise(timed):
            if (sitting.date, sitting.starts) < (before.date, before.starts):
                message = (
                    f"The sitting of {sitting.date}, {sitting.starts}, is printed after that of "
                    f"{before.date}, {before.starts}."
                )
                yield _diagnostic("timetable-out-of-order", message, sitting, number)


def sittings_outside_meeting(timetable: Timetable, header: Header) -> Iterator[Diagnostic]:
    """Sittings before the first or after the last day that the masthead gives."""
    if not (header.starts and header.ends):
        return
    for number, sitting in enumerate(timetable):
        if sitting.date and not header.starts <= sitting.date <= header.ends:
            message = f"{sitting.date} is not within the meeting of {header.starts} to {header.ends}."
            yield _diagnostic("timetable-date-outside-meeting", message, sitting, number)


def items_never_scheduled(timetable: Timetable, agenda: Agenda | None) -> Iterator[Diagnostic]:
    """Items for which neither they, nor the item above them, nor one below them has a sitting."""
    scheduled = {key for sitting in timetable for entry in sitting.entries for key in entry.items}
    if not scheduled or agenda is None:
        return
    for item in agenda:
        yield from _unscheduled(item, scheduled)


def _unscheduled(item: AgendaItem, scheduled: set[str]) -> Iterator[Diagnostic]:
    if item.key in scheduled:
        return
    below = [child for child in item.items if any(each.key in scheduled for each in child.walk())]
    if not below:
        message = f"Item {item.key} of the agenda, “{item.title}”, is not in the timetable."
        where = Where(section="timetable", items=(item.key,))
        yield Diagnostic(code="timetable-item-never-scheduled", severity="info", message=message, where=where)
        return
    for child in item.items:
        yield from _unscheduled(child, scheduled)


def _diagnostic(code: str, message: str, sitting: Sitting, number: int) -> Diagnostic:
    where = Where(
        section="timetable",
        page=sitting.place.page if sitting.place else None,
        path=f"/timetable/{number}/date",
    )
    return Diagnostic(code=code, severity="warning", message=message, where=where)
