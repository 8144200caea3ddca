"""Hides from the fast engine what it would read in vain: tags, and the programs of fonts that say enough.

A key is hidden by changing one letter of it, so that no offset in the file moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from undocparse.readers.pdf_codes import COMPOSITE, is_mapped
from undocparse.readers.pdf_objects import Extent, Objects, Patch, number_of

_DESCRIPTOR = re.compile(rb"/FontDescriptor\s+(\d+)\s+0\s+R")
_PROGRAM = re.compile(rb"/FontFil(?=e[23]?\s)")
_NAMED_ENCODING = re.compile(rb"/Encoding\s*/(?:WinAnsi|MacRoman)Encoding\b")
_SIMPLE = re.compile(rb"/Subtype\s*/(?:TrueType|Type1)\b")
_DESCENDANT = re.compile(rb"/DescendantFonts\s*\[?\s*(\d+)\s+0\s+R")
_DESCENDED = re.compile(rb"/CIDFontType[02]\b")
_ARRAY = re.compile(rb" obj\s*\[\s*(\d+)\s+0\s+R\s*\]")
_TO_UNICODE = re.compile(rb"/ToUnicode\b")
_FLAGS = re.compile(rb"/Flags\s+(\d+)")
_SYMBOLIC, _NONSYMBOLIC = 4, 32  # ISO 32000-1, table 123


def veil(objects: Objects, fonts: Iterable[Extent]) -> Iterator[Patch]:
    """What to change so that tags and the programs of fonts that say enough are not seen.

    The engine would read all tags to know which blanks are decoration (a tenth of its time); text is read
    here as it is painted, and blanks by themselves are left out anyway. To parse all programs takes a fifth
    of its time. Fonts say enough that have an encoding by name and no symbols (ISO 32000-1, 9.6.6), or a map
    to Unicode without gaps. Others, and those in compressed objects, keep their programs: where a map has
    gaps the engine looks into the program, and where a composite font has no map into those of its relatives
    (A/CONF.232/2023/4), so there all are kept.

    Args:
        objects: the file's.
        fonts: the dictionaries of its fonts.
    """
    tags = objects.data.find(b"/StructTreeRoot")
    if tags >= 0:
        yield Patch(tags, b"/StructTreeRooT")
    for number in _told_enough(objects, fonts):
        descriptor = objects.find(number)
        program = _PROGRAM.search(objects.data, *descriptor) if descriptor else None
        if program:
            yield Patch(program.end(), b"E")


def _told_enough(objects: Objects, fonts: Iterable[Extent]) -> set[bytes]:
    """Numbers of the descriptors that only fonts have that say enough."""
    enough: set[bytes] = set()
    others: set[bytes] = set()
    descendants: dict[int, Extent] = {}
    reached: set[int] = set()
    for font in fonts:
        holder = font
        if COMPOSITE.search(objects.data, *font):
            if not _TO_UNICODE.search(objects.data, *font):
                return set()
            holder = _descendant(objects, font) or font
            reached.add(holder.start)
        elif _DESCENDED.search(objects.data, *font):
            descendants[font.start] = font
            continue
        numbers = _DESCRIPTOR.findall(objects.data, *holder)
        says = len(numbers) == 1 and _says_enough(objects, font, holder, numbers[0])
        (enough if says else others).update(numbers)
    for start in descendants.keys() - reached:
        others.update(_DESCRIPTOR.findall(objects.data, *descendants[start]))
    return enough - others


def _says_enough(objects: Objects, font: Extent, holder: Extent, descriptor: bytes) -> bool:
    if holder is not font:
        return is_mapped(objects, font, holder)
    by_name = _SIMPLE.search(objects.data, *font) and _NAMED_ENCODING.search(objects.data, *font)
    return bool(by_name and _is_nonsymbolic(objects, descriptor)) or is_mapped(objects, font, None)


def _descendant(objects: Objects, font: Extent) -> Extent | None:
    """The font that a composite one is made of, given by itself or in an array that stands apart."""
    found = _DESCENDANT.search(objects.data, *font)
    target = objects.find(found[1]) if found else None
    apart = _ARRAY.match(objects.data, *target) if target else None
    return objects.find(apart[1]) if apart else target


def _is_nonsymbolic(objects: Objects, descriptor: bytes) -> bool:
    found = objects.find(descriptor)
    flags = _FLAGS.search(objects.data, *found) if found else None
    return flags is not None and number_of(flags[1]) & (_SYMBOLIC | _NONSYMBOLIC) == _NONSYMBOLIC
