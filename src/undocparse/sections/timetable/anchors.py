"""Finds the days and times that stand by themselves: what a timetable is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from undocparse.languages import words
from undocparse.languages.clock import PARTS, ClockWords
from undocparse.languages.matching import alternatives
from undocparse.layout.grids_columns import CellWords
from undocparse.layout.pages import Grid, Line
from undocparse.sections.timetable.slots import Day, Slot, leading_slot, read_slot
from undocparse.sections.timetable.vocabulary import Patterns, patterns

_FAR = 70  # lines; days and times of one timetable are no further apart
_CLOSE = 3  # lines; a day stands no farther above the first time
_LONG = 60  # characters; a cell of days and times is shorter


@dataclass(slots=True)
class Anchor:
    """A line that has a day or time standing by itself; `right` is where that ends, in points."""

    place: int
    slot: Slot
    right: float


def is_timetable(grid: Grid, language: str, year: int | None) -> bool:
    """Whether a table has days and times in cells of their own."""
    known = patterns(language)
    roles: list[str] = []
    days: list[Day] = []
    times = 0
    for cell in grid.cells:
        text = cell.text.strip()
        if len(text) > 2 * _LONG:
            continue
        roles += known.column_roles(text)
        slot = leading_slot(text, language, year)
        if slot.at_start and _is_alone(slot, known):
            days += slot.days
            times += len(slot.times)
    if not times:  # dates beside texts may be anything; with weekdays and items they are a programme
        return sum(day.weekday is not None for day in days) > 1 and {"date", "item"} <= set(roles)
    return bool(days) and (len(days) + times > 2 or {"date", "time"} <= set(roles))


def find_anchors(free: Sequence[Line], language: str, year: int | None) -> list[Anchor]:
    """The largest group of lines with a day or time by itself, on and around pages that have times at all.

    Args:
        free: lines that no section has claimed, in reading order.
        language: BCP 47 primary subtag.
        year: the year of days printed without.
    """
    quick = _quick(language)
    pages: dict[int, list[str]] = {}
    for line in free:
        pages.setdefault(line.page, []).append(line.text)
    timed = {page for page, texts in pages.items() if quick.search("\n".join(texts))}
    near = {page + step for page in timed for step in (-1, 0, 1)}
    anchors = []
    for place, line in enumerate(free):
        if line.page not in near or (len(line.text) > _LONG and len(line.runs) < 2):
            continue
        if anchor := _anchor(place, line, language, year):
            anchors.append(anchor)
    return _without_stray_days(_densest(anchors, free, patterns(language)))


def _anchor(place: int, line: Line, language: str, year: int | None) -> Anchor | None:
    """The time, or else the day, that stands by itself in a line."""
    known = patterns(language)
    found = None
    for text, right in _stretches(line):
        if len(text) > _LONG:
            continue
        slot = leading_slot(text, language, year)
        if slot.at_start and (slot.days or slot.times) and _is_alone(slot, known):
            if slot.times:
                return Anchor(place, slot, right)
            found = found or Anchor(place, slot, right)
    return found


def _stretches(line: Line) -> Iterable[tuple[str, float]]:
    """The line, and its first runs, each with where it ends."""
    runs = [run for run in line.runs if not run.raised]
    yield line.text, runs[-1].x1 if runs else 0.0
    if len(runs) > 1:
        yield from ((run.text, run.x1) for run in runs[:2])


def _is_alone(slot: Slot, known: Patterns) -> bool:
    """Whether a text says nothing but when, or what the meeting is called."""
    rest = slot.rest
    if not rest or (rest.startswith(("(", "[")) and rest.endswith((")", "]"))):
        return True
    return len(rest) < 45 and bool(
        known.meeting.fullmatch(rest)
        or known.numbered_meeting.fullmatch(rest)
        or known.no_sitting.search(rest)
    )


@cache
def _quick(language: str) -> re.Pattern[str]:
    """A time at the start of a line, found fast."""
    found = words(language, "clock", ClockWords)
    marks = alternatives((*found.am, *found.pm, *found.hour))
    parts = alternatives(word for part in PARTS for word in getattr(found, part))
    return re.compile(
        rf"^\W*(?:\d{{1,2}}(?:[.:]\d\d)?(?:\s?[-–—]\s?\d{{1,2}}(?:[.:]\d\d)?)?\s?(?:{marks})(?!\w)"
        rf"|\d{{1,2}}[.:]\d\d\s?[-–—]\s?\d{{1,2}}[.:]\d\d|(?:{parts})(?!\w))",
        re.IGNORECASE | re.MULTILINE,
    )


def _without_stray_days(anchors: Sequence[Anchor]) -> list[Anchor]:
    """A day without weekday and without a time close below it, above all others, is a document's date."""
    kept = list(anchors)
    while len(kept) > 1 and not kept[0].slot.times:
        if kept[1].place - kept[0].place <= _CLOSE or any(
            day.weekday is not None for day in kept[0].slot.days
        ):
            break
        kept.pop(0)
    return kept


