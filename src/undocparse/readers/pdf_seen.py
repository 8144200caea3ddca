"""Which text of a PDF nobody sees: drawn invisibly, on a layer that is off, clipped away, white on white.

Engines give such text like any other. The streams are searched for the few operators that can hide text, and
only where there are any the pages are painted, small and grey: what leaves no ink is not there.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from undocparse.readers.pdf_frame import Frame
from undocparse.readers.pdf_pdfium import is_mostly_invisible, is_picture
from undocparse.readers.pdf_raised import raises
from undocparse.readers.pdf_spans import PdfPage, PdfSpan

_STREAM = re.compile(rb"stream\r?\n")
_NO_CONTENT = re.compile(
    rb"/(?:Length1|Image|FontFile|XRef|ObjStm|Metadata|ICCBased|FunctionType|\w+C)\b|/N \d"
)
_DICTIONARY = 400  # bytes before a stream that its dictionary is looked for in
_LONGEST = 1 << 22  # bytes; a page's content is far shorter
_LAYER = re.compile(rb"/OC\s*/[^\s/]+\s+BDC\b")
_CLIP = re.compile(rb"re\s+W\*?\s+n\s")
_MOVES = (b"cm", b"Q")  # operators behind which a rectangle no longer stands where it says
_UNMOVED = b"1 0 0 1 0 0 cm"  # how reportlab begins each page
_UPRIGHT = [b"1", b"0", b"0", b"1"]
_PRINTS = re.compile(rb"[(<][^)>]*[^\s)>]")  # not only blanks, which Word clips away itself
_MOST = 16  # rectangles on a page; who hides a line by one does not set up one for each of the others
_NEAR = 300  # bytes; text that a rectangle is set up for follows it closely
_SCALE = 1.5  # pixels a point: letters of six points still leave ink
_RAISED = 3  # characters; marks as short stand higher than engines say
_CONTRAST = 24  # of 255; paper that looks white varies less


class Signs(NamedTuple):
    """What the content streams of a file can do to text that the fast engine does not tell.

    Attributes:
        hides: draw it where or so that nobody sees it.
        raises: raise it in its line.
    """

    hides: bool
    raises: bool


def signs_in(data: bytes) -> Signs:
    """Search a file's content streams, but for those in packings other than ZIP's, and encrypted ones."""
    hide = rise = False
    for content in _contents(data):
        hide = hide or bool(_LAYER.search(content)) or _draws_unseen(content) or _clips_away(content)
        rise = rise or raises(content)
    return Signs(hide, rise)


def _contents(data: bytes) -> Iterator[bytes]:
    place = 0
    while match := _STREAM.search(data, place):
        end = data.find(b"endstream", match.end())
        if end < 0:
            return
        place = end + 9
        begin = data.rfind(b" obj", max(match.start() - _DICTIONARY, 0), match.start())
        head = data[max(begin, match.start() - _DICTIONARY) : match.start()]
        if end - match.end() < _LONGEST and not _NO_CONTENT.search(head):
            yield _unpacked(head, data[match.end() : end])


def _unpacked(head: bytes, stream: bytes) -> bytes:
    if b"FlateDecode" not in head:
        return b"" if b"Decode" in head else stream
    try:
        if b"ASCII85Decode" in head:
            stream = a85decode(stream.strip().removesuffix(b"~>"))
        return zlib.decompressobj().decompress(stream, _LONGEST)
    except (zlib.error, ValueError):
        return b""


def _draws_unseen(content: bytes) -> bool:
    """Whether a text rendering mode is set that paints nothing (ISO 32000-1, table 106)."""
    place = content.find(b" Tr")
    while place > 0:
        if content[place - 1 : place] in b"37" and not content[place - 2 : place - 1].isdigit():
            return True
        place = content.find(b" Tr", place + 3)
    return False


def _clips_away(content: bytes) -> bool:
    """Whether text begins outside the rectangle that it is clipped to.

    Word sets up a rectangle for each piece of text and hides nothing by it: many of them are not looked at.
    """
    clips = list(islice(_CLIP.finditer(content), _MOST + 1))
    for clip in clips if len(clips) <= _MOST else ():
        text = content.find(b"BT", clip.end(), clip.end() + _NEAR)
        start = content.find(b" Tm", text, text + _NEAR) if text > 0 else -1
        if start < 0:
            continue
        between = content[clip.end() : text].replace(_UNMOVED, b"").split()
        rectangle = content[max(clip.start() - 70, 0) : clip.start()].split()[-4:]
        matrix = content[text:start].split()[-6:]
        moved = any(word in _MOVES for word in between) or matrix[:4] != _UPRIGHT
        if not moved and _is_outside(rectangle, matrix[4:]) and _prints(content, start):
            return True
    return False


def _prints(content: bytes, start: int) -> bool:
    end = content.find(b"ET", start, start + _NEAR)
    return end > 0 and _PRINTS.search(content, start, end) is not None


def _is_outside(rectangle: Sequence[bytes], start: Sequence[bytes]) -> bool:
    try:
        left, low, width, height = map(float, rectangle)
        x, y = map(float, start)
    except ValueError:  # fewer numbers, or none
        return False
    across = min(left, left + width) - 2 <= x <= max(left, left + width) + 2
    along = min(low, low + height) - 2 <= y <= max(low, low + height) + 2
    return not (across and along)


def leave_unseen_out(found: PdfPage, page: Any) -> bool:
    """Take out of a page the spans that leave no ink.

    Args:
        found: changed in place.
        page: the same by PDFium.

    Returns:
        Whether most of its text is drawn invisibly and stays, since a picture shows it: an OCR layer.
    """
    if found.frame is None:
        return False
    invisible = is_mostly_invisible(page)
    if not (invisible and is_picture(page)):  # a picture of the page has ink everywhere, and is slow
        ink = _Ink(page)
        found.spans = [span for span in found.spans if ink.under(span, found.frame)]
    return invisible and bool(found.spans)


def leave_covered_out(found: PdfPage, page: Any, over: Iterable[tuple[PdfSpan, list[PdfSpan]]]) -> None:
    """Take out of a page the spans that leave no ink where they stand free of those that run over them.

    Args:
        found: changed in place.
        page: the same by PDFium.
        over: spans that others run over, each with its parts that stand free.
    """
    if found.frame is None:
        return
    ink, frame = _Ink(page), found.frame
    covered = {id(span) for span, free in over if not any(ink.under(part, frame) for part in free)}
    found.spans = [span for span in found.spans if id(span) not in covered]


class _Ink:
    """A page's pixels, rows from its upper edge, unturned."""

    def __init__(self, page: Any) -> None:
        bitmap = page.render(
            scale=_SCALE, grayscale=True, rotation=(360 - page.get_rotation()) % 360, may_draw_forms=False
        )
        self._pixels, self._stride = bytes(bitmap.buffer), bitmap.stride
        self._size = bitmap.width, bitmap.height
        box = page.get_cropbox()
        self._left, self._high = box[0], box[3]

    def under(self, span: PdfSpan, frame: Frame) -> bool:
        """Whether anything is painted where a span stands."""
        left, top, right, bottom = self._pixels_of(span, frame)
        rows = range(max(top, 0), min(bottom, self._size[1]))
        low, high = 255, 0
        for row in rows:
            part = self._pixels[
                row * self._stride + max(left, 0) : row * self._stride + min(right, self._size[0])
            ]
            if part:
                low, high = min(low, *part), max(high, *part)
            if high - low >= _CONTRAST:
                return True
        return False

    def _pixels_of(self, span: PdfSpan, frame: Frame) -> tuple[int, int, int, int]:
        above, below = (1.2, 0.3) if len(span.text) <= _RAISED else (0.7, 0.1)
        box = (span.x0, span.base - above * span.size, span.x1, span.base + below * span.size)
        x0, y0, x1, y1 = frame.unheld(box)
        return (
            int((x0 - self._left) * _SCALE),
            int((self._high - y1) * _SCALE),
            int((x1 - self._left) * _SCALE) + 1,
            int((self._high - y0) * _SCALE) + 1,
        )
