"""Fonts of one name in several files that are read by one process: each file keeps its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_files import page_in_composite_font, page_in_simple_font

from undocparse.readers.pdf import read_pdf
from undocparse.readers.pdf_fonts import PrivateFonts, fonts_in
from undocparse.readers.pdf_objects import patched

TEXT = b"Report of the bureau"


def _width(data: bytes) -> float:
    """How wide the only line is, in points."""
    (line,) = read_pdf(data, "page.pdf").lines
    assert line.text == TEXT.decode()
    assert line.box is not None
    return line.box[2] - line.box[0]


@pytest.mark.parametrize("page", [page_in_simple_font, page_in_composite_font])
@pytest.mark.parametrize("name", [b"TimesNewRomanPSMT", b"BCDEEE+TimesNewRomanPSMT", b"Arial"])
def test_a_font_has_the_widths_of_its_own_file(
    page: Callable[[bytes, int, bytes], bytes], name: bytes
) -> None:
    for width in (500, 900, 300):
        assert _width(page(name, width, TEXT)) == pytest.approx(12 * len(TEXT) * width / 1000, rel=0.01)


@pytest.mark.parametrize("name", [b"TimesNewRomanPSMT", b"Arial"])
def test_names_keep_their_length_and_can_be_had_back(name: bytes) -> None:
    data = page_in_simple_font(name, 500, TEXT)
    fonts = PrivateFonts(data, fonts_in(data))
    (patch,) = fonts.patches
    assert len(patch.instead) == len(name)
    assert patched(data, fonts.patches) == data.replace(name, patch.instead, 1) != data
    assert fonts.name(patch.instead.decode()) == name.decode()


def test_a_font_without_widths_keeps_its_name() -> None:
    data = page_in_simple_font(b"Helvetica", 500, TEXT).replace(b"/Widths 6 0 R", b"")
    assert not PrivateFonts(data, fonts_in(data)).patches


def test_text_whose_map_to_unicode_is_lost_is_not_passed_off_as_right() -> None:
    whole = page_in_composite_font(b"BCDEEE+TimesNewRomanPSMT", 500, TEXT)
    lost = whole[: whole.index(b"9 0 obj")]
    assert not read_pdf(whole, "page.pdf").diagnostics
    assert [found.code for found in read_pdf(lost, "page.pdf").diagnostics] == ["font-map-lost"]
