"""Automatic numbers of Word paragraphs, as Word prints them (ECMA-376 part 1, 17.9).

A number that the file does not settle is left out: an invented one is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field

from lxml import etree

from undocparse.layout.enumerators import roman_numeral
from undocparse.readers.attributes import integer
from undocparse.readers.docx_package import W
from undocparse.readers.docx_styles import Styles, is_on
from undocparse.readers.inline import visible
from undocparse.readers.raised import ordinal

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_BULLETS = frozenset("•▪●○◦‣–—")
_BULLET_SHAPES = {"-": "–", "o": "○", "·": "•", "■": "▪", "□": "▪"}
_LONGEST = 255  # characters; Word itself takes fewer
_LETTERS_END = 26 * 30  # Word itself stops there


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        start: first number.
        form: `w:numFmt` ("decimal", "lowerLetter", …).
        text: what is printed, with %1 to %9 for the levels' numbers.
        restart: the level (counted from 1) after whose use this one starts again; 0 for never, null for any
            higher one.
        legal: all numbers are printed in figures.
        style: the paragraph style that this level belongs to.
        properties: its indent.
        language: of the number, for ordinals.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    properties: etree._Element | None = None
    language: str | None = None


@dataclass(slots=True)
class _List:
    """A `w:num`: its levels, and where it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Counting:
    """How far the lists have been counted: by definition, and the levels of each list that have begun."""

    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """The lists of a file, and how far each has been counted in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._counting = _Counting()
        self.unprinted: set[str] = set()
        self._abstracts, self._nums = _parts(root)
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List | None] = {}

    def restarted(self) -> Numbering:
        """The same lists, counted from their starts again, for another part of the file."""
        other = copy(self)
        other._counting, other.unprinted = _Counting(), set()
        return other

    def level(self, number: str, index: int) -> Level | None:
        """A level of a list; null where the file has none such."""
        found = self._list(number)
        return found.levels.get(index) if found else None

    def index_of(self, number: str, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style; null where none does."""
        found = self._list(number)
        levels = found.levels.items() if found else ()
        return next((index for index, level in levels if level.style == style), None)

    def count(self, number: str, index: int) -> str | None:
        """Count a paragraph and return what Word prints before it; null for nothing, or nothing sure."""
        found = self._list(number)
        level = found.levels.get(index) if found else None
        if found is None or level is None:
            return None
        counts = self._counting.counts.setdefault(found.abstract, [None] * _LEVELS)
        self._advance(found, number, index, counts)
        if level.form == "bullet":
            return _bullet(level.text)
        return self._printed(found, level, counts)

    def _advance(self, found: _List, number: str, index: int, counts: list[int | None]) -> None:
        first = index in found.starts and (number, index) not in self._counting.begun
        before = counts[index]
        if first or before is None:
            counts[index] = found.starts.get(index, found.levels[index].start)
        else:
            counts[index] = before + 1
        self._counting.begun.add((number, index))
        for deeper in range(index + 1, _LEVELS):
            level = found.levels.get(deeper, Level())
            if level.restart is None or index < level.restart:
                counts[deeper] = None

    def _printed(self, found: _List, level: Level, counts: list[int | None]) -> str | None:
        if len(level.text) > _LONGEST:
            self.unprinted.add(level.form)
            return None
        parts: list[str] = []
        for place, text in enumerate(_PLACE.split(level.text)):
            if place % 2 == 0:
                parts.append(text)
                continue
            value = counts[int(text) - 1]
            other = found.levels.get(int(text) - 1)
            if value is None or other is None:
                return None  # a higher level that no paragraph has used yet
            form = "decimal" if level.legal and other.form != "none" else other.form
            number = number_text(value, form, other.language or level.language)
            if number is None:
                self.unprinted.add(form)
                return None
            parts.append(number)
        return " ".join(visible("".join(parts)).split()) or None

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> _List | None:
        num = self._nums.get(number)
        abstract = _value(num, "abstractNumId")
        if num is None or abstract is None:
            return None
        base = self._linked(abstract)
        if base not in self._abstracts:
            return None
        if base not in self._levels:
            self._levels[base] = dict(_levels(self._abstracts[base]))
        levels = dict(self._levels[base])
        found = _List(base, levels)
        for override in num.iterchildren(f"{W}lvlOverride"):
            index = integer(override.get(f"{W}ilvl"), 0)
            if not 0 <= index < _LEVELS:
                continue
            levels.update((index, each) for _, each in _levels(override))
            start = _value(override, "startOverride")
            if start is not None:
                found.starts[index] = integer(start, 1)
        return found

    def _linked(self, abstract: str) -> str:
        """The list that this one takes its levels from, by way of a numbering style."""
        for _ in range(_LEVELS):  # links may go round in a circle
            style = _value(self._abstracts.get(abstract), "numStyleLink")
            linked = self._styles.by_id.get(style) if style else None
            if linked is None or linked.paragraph is None:
                break
            number = _value(linked.paragraph.find(f"{W}numPr"), "numId")
            other = _value(self._nums.get(number or ""), "abstractNumId")
            if other is None or other == abstract:
                break
            abstract = other
        return abstract


