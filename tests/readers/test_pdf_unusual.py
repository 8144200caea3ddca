"""Turned pages, unseen text, forms, raised marks and columns: what a reader of the page sees is read."""

from __future__ import annotations

import pytest
from pdf_files import pdf_of, stream

from undocparse.layout.blocks import blocks_of
from undocparse.layout.footnotes import take_footnotes
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout
from undocparse.readers import load, read

HEAD = b"BT /F1 12 Tf 72 700 Td (Depth of wells) Tj ET\n"


def _file(content: bytes, page: bytes = b"", catalog: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R %s"
            b" /Resources << /Font << /F1 5 0 R >> /Properties << /L1 6 0 R >> >> >>" % page,
            stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *more,
        ]
    )


def _read(data: bytes) -> Layout:
    return read(load(data))


def _texts(layout: Layout) -> list[str]:
    return [line.text for line in layout.lines if line.region == "body"]


@pytest.mark.parametrize(
    ("matrix", "places"),
    [("0 1 -1 0", ["300 100", "316 100", "332 100"]), ("0 -1 1 0", ["332 600", "316 600", "300 600"])],
    ids=["up", "down"],
)
def test_rows_of_a_turned_page_that_say_the_same_are_all_read(matrix: str, places: list[str]) -> None:
    content = "".join(f"BT /F1 12 Tf {matrix} {place} Tm (Item 2 (continued)) Tj ET\n" for place in places)
    upright = "BT /F1 9 Tf 1 0 0 1 40 760 Tm (A/1/2) Tj ET\n"
    layout = _read(_file((content + upright).encode()))
    assert _texts(layout) == ["Item 2 (continued)"] * 3
    assert [line.text for line in layout.lines if line.region == "overlay"] == ["A/1/2"]


