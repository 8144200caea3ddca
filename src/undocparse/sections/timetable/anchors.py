"""Finds the days and times that stand by themselves in printed lines: what a timetable is known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from undocparse.languages import words
from undocparse.languages.calendar_grammar import grammar
from undocparse.languages.clock import PARTS, ClockWords
from undocparse.languages.matching import alternatives
from undocparse.layout.endings import begins_anew
from undocparse.layout.pages import Line
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.signs import WHEN, Sign, sign_of
from undocparse.sections.timetable.slots import Slot, read_slot, split_when
from undocparse.sections.timetable.vocabulary import Patterns, TimetableWords

_FAR = 70  # lines; days and times of one timetable are no further apart
_CLOSE = 3  # lines; a day stands no farther above the first time
_OVER = 2  # lines; the day over a table of its own stands no farther above it
_LONG = 120  # characters; a line that only says when is shorter
_PROSE = 72  # characters; lines of running text are longer, those of a column are not
_RUNNING = 4  # such lines, one below the other, are running text
_AWAY = timedelta(days=60)  # from the meeting, or from the middle of its days; sessions are no longer
_TURNS = (timedelta(0), timedelta(days=365), timedelta(days=-365))
_PARAGRAPH = 500  # characters; where lines are whole paragraphs, one as long is running text


@dataclass(slots=True)
class Anchor:
    """A line that has a day or time standing by itself, from `left` to `right` in points.

    Attributes:
        told: the line goes on with what is done then ("9 June, 3 p.m.: General debate").
    """

    place: int
    slot: Slot
    sign: Sign
    left: float
    right: float
    told: bool = False


def find_anchors(
    free: Sequence[Line], reader: CellReader, breaks: frozenset[int] = frozenset()
) -> list[list[Anchor]]:
    """Groups of lines with a day or time by itself, as they belong together.

    Args:
        free: lines that no section has claimed, in reading order.
        reader: of the document's language and year.
        breaks: numbers of the lines with which another table begins.
    """
    opening = _quick_opening(reader.language)
    anchors = []
    for place, line in enumerate(free):
        texts = list(_stretches(line))
        if not any(opening.match(text) for text, _, _ in texts):
            continue
        anchor = None if len(line.text) > _LONG and len(texts) < 2 else _anchor(place, texts, reader)
        if anchor := anchor or _told(place, line, reader):
            anchors.append(anchor)
    groups = _groups(anchors, free, reader.known, breaks)
    return [kept for group in groups if (kept := _without_stray_days(group))]


def _anchor(place: int, texts: Iterable[tuple[str, float, float]], reader: CellReader) -> Anchor | None:
    """The time, or else the day, that stands by itself in a line."""
    best = None
    for text, left, right in texts:
        if len(text) > _LONG:
            continue
        sign = sign_of(text.strip(), reader.language, reader.year)
        if sign not in WHEN and sign != "week":
            continue
        slot = read_slot(text, reader.language, reader.year)
        if slot.times:
            return Anchor(place, slot, sign, left, right)
        best = best or Anchor(place, slot, sign, left, right)
    return best


def _told(place: int, line: Line, reader: CellReader) -> Anchor | None:
    """A day or time that a line begins with, where the rest of it says what is done then."""
    slot, rest = split_when(line.text, reader.language, reader.year)
    behind = rest.lstrip(" ,")
    if not (slot.days or slot.times) or not any(map(str.isalpha, behind)):
        return None
    if not (behind[:1] in ":–—-" or begins_anew(behind) or behind[:1].isdigit()):
        return None
    return Anchor(place, slot, "when", line.indent, line.indent, told=True)


def _stretches(line: Line) -> Iterator[tuple[str, float, float]]:
    """The line, its first two runs and its last one, each with its edges."""
    runs = [run for run in line.runs if not run.raised]
    yield line.text, runs[0].x0 if runs else 0.0, runs[-1].x1 if runs else 0.0
    if len(runs) > 1:
        yield from ((run.text, run.x0, run.x1) for run in dict.fromkeys((*runs[:2], runs[-1])))


@cache
def _quick_opening(language: str) -> re.Pattern[str]:
    """What a line with a day or time begins with; asked of every line, and so quick."""
    clock, calendar = words(language, "clock", ClockWords), grammar(language, False)
    timetable = words(language, "timetable", TimetableWords)
    names = (
        *(word for part in PARTS for word in getattr(clock, part)),
        *(*calendar.weekdays, *calendar.months),
        *(*timetable.on, *timetable.week, *timetable.of_week),
    )
    return re.compile(rf"\W*(?:\d|(?:{alternatives(names)})(?!\w))", re.IGNORECASE)


def _groups(
    anchors: Sequence[Anchor], free: Sequence[Line], known: Patterns, breaks: frozenset[int]
) -> list[list[Anchor]]:
    """Anchors that are not far apart, and that no annex, no running text and no other table parts."""
    groups: list[list[Anchor]] = []
    for anchor in anchors:
        last = groups[-1][-1].place if groups else None
        if (
            last is not None
            and anchor.place - last <= _FAR
            and not _parted(free[last + 1 : anchor.place], known)
            and not (breaks and any(line.number in breaks for line in free[last + 1 : anchor.place + 1]))
        ):
            groups[-1].append(anchor)
        else:
            groups.append([*_heading(groups, anchor, free, breaks), anchor])
    return [group for group in groups if group]


def _heading(
    groups: Sequence[list[Anchor]], anchor: Anchor, free: Sequence[Line], breaks: frozenset[int]
) -> list[Anchor]:
    """The day right above a table, which is taken away from what ends there: it heads the table."""
    last = groups[-1][-1] if groups else None
    if not breaks or last is None or last.slot.times or last.told:
        return []
    between = free[last.place + 1 : min(last.place + 1 + _OVER, anchor.place + 1)]
    return [groups[-1].pop()] if any(line.number in breaks for line in between) else []


def _parted(between: Sequence[Line], known: Patterns) -> bool:
    """Whether what stands between two days or times is not the same table or list any more."""
    long = 0
    for line in between:
        if known.annex.fullmatch(line.text.strip()) or len(line.text) > _PARAGRAPH:
            return True
        long = long + 1 if len(line.text) > _PROSE else 0
        if long == _RUNNING:
            return True
    return False


def of_one_meeting(anchors: Sequence[Anchor], meeting: tuple[date, date] | None) -> list[Anchor]:
    """The anchors without those at either end whose days are far from the meeting, or from most other days.

    Lists of documents with dates of issue stand right below timetables, and look like them.
    """
    dated = sorted(day.first for anchor in anchors for day in anchor.slot.days if day.first)
    if not dated:
        return list(anchors)
    middle = dated[len(dated) // 2]
    first, last = meeting or (middle, middle)
    inside = [anchor for anchor in anchors if _is_near(anchor, first, last)]
    if not inside or (not meeting and 2 * len(inside) < len(anchors)):
        return list(anchors)
    start, end = anchors.index(inside[0]), anchors.index(inside[-1]) + 1
    return list(anchors[start:end])


def _is_near(anchor: Anchor, first: date, last: date) -> bool:
    """Whether the days of an anchor are not far from these; a time without a day is where it stands.

    A day printed without a year may be in the one before or after: sessions go on from December to January.
    """
    return all(
        any(
            first - _AWAY <= day.first + turn <= last + _AWAY
            for turn in _TURNS[: 1 if day.year_printed else 3]
        )
        for day in anchor.slot.days
        if day.first
    )


def _without_stray_days(anchors: Sequence[Anchor]) -> list[Anchor]:
    """A day without weekday and without a time close below it, above a timed table, is a document's date."""
    kept = list(anchors)
    timed = any(anchor.slot.times for anchor in kept)
    while timed and len(kept) > 1 and not kept[0].slot.times and kept[0].sign != "week":
        if kept[1].place - kept[0].place <= _CLOSE or any(
            day.weekday is not None for day in kept[0].slot.days
        ):
            break
        kept.pop(0)
    return kept
