"""What the fast engine is not shown: it may cost time, and never a character."""

from __future__ import annotations

import pytest

from undocparse.readers.pdf_veil import veiled

SIMPLE = b"<< /Subtype /TrueType /Encoding /WinAnsiEncoding /FontDescriptor 7 0 R >>"
COMPOSITE = b"<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [8 0 R] %s >>"
DESCENDANT = b"<< /Subtype /CIDFontType2 /FontDescriptor %s >>"
DESCRIPTOR = b"<< /Type /FontDescriptor /Flags %d /FontFile2 9 0 R >>"


def _file(objects: dict[int, bytes]) -> bytes:
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in objects.items())


def _hides_the_program(objects: dict[int, bytes]) -> bool:
    data = _file(objects)
    shown = veiled(data)
    assert len(shown) == len(data)
    return b"/FontFile2" not in shown


def test_tags_are_hidden_at_the_same_length() -> None:
    data = _file({1: b"<< /Type /Catalog /StructTreeRoot 5 0 R >>"})
    assert b"/StructTreeRoot" not in veiled(data)
    assert len(veiled(data)) == len(data)


def test_a_program_is_hidden_where_the_encoding_has_a_name() -> None:
    assert _hides_the_program({5: SIMPLE, 7: DESCRIPTOR % 32})
    assert _hides_the_program({5: SIMPLE.replace(b"WinAnsi", b"MacRoman"), 7: DESCRIPTOR % 98})


@pytest.mark.parametrize(
    "objects",
    [
        {5: SIMPLE.replace(b"/Encoding /WinAnsiEncoding", b""), 7: DESCRIPTOR % 32},
        {5: SIMPLE.replace(b"/WinAnsiEncoding", b"<< /Differences [65 /g7] >>"), 7: DESCRIPTOR % 32},
        {5: SIMPLE, 7: DESCRIPTOR % 4},
        {5: SIMPLE, 7: DESCRIPTOR.replace(b"/Flags %d ", b"")},
        {5: SIMPLE, 6: DESCENDANT % b"7 0 R", 7: DESCRIPTOR % 32},
        {4: COMPOSITE % b"", 5: SIMPLE, 7: DESCRIPTOR % 32, 8: DESCENDANT % b"10 0 R"},
    ],
    ids=[
        "no encoding",
        "own glyph names",
        "symbolic",
        "no flags",
        "shared descriptor",
        "relative without map",
    ],
)
def test_a_program_that_may_be_asked_is_shown(objects: dict[int, bytes]) -> None:
    assert not _hides_the_program(objects)


def test_a_composite_font_with_a_map_keeps_its_program_beside_one_that_is_hidden() -> None:
    composite = COMPOSITE % b"/ToUnicode 11 0 R"
    objects = {4: composite, 5: SIMPLE, 7: DESCRIPTOR % 32, 8: DESCENDANT % b"10 0 R", 10: DESCRIPTOR % 32}
    assert veiled(_file(objects)).count(b"/FontFile2") == 1


def test_a_file_without_fonts_is_shown_as_it_is() -> None:
    assert veiled(b"%PDF-1.7\n") == b"%PDF-1.7\n"