@pytest.mark.parametrize(
    ("turn", "first", "second"),
    [
        (0, "100 600", "100 580"),
        (90, "300 100", "320 100"),
        (180, "400 300", "400 320"),
        (270, "300 600", "280 600"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"/Rotate"])
def test_pages_are_read_the_way_their_text_runs(turn: int, first: str, second: str, mark: bytes) -> None:
    matrix = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    rows = [(first, "Monday"), (second, "Tuesday")]
    content = "".join(f"BT /F1 12 Tf {matrix} {place} Tm ({text}) Tj ET\n" for place, text in rows)
    page = b"%s %d" % (mark, turn) if mark else b""
    layout = _read(_file(content.encode(), page))
    assert _texts(layout) == ["Monday", "Tuesday"]
    above, below = (line.box for line in layout.lines)
    assert above is not None
    assert below is not None
    assert above[0] == pytest.approx(below[0], abs=1)
    assert below[1] - above[1] == pytest.approx(20, abs=1)


HIDDEN = {
    "invisible": b"BT /F1 12 Tf 3 Tr 72 600 Td (Secret wells) Tj 0 Tr ET",
    "clipped": b"q 400 400 10 10 re W n BT /F1 12 Tf 1 0 0 1 72 600 Tm (Secret wells) Tj ET Q",
    "white": b"1 1 1 rg BT /F1 12 Tf 72 600 Td (Secret wells) Tj ET 0 g",
    "layer": b"/OC /L1 BDC BT /F1 12 Tf 72 600 Td (Secret wells) Tj ET EMC",
}


@pytest.mark.parametrize("way", HIDDEN)
def test_what_leaves_no_ink_is_left_out_and_said_to_be(way: str) -> None:
    off = b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
    layout = _read(_file(HEAD + HIDDEN[way], catalog=off, more=(b"<< /Type /OCG /Name (Draft) >>",)))
    assert _texts(layout) == ["Depth of wells"]
    assert [each.code for each in layout.diagnostics] == ["hidden-text-left-out"]


SHOWN = {
    "layer that is on": b"/OC /L1 BDC BT /F1 12 Tf 72 600 Td (Open wells) Tj ET EMC",
    "white on black": b"0 g 60 590 200 30 re f 1 1 1 rg BT /F1 12 Tf 72 600 Td (Open wells) Tj ET 0 g",
    "clipped to its place": b"q 60 590 300 30 re W n BT /F1 12 Tf 1 0 0 1 72 600 Tm (Open wells) Tj ET Q",
}


@pytest.mark.parametrize("way", SHOWN)
def test_what_leaves_ink_stays(way: str) -> None:
    on = b"/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>"
    layout = _read(_file(HEAD + SHOWN[way], catalog=on, more=(b"<< /Type /OCG /Name (Final) >>",)))
    assert _texts(layout) == ["Depth of wells", "Open wells"]
    assert not layout.diagnostics


def test_unseen_text_over_a_picture_is_recognized_text_and_stays() -> None:
    picture = b"0 g 60 590 200 4 re f 60 603 200 4 re f "
    layout = _read(_file(picture + HIDDEN["invisible"]))
    assert _texts(layout) == ["Secret wells"]
    assert [each.code for each in layout.diagnostics] == ["text-recognized"]


@pytest.mark.parametrize(
    "aside",
    [
        b"0.8 g BT /F1 90 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (DRAFT) Tj ET 0 g",
        b"BT /F1 60 Tf 150 300 Td (DRAFT) Tj ET",
        b"BT /F1 8 Tf 0 1 -1 0 30 200 Tm (Seen May) Tj ET",
    ],
)
def test_watermarks_and_margins_are_no_text(aside: bytes) -> None:
    assert _texts(_read(_file(HEAD + aside))) == ["Depth of wells"]


def test_line_numbers_are_no_text() -> None:
    rows = b"".join(
        b"BT /F1 11 Tf 100 %d Td (Row of words) Tj ET BT /F1 8 Tf 60 %d Td (%d) Tj ET\n" % (y, y, number)
        for number, y in enumerate(range(700, 420, -14), start=1)
    )
    assert set(_texts(_read(_file(rows)))) == {"Row of words"}


def test_line_numbers_stand_over_a_wider_masthead() -> None:
    heads = b"".join(b"BT /F1 11 Tf 40 %d Td (Assembly of Wells) Tj ET\n" % y for y in (742, 728, 714))
    rows = b"".join(b"BT /F1 11 Tf 100 %d Td (Row of words) Tj ET\n" % y for y in range(700, 420, -14))
    numbers = b"".join(
        b"BT /F1 7 Tf %d %d Td (%d) Tj ET\n" % (70 if count == 5 else 66, y, count)
        for count, y in ((5, 700), (10, 630), (15, 560), (20, 490))
    )
    assert set(_texts(_read(_file(heads + rows + numbers)))) == {"Assembly of Wells", "Row of words"}


@pytest.mark.parametrize("rule", ["100 130 80 0.5 re f\n", ""])
@pytest.mark.parametrize("mark", ["{n}See A/98/{n}", "{n}A/98/{n}."])
def test_notes_at_the_foot_have_their_marks_without_a_blank(rule: str, mark: str) -> None:
    rows = [(100, 700 - 14 * n, 11, f"Line {n} of the text above the notes") for n in range(30)]
    notes = [(108, 118 - 10 * n, 8, mark.format(n=n + 1)) for n in range(2)]
    shown = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in (*rows, *notes))
    layout = _read(_file((rule + shown).encode()))
    assert [note.mark for note in take_footnotes(layout, Ledger(layout))] == ["1", "2"]


def test_turned_cells_stand_in_their_first_row() -> None:
    content = b"BT /F1 10 Tf 72 600 Td (Date) Tj ET BT /F1 10 Tf 200 600 Td (Title) Tj ET\n"
    content += b"BT /F1 10 Tf 200 580 Td (Wells) Tj ET BT /F1 10 Tf 200 560 Td (Pumps) Tj ET\n"
    content += b"BT /F1 9 Tf 0 1 -1 0 90 510 Tm (Monday, 5 May) Tj ET\n72 595 m 500 595 l S\n"
    assert _texts(_read(_file(content))) == ["Date", "Title", "Monday, 5 May", "Wells", "Pumps"]


def test_fields_of_a_form_are_read() -> None:
    form = b"/AcroForm << /Fields [7 0 R] >>"
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (s) /V (WELLS/2/1) /Rect [300 690 500 710] /P 3 0 R >>"
    )
    data = _file(HEAD, page=b"/Annots [7 0 R]", catalog=form, more=(b"null", field))
    assert _texts(_read(data)) == ["Depth of wells", "WELLS/2/1"]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (b"Wells, 4\\2556 May; follow\\255up", "Wells, 4-6 May; follow-up"),
        (b"Wells and pum\\255", "Wells and pum\u00ad"),
    ],
)
def test_code_ad_is_a_hyphen_but_at_line_ends(printed: bytes, text: str) -> None:
    assert _texts(_read(_file(b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % printed))) == [text]


