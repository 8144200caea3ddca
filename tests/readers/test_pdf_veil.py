"""What the fast engine is not shown: it may cost time, and never a character."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import pdf_of, stream

from undocparse.readers.pdf_fonts import fonts_in
from undocparse.readers.pdf_objects import Objects, patched
from undocparse.readers.pdf_veil import veil

SIMPLE = b"<< /Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding /FontDescriptor 7 0 R >>"
CODED = (
    b"<< /Subtype /TrueType /BaseFont /A /FirstChar 1 /Widths [500 250] /FontDescriptor 7 0 R"
    b" /ToUnicode 11 0 R >>"
)
COMPOSITE = (
    b"<< /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 11 0 R >>"
)
DESCENDANT = (
    b"<< /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor 7 0 R /W [0 [777] 3 [250 500] 7 8 400] >>"
)
DESCRIPTOR = b"<< /Type /FontDescriptor /Flags %d /FontFile2 9 0 R >>"
CHARACTERS = b"2 beginbfchar\n<0003> <0020>\n<0004> <00660069>\nendbfchar\n"
_CRUEL = [b"/Prev 9", b"9" * 30, b"[", b"]", b"<", b"obj", b"endobj", b"0 obj", b"startxref 0", b" 0 R"]
RANGE = b"1 beginbfrange\n<0007> <0008> <0041>\nendbfrange\n"


def _shown(objects: dict[int, bytes]) -> bytes:
    data = pdf_of([objects.get(number, b"null") for number in range(1, max(objects) + 1)])
    shown = patched(data, veil(Objects(data), fonts_in(data).values()))
    assert len(shown) == len(data)
    return shown


def _hides_the_program(objects: dict[int, bytes]) -> bool:
    return b"/FontFile2" not in _shown(objects)


def _composite(unicodes: bytes, descendant: bytes = DESCENDANT, font: bytes = COMPOSITE) -> dict[int, bytes]:
    return {5: font, 7: DESCRIPTOR % 4, 8: descendant, 11: stream(unicodes)}


def test_tags_are_hidden_at_the_same_length() -> None:
    assert b"/StructTreeRoot" not in _shown({1: b"<< /Type /Catalog /StructTreeRoot 5 0 R >>"})


def test_a_program_is_hidden_where_the_encoding_has_a_name() -> None:
    assert _hides_the_program({5: SIMPLE, 7: DESCRIPTOR % 32})
    assert _hides_the_program({5: SIMPLE.replace(b"WinAnsi", b"MacRoman"), 7: DESCRIPTOR % 98})


def test_a_program_is_hidden_where_the_map_to_unicode_has_all_characters_with_widths() -> None:
    packed = zlib.compress(CHARACTERS + RANGE)
    apart = {**_composite(b"", font=COMPOSITE.replace(b"[8 0 R]", b"12 0 R")), 12: b"[ 8 0 R ]"}
    apart[8] = DESCENDANT.replace(b"[0 [777] 3 [250 500] 7 8 400]", b"13 0 R")
    apart[11] = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    apart[13] = b"[0 [777] 3 [250 500] 7 8 400]"
    assert _hides_the_program(_composite(CHARACTERS + RANGE))
    assert _hides_the_program(_composite(CHARACTERS + RANGE.replace(b"<0041>", b"[<0041> <0061>]")))
    assert _hides_the_program(apart)
    assert _hides_the_program(
        {5: CODED, 7: DESCRIPTOR % 4, 11: stream(RANGE.replace(b"7", b"1").replace(b"8", b"2"))}
    )


@pytest.mark.parametrize(
    "objects",
    [
        {5: SIMPLE.replace(b"/Encoding /WinAnsiEncoding", b""), 7: DESCRIPTOR % 32},
        {5: SIMPLE.replace(b"/WinAnsiEncoding", b"<< /Differences [65 /g7] >>"), 7: DESCRIPTOR % 32},
        {5: SIMPLE, 7: DESCRIPTOR % 4},
        {5: SIMPLE, 7: DESCRIPTOR.replace(b"/Flags %d ", b"")},
        {5: SIMPLE, 6: DESCENDANT, 7: DESCRIPTOR % 32},
        {4: COMPOSITE.replace(b"/ToUnicode 11 0 R", b""), 5: SIMPLE, 7: DESCRIPTOR % 32},
        {5: SIMPLE + SIMPLE.replace(b"7 0 R", b"8 0 R"), 7: DESCRIPTOR % 32},
        {5: CODED, 7: DESCRIPTOR % 4, 11: stream(CHARACTERS)},
    ],
    ids=[
        "no encoding",
        "own glyph names",
        "symbolic",
        "no flags",
        "shared descriptor",
        "relative without map",
        "two fonts in one object",
        "other codes than widths",
    ],
)
def test_a_program_that_may_be_asked_is_shown(objects: dict[int, bytes]) -> None:
    assert not _hides_the_program(objects)


@pytest.mark.parametrize(
    "objects",
    [
        _composite(CHARACTERS),
        _composite(CHARACTERS + RANGE.replace(b"<0041>", b"<06440622>")),
        _composite(CHARACTERS.replace(b"<0020>", b"<FFFD>") + RANGE),
        _composite(CHARACTERS + RANGE.replace(b"<0041>", b"[<0041> <0000>]")),
        _composite(CHARACTERS + RANGE.replace(b"<0008>", b"<0009>")),
        _composite(CHARACTERS + RANGE, DESCENDANT.replace(b"/W [0 [777] 3 [250 500] 7 8 400]", b"")),
        _composite(CHARACTERS + RANGE, DESCENDANT.replace(b"7 8 400]", b"7 8")),
        _composite(CHARACTERS + RANGE, DESCENDANT.replace(b"7 8 400", b"7 99999999 400")),
        {**_composite(b""), 11: b"<< /Filter /FlateDecode /Length 5 >>\nstream\nspoilt\nendstream"},
        {**_composite(b""), 11: b"null"},
    ],
    ids=[
        "gap",
        "ligatures in a range",
        "no value",
        "nought in a range",
        "characters of the usual width",
        "no widths",
        "widths cut off",
        "endless widths",
        "spoilt map",
        "lost map",
    ],
)
def test_a_program_is_shown_where_the_map_may_have_gaps(objects: dict[int, bytes]) -> None:
    assert not _hides_the_program(objects)


def test_the_newest_revision_of_an_object_counts() -> None:
    old = pdf_of([b"null"] * 4 + [SIMPLE, b"null", DESCRIPTOR % 32])
    place = len(old)
    new = b"7 0 obj\n%s\nendobj\n" % (DESCRIPTOR % 4)
    table = b"xref\n7 1\n%010d 00000 n \ntrailer\n<< /Size 8 /Prev %d >>\n" % (place, old.rfind(b"xref\n0"))
    data = old + new + table + b"startxref\n%d\n%%%%EOF\n" % (place + len(new))
    assert not list(veil(Objects(data), fonts_in(data).values()))


def test_objects_are_found_where_the_table_does_not_say() -> None:
    data = pdf_of([b"null"] * 4 + [SIMPLE, b"null", DESCRIPTOR % 32])
    assert len(list(veil(Objects(b"junk\n" + data), fonts_in(b"junk\n" + data).values()))) == 1
    cut = data[: data.rfind(b"xref\n0")]
    assert len(list(veil(Objects(cut), fonts_in(cut).values()))) == 1


_WHOLE = pdf_of([_composite(CHARACTERS + RANGE).get(number, SIMPLE) for number in range(1, 12)])


@given(st.integers(0, len(_WHOLE)), st.integers(0, 40), st.binary(max_size=40) | st.sampled_from(_CRUEL))
def test_no_damage_raises_or_moves_anything(place: int, length: int, instead: bytes) -> None:
    data = _WHOLE[:place] + instead + _WHOLE[place + length :]
    fonts = fonts_in(data)
    assert len(patched(data, veil(Objects(data), fonts.values()))) == len(data)


def test_a_file_without_fonts_is_shown_as_it_is() -> None:
    assert not list(veil(Objects(b"%PDF-1.7\n"), []))
