"""Tells whether a font's map to Unicode has all its characters, so that its program need not be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from undocparse.readers.pdf_objects import Extent, Objects, number_of

COMPOSITE = re.compile(rb"/Type0\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d+)\s+0\s+R")
_GLYPH_WIDTHS = re.compile(rb"/W\s*(?:\[|(\d+)\s+0\s+R)")  # ISO 32000-1, 9.7.4.3
_WIDTHS = re.compile(rb"/Widths\s*(?:\[|(\d+)\s+0\s+R)")  # 9.6.2.1
_FIRST = re.compile(rb"/FirstChar\s+(\d+)")
_PARTS = re.compile(rb"\[[^\[\]]*\]|[\d.]+|\]")
_CODE = rb"<([0-9A-Fa-f]+)>"
_VALUE = rb"<(?!0+>|[Ff]{3}[Dd]>)[0-9A-Fa-f]%s>"  # none of those that say that there is none
_CHARACTER = re.compile(rb"%s\s*%s" % (_CODE, _VALUE % b"+"))
_RANGE = re.compile(rb"%s\s*%s\s*(?:%s|\[(?:\s*%s)+\s*\])" % (_CODE, _CODE, _VALUE % b"{1,4}", _VALUE % b"+"))
_UNDEFINED = {0}  # the code of the sign for a character that a font does not have
_LAST = 0xFFFF
_MOST = 2 * _LAST  # codes in all ranges of a map; more are no map of a font


def is_mapped(objects: Objects, font: Extent, descendant: Extent | None) -> bool:
    """Whether a font gives widths to just the characters that its map to Unicode has.

    One that gives more has characters without value; one that gives fewer may have some of the usual width
    that neither tells of.

    Args:
        objects: the file's.
        font: the dictionary of a simple or composite font.
        descendant: that of the composite font's descendant, which has its widths.
    """
    try:
        given = _with_glyph_widths(objects, descendant) if descendant else _with_widths(objects, font)
        mapped = _mapped(objects, font)
    except (ValueError, StopIteration):  # a number or a bracket is lacking
        return False
    return bool(mapped) and given - _UNDEFINED == mapped - _UNDEFINED


def has_lost_map(objects: Objects, font: Extent) -> bool:
    """Whether a composite font names a map to Unicode that is not in the file.

    Maps are streams, which no compressed object holds (ISO 32000-1, 7.5.7): what is not there is lost.
    """
    found = _TO_UNICODE.search(objects.data, *font) if COMPOSITE.search(objects.data, *font) else None
    return found is not None and found[1] not in objects


def _mapped(objects: Objects, font: Extent) -> set[int]:
    """The codes that the map has, as far as the fast engine reads it.

    It does not read ranges whose first code stands for several characters, as Word writes for ligatures.
    """
    found = _TO_UNICODE.search(objects.data, *font)
    if found is None:
        return set()
    if found[1] not in objects.maps:  # thousands of fonts may have one
        objects.maps[found[1]] = _codes(objects.stream(found[1]) or b"")
    return objects.maps[found[1]]


def _codes(table: bytes) -> set[int]:
    """The codes of a map; none where its ranges overlap more than those of any font."""
    codes: set[int] = set()
    given = 0
    for part in table.split(b"beginbf")[1:]:
        if part.startswith(b"char"):
            codes.update(int(code, 16) for code in _CHARACTER.findall(part))
            continue
        for first, last in _RANGE.findall(part):
            span = _range(int(first, 16), int(last, 16))
            given += len(span)
            if given > _MOST:
                return set()
            codes.update(span)
    return codes


def _with_glyph_widths(objects: Objects, descendant: Extent) -> set[int]:
    """The codes to which a composite font gives a width: "first [width …]" or "first last width"."""
    codes: set[int] = set()
    parts = _array(objects, _GLYPH_WIDTHS, descendant)
    for part in parts:
        first, then = int(part), next(parts)
        if then.startswith(b"["):
            codes.update(_range(first, first + len(then[1:-1].split()) - 1))
        else:
            codes.update(_range(first, int(then)))
            next(parts)
    return codes


def _with_widths(objects: Objects, font: Extent) -> set[int]:
    """The codes to which a simple font gives a width."""
    first = _FIRST.search(objects.data, *font)
    widths = sum(1 for _ in _array(objects, _WIDTHS, font))
    return set(_range(number_of(first[1]), number_of(first[1]) + widths - 1)) if first else set()


def _array(objects: Objects, key: re.Pattern[bytes], extent: Extent) -> Iterator[bytes]:
    """The parts of an array, which stands in its dictionary or is an object of its own."""
    found = key.search(objects.data, *extent)
    if found is None:
        return
    start, end = found.end(), extent.end
    if found[1]:
        target = objects.find(found[1])
        if target is None:
            return
        start, end = objects.data.find(b"[", *target) + 1, target.end
    for match in _PARTS.finditer(objects.data, start, end):
        if match[0] == b"]":
            return
        yield match[0]


def _range(first: int, last: int) -> range:
    if last > _LAST:
        raise ValueError(last)
    return range(first, last + 1)