def test_a_raised_mark_in_the_texts_size_is_a_mark() -> None:
    content = b"BT /F1 11 Tf 72 700 Td (In decision 2/6) Tj 3.5 Ts (1) Tj 0 Ts (, wells were dug.) Tj ET"
    line = next(iter(_read(_file(content)).lines))
    assert (line.text, line.marks) == ("In decision 2/6, wells were dug.", (("1", 15),))


def test_the_raised_end_of_an_ordinal_stays_in_the_text() -> None:
    content = b"BT /F1 11 Tf 9 700 Td (125) Tj /F1 7 Tf 18.4 4 Td (e) Tj /F1 11 Tf 3.2 -4 Td ( session) Tj ET"
    line = next(iter(_read(_file(content)).lines))
    assert (line.text, line.marks) == ("125e session", ())


def test_text_that_another_was_painted_over_is_not_read() -> None:
    content = b"BT /F1 10 Tf 97 690 Td (Distr.: General) Tj ET 1 g 60 680 200 40 re f 0 g\n"
    content += b"BT /F1 10 Tf 72 690.2 Td (Distr.: Limited) Tj ET"
    assert _texts(_read(_file(content))) == ["Distr.: Limited"]


def test_text_that_runs_over_another_is_read_where_both_are_seen() -> None:
    content = b"BT /F1 10 Tf 97 690 Td (Distr.: General) Tj 60 0 Td (Wells and pumps) Tj ET"
    assert "General" in "".join(_texts(_read(_file(content))))


def test_a_shadow_is_not_read_twice() -> None:
    content = HEAD + b"BT /F1 12 Tf 73.2 699.2 Td (Depth of wells) Tj ET"
    assert _texts(_read(_file(content))) == ["Depth of wells"]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"left column holds row {number} of words" for number in range(1, 8)]
    right = [f"right column holds row {number} of words" for number in range(1, 8)]
    content = b"".join(
        b"BT /F1 10 Tf 72 %d Td (%s) Tj ET BT /F1 10 Tf 320 %d Td (%s) Tj ET\n"
        % (600 - 12 * row, a.encode(), 600 - 12 * row, b.encode())
        for row, (a, b) in enumerate(zip(left, right, strict=True))
    )
    assert _texts(_read(_file(content))) == [*left, *right]
    ruled = content + b"".join(b"60 %d m 560 %d l S\n" % (y, y) for y in (597, 585, 573, 561))
    assert _texts(_read(_file(ruled)))[:2] == [left[0], right[0]]


def test_a_heading_left_of_the_right_column_does_not_end_the_columns() -> None:
    prose = "Some words that fill a line of the column"
    left = [(60, 700 - 14 * n, f"{prose} {n}") for n in range(24)]
    right = [(360, 700 - 14 * n, f"{prose} {n + 30}") for n in range(24) if n != 12]
    right.insert(12, (320, 700 - 14 * 12 + 5, "Item 4. A heading that begins further left"))
    shown = "".join(f"BT /F1 9 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in (*left, *right))
    assert _texts(_read(_file(shown.encode()))) == [text for _, _, text in (*left, *right)]


def test_a_raised_ending_of_an_ordinal_is_text() -> None:
    shown = b"BT /F1 10 Tf 72 600 Td (La 125) Tj ET BT /F1 6 Tf 102.7 604 Td (e) Tj ET\n"
    shown += b"BT /F1 10 Tf 109 600 Td (session) Tj ET\n"
    assert _texts(_read(_file(shown))) == ["La 125e session"]


def test_a_title_behind_its_symbol_goes_on_below_itself() -> None:
    rows = [(100, 700, "WELLS/2031/7      Report of the Secretariat on the"), (220, 688, "Depth of wells")]
    rows += [(100, 664, "WELLS/2031/8      Note on water"), (70, 640, "1. Measures for the improvement of")]
    rows += [(94, 628, "Pumps")]
    shown = "".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in rows)
    layout = _read(_file(shown.encode()))
    assert [block.text for block in blocks_of(layout.lines, layout)] == [
        "WELLS/2031/7 Report of the Secretariat on the Depth of wells",
        "WELLS/2031/8 Note on water",
        "1. Measures for the improvement of Pumps",
    ]
