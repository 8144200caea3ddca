"""Paragraph and character styles of a Word file, resolved over `basedOn` and the document's defaults.

ECMA-376 part 1, 17.7.2: defaults, then table, paragraph and character styles, then direct formatting. Bold,
italic and the like are toggles: where both a paragraph and a character style set them, they cancel out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from undocparse.readers.attributes import integer, number
from undocparse.readers.docx_package import W

_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(
    r"heading ([1-9])", re.IGNORECASE
)  # built-in style names are the same in every language's Word
_DEFAULT_SIZE = 10.0  # points, where the file says nothing
_MAX_BASES = 50  # styles based on one another; those of Word's own are four at most
_RAISED_BY = 4.0  # half-points; text lifted by this much is raised


class Font(NamedTuple):
    """Run properties; null is "not set here".

    Attributes:
        size: in points.
        bold: a toggle, as are `italic`, `caps` and `hidden`.
        italic: slanted.
        caps: printed in capitals.
        hidden: not printed.
        raised: superscript.
        family: font name, which tells symbols from letters.
        language: BCP 47 tag.
    """

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    family: str | None = None
    language: str | None = None


TOGGLES = ("bold", "italic", "caps", "hidden")
NO_FONT = Font()


@dataclass(slots=True)
class Style:
    """A style as it stands in the styles part."""

    name: str
    kind: str
    based_on: str | None
    paragraph: etree._Element | None
    font: Font
    default: bool = False


@dataclass(slots=True)
class Styles:
    """All styles of a file."""

    defaults: Font = NO_FONT
    default_paragraph: etree._Element | None = None
    by_id: dict[str, Style] = field(default_factory=dict)
    normal: str | None = None
    _fonts: dict[tuple[str | None, str | None], Font] = field(default_factory=dict)
    _headings: dict[str | None, int] = field(default_factory=dict)

    def chain(self, style: str | None) -> list[tuple[str, Style]]:
        """A style and what it is based on, the base first; the default paragraph style for none."""
        found: list[tuple[str, Style]] = []
        seen: set[str] = set()
        at = style if style in self.by_id else self.normal
        while at is not None and at in self.by_id and at not in seen and len(seen) < _MAX_BASES:
            seen.add(at)
            found.append((at, self.by_id[at]))
            at = self.by_id[at].based_on
        return found[::-1]

    def font(self, paragraph_style: str | None, character_style: str | None) -> Font:
        """Run properties before direct formatting, all set."""
        key = (paragraph_style, character_style)
        if key not in self._fonts:
            self._fonts[key] = self._font(paragraph_style, character_style)
        return self._fonts[key]

    def _font(self, paragraph_style: str | None, character_style: str | None) -> Font:
        own = NO_FONT
        for _, style in self.chain(paragraph_style):
            own = over(own, style.font)
        character = NO_FONT
        if character_style in self.by_id:
            for _, style in self.chain(character_style):
                character = over(character, style.font) if style.kind == "character" else character
        merged = over(over(self.defaults, own), character)
        if merged.size is None:
            merged = merged._replace(size=_DEFAULT_SIZE)
        cancelled: dict[str, Any] = {
            name: False for name in TOGGLES if getattr(own, name) and getattr(character, name)
        }
        return merged._replace(**cancelled) if cancelled else merged

    def heading(self, style: str | None) -> int:
        """Level of a heading style; 0 where it is none."""
        if style not in self._headings:
            self._headings[style] = self._heading(style)
        return self._headings[style]

    def _heading(self, style: str | None) -> int:
        for _, each in reversed(self.chain(style)):
            if match := _HEADING.fullmatch(each.name):
                return int(match[1])
            level = _value(each.paragraph, "outlineLvl")
            if level is not None:
                outline = integer(level, 9, low=0)
                return outline + 1 if outline < 9 else 0
        return 0


def read_styles(root: etree._Element | None) -> Styles:
    """The styles part; an empty set where there is none."""
    styles = Styles()
    if root is None:
        return styles
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is not None:
        styles.defaults = read_font(defaults)
    styles.default_paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    for element in root.iterchildren(f"{W}style"):
        _add(styles, element)
    return styles


def _add(styles: Styles, element: etree._Element) -> None:
    identifier = element.get(f"{W}styleId")
    if identifier is None:
        return
    font = element.find(f"{W}rPr")
    kind = element.get(f"{W}type", "paragraph")
    styles.by_id[identifier] = Style(
        name=_value(element, "name") or identifier,
        kind=kind,
        based_on=_value(element, "basedOn"),
        paragraph=element.find(f"{W}pPr"),
        font=NO_FONT if font is None else read_font(font),
    )
    if kind == "paragraph" and element.get(f"{W}default") in {"1", "true"}:
        styles.normal = identifier


def _value(element: etree._Element | None, name: str) -> str | None:
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(f"{W}val")


def over(below: Font, above: Font) -> Font:
    """Run properties laid over others."""
    if above is NO_FONT:
        return below
    return Font._make(low if high is None else high for low, high in zip(below, above, strict=True))


def is_on(element: etree._Element) -> bool:
    """Whether an on/off property is on; on is what it says without a value."""
    return element.get(f"{W}val", "1") not in _OFF


def read_font(properties: etree._Element) -> Font:
    """The run properties set in a `w:rPr`."""
    found = dict(_font_values(properties))
    return Font(**found) if found else NO_FONT


def _font_values(properties: etree._Element) -> Iterator[tuple[str, Any]]:
    lifted = None
    for child in properties:
        tag = str(child.tag)
        if name := _FLAGS.get(tag):
            yield name, is_on(child)
        elif tag == _SIZE:
            if (size := number(child.get(f"{W}val"))) is not None:
                yield "size", size / 2
        elif tag == _ALIGN:
            yield "raised", child.get(f"{W}val") == "superscript"
        elif tag == _POSITION:
            lifted = number(child.get(f"{W}val"))
        elif tag == _FONTS:
            if family := child.get(f"{W}ascii") or child.get(f"{W}hAnsi"):
                yield "family", family
        elif tag == _LANGUAGE and (language := child.get(f"{W}val")):
            yield "language", language
    if lifted is not None and lifted >= _RAISED_BY:
        yield "raised", True


_FLAGS = {f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "caps", f"{W}vanish": "hidden"}
_SIZE, _ALIGN, _POSITION = f"{W}sz", f"{W}vertAlign", f"{W}position"
_FONTS, _LANGUAGE = f"{W}rFonts", f"{W}lang"