def _densest(anchors: Sequence[Anchor], free: Sequence[Line], known: Patterns) -> list[Anchor]:
    """The largest group of anchors that are not far apart and that no annex parts."""
    groups: list[list[Anchor]] = []
    for anchor in anchors:
        last = groups[-1][-1].place if groups else None
        between = free[last + 1 : anchor.place] if last is not None else ()
        near = last is not None and anchor.place - last <= _FAR
        if near and not any(known.annex.fullmatch(line.text.strip()) for line in between):
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    return max(groups, key=len, default=[])


def suffice(anchors: Sequence[Anchor]) -> bool:
    """Whether these are enough days and times to make a plain list a timetable."""
    times = sum(bool(anchor.slot.times) for anchor in anchors)
    days = sum(bool(anchor.slot.days) for anchor in anchors)
    return days > 0 and times > 1 and days + times > 2


def cell_words(language: str) -> CellWords:
    """Tells the lines that begin a cell of a timetable: item numbers, bullets, a second time or day."""
    known = patterns(language)

    def starts(before: str, text: str) -> bool:
        if known.labels.fullmatch(text) or text[:1] in "•▪●":
            return not _waits_for_number(before, language)
        if known.item.match(text) and text[:1].isupper():
            return True
        headed = known.column_roles(before) and not known.column_roles(text) and not text[:1].islower()
        if headed or known.is_week(before):
            return True
        if len(before) > 2 * _LONG or len(text) > _LONG or before.rstrip().endswith(("-", "–", "—")):
            return False
        here = leading_slot(text, language, None)
        if not before or not here.at_start:
            return False
        above = read_slot(before, language, None)
        weekday = bool(here.days) and here.days[0].weekday is not None
        days = weekday and (above.days or above.times) and not _joins(before, known)
        return bool(days) or _is_next_time(above, here)

    return CellWords(starts, lambda text: bool(known.column_roles(text.strip())))


def _waits_for_number(text: str, language: str) -> bool:
    """Whether a text is a weekday alone, so that a number below it is the day of the month."""
    days = read_slot(text, language, None).days if len(text) < _LONG else ()
    return bool(days) and not any(map(str.isdigit, days[-1].text))


def _is_next_time(above: Slot, here: Slot) -> bool:
    """Whether a time stands below another one, and not below the part of the day that it belongs to."""
    if not above.times or not here.times:
        return False
    before, after = above.times[-1], here.times[0]
    if before.starts:
        return bool(before.ends)
    return after.starts is None or (before.part == "morning") != (after.starts < "12:30")


def _joins(text: str, known: Patterns) -> bool:
    """Whether a text ends in a word that joins it to what follows ("Thursday, 20 February, and")."""
    last = text.rstrip().rsplit(" ", 1)[-1]
    return bool(known.only_joints.fullmatch(last)) or text.rstrip().endswith(",")
