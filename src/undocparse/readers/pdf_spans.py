"""What every PDF engine gives: styled stretches of text with their baseline, and drawn rulings.

The fast engine reads each page once. The second one (`pdf_plumber`) reads the pages that it cannot.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import itemgetter
from typing import Any, NamedTuple

from undocparse.layout.pages import Ruling
from undocparse.model.place import Box
from undocparse.readers.characters import printed
from undocparse.readers.pdf_fonts import PrivateFonts
from undocparse.readers.pdf_frame import Frame, usual_way, way_of
from undocparse.readers.pdf_rulings import DrawnLines

_BOLD = re.compile(r"bold|black|heavy|demi|,b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|,i", re.IGNORECASE)
_NO_BLANK = 0.14  # of the type size: Word's kerning leaves blanks this narrow inside words ("202 4")
_MINORITY = 4  # full blanks to each narrow one, where the widths do not add up
_FIELD_SIZE = 12.0  # points; what viewers set a field in that is high enough
_PALE = 0.6  # of full light in each colour: watermarks; words on white paper that nobody is to see
_TRUE_BLANK = 0.18  # of the type size: where the other blanks are at least this wide


class PdfSpan(NamedTuple):
    """Text of one style on one baseline, never blank; y grows downwards from the page's top.

    Attributes:
        widths: of its characters in points; empty where nobody knows, or it has no blank.
        apart: it begins a text of its own, however near it stands.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    widths: Sequence[float] = ()
    apart: bool = False


_PLACES = itemgetter(1, 2, 3, 4)  # left and right edge, baseline, size


class AsideSpan(NamedTuple):
    """Text that runs another way than the page's, with the box round it."""

    span: PdfSpan
    box: Box
    aslant: bool


@dataclass(slots=True)
class PdfPage:
    """One page as an engine reads it, held so that its text is upright.

    Attributes:
        width: in points.
        height: in points.
        foreign_widths: a font that engines may share between documents gives letters no width.
        asides: text that runs another way: in cells of tables and margins, and over the page.
        frame: how the page is held.
        pale: text as light as paper or nearly so: the spans' places in `spans`.
    """

    width: float
    height: float
    spans: list[PdfSpan]
    rulings: Sequence[Ruling]
    foreign_widths: bool = False
    asides: list[AsideSpan] = field(default_factory=list)
    frame: Frame | None = None
    pale: list[PdfSpan] = field(default_factory=list)

    def settle(self) -> None:
        """Give text whose place or size is no number one at the page's edge: JSON has no such numbers."""
        if not math.isfinite(sum(map(sum, map(_PLACES, self.spans)))):
            self.spans = [span._replace(**_settled(span)) for span in self.spans]
        for at, aside in enumerate(self.asides):
            if not math.isfinite(sum(aside.box)):
                left, top, right, bottom = map(_number, aside.box)
                span = aside.span._replace(**_settled(aside.span))
                self.asides[at] = aside._replace(span=span, box=(left, top, right, bottom))


def _settled(span: PdfSpan) -> dict[str, Any]:
    x0 = _number(span.x0)
    return {"x0": x0, "x1": _number(span.x1, x0), "base": _number(span.base), "size": _number(span.size, 1.0)}


def _number(value: float, other: float = 0.0) -> float:
    return value if math.isfinite(value) else other


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


_Raw = tuple[Any, str, Box, int | None]
"""A span as the engine has it, and what is asked often, since the engine makes each value anew each time: its
text, which is not blank; start of the baseline, length and size; which way it runs (see `way_of`)."""


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
        bounds = self._document[index].bbox  # `page_media_box` walks over all pages each time
        raws: list[_Raw] = []
        ways: set[int | None] = set()
        for engine in self._document.extract_spans(index):
            text = engine.text
            if text and not text.isspace():
                box, ink = engine.bbox, engine.page_bbox
                way = 0 if ink == box else way_of(box, ink)  # of nearly all they are the same
                raws.append((engine, text, box, way))
                ways.add(way)
        turn = usual_way((way, len(text)) for _, text, _, way in raws) if ways - {0, None} else 0
        frame = Frame(bounds[0], bounds[1], bounds[2], bounds[3], turn)
        rulings = DrawnLines(partial(self._document.extract_paths, index), frame)
        page = PdfPage(frame.width, frame.height, [], rulings, frame=frame)
        for raw in raws:
            self._add(page, raw, frame)
        if self._has_fields:
            page.spans.extend(self._filled(index, frame))
        if 2 * len(page.pale) > len(page.spans):  # A/CONF.232/2023/4: where most is pale, paper is not white
            page.pale.clear()
        return page

    @cached_property
    def _has_fields(self) -> bool:
        return bool(self._document.get_form_fields())

    def _filled(self, index: int, frame: Frame) -> Iterator[PdfSpan]:
        """What is written in the fields of a form, which is no part of the page's own text."""
        for field_ in self._document.get_annotations(index):
            value = str(field_.get("field_value") or "").strip()
            if field_.get("subtype") != "Widget" or field_.get("field_type") != "Text" or not value:
                continue
            left, low, right, high = field_["rect"]
            x0, top, x1, bottom = frame.box(left, low, right - left, high - low)
            rows = value.splitlines()
            height = (bottom - top) / len(rows)
            size = min(_FIELD_SIZE, 0.7 * height)
            for place, row in enumerate(rows):
                base = top + height * (place + 0.5) + 0.3 * size
                yield PdfSpan(
                    printed(row), x0 + 2, min(x1, x0 + 2 + 0.5 * size * len(row)), base, size, False, False
                )

    def _add(self, page: PdfPage, raw: _Raw, frame: Frame) -> None:
        engine, text, box, way = raw
        name = engine.font_name or ""
        font = self._fonts.get(name) or self._font(name)
        span = _span(engine, text, box, font, frame)
        if not span.text:
            return  # nothing of it is printed
        if way == frame.turn:
            page.spans.append(span)
        else:
            page.asides.append(AsideSpan(span, frame.box(*engine.page_bbox), way is None))
        if min(engine.color) >= _PALE:
            page.pale.append(span)
        if font.shared and not page.foreign_widths:
            page.foreign_widths = _has_no_width(text, engine.char_widths)

    def _font(self, name: str) -> _Font:
        font = _Font(*style_of(self._names.name(name)), shared=self._names.may_be_shared(name))
        self._fonts[name] = font
        return font


def _span(engine: Any, text: str, box: Box, font: _Font, frame: Frame) -> PdfSpan:
    x, y, width, _ = box
    across, down = frame.point(x, y)
    size = engine.font_size
    widths: Sequence[float] = ()
    if " " in text:
        widths = engine.char_widths
        text = _without_false_blanks(text, widths, size, width)
    return PdfSpan(printed(text), across, across + width, down, size, font.bold, font.italic, widths)


def _has_no_width(text: str, widths: list[float]) -> bool:
    """Whether a letter or sign has no width; marks written over letters have none by right."""
    if len(text) != len(widths) or min(widths, default=1.0) > 0:
        return False
    return any(
        width <= 0 and not (character.isspace() or unicodedata.combining(character))
        for character, width in zip(text, widths, strict=True)
    )


def _without_false_blanks(text: str, widths: Sequence[float], size: float, width: float) -> str:
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
