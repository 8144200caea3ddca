"""Bytes to text: UTF-8 and UTF-16, and Windows' Western code page for what is older."""

from __future__ import annotations

import codecs
import re

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # not tab, line ends, form feed
_MAX_CONTROLS = 0.01  # of all characters; text has none, but archives leave a stray one
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")


def decode(data: bytes) -> str | None:
    """The text of these bytes, with single newlines at line ends; null where they are no text.

    UTF-8 wins where it fits, also where a few bytes are damaged; what it does not fit is read as
    Windows-1252, which has Latin-1 in it.
    """
    text = _decoded(data)
    if text is None or len(_CONTROLS.findall(text)) > max(1, _MAX_CONTROLS * len(text)):
        return None
    return _LINE_ENDS.sub("\n", _CONTROLS.sub("", text))


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _without_mark(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if len(mended) - len(mended.encode("ascii", "ignore")) > 5 * broken:
        return mended
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is null."""
    sample = data[:2000]
    if sample.count(0) < 0.3 * len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"
