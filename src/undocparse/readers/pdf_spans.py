"""What every PDF engine gives: styled stretches of text with their baseline, and drawn rulings.

The fast engine reads each page once. The second one (`pdf_plumber`) reads the pages that it cannot.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from undocparse.layout.pages import Ruling
from undocparse.readers.pdf_fonts import PrivateFonts

_BOLD = re.compile(r"bold|black|heavy|demi|,b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|,i", re.IGNORECASE)
_THIN = 2.5  # points; a filled rectangle thinner than this is how Word draws a border
_SHORT = 8.0  # points; shorter strokes are parts of letters, boxes to tick, or dots
_NO_BLANK = 0.14  # of the type size: Word's kerning leaves blanks this narrow inside words ("202 4")
_TRUE_BLANK = 0.18  # of the type size: where the other blanks are at least this wide


class PdfSpan(NamedTuple):
    """Text of one style on one baseline; y grows downwards from the page's top."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class PdfPage:
    """One page as an engine reads it.

    Attributes:
        width: in points.
        height: in points.
        foreign_widths: a font that engines may share between documents gives letters no width.
    """

    width: float
    height: float
    spans: list[PdfSpan]
    rulings: list[Ruling]
    foreign_widths: bool = False


def style_of(font: str) -> tuple[bool, bool]:
    """Whether a font is bold and italic, by its name.

    Weights and flags are not asked: in files that passed through Ghostscript both say bold for
    everything, while the name stays right.
    """
    return bool(_BOLD.search(font)), bool(_ITALIC.search(font))


class _Font(NamedTuple):
    bold: bool
    italic: bool
    shared: bool


class OxidePages:
    """The pages of a PDF by the fast engine."""

    def __init__(self, document: Any, fonts: PrivateFonts) -> None:
        self._document = document
        self._names = fonts
        self._fonts: dict[str, _Font] = {}

    def __len__(self) -> int:
        return int(self._document.page_count())

    def read(self, index: int) -> PdfPage:
        """One page, counted from 0.

        Raises:
            RuntimeError: (or another error of the engine) the page cannot be read.
        """
        left, low, right, high = self._document.page_media_box(index)
        page = PdfPage(right - left, high - low, [], [])
        for raw in self._document.extract_spans(index):
            font = self._font(raw.font_name or "")
            page.spans.append(_span(raw, font, left, high))
            if font.shared and not page.foreign_widths:
                page.foreign_widths = _has_no_width(raw.text, raw.char_widths)
        page.rulings.extend(_rulings(self._document.extract_paths(index), left, high))
        return page

    def _font(self, name: str) -> _Font:
        font = self._fonts.get(name)
        if font is None:
            font = _Font(*style_of(self._names.name(name)), shared=self._names.may_be_shared(name))
            self._fonts[name] = font
        return font


def _span(raw: Any, font: _Font, left: float, high: float) -> PdfSpan:
    x, y, width, _ = raw.bbox
    text = raw.text
    if " " in text:
        text = _without_false_blanks(text, raw.char_widths, raw.font_size, width)
    return PdfSpan(text, x - left, x - left + width, high - y, raw.font_size, font.bold, font.italic)


def _has_no_width(text: str, widths: list[float]) -> bool:
    """Whether a letter or sign has no width; marks written over letters have none by right."""
    if len(text) != len(widths) or min(widths, default=1.0) > 0:
        return False
    return any(
        width <= 0 and not (character.isspace() or unicodedata.combining(character))
        for character, width in zip(text, widths, strict=True)
    )


def _without_false_blanks(text: str, widths: list[float], size: float, width: float) -> str:
    """Take out blanks that have hardly any width beside others that have their full one.

    Some files give blanks no width of their own and move on to the next word instead: the widths of the
    characters then fall short of the whole's.
    """
    narrow = _NO_BLANK * size
    if len(widths) != len(text) or min(widths) >= narrow:
        return text
    blanks = [i for i, character in enumerate(text) if character == " "]
    false = {i for i in blanks if widths[i] < narrow and 0 < i < len(text) - 1}
    if not false or width - sum(widths) > narrow * len(false):
        return text
    if any(widths[i] < _TRUE_BLANK * size for i in blanks if i not in false):
        return text
    return "".join(character for i, character in enumerate(text) if i not in false)


def _rulings(paths: Iterable[dict[str, Any]], left: float, high: float) -> Iterable[Ruling]:
    for path in paths:
        x, y, width, height = path["bbox"]
        x, top = x - left, high - y - height
        if min(width, height) <= _THIN:
            if max(width, height) >= _SHORT:
                yield Ruling(x, top, x + width, top + height)
        elif path.get("stroke_color") is not None and path.get("operations_count", 0) <= 5:
            yield from _edges(x, top, x + width, top + height)


def _edges(x0: float, top: float, x1: float, bottom: float) -> Iterable[Ruling]:
    yield Ruling(x0, top, x1, top)
    yield Ruling(x0, bottom, x1, bottom)
    yield Ruling(x0, top, x0, bottom)
    yield Ruling(x1, top, x1, bottom)
