"""Tells what a text of a timetable is by itself: a day, a time, a number, a symbol, a room, business."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from undocparse.sections.timetable.slots import Slot, leading_slot, read_slot
from undocparse.sections.timetable.vocabulary import Patterns, patterns

Sign = Literal[
    "none", "week", "date", "time", "when", "meeting", "item", "symbol", "status", "room", "body", "text"
]
"""`when` is a day with its times; `body` is what meets ("Plenary"); `text` all that names business."""

WHEN: frozenset[Sign] = frozenset({"date", "time", "when"})
_SYMBOLS = re.compile(r"(?:[A-Z][A-Z\d.&-]*+(?:/[\w.()&-]++)++[\s,;]*+(?:(?:and|et)\s*+)?+)++")
_MINUTES = re.compile(r"\d[.:][0-5]\d(?!\d)")
_LONG = 120  # characters; a text that only says when, where or who meets is shorter
_NAMED = 45  # characters; the name of a meeting beside its day or time is no longer


@lru_cache(maxsize=8192)
def sign_of(text: str, language: str, year: int | None) -> Sign:
    """What a text is, as far as it shows by itself.

    Args:
        text: the whole of a cell or line, stripped.
        language: BCP 47 primary subtag.
        year: the year of days printed without.
    """
    if not any(map(str.isalnum, text)):
        return "none"
    known = patterns(language)
    if len(text) > _LONG:
        return "text"
    if known.labels.fullmatch(text) or known.labels.fullmatch(text.strip("[]() ")):
        return "time" if _MINUTES.search(text) and _is_span(text, language, year) else "item"
    numbered = known.numbered_meeting.match(text)
    behind = text[numbered.end() :].lstrip(" ,;:–—-(") if numbered else text
    slot = leading_slot(behind, language, year)
    if known.week_word.search(text) and known.is_week(read_slot(text, language, year).rest or text):
        return "week"
    if slot.at_start and says_only_when(slot, known):
        return "date" if not slot.times else "when" if slot.days else "time"
    return _other_sign(text, slot, known)


def _is_span(text: str, language: str, year: int | None) -> bool:
    """Whether numbers are a span of time ("9.30 to 11.00") and not items."""
    slot = read_slot(text, language, year)
    return bool(slot.times) and slot.times[0].ends is not None and not slot.rest


def _other_sign(text: str, slot: Slot, known: Patterns) -> Sign:
    if slot.undetermined or known.undetermined.fullmatch(text):
        return "date"
    if known.numbered_meeting.fullmatch(text):
        return "meeting"
    if _SYMBOLS.fullmatch(text):
        return "symbol"
    if known.status.fullmatch(text):
        return "status"
    if known.room.fullmatch(text):
        return "room"
    return "body" if known.body.fullmatch(text) and len(text) <= _NAMED else "text"


def says_only_when(slot: Slot, known: Patterns) -> bool:
    """Whether beside days and times a text has at most the name of the meeting, its room, or a remark."""
    rest = slot.rest
    if not (slot.days or slot.times):
        return False
    if not rest or (rest.startswith(("(", "[")) and rest.endswith((")", "]"))):
        return True
    return len(rest) <= _NAMED and bool(
        known.numbered_meeting.fullmatch(rest)
        or known.meeting.fullmatch(rest)
        or known.room.fullmatch(rest)
        or known.is_idle(rest)
    )
