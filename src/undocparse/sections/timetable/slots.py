"""Reads when something takes place out of a heading or the cell of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from undocparse.languages.calendar import DateMention, find_dates
from undocparse.languages.calendar_grammar import CalendarWords, grammar
from undocparse.languages.clock import PARTS, ClockWords, Part, TimeMention, find_times
from undocparse.languages.loader import words
from undocparse.languages.matching import alternatives, without_vowels
from undocparse.layout.endings import OTHER_MARKS
from undocparse.sections.timetable.vocabulary import Patterns, patterns

_LONG = 200  # characters; a text as long says more than when
_LEADING = 160  # characters; days and times that a text begins with take up no more
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


class Moment(NamedTuple):
    """Days, and the times that all of them have."""

    days: tuple[Day, ...]
    times: tuple[TimeMention, ...]


class Slot(NamedTuple):
    """What a text says of time.

    Attributes:
        days: days that it names.
        times: times and parts of the day that it names.
        moments: which days have which times: "9 June, 10 a.m.; 10 June, 3 p.m." are two, "9 and 10 June,
            10 a.m." is one.
        undetermined: whether it says that the date or time is not known yet.
        rest: what else it says.
        at_start: whether it begins with the day or time.
    """

    days: tuple[Day, ...] = ()
    times: tuple[TimeMention, ...] = ()
    moments: tuple[Moment, ...] = ()
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
    bare = _weekdays(language).match(left.strip(" ,:()" + OTHER_MARKS))
    if bare:
        left = left.replace(bare[0], " " * len(bare[0]), 1)
        text = text.replace(bare[0], " " * len(bare[0]), 1) if mentions else text
    undetermined = bool(known.undetermined.fullmatch(left.strip(" ()[]")))
    placed: list[tuple[int, Day | TimeMention]] = [(time.start, time) for time in times]
    placed.extend((mention.start, _day(mention, text)) for mention in mentions)
    if bare and not mentions:
        weekday = grammar(language, False).weekdays[without_vowels(bare["weekday"])]
        placed.append((text.find(bare[0]), Day(None, weekday=weekday, text=bare[0])))
    placed.sort(key=lambda one: one[0])
    at_start = bool(placed) and bool(_before(language).fullmatch(text[: placed[0][0]]))
    if at_start:
        left = left[placed[0][0] :]
    return Slot(
        days=tuple(one for _, one in placed if isinstance(one, Day)),
        times=tuple(times),
        moments=_moments([one for _, one in placed]),
        undetermined=undetermined,
        rest="" if undetermined else _rest(left, known),
        at_start=at_start,
    )


def _moments(mentions: Sequence[Day | TimeMention]) -> tuple[Moment, ...]:
    """Days and times as they belong together: times to the days before them, or all after them."""
    groups = [list(same) for _, same in groupby(mentions, key=type)]
    if len(groups) < 3:
        groups = [list(mentions)]
    elif len(groups) % 2:
        groups.append([])
    moments = []
    for place in range(0, len(groups), 2):
        both = [one for group in groups[place : place + 2] for one in group]
        days = tuple(one for one in both if isinstance(one, Day))
        moments.append(Moment(days, tuple(one for one in both if isinstance(one, TimeMention))))
    return tuple(moments)


def split_when(text: str, language: str, year: int | None) -> tuple[Slot, str]:
    """The days and times that a text begins with, and the text behind them.

    "Monday, 9 June, from 10 a.m. to 1 p.m.: Panel on harbours" has that day, that time, and the panel; a text
    that does not begin with either, or with the meeting ("At its 1st meeting, on 9 June"), has an empty slot.
    """
    known = patterns(language)
    lead = _start(text, known)
    if not _opening(language).match(text, lead):
        return _NO_SLOT, text
    head = text[lead : lead + _LEADING]
    times = find_times(head, language)
    mentions = find_dates(_blanked(head, [(t.start, t.end) for t in times]), language, year=year)
    spans = sorted([*((t.start, t.end) for t in times), *((m.start, m.end) for m in mentions)])
    end = 0
    for start, stop in spans:
        between = head[end:start]
        joined = known.only_joints.fullmatch(between) or (not end and _before(language).fullmatch(between))
        if not joined:
            break
        end = stop
    slot = read_slot(head[:end], language, year) if end else _NO_SLOT
    return (slot, text[lead + end :]) if slot.at_start else (_NO_SLOT, text)


def _start(text: str, known: Patterns) -> int:
    """Where the day or time begins: behind the meeting that is on it."""
    lead = known.meeting_lead.match(text) if "," in text else None  # the meeting is parted by one
    return lead.end() if lead else 0


def lead_of(text: str, language: str) -> str:
    """The meeting that a text names before its day: "At its 1st meeting, on 9 June, the Board will …"."""
    return text[: _start(text, patterns(language))]


def leading_slot(text: str, language: str, year: int | None) -> Slot:
    """As `read_slot` where a text can begin with a day or time; else an empty slot, found much faster."""
    return read_slot(text, language, year) if _opening(language).match(text) else _NO_SLOT


def may_begin_with_when(text: str, language: str) -> bool:
    """Whether a text can begin with a day or time; asked of many lines, before they are read."""
    if not _opening(language).match(text, _start(text, patterns(language))):
        return False
    return bool(_telling(language).search(text[:_LEADING].lower()))


@cache
def _telling(language: str) -> re.Pattern[str]:
    """What no day and no time is printed without, in lower case.

    The name of a day, month or part of the day; minutes, or a mark such as "a.m.", behind a digit; or a date
    in numbers.
    """
    known, clock = grammar(language, False), words(language, "clock", ClockWords)
    marks = alternatives(map(str.lower, (*clock.am, *clock.pm, *clock.hour)))
    names = alternatives(map(str.lower, (*known.weekdays, *known.months, *_clock(language))))
    return re.compile(rf"\d(?:[.:/]\d|\s?(?:{marks}|年)|-\d\d-\d\d)|{names}")


@cache
def _before(language: str) -> re.Pattern[str]:
    """What may stand before a text's first day or time: brackets, a bullet, "on", an article."""
    calendar = words(language, "calendar", CalendarWords)
    known = alternatives((*patterns(language).on, *calendar.before, *calendar.article))
    return re.compile(rf"[\s(\[•▪●·–—\x7f-]*+(?>(?:{known})\s+)*", re.IGNORECASE)


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What a day or time begins with: any of these, or a month, or what may stand before."""
    calendar, clock = words(language, "calendar", CalendarWords), words(language, "clock", ClockWords)
    before = (
        *patterns(language).on,
        *clock.before,
        *calendar.before,
        *calendar.between,
        *calendar.article,
        *calendar.of,
    )
    known = grammar(language, False)
    opening = alternatives((*known.weekdays, *known.months, *_clock(language), *before))
    return re.compile(rf"[\s(\[•▪●·–—\x7f-]*(?:\d|{opening})", re.IGNORECASE)


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
    """A weekday by itself, or with the day of a month that is printed elsewhere ("Monday, 9")."""
    names = grammar(language, False).weekdays
    return re.compile(rf"(?P<weekday>{alternatives(names)})(?:,?\s+\d{{1,2}}|(?=\W*$))(?=\W*$)")


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _rest(text: str, known: Patterns) -> str:
    """What is left, without the words and signs that only joined days and times."""
    return "" if known.only_joints.fullmatch(text) else " ".join(text.split()).strip(" ,;:–—-" + OTHER_MARKS)
