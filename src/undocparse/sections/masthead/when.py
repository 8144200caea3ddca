"""Reads where and when a meeting is held: "Geneva, 3–7 May 2027", "Virtual meeting", "October 2027"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from undocparse.languages.calendar import DateMention, find_dates
from undocparse.languages.script import extent, script
from undocparse.layout.endings import OTHER_MARKS, begins_anew
from undocparse.sections.masthead.vocabulary import Vocabulary, plain

_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}")
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*")
_COMMA = re.compile("[,،，]")
_NUMBER = re.compile(r"\d/\d")
"""Of a resolution: a sentence that cites one with its day says nothing of the meeting."""
_ENDS = " ,;:.*()[]–—-" + OTHER_MARKS
_LONGEST = 110  # characters; a line that says where and when is no longer
_MOST_WORDS = 6  # in a city and its country
_BESIDE = 50  # characters beside the days: room for a city, a country and "(online)"


@dataclass(frozen=True, slots=True)
class When:
    """Where and when, as a line says it; null for what it does not say.

    Attributes:
        place: the city.
        starts: first day, ISO 8601.
        ends: last day; null where only one day is printed.
    """

    place: str | None = None
    starts: str | None = None
    ends: str | None = None


def read_when(text: str, known: Vocabulary) -> When | None:
    """What a line says of place and days of a meeting, if it says nothing else; null where it does.

    Days may be a list or a span, a month alone, or not yet fixed; the place may be no city but "online".
    """
    stripped = text.strip(_ENDS)
    if known.convening.match(stripped):
        return _convened(stripped, known)
    if extent(stripped) > _LONGEST or not stripped:
        return None
    if dates := [date for date in find_dates(stripped, known.language, torn=True) if date.first]:
        return _dated(stripped, dates, known)
    if (undated := known.undated.search(stripped)) is not None:
        return _undated(
            stripped[: undated.start()].strip(_ENDS), stripped[undated.end() :].strip(_ENDS), known
        )
    if plain(stripped) in known.nowhere:
        return When()
    return When(stripped) if plain(stripped) in known.cities else None


def _convened(text: str, known: Vocabulary) -> When | None:
    """As in "To convene at United Nations Headquarters, New York, on Tuesday, 9 September 2025"."""
    dates = find_dates(text, known.language)
    if not dates or dates[0].first is None or len(text) > 2 * _LONGEST:
        return None
    city = known.city.search(text)
    return When(city[0] if city else None, dates[0].first.isoformat())


def _dated(text: str, dates: Sequence[DateMention], known: Vocabulary) -> When | None:
    before, after = text[: dates[0].start], text[dates[-1].end :]
    beside = (before + after).strip(_ENDS)
    if extent(beside) >= _BESIDE or _NUMBER.search(beside):
        return None
    if not script(known.language).spaced and _grown(before[-1:] + after[:1]):
        return None  # "2025年12月8日大会决议": a word that no comma parts from the day
    return When(_city(before if before.strip(_ENDS) else after, known), *_days(dates))


def _grown(beside: str) -> bool:
    return any(map(str.isalpha, beside))


def _undated(before: str, after: str, known: Vocabulary) -> When | None:
    """A place, if any, beside days that are not fixed yet; a sentence with a month in it is none."""
    place = before or after
    if not place:
        return When()
    words = len(place.split())
    named = begins_anew(place) and not any(map(str.isdigit, place)) and words <= _MOST_WORDS
    return When(_city(place, known)) if named and not (before and after) else None


def _days(dates: Sequence[DateMention]) -> tuple[str | None, str | None]:
    """First and last day; where only one day is printed, nothing is said of the last."""
    first, last = dates[0].first, dates[-1].last
    if first is None or last is None:
        return None, None
    return first.isoformat(), last.isoformat() if last != first else None


def _city(text: str, known: Vocabulary) -> str | None:
    """The city of "Nice, France"; null for a meeting that is held nowhere."""
    text = _BRACKETS.sub(" ", text).strip(_ENDS)
    for word in known.words.held:
        if plain(text).startswith(f"{plain(word)} "):
            text = text[len(word) :].strip()
    parts = [part.strip() for part in _COMMA.split(text)]
    if plain(parts[0]) in known.nowhere:
        parts = parts[1:]
    if not parts or not parts[0] or plain(parts[0]) in known.nowhere:
        return None
    if len(parts) > 1 and _ABBREVIATED.fullmatch(parts[1]):
        return f"{parts[0]}, {parts[1]}"
    return known.and_nowhere.sub("", parts[0]) or None
