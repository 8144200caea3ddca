"""Finds the objects of a PDF in its bytes, as far as no compressed stream holds them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

_HEAD = b" 0 obj"
_LONGEST = 4096  # bytes; the dictionary of a font is far shorter
_STREAM = 1 << 16  # bytes; the map to Unicode of a font is shorter
_TABLE = re.compile(rb"startxref\s+(\d+)")
_SECTION = re.compile(rb"\s*(\d+) +(\d+)\s+")
_EARLIER = re.compile(rb"/Prev\s+(\d+)")
_TRAILER = 1024  # bytes; none is longer
_ENTRY = 20  # bytes (ISO 32000-1, 7.5.4)
_DIGITS = 12  # of a place or a number in the longest files; Python turns no more than 4,300 into a number
_FAR = 1 << 50  # beyond every file
_MOST = 1000  # sections of tables; each change of a file adds a few, and each font asks them all


class Patch(NamedTuple):
    """Bytes that take the place of as many others, so that no offset in the file moves."""

    place: int
    instead: bytes


class Extent(NamedTuple):
    """Where an object's dictionary begins, behind its number and before "obj", and where it ends."""

    start: int
    end: int


def number_of(digits: bytes) -> int:
    """The number that digits stand for, or one beyond every file where they are too many for any."""
    digits = digits.lstrip(b"0")
    return int(digits or b"0") if len(digits) <= _DIGITS else _FAR


def patched(data: bytes, patches: Iterable[Patch]) -> bytes:
    """The file with these bytes changed, put together at once: files may be as large as memory allows."""
    parts: list[bytes | memoryview] = []
    view, end = memoryview(data), 0
    for place, new in sorted(patches):
        if place >= end:
            parts += view[end:place], new
            end = place + len(new)
    return b"".join([*parts, view[end:]]) if parts else data


def places_of(word: bytes, data: bytes) -> Iterator[int]:
    """Where a word stands."""
    place = data.find(word)
    while place >= 0:
        yield place
        place = data.find(word, place + len(word))


def object_at(data: bytes, place: int) -> Extent:
    """The object whose dictionary holds a place.

    Where its beginning or end is not found nearby, it is taken to reach as far as was looked.
    """
    start = max(data.rfind(b" obj", max(place - _LONGEST, 0), place), 0)
    end = data.find(b"endobj", place, place + _LONGEST)
    return Extent(start, end if end > 0 else min(place + _LONGEST, len(data)))


class Objects:
    """The objects of a PDF by their numbers.

    Attributes:
        data: the file.
        maps: the codes that maps to Unicode have, by the maps' numbers, as far as they were asked for.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.maps: dict[bytes, set[int]] = {}
        self._sections = list(islice(_sections(data), _MOST))

    def find(self, number: bytes) -> Extent | None:
        """The object as it was last written; null where none of this number stands in the file's bytes."""
        place = self._place(number)
        end = self.data.find(b"endobj", place, place + _STREAM) if place >= 0 else -1
        return Extent(place + len(number) + 2, end) if end > 0 else None

    def __contains__(self, number: bytes) -> bool:
        """Whether an object of this number stands in the file's bytes."""
        return self._place(number) >= 0

    def _place(self, number: bytes) -> int:
        head = number + _HEAD
        place = self._listed(number_of(number))
        return place if self.data.startswith(head, place) else self._last.get(number, -1)

    def _listed(self, number: int) -> int:
        """Where the newest table says that an object begins; 0 where none does."""
        for first, length, table in self._sections:
            if first <= number < first + length:
                place = table + _ENTRY * (number - first)
                entry = self.data[place : place + 10]
                return int(entry) if entry.isdigit() else 0
        return 0

    @cached_property
    def _last(self) -> dict[bytes, int]:
        """Where each begins in a file without a table that can be read by eye."""
        found: dict[bytes, int] = {}
        for place in places_of(_HEAD, self.data):
            before = self.data[max(place - _DIGITS - 1, 0) : place]
            number = before[len(before.rstrip(b"0123456789")) :]
            if number:
                found[number] = place - len(number)
        return found

    def stream(self, number: bytes) -> bytes | None:
        """The stream of an object, unpacked; null where it has none or not ZIP's packing."""
        extent = self.find(number)
        begins = self.data.find(b"stream", *extent) if extent else -1
        ends = self.data.rfind(b"endstream", *extent) if extent else -1
        if not extent or not 0 <= begins < ends:
            return None
        head, packed = self.data[extent.start : begins], self.data[begins + 6 : ends].lstrip(b"\r\n")
        if b"/Filter" not in head:
            return packed
        try:
            return zlib.decompressobj().decompress(packed, _STREAM)
        except zlib.error:
            return None


def _sections(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The sections of the cross-reference tables, newest first: first number, how many, where they stand."""
    pointer = _TABLE.search(data, max(data.rfind(b"startxref"), 0))
    seen: set[int] = set()
    while pointer and (place := number_of(pointer[1])) not in seen and data.startswith(b"xref", place):
        seen.add(place)
        place += 4
        while section := _SECTION.match(data, place):
            first, length = number_of(section[1]), number_of(section[2])
            yield first, length, section.end()
            place = section.end() + _ENTRY * length
        pointer = _EARLIER.search(data, place, place + _TRAILER)
