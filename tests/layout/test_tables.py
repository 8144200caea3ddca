"""Tables found by rules or by white space alone, over pages, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from undocparse.layout.pages import Layout, Line, Page, PrintedTable, Ruling, Run
from undocparse.layout.tables import find_tables
from undocparse.sections.tables.words import table_words

Put = tuple[float, float, str]
STEP = 16.0


def rows(top: float, lefts: Sequence[float], *texts: Sequence[str]) -> list[Put]:
    """Rows of texts at these left edges; empty texts are not printed."""
    return [
        (x, top + STEP * n, text)
        for n, row in enumerate(texts)
        for x, text in zip(lefts, row, strict=False)
        if text
    ]


def rules(x0: float, x1: float, *tops: float) -> list[Ruling]:
    return [Ruling(x0, top, x1, top) for top in tops]


def layout_of(pages: Sequence[tuple[Sequence[Put], Sequence[Ruling]]]) -> Layout:
    made, number = [], 0
    for place, (puts, rulings) in enumerate(pages, start=1):
        lines = []
        for x0, top, text in puts:
            run = Run(text, x0, x0 + 4.5 * len(text), 10.0)
            lines.append(
                Line(number, place, text, (run,), box=(x0, top, run.x1, top + 9.7), size=10.0, indent=x0)
            )
            lines[-1].column = int(x0 > 100)
            number += 1
        made.append(Page(place, 600.0, 800.0, lines, list(rulings)))
    return Layout("pdf", "application/pdf", made)


def tables(*pages: tuple[Sequence[Put], Sequence[Ruling]]) -> list[PrintedTable]:
    layout = layout_of(pages)
    return find_tables(layout, layout.lines, table_words("en"))


def size(table: PrintedTable) -> tuple[int, int]:
    cells = table.grid.cells
    return max(c.row + c.rows for c in cells), max(c.column + c.columns for c in cells)


LEFTS = (70.0, 180.0, 260.0)
BODY = (
    ("Monday, 5 May", "10 a.m.", "Opening of the session"),
    ("", "3 p.m.", "Election of officers"),
    ("Tuesday, 6 May", "10 a.m.", "Mooring of barges"),
    ("", "3 p.m.", "Other matters"),
)
HEAD = ("Date", "Time", "Programme")
PROSE = [
    (
        70.0,
        60 + 12 * n,
        "The Board will have before it the report of the Director on the mooring of barges in winter.",
    )
    for n in range(4)
]


@pytest.mark.parametrize(
    ("ruling", "puts"),
    [
        ([], rows(140, LEFTS, *BODY)),
        (rules(70, 460, 136, 152), rows(140, LEFTS, HEAD, *BODY)),
        (rules(70, 460, *(136 + STEP * n for n in range(6))), rows(140, LEFTS, HEAD, *BODY)),
        (
            [*rules(70, 460, 136, 216), *(Ruling(x, 136, x, 216) for x in (70, 176, 256, 460))],
            rows(140, LEFTS, HEAD, *BODY),
        ),
    ],
    ids=["white space", "head between rules", "a rule a row", "boxed"],
)
def test_a_table_is_found_however_it_is_ruled(ruling: list[Ruling], puts: list[Put]) -> None:
    [table] = tables(([*PROSE, *puts], ruling))
    assert size(table)[1] == len(LEFTS)
    assert {line.text for line in table.lines} == {text for _, _, text in puts}


def test_a_table_goes_on_over_the_page_with_or_without_its_head() -> None:
    ruling = rules(70, 460, 136, 152)
    first = (rows(140, LEFTS, HEAD, *BODY), ruling)
    again = (rows(140, LEFTS, HEAD, *BODY[:2]), ruling)
    bare = (rows(70, LEFTS, *BODY[2:]), [])
    [table] = tables(first, again, bare)
    assert table.pages == [1, 2, 3]


def test_what_follows_the_last_rule_is_not_of_the_table() -> None:
    puts = rows(140, LEFTS, HEAD, *BODY)
    after = [
        (70.0, 240.0, "Statements"),
        (70.0, 258.0, "7."),
        *((95.0, 258.0 + 12 * n, PROSE[0][2]) for n in range(3)),
    ]
    [table] = tables(([*puts, *after], rules(70, 460, 136, 152, 220)))
    assert table.lines[-1].text == "Other matters"


def test_headings_across_the_columns_are_rows_of_the_table() -> None:
    body = [*BODY[:2], ("Second week of the session, devoted to the mooring of barges",), *BODY[2:]]
    [table] = tables((rows(140, LEFTS, HEAD, *body), rules(70, 460, 136, 152, 240)))
    assert any(cell.columns > 1 for cell in table.grid.cells)


def test_heads_of_columns_begin_a_table_below_what_stands_in_columns_too() -> None:
    before = [(70.0, 100.0, "1."), (95.0, 100.0, "The Board will have before it a report on barges.")]
    items = [(f"{n})", "Mooring of barges") for n in range(1, 4)]
    [table] = tables(([*before, *rows(140, (70, 110), ("Item", "Title"), *items)], []))
    assert table.lines[0].text == "Item"


def test_another_title_at_the_top_of_a_page_begins_another_table() -> None:
    first = (rows(140, LEFTS, *BODY), [])
    title = [(70.0, 70.0, "Annex II"), (70.0, 86.0, "Programme of work")]
    assert [table.pages for table in tables(first, ([*title, *rows(120, LEFTS, *BODY)], []))] == [[1], [2]]


COLUMN = (
    "The Board will be opened on",
    "Monday in the hall of the",
    "harbour office by its acting",
    "president.",
)


@pytest.mark.parametrize(
    "puts",
    [
        rows(140, (70, 100), *((f"{n}.", "Mooring of barges in winter") for n in range(1, 7))),
        rows(140, (70, 130), *((f"Item {n}", "Mooring of barges in winter") for n in range(1, 7))),
        rows(140, (70, 320), *((text, text) for text in (*COLUMN, *COLUMN))),
        [
            *rows(50, (70, 400), ("United Nations", "B/2025/1")),
            *rows(80, (70, 400), ("Barge Board", "Distr.: General")),
        ],
        [*PROSE, *rows(60 + 48, (70, 330), ("The Board will have before", "it the report on the barges."))],
        [*PROSE, *rows(140, (70, 250), ("(Signed)", "A. Bargee"))],
    ],
    ids=["numbers", "item labels", "two columns of text", "masthead", "a line set wide", "a signature"],
)
def test_what_only_looks_like_a_table_is_none(puts: list[Put]) -> None:
    assert tables((puts, [])) == []


def test_two_columns_of_text_parted_by_a_drawn_line_are_no_table() -> None:
    puts = rows(
        140, (70, 320), ("1. Opening", "3. Barges"), ("It opens at ten.", "None."), ("All come.", "So be it.")
    )
    assert tables((puts, [Ruling(300, 130, 300, 200)])) == []


def test_another_table_begins_with_bold_heads_of_which_one_is_known() -> None:
    first = rows(100.0, LEFTS, ("Date", "Time", "Business"), *BODY)
    second = rows(300.0, LEFTS, ("Vote", "Mooring", "Title"), ("1", "None", "Barges"), ("2", "One", "Locks"))
    layout = layout_of([([*first, *second], [])])
    for line in layout.pages[0].lines:
        line.bold = line.text in {"Vote", "Mooring", "Title"}
    found = find_tables(layout, layout.lines, table_words("en"))
    assert [table.heads for table in found] == [("date", "time", "business"), ("vote", "mooring", "title")]


def test_paragraphs_between_rules_are_not_part_of_the_table_below_them() -> None:
    long = "The Board begins its work as soon as a third of its members are there and the chair has"
    put = [(70.0, 100.0, "1."), (100.0, 100.0, long), (70.0, 112.0, "called the roll.")]
    put += rows(200.0, LEFTS, ("Date", "Time", "Business"), *BODY)
    found = tables((put, rules(70.0, 500.0, 90.0, 190.0, 210.0, 300.0)))
    assert [table.heads for table in found] == [("date", "time", "business")]
