"""Finds where a timetable, or items with numbers behind, begin right below the title of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from undocparse.languages import words
from undocparse.languages.calendar import find_dates
from undocparse.layout.pages import Line
from undocparse.sections.document_type import AgendaTitles
from undocparse.sections.masthead.vocabulary import Vocabulary, plain
from undocparse.sections.timetable.vocabulary import TimetableWords

_LEAD = 4  # characters before a day: a bullet, or "Le"
_NEXT = 14  # lines in which the next day, or the next item, follows
_ROW = 4.0  # points between tops of lines that stand in one row
_BRACKETED = re.compile(r".*\S\s*\[(?P<number>\d{1,3})\]\W*")


def timetable_start(lines: Sequence[Line], end: int, known: Vocabulary, titles: AgendaTitles) -> int:
    """Index of the first line below a title that begins a day, heads columns, or ends in an item's number.

    A second one has to follow soon; the days of the meeting itself stand above the title.

    Args:
        lines: of the first page, in reading order.
        end: how many of them to look at.
        known: the words of the document's language.
        titles: what titles of agendas are made of.

    Returns:
        The end where there is none.
    """
    above = enumerate(lines[:end])
    title = next((index for index, line in above if titles.names_agenda(line.text)), end)
    kinds: tuple[Callable[[Line], bool], ...] = (
        lambda line: _begins_day(line, known),
        lambda line: _BRACKETED.fullmatch(line.text.strip()) is not None,
    )
    for index in range(title + 1, end):
        if _heads_columns(lines[index : index + 2], known):
            return index
        following = lines[index + 1 : index + _NEXT]
        if any(begins(lines[index]) and any(map(begins, following)) for begins in kinds):
            return index
    return end


def _begins_day(line: Line, known: Vocabulary) -> bool:
    dates = find_dates(line.text, known.language, year=2000) if len(line.text) > _LEAD else []
    return bool(dates) and dates[0].start <= _LEAD


def _heads_columns(lines: Sequence[Line], known: Vocabulary) -> bool:
    """Whether two lines side by side are heads of a timetable's columns ("Date", "Time")."""
    if len(lines) < 2 or any(plain(line.text) not in _heads(known.language) for line in lines):
        return False
    first, second = lines[0].box, lines[1].box
    return first is None or second is None or abs(first[1] - second[1]) < _ROW


@cache
def _heads(language: str) -> frozenset[str]:
    found = words(language, "timetable", TimetableWords)
    groups = (found.date, found.time, found.item, found.title, found.documents, found.meeting)
    return frozenset(plain(word) for group in groups for word in group)
