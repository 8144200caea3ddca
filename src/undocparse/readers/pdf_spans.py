"""What every PDF engine gives: styled stretches of text with their baseline, and drawn rulings.

The fast engine reads each page once. The second one (`pdf_plumber`) reads the pages that it cannot.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from undocparse.layout.pages import Ruling
from undocparse.readers.pdf_fonts import PrivateFonts
from undocparse.readers.pdf_rulings import DrawnLines

_BOLD = re.compile(r"bold|black|heavy|demi|,b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|,i", re.IGNORECASE)
_NO_BLANK = 0.14  # of the type size: Word's kerning leaves blanks this narrow inside words ("202 4")
_MINORITY = 4  # full blanks to each narrow one, where the widths do not add up
_TRUE_BLANK = 0.18  # of the type size: where the other blanks are at least this wide


class PdfSpan(NamedTuple):
    """Text of one style on one baseline, never blank; y grows downwards from the page's top."""

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
    rulings: Sequence[Ruling]
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
        left, low, right, high = self._document[index].bbox  # `page_media_box` walks over all pages each time
        rulings = DrawnLines(partial(self._document.extract_paths, index), left, high)
        page = PdfPage(right - left, high - low, [], rulings)
        for raw in self._document.extract_spans(index):
            text = raw.text
            if not text or text.isspace():
                continue
            name = raw.font_name or ""
            font = self._fonts.get(name) or self._font(name)
            page.spans.append(_span(raw, text, font, left, high))
            if font.shared and not page.foreign_widths:
                page.foreign_widths = _has_no_width(text, raw.char_widths)
        return page

    def _font(self, name: str) -> _Font:
        font = _Font(*style_of(self._names.name(name)), shared=self._names.may_be_shared(name))
        self._fonts[name] = font
        return font


def _span(raw: Any, text: str, font: _Font, left: float, high: float) -> PdfSpan:
    x, y, width, _ = raw.bbox
    size = raw.font_size
    if " " in text:
        text = _without_false_blanks(text, raw.char_widths, size, width)
    return PdfSpan(text, x - left, x - left + width, high - y, size, font.bold, font.italic)


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
    characters then fall short of the whole's, as they also do where justification spreads the words, and most
    blanks are narrow.
    """
    narrow = _NO_BLANK * size
    if len(widths) != len(text) or min(widths) >= narrow:
        return text
    blanks = [i for i, character in enumerate(text) if character == " "]
    false = {i for i in blanks if widths[i] < narrow and 0 < i < len(text) - 1 and text[i + 1] not in "(["}
    full = [i for i in blanks if i not in false]
    if not false or any(widths[i] < _TRUE_BLANK * size for i in full):
        return text
    if width - sum(widths) > narrow * len(false) and _MINORITY * len(false) > len(full):
        return text
    return "".join(character for i, character in enumerate(text) if i not in false)
