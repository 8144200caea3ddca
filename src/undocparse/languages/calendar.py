"""Finds dates in text: "8 January 2025", "17–19 June", "14–18 and 21–23 July", "du 9 au 18 octobre 2006"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from undocparse.languages.calendar_grammar import CALENDAR_NUMBERS, ISO, SLASHED, Form, Grammar, grammar
from undocparse.languages.matching import without_vowels

_LONGEST = 3660  # days; dates further apart are no span


class DateMention(NamedTuple):
    """A date, or a span of days, as a text names it.

    Attributes:
        first: first day; null where the year is neither printed nor given.
        last: last day; that of a single date is `first`.
        month: month of the first day, 1 to 12.
        day: day of the month of the first day.
        year_printed: whether the year is printed with this date or its list, not supplied by the caller.
        weekday: weekday of the first day as printed, 0 for Monday; null where none is.
        start: first character, counted from 0.
        end: character after the last one.
    """

    first: date | None
    last: date | None
    month: int
    day: int
    year_printed: bool
    weekday: int | None
    start: int
    end: int


def find_dates(text: str, language: str, *, year: int | None = None, torn: bool = False) -> list[DateMention]:
    """All dates of a text, in order; each part of a list is a mention of its own.

    A day that no calendar has ("31 June") is no date.

    Args:
        text: any text.
        language: BCP 47 primary subtag; one of `LANGUAGES`.
        year: the year of dates that are printed without one.
        torn: whether to read years with blanks in them ("19 84"), as poor text layers have them.
    """
    known = grammar(language, torn)
    leading = any(form.leads for form in known.forms)
    mentions = list(_numeric(text, leading)) if "-" in text or "年" in text else []
    if "/" in text or "." in text:
        mentions.extend(_slashed(text))
    if known.month.search(text):
        for form in known.forms:
            for match in form.expression.finditer(text):
                if not any(one.start < match.end() and match.start() < one.end for one in mentions):
                    mentions.extend(_mentions(match, form, known, year))
    return sorted(mentions, key=lambda mention: mention.start)


def _numeric(text: str, leading: bool) -> Iterator[DateMention]:
    """Dates in numbers: ISO 8601, and those of Chinese where the language's own forms do not read them."""
    for pattern in (ISO,) if leading else (ISO, CALENDAR_NUMBERS):
        for match in pattern.finditer(text):
            groups = [int(group) if group else None for group in match.groups()]
            first = _date(*groups[:3])
            last = _date(groups[0], groups[3] or groups[1], groups[4]) if groups[4:] and groups[4] else first
            if first and last:
                yield DateMention(first, last, first.month, first.day, True, None, match.start(), match.end())


def _slashed(text: str) -> Iterator[DateMention]:
    """Dates in numbers with the day first: "12/05/2025", "12.5.2025"; the month first where it must be."""
    for match in SLASHED.finditer(text):
        first, second, year = map(int, match.group(1, 3, 4))
        day = _date(year, second, first) or _date(year, first, second)
        if day:
            yield DateMention(day, day, day.month, day.day, True, None, match.start(), match.end())


def _date(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


class _Unit(NamedTuple):
    """One day of an expression; what is not printed with it comes from its neighbours."""

    day: int
    month: int | None
    year: int | None
    weekday: int | None
    start: int
    end: int
    joint: str = ""


def _mentions(match: re.Match[str], form: Form, known: Grammar, year: int | None) -> Iterator[DateMention]:
    """What one expression names: its days, joined to spans."""
    units = list(_units(match, form, known))
    if not form.leads:
        units = _without_strays(units, known)
    if not units:
        return
    between = bool(known.between.match(match[0])) and len(units) == 2
    units = _filled(units, form.leads)
    if units[0].joint == "":
        units[0] = units[0]._replace(start=match.start())
    place = 0
    while place < len(units):
        first = last = units[place]
        if place + 1 < len(units) and (between or known.span.fullmatch(units[place + 1].joint)):
            place += 1
            last = units[place]
        place += 1
        if (mention := _mention(first, last, year)) is not None:
            yield mention


def _units(match: re.Match[str], form: Form, known: Grammar) -> Iterator[_Unit]:
    text, end = match.string, None
    for found in form.unit.finditer(text, match.start(), match.end()):
        groups = found.groupdict()
        weekday = groups["weekday"] or groups.get("after")
        yield _Unit(
            day=int(groups["day"]),
            month=known.months[without_vowels(groups["month"])] + 1 if groups["month"] else None,
            year=int("".join(groups["year"].split())) if groups["year"] else None,
            weekday=known.weekdays[without_vowels(weekday)] if weekday else None,
            start=found.start(),
            end=found.end(),
            joint="" if end is None else text[end : found.start()],
        )
        end = found.end()


def _without_strays(units: list[_Unit], known: Grammar) -> list[_Unit]:
    """Without numbers before the date that only a comma parts from it ("item 3, 18 February").

    A list of days has its "and"; without it, and where numbers do not rise, the days before are none.
    """
    for place in range(len(units) - 1, 0, -1):
        before, unit = units[place - 1], units[place]
        if before.month is not None or unit.month is None:
            continue
        chain = [unit]
        for one in reversed(units[:place]):
            if one.month is not None:  # "26 to 30 October and 3 to 4 November": another month's days
                break
            chain.insert(0, one)
        joined = (
            known.span.fullmatch(unit.joint)
            or known.list_.fullmatch(unit.joint)
            or _list_goes_on(chain, units[place + 1 :], known)
        )
        if not joined or any(one.day >= two.day for one, two in pairwise(chain)):
            return [units[place]._replace(joint=units[place].joint or ","), *units[place + 1 :]]
    return units


def _list_goes_on(chain: list[_Unit], after: list[_Unit], known: Grammar) -> bool:
    """Whether days in a row have their "and" behind the next month ("29, 30 June and 1 July")."""
    in_a_row = all(one.day + 1 == two.day for one, two in pairwise(chain))
    return in_a_row and bool(after) and known.list_.fullmatch(after[0].joint) is not None


def _filled(units: list[_Unit], leads: bool) -> list[_Unit]:
    """Each day with the month and year of the next one that has them, else of the last one before.

    Where these stand before the days, the other way round.
    """
    filled = list(units)
    orders = (range(len(units) - 2, -1, -1), range(1, len(units)))
    for order in reversed(orders) if leads else orders:
        step = 1 if order.step < 0 else -1
        for place in order:
            unit, beside = filled[place], filled[place + step]
            year = unit.year or beside.year
            if unit.year is None and year and step > 0 and (unit.month or 0) > (beside.month or 12):
                year -= 1  # "28 December to 3 January 2026"
            filled[place] = unit._replace(month=unit.month or beside.month, year=year)
    return filled


def _mention(first: _Unit, last: _Unit, year: int | None) -> DateMention | None:
    printed = first.year is not None
    start = _date(first.year or year or 2000, first.month, first.day)
    end = _date(last.year or year or 2000, last.month, last.day)
    if end and start and end < start and not printed:
        end = _date((year or 2000) + 1, last.month, last.day)
    if start is None or end is None or not 0 <= (end - start).days <= _LONGEST:
        return None
    known = printed or year is not None
    return DateMention(
        first=start if known else None,
        last=end if known else None,
        month=start.month,
        day=start.day,
        year_printed=printed,
        weekday=first.weekday,
        start=first.start,
        end=last.end,
    )
