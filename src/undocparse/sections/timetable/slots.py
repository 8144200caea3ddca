"""Reads when something takes place out of a heading or the cell of a table."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from undocparse.languages.calendar import DateMention, find_dates
from undocparse.languages.calendar_grammar import CalendarWords, grammar
from undocparse.languages.clock import PARTS, ClockWords, Part, TimeMention, find_times
from undocparse.languages.loader import words
from undocparse.languages.matching import alternatives
from undocparse.sections.timetable.vocabulary import Patterns, patterns

_LONG = 200  # characters; a text as long says more than when
_DAILY = 7  # days; a longer span with times is not taken to mean that every day has these sittings


class Day(NamedTuple):
    """A printed day, or a span of days.

    Attributes:
        first: null where it is to be determined.
        last: the same as `first` but for spans.
        weekday: as printed, 0 for Monday; null where none is.
        year_printed: whether the year is printed, not deduced.
        text: as printed.
    """

    first: date | None
    last: date | None = None
    weekday: int | None = None
    year_printed: bool = False
    text: str = ""

    def dates(self, *, timed: bool) -> list[date | None]:
        """The days on which there are sittings.

        Args:
            timed: whether times are printed; a span without is one sitting on its first day.
        """
        if self.first is None or self.last is None or not timed or self.last == self.first:
            return [self.first]
        length = (self.last - self.first).days + 1
        if length > _DAILY:
            return [self.first]
        days = [self.first + timedelta(days=offset) for offset in range(length)]
        return [day for day in days if day.weekday() < 5 or length <= 2]


class Slot(NamedTuple):
    """What a text says of time.

    Attributes:
        days: days that it names.
        times: times and parts of the day that it names.
        undetermined: whether it says that the date or time is not known yet.
        rest: what else it says.
        at_start: whether it begins with the day or time.
    """

    days: tuple[Day, ...] = ()
    times: tuple[TimeMention, ...] = ()
    undetermined: bool = False
    rest: str = ""
    at_start: bool = False

    @property
    def part(self) -> Part | None:
        """The part of the day, where its word is printed."""
        return next((time.part for time in self.times if time.part), None)


_NO_SLOT = Slot()


@lru_cache(maxsize=4096)
def read_slot(text: str, language: str, year: int | None) -> Slot:
    """Days and times of a text, and what is left of it without them.

    Args:
        text: a heading, or the whole of a cell.
        language: BCP 47 primary subtag.
        year: the year of days that are printed without.
    """
    if not text or len(text) > _LONG:
        return Slot(rest=text)
    known = patterns(language)
    if not _telling(language).search(text.lower()):  # several times as fast as a pattern that ignores case
        undetermined = bool(known.undetermined.fullmatch(text.strip(" ()[]")))
        return Slot(undetermined=undetermined, rest="" if undetermined else _rest(text, known))
    times = find_times(text, language)
    masked = _blanked(text, [(time.start, time.end) for time in times])
    mentions = find_dates(masked, language, year=year)
    left = _blanked(masked, [(mention.start, mention.end) for mention in mentions])
    bare = None if mentions else _weekdays(language).match(left.strip(" ,:."))
    if bare:
        left = left.replace(bare[0], " " * len(bare[0]), 1)
    undetermined = bool(known.undetermined.fullmatch(left.strip(" ()[]")))
    starts = [*(time.start for time in times), *(mention.start for mention in mentions)]
    days = tuple(_day(mention, text) for mention in mentions)
    if bare:
        days, starts = (_day_of_week(bare[0], language),), [text.find(bare[0]), *starts]
    return Slot(
        days=days,
        times=tuple(times),
        undetermined=undetermined,
        rest="" if undetermined else _rest(left, known),
        at_start=bool(starts) and not text[: min(starts)].strip(" ([•"),
    )


def leading_slot(text: str, language: str, year: int | None) -> Slot:
    """As `read_slot` where a text can begin with a day or time; else an empty slot, found much faster."""
    return read_slot(text, language, year) if _opening(language).match(text) else _NO_SLOT


@cache
def _telling(language: str) -> re.Pattern[str]:
    """What no day and no time is printed without, in lower case.

    The name of a day, month or part of the day; minutes, or a mark such as "a.m.", behind a digit; or a date
    in numbers.
    """
    known, clock = grammar(language, False), words(language, "clock", ClockWords)
    marks = alternatives(map(str.lower, (*clock.am, *clock.pm, *clock.hour)))
    names = alternatives(map(str.lower, (*known.weekdays, *known.months, *_clock(language))))
    return re.compile(rf"\d(?:[.:][0-5]\d|\s?(?:{marks}|年)|-\d\d-\d\d)|{names}")


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What a day or time begins with: any of these, or a month, or what may stand before."""
    calendar, clock = words(language, "calendar", CalendarWords), words(language, "clock", ClockWords)
    before = (*clock.before, *calendar.before, *calendar.between, *calendar.article, *calendar.of)
    known = grammar(language, False)
    opening = alternatives((*known.weekdays, *known.months, *_clock(language), *before))
    return re.compile(rf"[\s(\[•]*(?:\d|{opening})", re.IGNORECASE)


def _clock(language: str) -> tuple[str, ...]:
    found = words(language, "clock", ClockWords)
    return (*found.noon, *found.midnight, *(word for part in PARTS for word in getattr(found, part)))


def _day(mention: DateMention, text: str) -> Day:
    return Day(
        mention.first,
        mention.last,
        mention.weekday,
        mention.year_printed,
        " ".join(text[mention.start : mention.end].split()),
    )


@cache
def _weekdays(language: str) -> re.Pattern[str]:
    """A weekday by itself."""
    names = grammar(language, False).weekdays
    return re.compile(rf"(?:{alternatives(names)})(?=\W*$)")


def _day_of_week(name: str, language: str) -> Day:
    return Day(None, weekday=grammar(language, False).weekdays[name], text=name)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _rest(text: str, known: Patterns) -> str:
    """What is left, without the words and signs that only joined days and times."""
    return "" if known.only_joints.fullmatch(text) else " ".join(text.split()).strip(" ,;:–—-")
