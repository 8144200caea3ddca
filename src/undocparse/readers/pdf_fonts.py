"""Keeps the fonts of one PDF apart from those of the next.

The fast engine shares parsed fonts between documents by name and by what it finds in the font's own object,
without what that refers to: tables of widths and descendant fonts that stand apart (its release 0.3.78). Word
leaves the widths of characters that a document does not use at nought, and a file that was cut off has lost
its tables, so the next document in the same process would be read with holes in it. Fonts whose names carry a
subset's tag (ISO 32000-1, 9.6.4: six capitals and a plus sign) are never shared: the names are given such
tags, at the same length, so that no offset in the file moves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from itertools import count, islice

from undocparse.readers.pdf_objects import Extent, Patch, object_at, places_of

_NAME = re.compile(rb"/BaseFont\s*/([^\s/<>\[\](){}%#]+)")
_METRICS = re.compile(rb"/(?:Widths|DescendantFonts|CIDSystemInfo)\b")
_SUBSET = re.compile(rb"[A-Z]{6}\+")
_PICTURES = re.compile(rb"symbol|dingbats|wingdings|webdings", re.IGNORECASE)  # decoded by their name
_TAG = 7  # characters of a subset's tag, plus sign included
_MOST = 5_000  # fonts; reports of thousands of pages have some hundred, and 90 MB of such keys took 2 GB
_ENDS = 8192  # bytes


def fonts_in(data: bytes) -> dict[int, Extent]:
    """The dictionaries of a file's fonts, by where the key of their name stands."""
    return {place: object_at(data, place) for place in islice(places_of(b"/BaseFont", data), _MOST)}


class PrivateFonts:
    """The names that make a PDF's fonts its own, and those that they had.

    Attributes:
        patches: what to change in the file.
    """

    def __init__(self, data: bytes, fonts: Mapping[int, Extent]) -> None:
        self._names: dict[str, str] = {}
        self._tags: dict[bytes, bytes] = {}
        self._numbers = count()
        self._data = data
        self.patches = [patch for place, font in fonts.items() if (patch := self._renamed(place, font))]

    def name(self, font: str) -> str:
        """The name that the file gives a font, from the one that the engine says."""
        return self._names.get(font, font)

    def may_be_shared(self, font: str) -> bool:
        """Whether the engine may have read a font of this name in another document."""
        return font not in self._names and not _SUBSET.match(font.encode("latin-1", "replace"))

    def _renamed(self, place: int, font: Extent) -> Patch | None:
        match = _NAME.match(self._data, place)
        name = match[1] if match else b""
        if not match or _SUBSET.match(name) or _PICTURES.search(name):
            return None
        if not _METRICS.search(self._data, *font):
            return None  # the engine knows the widths of such fonts by their names
        new = self._tags.get(name)
        if new is None:
            new = self._tags[name] = self._private(name)
            self._names[new.decode("latin-1")] = name.decode("latin-1")
        return Patch(match.start(1), new)

    def _private(self, name: bytes) -> bytes:
        """A name of the same length: tagged as a subset, or one of its own if too short."""
        if len(name) > _TAG:
            return _letters(next(self._numbers), _TAG - 1) + b"+" + name[_TAG:]
        seed = int.from_bytes(sha256(_digest(self._data) + name).digest()[:8])
        return _letters(seed, len(name))


def _digest(data: bytes) -> bytes:
    """Of the file's length and its ends, where its identifier and the places of its objects stand."""
    return sha256(b"%d" % len(data) + data[:_ENDS] + data[-_ENDS:]).digest()


def _letters(number: int, length: int) -> bytes:
    letters = bytearray()
    for _ in range(length):
        number, letter = divmod(number, 26)
        letters.append(65 + letter)
    return bytes(letters[::-1])
