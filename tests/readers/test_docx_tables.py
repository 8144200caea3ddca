from __future__ import annotations

import pytest
from word_files import cell, para, printed, read_word, row, table

from undocparse.layout.pages import Grid

DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEAD = row(cell("Date"), cell("Time"), cell("Item"), cell("Title"))


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def controlled(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    """Row, column, rows, columns and text of each cell."""
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells]


CASES = {
    "merged-down": (
        table(
            HEAD,
            row(cell("Mon", DOWN), cell("10 a.m.", DOWN), cell("1"), cell("A")),
            row(cell("", GOES_ON), cell("", GOES_ON), cell("2"), cell("B")),
        ),
        [
            (1, 0, 2, 1, "Mon"),
            (1, 1, 2, 1, "10 a.m."),
            (1, 2, 1, 1, "1"),
            (1, 3, 1, 1, "A"),
            (2, 2, 1, 1, "2"),
            (2, 3, 1, 1, "B"),
        ],
    ),
    "merged-across": (
        table(HEAD, row(cell("Monday", span(4))), row(cell(""), cell("3 p.m.", span(2)), cell("B"))),
        [(1, 0, 1, 4, "Monday"), (2, 0, 1, 1, ""), (2, 1, 1, 2, "3 p.m."), (2, 3, 1, 1, "B")],
    ),
    "left-out": (
        table(
            HEAD,
            row(cell("2"), cell("B"), properties='<w:gridBefore w:val="2"/>'),
            row(cell("Tue"), properties='<w:gridAfter w:val="3"/>'),
        ),
        [(1, 2, 1, 1, "2"), (1, 3, 1, 1, "B"), (2, 0, 1, 1, "Tue")],
    ),
    "old-merge": (
        table(
            HEAD,
            row(
                cell("Mon"),
                cell("Break", '<w:hMerge w:val="restart"/>'),
                cell("", "<w:hMerge/>"),
                cell("", "<w:hMerge/>"),
            ),
        ),
        [(1, 0, 1, 1, "Mon"), (1, 1, 1, 3, "Break")],
    ),
    "goes-on-from-nowhere": (
        table(HEAD, row(cell("Mon", GOES_ON), cell("x"))),
        [(1, 0, 1, 1, "Mon"), (1, 1, 1, 1, "x")],
    ),
    "deleted-row": (
        table(HEAD, row(cell("gone"), properties='<w:del w:id="1"/>'), row(cell("Mon"))),
        [(1, 0, 1, 1, "Mon")],
    ),
    "content-controls": (
        table(
            HEAD,
            controlled(row(controlled(cell("Mon")))),
        ),
        [(1, 0, 1, 1, "Mon")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_cells_stand_in_grid_columns(body: str, expected: list[tuple[int, int, int, int, str]]) -> None:
    (grid,) = read_word(body).pages[0].grids
    found = [each for each in cells(grid) if each[0] > 0]
    assert found == expected


def test_lines_are_also_on_the_page_in_reading_order() -> None:
    layout = read_word(para("Before") + table(HEAD, row(cell("Mon"))) + para("After"))
    assert printed(layout) == ["Before", "Date", "Time", "Item", "Title", "Mon", "After"]
    (grid,) = layout.pages[0].grids
    assert [line.column for line in grid.lines] == [0, 1, 2, 3, 0]
    assert {id(line) for line in grid.lines} <= {id(line) for line in layout.lines}


def test_a_table_in_a_table_is_a_grid_of_its_own() -> None:
    inner = table(row(cell("a"), cell("b")))
    layout = read_word(table(row(cell("left"), f"<w:tc>{para('above')}{inner}{para('')}</w:tc>")))
    outer, nested = layout.pages[0].grids
    assert cells(outer) == [(0, 0, 1, 1, "left"), (0, 1, 1, 1, "above")]
    assert cells(nested) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]
    assert printed(layout) == ["left", "above", "a", "b"]


def test_a_frame_is_no_grid() -> None:
    layout = read_word(table(row(cell("Summary"))))
    assert layout.pages[0].grids == []
    assert printed(layout) == ["Summary"]


def test_a_row_over_two_pages_is_read_where_it_begins() -> None:
    second = para("<w:r><w:t>b </w:t><w:lastRenderedPageBreak/><w:t>c</w:t></w:r>") + para("d")
    layout = read_word(table(row(cell("a"), f"<w:tc>{second}</w:tc>")) + para("after"))
    assert [(line.page, line.text) for line in layout.lines] == [(1, "a"), (1, "b c"), (1, "d"), (2, "after")]


def test_numbers_alone_in_cells_are_text() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    auto = para("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    layout = read_word(
        table(row(cell(auto), cell("A")), row(cell(auto), cell("B"))), parts={"numbering": numbering}
    )
    assert [c.text for c in layout.pages[0].grids[0].cells] == ["1.", "A", "2.", "B"]
