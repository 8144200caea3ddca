"""Finds times of day in text: "10 a.m.–1 p.m.", "3 – 6:00 p.m.", "10 heures-13 heures", "15 h 30"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from undocparse.languages.loader import words
from undocparse.languages.matching import alternatives, folded
from undocparse.languages.script import script
from undocparse.model.place import Model

Part = Literal["morning", "afternoon", "evening", "lunch"]
PARTS: tuple[Part, ...] = ("morning", "afternoon", "evening", "lunch")
_NOON, _DAY = 12 * 60, 24 * 60
_EARLIEST = 7 * 60  # no meeting begins before: "3.00–6.00" without "a.m." or "p.m." is in the afternoon


class ClockWords(Model):
    """How a language writes times of day.

    Attributes:
        am: marks of the hours before noon.
        pm: marks of the hours after noon.
        hour: words between or behind hours and minutes ("h", "heures", "hours").
        minutes: words behind the minutes ("min").
        noon: words for 12:00, with the number where it is usual ("12 noon").
        midnight: words for 24:00.
        to: what joins start and end ("to"); dashes need not be given.
        before: words that belong to a time and may stand before it ("from", "at").
        morning: words for the part of the day before lunch.
        afternoon: words for the part after it.
        evening: words for the part after the afternoon.
        lunch: words for the lunch break.
    """

    am: tuple[str, ...]
    pm: tuple[str, ...]
    hour: tuple[str, ...]
    minutes: tuple[str, ...]
    noon: tuple[str, ...]
    midnight: tuple[str, ...]
    to: tuple[str, ...]
    before: tuple[str, ...]
    morning: tuple[str, ...]
    afternoon: tuple[str, ...]
    evening: tuple[str, ...]
    lunch: tuple[str, ...]


class TimeMention(NamedTuple):
    """A time, a span of time, or a part of the day, as a text names it.

    Attributes:
        starts: 24-hour `HH:MM`; null where only a part of the day is named.
        ends: as `starts`; null for a single time.
        part: the part of the day, where its word is printed.
        start: first character, counted from 0.
        end: character after the last one.
    """

    starts: str | None
    ends: str | None
    part: Part | None
    start: int
    end: int


@lru_cache(maxsize=2048)  # sections and checks ask of the same cells and lines
def find_times(text: str, language: str) -> tuple[TimeMention, ...]:
    """All times of day in a text, in order.

    A number counts as an hour only beside something that says so: "a.m.", "h", a colon, or the other end of
    its span ("3–6 p.m."). A start without "a.m." or "p.m." takes that of the end, unless it would come after
    it: "11–1 p.m." begins at 11:00.

    Args:
        text: any text.
        language: BCP 47 primary subtag; one of `LANGUAGES`.
    """
    mentions = []
    for match in _pattern(language).finditer(text):
        mention = _part(match, language) if match["part"] else _span(match, language)
        if mention is not None:
            mentions.append(mention)
    return tuple(_with_parts(mentions, text))


@cache
def _point(language: str, name: str) -> str:
    found = words(language, "clock", ClockWords)
    hour, minutes = alternatives(found.hour), alternatives(found.minutes)
    special = alternatives((*found.noon, *found.midnight))
    mark = alternatives((*found.am, *found.pm))
    if not script(language).spaced:  # the mark stands first, and no blank parts it from the hour
        return (
            rf"(?:(?P<{name}_word>{special})|(?P<{name}_mark>{mark})?\s?(?P<{name}_h>\d{{1,2}})"
            rf"(?:(?:(?P<{name}_dot>[.:])|\s?(?P<{name}_mid>{hour})\s?)(?P<{name}_m>[0-5]\d)\s?(?:{minutes})?)?"
            rf"(?![\d/])(?:\s?(?P<{name}_hour>{hour}))?(?P<{name}_four>(?!))?)"
        )
    return (
        rf"(?:(?P<{name}_word>{special})(?!\w)"
        rf"|(?P<{name}_four>(?:[01]\d|2[0-4])[0-5]\d)(?=\s?(?:[-–—]\s?\d{{4}}\s?)?(?:{hour})(?!\w))"
        rf"|(?P<{name}_h>\d{{1,2}})(?:(?:(?P<{name}_dot>[.:])|\s?(?P<{name}_mid>{hour})\s?)(?P<{name}_m>[0-5]\d)(?:\s?{minutes}(?!\w))?)?"
        rf"(?![\d/])(?:\s?(?P<{name}_hour>{hour})(?!\w))?(?:\s?(?P<{name}_mark>{mark})(?!\w))?)"
    )


@cache
def _joint(language: str) -> str:
    found = words(language, "clock", ClockWords)
    gap = script(language).gap
    return rf"(?:\s?[-‐‑–—−]\s?|{gap}(?:{alternatives(found.to)}){gap})"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    found = words(language, "clock", ClockWords)
    parts = "|".join(f"(?P<{part}>{alternatives(getattr(found, part))})" for part in PARTS)
    hour, spaced = alternatives(found.hour), script(language).spaced
    before = rf"(?:(?:{alternatives(found.before)}){script(language).gap})?"
    begins = r"(?:(?<![\w./-])|(?<=[.h]/))" if spaced else r"(?<![a-zA-Z\d./-])"
    whole = r"(?!\w)" if spaced else r"(?!\s?\d)"
    return re.compile(
        rf"{begins}(?:(?P<part>{parts}){whole}"
        rf"|{before}{_point(language, 'a')}"
        rf"(?:{_joint(language)}{before}{_point(language, 'b')}(?:\s?(?P<last>{hour}){whole})?)?)",
        re.IGNORECASE,
    )


def _part(match: re.Match[str], language: str) -> TimeMention | None:
    part = next((part for part in PARTS if match[part]), None)
    return TimeMention(None, None, part, match.start(), match.end()) if part else None


def _span(match: re.Match[str], language: str) -> TimeMention | None:
    """What one match says; null where it is no time ("10–13 June")."""
    start, end = _read(match, "a", language), _read(match, "b", language)
    if start is None or (end is None and (match["b_h"] or match["b_word"])):
        return None
    marked = start.marked or (end is not None and end.marked) or bool(match["last"])
    dotted = end is not None and bool(match["a_dot"]) and bool(match["b_dot"])
    alone = bool(match["a_dot"]) and end is None and match[0].strip() == match.string.strip()
    if alone and match["a_dot"] == "." and start.minutes < _EARLIEST:
        return None  # "2.15" by itself is a number
    if not (marked or dotted or alone or match["a_dot"] == ":"):
        return None
    first, last = _settle(start, end, marked=marked)
    if first is None or (end is not None and last is None):
        return None
    return TimeMention(_written(first), _written(last), None, match.start(), match.end())


class _Point(NamedTuple):
    """One end of a span: minutes after midnight as printed, and its half of the day where that is said."""

    minutes: int
    half: Literal["am", "pm"] | None
    marked: bool


def _read(match: re.Match[str], name: str, language: str) -> _Point | None:
    found = words(language, "clock", ClockWords)
    if word := match[f"{name}_word"]:
        noon = folded(word) in _folded(found.noon)
        return _Point(_NOON if noon else _DAY, None, marked=True)
    if four := match[f"{name}_four"]:
        return _Point(int(four[:2]) * 60 + int(four[2:]), None, marked=True)
    if match[f"{name}_h"] is None:
        return None
    hour = int(match[f"{name}_h"])
    if hour > 24:
        return None
    minutes = hour * 60 + int(match[f"{name}_m"] or 0)
    hours = bool(match[f"{name}_hour"] or match[f"{name}_mid"])
    mark = match[f"{name}_mark"]
    if mark is None or hour > 12:
        return _Point(minutes, None, marked=hours or mark is not None)
    pm = folded(mark) in _folded(found.pm)
    return _Point(minutes % _NOON + (_NOON if pm else 0), "pm" if pm else "am", marked=True)


@cache
def _folded(words_: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words_))


def _settle(start: _Point, end: _Point | None, *, marked: bool) -> tuple[int | None, int | None]:
    """Minutes after midnight of both ends, each helped by the other."""
    first, last = start.minutes, end.minutes if end else None
    if end is None or last is None:
        return first, None
    if end.half and start.half is None and first < 13 * 60:
        first = first % _NOON + (_NOON if end.half == "pm" else 0)
        if first >= last and end.half == "pm":
            first = start.minutes % _NOON
    elif start.half and end.half is None and last < first:
        last += _NOON
    elif not marked or not (start.half or end.half):
        first, last = _without_marks(first, last)
    return (first, last) if first < last <= _DAY else (None, None)


def _without_marks(first: int, last: int) -> tuple[int, int]:
    if first < _EARLIEST and last < _NOON:
        return first + _NOON, last + _NOON
    return first, last + (_NOON if last < first else 0)


def _written(minutes: int | None) -> str | None:
    if minutes is None:
        return None
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _with_parts(mentions: list[TimeMention], text: str) -> list[TimeMention]:
    """Join a part of the day and the times beside it: "Morning (10 a.m.–1 p.m.)" is one mention."""
    joined: list[TimeMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and _beside(last, mention, text):
            timed = last if last.starts else mention
            joined[-1] = TimeMention(
                timed.starts, timed.ends, last.part or mention.part, last.start, mention.end
            )
        else:
            joined.append(mention)
    return joined


def _beside(before: TimeMention, after: TimeMention, text: str) -> bool:
    one_each = (before.starts is None) != (after.starts is None) and not (before.part and after.part)
    return one_each and not text[before.end : after.start].strip(" ,:;()[]–—-/\n")
