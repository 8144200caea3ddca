"""Tells where a cell of a timetable begins among the printed lines of its column."""

from __future__ import annotations

import re
from functools import cache

from undocparse.layout.endings import begins_anew, ends_in
from undocparse.layout.grids_columns import CellWords
from undocparse.sections.timetable.slots import Slot, leading_slot, may_begin_with_when, read_slot
from undocparse.sections.timetable.vocabulary import LONGEST_LIST, Patterns, patterns

_SHORT = 20  # characters; a month and a year are shorter
_ANY_YEAR = 2000  # a leap year: every day of every month is a day of it
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 60  # characters; a cell of days and times is shorter


def cell_words(language: str) -> CellWords:
    """Tells the lines that begin a cell of a timetable: item numbers, bullets, a second time or day."""
    known = patterns(language)
    # the finder asks of a cell several times whether it is the head of a column
    column_roles = cache(known.column_roles)

    def starts(before: str, text: str) -> bool:
        if (len(text) <= LONGEST_LIST and known.labels.fullmatch(text)) or text[:1] in "•▪●":
            minutes = text.isdigit() and known.awaits_minutes.search(before)  # "1." and "2." are items
            return not (minutes or _waits_for_number(before, language))
        if known.item.match(text) and begins_anew(text):
            return True
        headed = column_roles(before) and not column_roles(text) and not text[:1].islower()
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
        closed = bool(above.times) and not before[above.times[-1].end :].strip()
        return bool(days) or _is_next_time(above, here, start=closed and text[:1].isdigit())

    def waits(before: str, text: str) -> bool:
        """Whether a day comes out whole only with the next line: "Monday, 9" and "June 2025"."""
        if len(before) > _LONG or len(text) > _SHORT or not may_begin_with_when(before, language):
            return False
        days = read_slot(before, language, _ANY_YEAR).days
        if any(day.first for day in days):
            return not days[-1].year_printed and bool(_YEAR.fullmatch(text.strip()))
        whole = read_slot(f"{before} {text}", language, _ANY_YEAR)
        return whole.at_start and not whole.rest and any(day.first for day in whole.days)

    def heads(text: str) -> bool:
        return not text[:1].islower() and bool(column_roles(text.strip()))

    return CellWords(starts, heads, waits=waits)


def _waits_for_number(text: str, language: str) -> bool:
    """Whether a text is a weekday alone, so that a number below it is the day of the month."""
    days = read_slot(text, language, None).days if len(text) < _LONG else ()
    return bool(days) and not any(map(str.isdigit, days[-1].text))


def _is_next_time(above: Slot, here: Slot, *, start: bool) -> bool:
    """Whether a time stands below another one, and not below the part of the day that it belongs to.

    A later start below a start is another time too where both stand by themselves (`start`).
    """
    if not above.times or not here.times:
        return False
    before, after = above.times[-1], here.times[0]
    if before.starts:
        return bool(before.ends) or (start and (after.starts or "") > before.starts)
    return after.starts is None or (before.part == "morning") != (after.starts < "12:30")


def _joins(text: str, known: Patterns) -> bool:
    """Whether a text ends in a word that joins it to what follows ("Thursday, 20 February, and")."""
    last = text.rstrip().rsplit(" ", 1)[-1]
    return bool(known.only_joints.fullmatch(last)) or ends_in(text.rstrip(), ",")
