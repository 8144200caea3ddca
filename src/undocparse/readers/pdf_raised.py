"""Marks that a PDF raises in the size of their text, which the fast engine gives as part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from undocparse.readers.pdf_pdfium import Character, characters_of
from undocparse.readers.pdf_spans import PdfPage, PdfSpan

_RISES = re.compile(rb"(?<![\d.])(?:0*[1-9]\d*|\d*\.0*[1-9])\d*\s+$")
_RISE = 12  # bytes; no rise is written with more
_RAISED = (0.12, 0.7)  # of the type size
_MARK = re.compile(r"[\d*†‡]{1,3}")
_SMALLER = 0.65  # of the text's size: as marks are set, so that it is known as one


def raises(content: bytes) -> bool:
    """Whether a content stream raises text without moving its line (ISO 32000-1, 9.3.7)."""
    # most streams that set a rise set it to 0 again and again: each writing is looked at once
    rises = {part[-_RISE:] for part in content.split(b" Ts")[:-1]}
    return any(_RISES.search(rise + b" ") for rise in rises)


def part_raised(found: PdfPage, page: Any) -> None:
    """Make raised marks of a page spans of their own, by the places that the second engine gives.

    Args:
        found: changed in place.
        page: the same by PDFium.
    """
    if found.frame is None:
        return
    characters = characters_of(page, found.frame)
    for before, mark in _marks(characters):
        row = [c for c in characters if abs(c.base - before.base) < 1 or c in mark]
        text = "".join(c.text for c in mark)
        for at, span in enumerate(found.spans):
            if span.x0 < mark[0].x0 < span.x1 and abs(span.base - before.base) < 1 and text in span.text:
                count = sum(span.x0 - 1 <= c.x0 < mark[0].x0 - 0.1 for c in row)
                found.spans[at : at + 1] = _parted(span, count, text, mark[0].x0, mark[-1].x1)
                break


def _marks(characters: Sequence[Character]) -> Iterator[tuple[Character, list[Character]]]:
    """Raised characters with the one before them."""
    raised: list[bool] = [False]
    for before, after in pairwise(characters):
        rise = before.base - after.base if not raised[-1] else 0.0
        level = raised[-1] and abs(before.base - after.base) < 0.1
        near = abs(after.x0 - before.x1) < 0.3 * after.size
        low, high = _RAISED[0] * after.size, _RAISED[1] * after.size
        raised.append(near and (level or low < rise < high) and abs(after.size - before.size) < 0.1)
    for is_raised, group in groupby(range(len(characters)), key=lambda place: raised[place]):
        places = list(group)
        mark = [characters[place] for place in places]
        if is_raised and places[0] and _MARK.fullmatch("".join(c.text for c in mark)):
            yield characters[places[0] - 1], mark


def _parted(span: PdfSpan, count: int, mark: str, x0: float, x1: float) -> list[PdfSpan]:
    """A span cut round a mark that stands behind so many of its printed characters."""
    printed = [place for place, character in enumerate(span.text) if not character.isspace()]
    if count >= len(printed) or not span.text.startswith(mark, printed[count]):
        return [span]
    cut = printed[count]
    parts = [
        span._replace(text=span.text[:cut], x1=x0),
        span._replace(text=mark, x0=x0, x1=x1, size=_SMALLER * span.size),
        span._replace(text=span.text[cut + len(mark) :], x0=x1),
    ]
    return [part for part in parts if part.text.strip()]
