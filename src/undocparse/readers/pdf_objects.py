"""Finds the objects of a PDF in its bytes, as far as no compressed stream holds them."""

from __future__ import annotations

_LONGEST = 4096  # bytes; the dictionary of a font is far shorter


def object_at(data: bytes, place: int) -> tuple[int, int]:
    """Where the dictionary that holds a place begins, behind its "obj", and where it ends.

    Where either is not found nearby, the dictionary is taken to reach as far as was looked.
    """
    start = max(data.rfind(b" obj", max(place - _LONGEST, 0), place), 0)
    end = data.find(b"endobj", place, place + _LONGEST)
    return start, end if end > 0 else min(place + _LONGEST, len(data))


def number_before(data: bytes, start: int) -> bytes:
    """The number of the object whose "obj" begins here ("12 0 obj"); empty where none is printed."""
    words = data[max(start - 20, 0) : start].split()
    return words[-2] if len(words) > 1 else b""
