"""Mends dates that slid to a neighbouring row, where the order of the sittings shows their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Where
from undocparse.sections.timetable.sittings import SittingDraft

_PARTS = {"morning": "08:00", "lunch": "13:00", "afternoon": "14:00", "evening": "18:00"}


def mend_order(drafts: Sequence[SittingDraft]) -> list[Diagnostic]:
    """Move sittings that stand under the wrong day by a row.

    When a merged cell of a table comes apart, its date may land a row too low or too high: an afternoon then
    bears the next day's date and stands before that day's morning. The sittings before the break are moved
    to the day before, or those after it to the day after, if exactly one of the two brings all in order.

    Args:
        drafts: sittings in document order; their dates are changed in place.

    Returns:
        One diagnostic for each sitting that was moved.
    """
    found: list[Diagnostic] = []
    for track in dict.fromkeys(draft.track for draft in drafts):
        found.extend(_mend_track([draft for draft in drafts if draft.track == track]))
    return found


def _mend_track(drafts: Sequence[SittingDraft]) -> Iterator[Diagnostic]:
    days = [list(same) for _, same in groupby(drafts, key=lambda draft: draft.date)]
    for place, same in enumerate(days):
        cut = _break(same)
        if cut is None or same[0].date is None:
            continue
        head, tail = same[:cut], same[cut:]
        before = days[place - 1] if place else []
        after = days[place + 1] if place + 1 < len(days) else []
        backward = bool(before) and _is_day_before(before[-1].date, same[0].date) and _runs(before, head)
        forward = bool(after) and _is_day_before(same[0].date, after[0].date) and _runs(tail, after)
        if backward == forward or _break(tail) is not None:
            continue
        moved, to = (head, before[-1]) if backward else (tail, after[0])
        for draft in moved:
            yield _move(draft, to)


def _break(same: Sequence[SittingDraft]) -> int | None:
    """Where in a day a sitting begins before the one above it ends; null where all are in order."""
    for place in range(1, len(same)):
        above, here = _start(same[place - 1]), _start(same[place])
        if above and here and here < above:
            return place
    return None


def _runs(first: Sequence[SittingDraft], then: Sequence[SittingDraft]) -> bool:
    """Whether all sittings of one day would be in order if these stood after those."""
    times = [_start(draft) for draft in (*first, *then)]
    known = [time for time in times if time]
    return len(known) == len(times) and all(a < b for a, b in pairwise(known))


def _start(draft: SittingDraft) -> str | None:
    return draft.starts or (_PARTS[draft.part] if draft.part else None)


def _is_day_before(day: date | None, other: date | None) -> bool:
    """Whether two days of a meeting follow each other, a weekend between them or not."""
    if day is None or other is None:
        return False
    gap = (other - day).days
    return gap == 1 or (1 < gap <= 3 and other.weekday() == 0)


def _move(draft: SittingDraft, to: SittingDraft) -> Diagnostic:
    before, after = draft.date, to.date
    assert before is not None
    assert after is not None
    draft.date, draft.day = after, to.day._replace()
    message = (
        f"The sitting at {_start(draft)} is printed under {before} but before that day's earlier sittings; "
        f"it was moved to {after}, where it is in order."
    )
    where = Where(section="timetable", page=draft.lines[0].page if draft.lines else None)
    return Diagnostic(
        code="timetable-date-repaired",
        severity="warning",
        message=message,
        where=where,
        before=before.isoformat(),
        after=after.isoformat(),
    )
