"""Paragraph properties of a Word file: indents, tab stops, alignment, and which list it is numbered in."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from lxml import etree

from undocparse.readers.attributes import integer, number
from undocparse.readers.docx_numbering import Numbering
from undocparse.readers.docx_package import W
from undocparse.readers.docx_styles import Styles, is_on

_TWIP = 1 / 20  # points
_CENTRED = frozenset({"center"})
_LEADERS = frozenset({"dot", "middleDot", "hyphen", "underscore"})
_MAX_STOPS = 64  # of a paragraph, as in Word
_UNITS = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 566.93, "mm": 56.693}


class Stop(NamedTuple):
    """A tab stop: its place in points from the left margin, its kind, and whether dots lead to it."""

    place: float
    kind: str = "left"
    led: bool = False


class Format(NamedTuple):
    """Paragraph properties, resolved; lengths in points.

    Attributes:
        left: indent of all lines but the first.
        first: shift of the first line against the others; negative where it hangs.
        tabs: tab stops, in order.
        centred: set in the middle.
        number: the list (`w:numId`); null for none.
        level: its level in the list, from 0.
        breaks: begins a new page.
        before: space above.
        after: space below.
        leading: height of an empty line; null where the type size gives it.
        outline: level of a heading set on the paragraph itself, from 1; null where not set.
    """

    left: float = 0.0
    first: float = 0.0
    tabs: tuple[Stop, ...] = ()
    centred: bool = False
    number: str | None = None
    level: int = 0
    breaks: bool = False
    before: float = 0.0
    after: float = 0.0
    leading: float | None = None
    outline: int | None = None

    @property
    def start(self) -> float:
        """Where the first line begins."""
        return self.left + self.first

    def next_stop(self, x: float, default: float) -> Stop:
        """The tab stop after a place; a hanging indent is one too.

        Args:
            x: in points from the left margin.
            default: distance of the stops that are everywhere else.
        """
        at = bisect_right(self.tabs, x + 0.5, key=lambda stop: stop.place)
        beyond = list(self.tabs[at : at + 1])
        if self.first < 0 and self.left > x + 0.5:
            beyond.append(Stop(self.left))
        if beyond:
            return min(beyond)
        if self.tabs and self.tabs[-1].led:  # the text wrapped, and its last line has the stop before it
            return self.tabs[-1]
        return Stop((x // default + 1) * default)


class Formats:
    """Resolves paragraph properties over styles, lists and the paragraph itself."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._known: dict[str | None, Format] = {}

    def of(self, properties: etree._Element | None, style: str | None) -> Format:
        """The format of a paragraph.

        Args:
            properties: its `w:pPr`.
            style: its paragraph style.
        """
        base = self._known.get(style)
        if base is None:
            base = self._known[style] = self._of_style(style)
        return base if properties is None else self._over(base, properties, None)

    def _of_style(self, style: str | None) -> Format:
        found = Format()
        if self._styles.default_paragraph is not None:
            found = self._over(found, self._styles.default_paragraph, None)
        for identifier, each in self._styles.chain(style):
            if each.paragraph is not None:
                found = self._over(found, each.paragraph, identifier)
        return found

    def _over(self, base: Format, properties: etree._Element, style: str | None) -> Format:
        found = base
        for child in properties:
            tag = child.tag
            if tag == _NUMBERED:
                found = self._numbered(found, child, style)
            elif tag == _TABS:
                found = found._replace(tabs=_tabs(found.tabs, child))
            elif tag == _ALIGNED:
                found = found._replace(centred=child.get(_VALUE) in _CENTRED)
            elif tag == _BREAKS:
                found = found._replace(breaks=is_on(child))
            elif tag == _SPACING:
                found = _spaced(found, child)
            elif tag == _OUTLINE:
                level = integer(child.get(_VALUE), 9, low=0)
                found = found._replace(outline=level + 1 if level < 9 else 0)
        indent = properties.find(_INDENT)  # over the list's own, which stands before or after it
        return found if indent is None else _indented(found, indent)

    def _numbered(self, base: Format, element: etree._Element, style: str | None) -> Format:
        given, index = element.find(f"{W}numId"), element.find(f"{W}ilvl")
        identifier = base.number if given is None else given.get(_VALUE)
        if identifier in {None, "0"}:
            return base._replace(number=None)
        place = base.level if index is None else integer(index.get(_VALUE), 0)
        linked = self._numbering.index_of(identifier or "", style) if style else None
        place = place if linked is None else linked
        found = base._replace(number=identifier, level=place)
        level = self._numbering.level(identifier or "", place)
        return (
            found if level is None or level.properties is None else self._over(found, level.properties, None)
        )


def _indented(base: Format, element: etree._Element) -> Format:
    left = _twips(element.get(f"{W}left") or element.get(f"{W}start"))
    hanging, first = _twips(element.get(f"{W}hanging")), _twips(element.get(f"{W}firstLine"))
    shift = base.first
    if hanging is not None:
        shift = -hanging * _TWIP
    elif first is not None:
        shift = first * _TWIP
    return base._replace(left=base.left if left is None else left * _TWIP, first=shift)


def _spaced(base: Format, element: etree._Element) -> Format:
    before, after = _twips(element.get(f"{W}before")), _twips(element.get(f"{W}after"))
    line, rule = _twips(element.get(f"{W}line")), element.get(f"{W}lineRule", "auto")
    leading = base.leading
    if line is not None:
        leading = line * _TWIP if rule == "exact" else None
    return base._replace(
        before=base.before if before is None else before * _TWIP,
        after=base.after if after is None else after * _TWIP,
        leading=leading,
    )


def _tabs(known: tuple[Stop, ...], element: etree._Element) -> tuple[Stop, ...]:
    stops = {stop.place: stop for stop in known}
    for tab in element:
        twips, kind = _twips(tab.get(f"{W}pos")), tab.get(_VALUE, "left")
        if twips is None:
            continue
        place = twips * _TWIP
        if kind == "clear":
            stops.pop(place, None)
        elif kind != "bar":
            stops[place] = Stop(place, kind, tab.get(f"{W}leader", "none") in _LEADERS)
    return tuple(sorted(stops.values())[:_MAX_STOPS])


def _twips(text: str | None) -> float | None:
    """A length in twentieths of a point; ISO 29500 Strict may write another unit."""
    if not text or (factor := _UNITS.get(text[-2:])) is None:
        return number(text)
    value = number(text[:-2])
    return None if value is None else value * factor


_NUMBERED, _TABS, _ALIGNED, _BREAKS = f"{W}numPr", f"{W}tabs", f"{W}jc", f"{W}pageBreakBefore"
_SPACING, _OUTLINE, _INDENT, _VALUE = f"{W}spacing", f"{W}outlineLvl", f"{W}ind", f"{W}val"
