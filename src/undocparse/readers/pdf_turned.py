"""Puts back what the fast engine leaves out of a page whose text runs sideways.

It leaves text out that it takes for the shadow of the same text beside it, and on such a page it measures
across the lines: "(continued)" in two rows of a table is read once. PDFium reads each character in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from undocparse.model.place import Box
from undocparse.readers.pdf_pdfium import Character, characters_of
from undocparse.readers.pdf_spans import PdfPage, PdfSpan

_ROW = 2.0  # points between baselines of one line
_EDGE = 1.0  # points that a character may reach beyond the text that it is of
_BLANK = 0.24  # of the type size; between the ink of letters lie 0.2 at most, with a blank 0.25 at least
_GAP = 1.0  # of the type size; what is farther off is a text of its own


def put_back(found: PdfPage, page: Any) -> None:
    """Add to a page the texts that only PDFium has, but for those that begin beyond its edge.

    Args:
        found: changed in place; it runs sideways.
        page: the same by PDFium.
    """
    if found.frame is None:
        return
    rows: dict[int, list[PdfSpan]] = {}
    for span in found.spans:
        for row in range(int(span.base - _ROW), int(span.base + _ROW) + 1):
            rows.setdefault(row, []).append(span)
    asides = [aside.box for aside in found.asides]
    printed = characters_of(page, found.frame)
    missing = [each for each in printed if not (_is_read(each, rows) or _is_aside(each, asides))]
    found.spans.extend(span for span in _texts(missing) if 0 <= span.x0 < found.width and span.base > 0)


def _is_aside(character: Character, boxes: Sequence[Box]) -> bool:
    """Whether it is of a text that runs another way: where its baseline begins lies in the box of one."""
    x, y = character.x0, character.base
    return any(
        left - _ROW <= x <= right + _ROW and top - _ROW <= y <= bottom + _ROW
        for left, top, right, bottom in boxes
    )


def _is_read(character: Character, rows: dict[int, list[PdfSpan]]) -> bool:
    middle = (character.x0 + character.x1) / 2
    return any(span.x0 - _EDGE <= middle <= span.x1 + _EDGE for span in rows.get(int(character.base), ()))


def _texts(characters: Sequence[Character]) -> Iterator[PdfSpan]:
    """The texts that characters make, in the order that the file draws them."""
    held: list[Character] = []
    for each in characters:
        if held and not _goes_on(held[-1], each):
            yield _span(held)
            held = []
        held.append(each)
    if held:
        yield _span(held)


def _goes_on(last: Character, each: Character) -> bool:
    return abs(each.base - last.base) < _ROW and -_EDGE <= each.x0 - last.x1 <= _GAP * last.size


def _span(characters: Sequence[Character]) -> PdfSpan:
    first = characters[0]
    text = first.text
    for last, each in pairwise(characters):
        text += f" {each.text}" if each.x0 - last.x1 > _BLANK * each.size else each.text
    return PdfSpan(text, first.x0, characters[-1].x1, first.base, first.size, bold=False, italic=False)
