from __future__ import annotations

import pytest

from undocparse.layout.pages import Layout, Line
from undocparse.readers import load, read
from undocparse.readers.encoding import decode
from undocparse.readers.text import typed_lines


def text(content: str) -> Layout:
    return read(load(content.encode()))


def said(content: str) -> list[str]:
    return [line.text for line in text(content).lines]


def runs(line: Line) -> list[tuple[str, float]]:
    return [(run.text, run.x0) for run in line.runs]


ROWS = {
    "plain": ("Provisional agenda", ["Provisional agenda"]),
    "label": ("1.   Opening of the session", ["1. Opening of the session"]),
    "letter": ("     (a)      Election of officers", ["(a) Election of officers"]),
    "item": ("Item 12.      Other matters", ["Item 12. Other matters"]),
    "two-columns": (
        "General Assembly                Distr.: General",
        ["General Assembly", "Distr.: General"],
    ),
    "right-column-only": (" " * 50 + "Original: English", ["Original: English"]),
    "job-number": ("V.14-01876 (F)    240314    250314", ["V.14-01876 (F) 240314 250314"]),
    "contents": ("3.   Annual report ............ 12", ["3. Annual report ............", "12"]),
    "spaced-leaders": ("Opening . . . . . . . 2", ["Opening . . . . . . .", "2"]),
    "blank": ("   ", []),
}


@pytest.mark.parametrize(("row", "expected"), ROWS.values(), ids=ROWS)
def test_rows(row: str, expected: list[str]) -> None:
    assert [line.text for line in typed_lines(row, 1, 0)] == expected


def test_alignment_is_kept_in_character_cells() -> None:
    (line,) = typed_lines("Monday  10 a.m.  1 (a)", 1, 2)
    assert runs(line) == [("Monday", 0.0), ("10 a.m.", 40.0), ("1 (a)", 85.0)]
    assert line.box == (0.0, 26.3, 110.0, 36.0)
    left, right = typed_lines("   A/1/1            Distr.", 1, 0)
    assert (left.indent, left.column, right.indent, right.column) == (15.0, 0, 100.0, 1)


def test_tabs_stand_for_columns() -> None:
    (line,) = typed_lines("\ta)\tOpening", 1, 0)
    assert (line.text, line.indent, runs(line)) == ("a) Opening", 40.0, [("a)", 40.0), ("Opening", 80.0)])


def test_blank_lines_are_gaps_and_form_feeds_pages() -> None:
    layout = text("One\nTwo\n\n\nThree\n\fFour")
    assert [(line.page, line.gap, line.text) for line in layout.lines] == [
        (1, None, "One"),
        (1, 0.0, "Two"),
        (1, 2.0, "Three"),
        (2, None, "Four"),
    ]
    assert all(page.height for page in layout.pages)
    assert [line.number for line in layout.lines] == [0, 1, 2, 3]


def test_a_text_without_form_feeds_has_no_page_height() -> None:
    assert text("One\nTwo").pages[0].height == 0


def test_lines_that_were_never_broken_are_paragraphs() -> None:
    long = "The Committee will have before it the report. " * 4
    assert [line.whole for line in text(f"{long}\n{long}\nShort").lines] == [True, True, True]
    assert [line.whole for line in text("The Committee will\nhave before it").lines] == [False, False]


def test_raised_figures_are_marks() -> None:
    (line,) = typed_lines("as decided by the Board.¹² See 3 km² of land", 1, 0)
    assert (line.text, line.marks) == ("as decided by the Board. See 3 km2 of land", (("12", 24),))


NOTES = {
    "marks": ("Text.¹\n\n_____\n* Reissued.\n¹ A/80/1.", [("*", "Reissued."), ("1", "A/80/1.")]),
    "goes-on": ("x\n______\n1 First\nline.\n2 Second.", [("1", "First"), ("1", "line."), ("2", "Second.")]),
    "ends": ("x\n______\n* Note.\n\n25-00227 (E)", [("*", "Note.")]),
    "after-dashes": ("x\n-----\n* Note.", [("*", "Note.")]),
    "no-notes": ("x\n-----\n1. Opening.", []),
    "no-mark": ("x\n______\nSigned", []),
}


@pytest.mark.parametrize(("content", "expected"), NOTES.values(), ids=NOTES)
def test_notes_stand_below_a_typed_rule(content: str, expected: list[tuple[str, str]]) -> None:
    found = [(line.mark, line.text) for line in text(content).lines if line.region == "note"]
    assert found == expected


TABLES = {
    "tabs": (
        "Date\tTime\tItem\nMonday\t10 a.m.\t1\n\t\t2\n\t3 p.m.",
        [["Date", "Time", "Item"], ["Monday", "10 a.m.", "1"], ["", "", "2"], ["", "3 p.m.", ""]],
    ),
    "across": (
        "Time\tItem\nMonday, 3 May\n10 a.m.\t1\n3 p.m.\t2",
        [["Time", "Item"], ["Monday, 3 May"], ["10 a.m.", "1"], ["3 p.m.", "2"]],
    ),
    "bars": ("| Date | Item |\n|------|------|\n| Mon | 1 |", [["Date", "Item"], ["Mon", "1"]]),
    "box": (
        "+-----+------+\n| Mon | 1    |\n|     | (a)  |\n+-----+------+\n| Tue | 2    |\n+-----+------+",
        [["Mon", "1 (a)"], ["Tue", "2"]],
    ),
}


@pytest.mark.parametrize(("content", "expected"), TABLES.values(), ids=TABLES)
def test_tables(content: str, expected: list[list[str]]) -> None:
    layout = text(f"Before\n\n{content}\n\nAfter")
    (grid,) = layout.pages[0].grids
    rows: list[list[str]] = [[] for _ in expected]
    for each in grid.cells:
        rows[each.row].append(each.text)
    assert rows == expected
    assert next(line.text for line in layout.lines) == "Before"
    assert [line.text for line in layout.lines][-1] == "After"
    assert {line.number for line in grid.lines} == set(range(1, len(list(layout.lines)) - 1))


@pytest.mark.parametrize(
    "content",
    ["1.\tOpening\n2.\tElection\n\ta)\tChair", "Tel.:\t555", "A/1/1 | page 2\nText"],
    ids=["list", "single", "bar"],
)
def test_what_is_no_table(content: str) -> None:
    assert text(content).pages[0].grids == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Élection".encode(), "Élection"),
        (b"\xef\xbb\xbfx", "x"),
        ("Élection".encode("utf-16"), "Élection"),
        ("Election".encode("utf-16-be"), "Election"),
        ("Élection – 1er".encode("cp1252"), "Élection – 1er"),
        (b"a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        (("é" * 20).encode() + b"\xe9", "é" * 20 + "\ufffd"),
        (bytes(range(256)), None),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-be", "windows", "line-ends", "damaged", "binary"],
)
def test_encodings(data: bytes, expected: str | None) -> None:
    assert decode(data) == expected