def _parts(root: etree._Element | None) -> tuple[dict[str, etree._Element], dict[str, etree._Element]]:
    if root is None:
        return {}, {}
    abstracts = {each.get(f"{W}abstractNumId", ""): each for each in root.iterchildren(f"{W}abstractNum")}
    nums = {each.get(f"{W}numId", ""): each for each in root.iterchildren(f"{W}num")}
    return abstracts, nums


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(f"{W}lvl"):
        index = integer(element.get(f"{W}ilvl"), 0)
        if not 0 <= index < _LEVELS:
            continue
        restart = _value(element, "lvlRestart")
        legal = element.find(f"{W}isLgl")
        properties = element.find(f"{W}rPr")
        yield (
            index,
            Level(
                start=integer(_value(element, "start"), 0),  # ECMA-376: 0 where the element is missing
                form=_form(element),
                text=_value(element, "lvlText") or "",
                restart=None if restart is None else integer(restart, 0),
                legal=legal is not None and is_on(legal),
                style=_value(element, "pStyle"),
                properties=element.find(f"{W}pPr"),
                language=_value(properties, "lang"),
            ),
        )


def _form(level: etree._Element) -> str:
    """The number format; newer ones stand in a choice of which the first is the newest."""
    found = next(level.iter(f"{W}numFmt"), None)
    if found is None:
        return "decimal"
    return str(found.get(f"{W}format") or found.get(f"{W}val", "decimal"))


def _bullet(text: str) -> str | None:
    shape = visible(text).strip()
    if not shape:
        return None
    return shape if shape in _BULLETS else _BULLET_SHAPES.get(shape, "•")


def number_text(value: int, form: str, language: str | None = None) -> str | None:
    """A number in a `w:numFmt`; null for formats that spell it in words or other scripts."""
    if form == "ordinal":
        return ordinal(value, (language or "en").split("-")[0].lower()) if value > 0 else None
    written = _FORMS.get(form)
    text = written(value) if written else None
    return text.upper() if text and form.startswith("upper") else text


def _letters(value: int) -> str | None:
    """The letters a to z, then aa, bb, …, which is how Word goes on."""
    if not 0 < value <= _LETTERS_END:
        return None
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str | None:
    return roman_numeral(value) if 0 < value < 4000 else None


_FORMS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "none": lambda value: "",
    "decimalZero": "{:02d}".format,
    "01, 02, 03, ...": "{:02d}".format,
    "numberInDash": "- {} -".format,
    "lowerLetter": _letters,
    "upperLetter": _letters,
    "lowerRoman": _roman,
    "upperRoman": _roman,
}


def _value(element: etree._Element | None, name: str) -> str | None:
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(f"{W}val")
