"""What does not add up in a timetable: order, days outside the meeting, items left out or unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from undocparse.checks.evidence import Evidence, doubt, quoted, why_torn
from undocparse.model.agenda import AgendaItem
from undocparse.model.diagnostics import Diagnostic, Severity
from undocparse.model.timetable import Entry, Sitting, Timetable

_LONGEST = 500  # characters; what is longer than the longest title of an item is no title of an entry


def sittings_out_of_order(evidence: Evidence) -> Iterator[Diagnostic]:
    """Sittings of one track that are printed after one that begins later."""
    timetable = evidence.document.timetable
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
                yield _about(sitting, number, "timetable-out-of-order", message, "info")


def sittings_outside_meeting(evidence: Evidence) -> Iterator[Diagnostic]:
    """Sittings before the first or after the last day that the masthead gives."""
    header = evidence.document.header
    if not (header.starts and header.ends):
        return
    for number, sitting in enumerate(evidence.document.timetable):
        if sitting.date and not header.starts <= sitting.date <= header.ends:
            message = f"{sitting.date} is not within the meeting of {header.starts} to {header.ends}."
            yield _about(sitting, number, "timetable-date-outside-meeting", message)


def items_never_scheduled(evidence: Evidence) -> Iterator[Diagnostic]:
    """Items for which neither they, nor the item above them, nor one below them has a sitting."""
    timetable = evidence.document.timetable
    scheduled = {key for sitting in timetable for entry in sitting.entries for key in entry.items}
    for item in evidence.document.agenda if scheduled else ():
        yield from _unscheduled(item, scheduled)


def _unscheduled(item: AgendaItem, scheduled: set[str]) -> Iterator[Diagnostic]:
    if item.key in scheduled:
        return
    below = [child for child in item.items if any(each.key in scheduled for each in child.walk())]
    if not below:
        message = f"Item {item.key} of the agenda, “{item.title}”, is not in the timetable."
        yield doubt(
            "timetable-item-never-scheduled", "timetable", message, severity="info", items=(item.key,)
        )
        return
    for child in item.items:
        yield from _unscheduled(child, scheduled)


def sittings_without_date(evidence: Evidence) -> Iterator[Diagnostic]:
    """Sittings of which no date was read, though others have one."""
    timetable = evidence.document.timetable
    undated = [(number, sitting) for number, sitting in enumerate(timetable) if not sitting.date]
    if undated:
        number, sitting = undated[0]
        message = f"{len(undated)} of the {len(timetable)} sittings have no date."
        yield _about(sitting, number, "timetable-date-missing", message)


def sittings_without_entries(evidence: Evidence) -> Iterator[Diagnostic]:
    """Sittings for which no business was read."""
    for number, sitting in enumerate(evidence.document.timetable):
        if not sitting.entries:
            message = f"The sitting of {_when(sitting)} has no entry."
            yield _about(sitting, number, "timetable-sitting-empty", message)


def sittings_at_one_time(evidence: Evidence) -> Iterator[Diagnostic]:
    """Sittings of one track that begin at the same time, or before the one before them has ended."""
    timetable = evidence.document.timetable
    times = Counter(
        (sitting.track, sitting.date, sitting.starts, sitting.ends)
        for sitting in timetable
        if sitting.date and sitting.starts
    )
    for number, sitting in enumerate(timetable):
        if times.pop((sitting.track, sitting.date or "", sitting.starts or "", sitting.ends), 0) > 1:
            message = f"Two sittings are on {_when(sitting)}."
            yield _about(sitting, number, "timetable-sitting-twice", message, "info")
        if sitting.starts and sitting.ends and sitting.ends <= sitting.starts != "00:00":
            message = f"The sitting of {_when(sitting)} ends at {sitting.ends}, before it begins."
            yield _about(sitting, number, "timetable-time-doubtful", message)


def entries_of_unknown_items(evidence: Evidence) -> Iterator[Diagnostic]:
    """A timetable of which hardly an entry is tied to an item, though the document has an agenda."""
    document = evidence.document
    entries = list(_entries(document.timetable))
    if len(document.agenda) < _FEW or len(entries) < _FEW:
        return
    tied = sum(bool(entry.items) for entry in entries)
    if 3 * tied < len(entries):
        message = (
            f"Only {tied} of the {len(entries)} entries of the timetable are tied to an item of the agenda."
        )
        yield doubt("timetable-items-unknown", "timetable", message, severity="info")


_FEW = 3  # items or entries; fewer say nothing of shares


def entries_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """Entries whose title looks torn, or as if a row had been swallowed."""
    for number, sitting in enumerate(evidence.document.timetable):
        for at, entry in enumerate(sitting.entries):
            if why := _why(entry, evidence):
                message = f"The entry {quoted(entry.title)} of {_when(sitting)} {why}."
                page = entry.place.page if entry.place else None
                path = f"/timetable/{number}/entries/{at}/title"
                yield doubt(
                    "timetable-entry-doubtful", "timetable", message,
                    items=entry.items, page=page, path=path,
                )  # fmt: skip


def _why(entry: Entry, evidence: Evidence) -> str | None:
    if not entry.title.strip():
        return None if entry.items else "has neither title nor item"
    if evidence.patterns.column_head.fullmatch(entry.title) and not entry.items:
        return "is the head of a column or the foot of a page"
    return why_torn(entry.title, evidence, _LONGEST)


def _entries(timetable: Timetable) -> Iterator[Entry]:
    for sitting in timetable:
        yield from sitting.entries


def _when(sitting: Sitting) -> str:
    return ", ".join(part for part in (sitting.date, sitting.starts or sitting.part) if part) or "no date"


def _about(
    sitting: Sitting, number: int, code: str, message: str, severity: Severity = "warning"
) -> Diagnostic:
    """About one sitting.

    What programmes that are printed one after the other have as well (A/RES/75/212) is told as `info`.
    """
    page = sitting.place.page if sitting.place else None
    path = f"/timetable/{number}/date"
    return doubt(code, "timetable", message, severity=severity, page=page, path=path)
