"""PDFium, asked for what the fast engine does not tell: objects, ink, and where characters stand.

Its C interface is called directly: objects of Python for letters and shapes would cost more than the answers.
It serves one thread at a time, whatever files the threads read, and a second one ends the process (pypdfium2
5, "Thread incompatibility"). So all calls are made within `PdfiumPages.page`, which has a lock for all files.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Lock
from typing import Any, NamedTuple

from undocparse.readers.characters import printed
from undocparse.readers.pdf_frame import Frame

_LOCK = Lock()
_CHARACTERS = 50_000  # of a page; ten times what a full one has, in a second


class Character(NamedTuple):
    """A printed character on the page as held, in points.

    Attributes:
        text: one character.
        x0: its left edge.
        x1: its right edge.
        base: its baseline's distance from the top.
        size: of the type.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float


class PdfiumPages:
    """The pages of a file by PDFium, which is loaded when the first is asked for; to be closed.

    Its errors have no common base: callers catch `Exception` and do without.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _document(self) -> Any:
        import pypdfium2  # noqa: PLC0415 - heavy, and few files need it

        return pypdfium2.PdfDocument(self._data)

    @contextmanager
    def page(self, index: int) -> Iterator[Any]:
        """A page, counted from 0, which is this thread's alone within the block and gone after it."""
        with _LOCK:
            page = self._document[index]
            try:
                yield page
            finally:
                page.close()

    def close(self) -> None:
        """Close the file: left to itself, it would be closed in whatever thread lets it go."""
        if "_document" in vars(self):
            with _LOCK:
                self._document.close()


def size_of(page: Any) -> int:
    """How many characters and drawn parts a page has."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy, and few files need it

    return int(page.get_textpage().count_chars() + raw.FPDFPage_CountObjects(page))


def is_mostly_invisible(page: Any) -> bool:
    """Whether most text objects of a page are drawn in the invisible mode."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    modes = [raw.FPDFTextObj_GetTextRenderMode(text) for text in _objects(page, raw.FPDF_PAGEOBJ_TEXT)]
    return 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def is_picture(page: Any) -> bool:
    """Whether pictures cover most of a page, as they do where paper was scanned."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    edges = [ctypes.c_float() for _ in range(4)]
    covered = 0.0
    for picture in _objects(page, raw.FPDF_PAGEOBJ_IMAGE):
        raw.FPDFPageObj_GetBounds(picture, *edges)
        left, low, right, high = (edge.value for edge in edges)
        covered += (right - left) * (high - low)
    width, height = page.get_size()
    return bool(covered > width * height / 2)


def _objects(page: Any, kind: int) -> Iterator[Any]:
    """The objects of one kind on a page, and in the forms that it draws."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    held = [raw.FPDFPage_GetObject(page, place) for place in range(raw.FPDFPage_CountObjects(page))]
    while held:
        each = held.pop()
        of = raw.FPDFPageObj_GetType(each)
        if of == kind:
            yield each
        elif of == raw.FPDF_PAGEOBJ_FORM:
            held += [raw.FPDFFormObj_GetObject(each, n) for n in range(raw.FPDFFormObj_CountObjects(each))]


def characters_of(page: Any, frame: Frame) -> list[Character]:
    """The printed characters of a page, in the order that the file draws them; of so many, the first."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    text = page.get_textpage()
    x, y, left, right, low, high = (ctypes.c_double() for _ in range(6))
    matrix = raw.FS_MATRIX()
    characters = []
    for place in range(min(text.count_chars(), _CHARACTERS)):
        sign = printed(chr(raw.FPDFText_GetUnicode(text, place)))
        if not sign or sign.isspace() or not raw.FPDFText_GetCharOrigin(text, place, x, y):
            continue
        raw.FPDFText_GetCharBox(text, place, left, right, low, high)
        raw.FPDFText_GetMatrix(text, place, matrix)
        size = raw.FPDFText_GetFontSize(text, place) * math.hypot(matrix.c, matrix.d)
        across, base = frame.point(x.value, y.value)
        # the widths of a turned page's characters run along the other edge: its reader sees them as lengths
        width = max(right.value - left.value, 0.0) if frame.turn in {0, 180} else high.value - low.value
        characters.append(Character(sign, across, across + width, base, size))
    return characters
