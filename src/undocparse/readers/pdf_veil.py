"""Hides from the fast engine what it would read in vain: tags, and the programs of fonts that say enough.

A key is hidden by changing one letter of it, so that no offset in the file moves.
"""

from __future__ import annotations

import re

from undocparse.readers.pdf_objects import number_before, object_at

_TAGS = (b"/StructTreeRoot", b"/StructTreeRooT")
"""The engine would read all tags to know which blanks are decoration (a tenth of its time); text is read here
as it is painted, and blanks by themselves are left out anyway."""

_DESCRIPTOR = re.compile(rb"/FontDescriptor\s+(\d+)\s+\d+\s+R")
_PROGRAM = re.compile(rb"/FontFile(?=[23]?\s)")
_NAMED_ENCODING = re.compile(rb"/Encoding\s*/(?:WinAnsi|MacRoman)Encoding\b")
_SIMPLE = re.compile(rb"/Subtype\s*/(?:TrueType|Type1)\b")
_COMPOSITE = re.compile(rb"/Type0\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\b")
_FLAGS = re.compile(rb"/Flags\s+(\d+)")
_SYMBOLIC, _NONSYMBOLIC = 4, 32  # ISO 32000-1, table 123


def veiled(data: bytes) -> bytes:
    """The file without tags and without the programs of fonts whose encoding says what each character is.

    Those are the simple, nonsymbolic fonts with an encoding by name (ISO 32000-1, 9.6.6), Word's usual ones;
    to parse all programs takes a fifth of the engine's time. Others, and those in compressed objects,
    keep theirs: where a map to Unicode has gaps the engine looks into the program, and where a composite font
    has no map into those of its relatives (A/CONF.232/2023/4).
    """
    shown = data.replace(*_TAGS)
    spelled = _spelled_out(shown)
    if not spelled:
        return shown

    def hidden(match: re.Match[bytes]) -> bytes:
        start, end = object_at(shown, match.start())
        known = number_before(shown, start) in spelled and _is_nonsymbolic(shown, start, end)
        return b"/FontFilE" if known else match[0]

    return _PROGRAM.sub(hidden, shown)


def _spelled_out(data: bytes) -> set[bytes]:
    """Numbers of the descriptors that only fonts with an encoding by name have.

    None where a composite font has no map to Unicode.
    """
    composites = (object_at(data, match.start()) for match in _COMPOSITE.finditer(data))
    if not all(_TO_UNICODE.search(data, *font) for font in composites):
        return set()
    by_name: set[bytes] = set()
    others: set[bytes] = set()
    for match in _DESCRIPTOR.finditer(data):
        font = object_at(data, match.start())
        simple = _SIMPLE.search(data, *font) and _NAMED_ENCODING.search(data, *font)
        (by_name if simple else others).add(match[1])
    return by_name - others


def _is_nonsymbolic(data: bytes, start: int, end: int) -> bool:
    flags = _FLAGS.search(data, start, end)
    return flags is not None and int(flags[1]) & (_SYMBOLIC | _NONSYMBOLIC) == _NONSYMBOLIC
