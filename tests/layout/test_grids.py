"""Tables rebuilt from printed lines: columns, merged cells, pages, rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.layout.grids import grid_of
from undocparse.layout.grids_columns import CellWords
from undocparse.layout.pages import Grid, Layout, Line, Page, Ruling, Run

WORDS = CellWords(lambda _, text: text.isdigit(), lambda text: text in {"Date", "Item", "Title"})
Put = tuple[float, float, str]


def layout_of(pages: Sequence[Sequence[Put]], rulings: Sequence[Ruling] = ()) -> Layout:
    """Pages of (left edge, top, text), ten points high."""
    made, number = [], 0
    for place, puts in enumerate(pages, start=1):
        lines = []
        for x0, top, text in puts:
            run = Run(text, x0, x0 + 4.5 * len(text), 10.0)
            box = (x0, top, run.x1, top + 9.7)
            lines.append(Line(number, place, text, (run,), box=box, size=10.0, indent=x0))
            number += 1
        made.append(Page(place, 600.0, 800.0, lines, list(rulings)))
    return Layout("pdf", "application/pdf", made)


def told(grid: Grid | None) -> list[tuple[int, int, int, int, str]]:
    """Row, column, spans and text of each cell."""
    assert grid is not None
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells]


def made(pages: Sequence[Sequence[Put]], rulings: Sequence[Ruling] = ()) -> Grid | None:
    layout = layout_of(pages, rulings)
    return grid_of(list(layout.lines), layout, WORDS)


def test_cells_reach_down_to_the_next_cell_of_their_column() -> None:
    grid = made(
        [
            [
                (60, 100, "Monday"),
                (150, 100, "1"),
                (200, 100, "Opening of the session"),
                (150, 118, "2"),
                (200, 118, "Election of officers"),
                (60, 136, "Tuesday"),
                (150, 136, "3"),
                (200, 136, "General debate"),
            ]
        ]
    )
    assert told(grid) == [
        (0, 0, 2, 1, "Monday"),
        (0, 1, 1, 1, "1"),
        (0, 2, 1, 1, "Opening of the session"),
        (1, 1, 1, 1, "2"),
        (1, 2, 1, 1, "Election of officers"),
        (2, 0, 1, 1, "Tuesday"),
        (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "General debate"),
    ]


def test_wrapped_lines_are_one_cell_and_gaps_part_cells() -> None:
    grid = made(
        [
            [
                (60, 100, "1"),
                (100, 100, "Lighting of tunnels, of underpasses and of all"),
                (100, 112, "other places where the sun does not shine"),
                (100, 132, "General debate on the lighting of tunnels, of"),
                (100, 144, "underpasses"),
                (60, 164, "2"),
                (100, 164, "Other matters"),
            ]
        ]
    )
    assert [cell[4] for cell in told(grid) if cell[1] == 1] == [
        "Lighting of tunnels, of underpasses and of all other places where the sun does not shine",
        "General debate on the lighting of tunnels, of underpasses",
        "Other matters",
    ]


def test_heading_across_columns_has_a_column_span() -> None:
    grid = made(
        [
            [
                (60, 80, "Second, third and fourth weeks of the session"),
                (60, 100, "Monday"),
                (150, 100, "1"),
                (200, 100, "Opening"),
                (150, 118, "2"),
                (200, 118, "Debate"),
            ]
        ]
    )
    assert told(grid)[0] == (0, 0, 1, 3, "Second, third and fourth weeks of the session")


def test_rules_part_what_gaps_do_not() -> None:
    puts: list[Put] = [
        (60, 100, "Monday"),
        (150, 100, "Opening of the session and election of the officers"),
        (150, 112, "General debate on the lighting of tunnels and others"),
        (60, 124, "Tuesday"),
        (150, 124, "Other matters"),
    ]
    assert len(told(made([puts]))) < len(told(made([puts], [Ruling(150, 111, 400, 111)])))


def test_text_set_in_the_middle_of_its_ruled_field_begins_where_the_field_does() -> None:
    rulings = [Ruling(60, top, 400, top) for top in (95, 160, 190)]
    grid = made(
        [
            [
                (150, 100, "1"),
                (200, 100, "Opening"),
                (60, 122, "Monday"),
                (150, 122, "2"),
                (200, 122, "Debate"),
                (150, 144, "3"),
                (200, 144, "Closing"),
                (60, 165, "Tuesday"),
                (150, 165, "4"),
                (200, 165, "Report"),
            ]
        ],
        rulings,
    )
    assert [cell[:3] for cell in told(grid) if cell[1] == 0] == [(0, 0, 3), (3, 0, 1)]


def test_columns_agree_on_pages_with_mirrored_margins() -> None:
    def page(left: float, first: int) -> list[Put]:
        return [
            put
            for step in range(4)
            for put in (
                (left, 100.0 + 20 * step, "Monday"),
                (left + 90, 100.0 + 20 * step, str(first + step)),
                (left + 130, 100.0 + 20 * step, "General debate"),
            )
        ]

    grid = made([page(60, 1), page(85, 5)])
    assert grid is not None
    assert {cell.column for cell in grid.cells} == {0, 1, 2}
    assert [cell.text for cell in grid.cells if cell.column == 1] == [str(n) for n in range(1, 9)]


def test_a_cell_goes_on_over_the_page() -> None:
    first: list[Put] = [
        (60, 100, "1"),
        (100, 100, "Opening of the session by the President"),
        (60, 120, "2"),
        (100, 120, "Lighting of tunnels, underpasses and of"),
        (100, 132, "all the other places in the town where it"),
    ]
    second: list[Put] = [(100, 100, "is dark"), (60, 120, "3"), (100, 120, "Other matters")]
    assert [cell[4] for cell in told(made([first, second])) if cell[1] == 1] == [
        "Opening of the session by the President",
        "Lighting of tunnels, underpasses and of all the other places in the town where it is dark",
        "Other matters",
    ]


def test_number_set_close_behind_a_long_title_belongs_to_its_own_column() -> None:
    puts: list[Put] = [(60, 100, "Date"), (150, 100, "Title"), (330, 100, "Item"), (360, 100, "Title")]
    for step in range(4):
        puts += [(60, 120.0 + 20 * step, "Monday"), (150, 120.0 + 20 * step, "Debate")]
        puts += [(330, 120.0 + 20 * step, "2"), (360, 120.0 + 20 * step, "Review")]
    puts += [
        (60, 200, "Tuesday"),
        (150, 200, "Technical assistance to all residents of 2"),
        (360, 200, "Review"),
    ]
    cells = told(made([puts]))
    assert [(cell[1], cell[4]) for cell in cells if cell[0] == 5] == [
        (0, "Tuesday"),
        (1, "Technical assistance to all residents of"),
        (2, "2"),
        (3, "Review"),
    ]


@pytest.mark.parametrize("texts", [["One line"], ["First line of a paragraph", "and its second one"], []])
def test_running_text_is_no_table(texts: list[str]) -> None:
    assert made([[(60, 100.0 + 12 * n, text) for n, text in enumerate(texts)]]) is None


@given(
    st.lists(
        st.tuples(st.floats(20, 500), st.floats(40, 700), st.text("abc de1", min_size=1, max_size=30)),
        max_size=40,
    )
)
def test_no_line_is_lost_or_doubled(puts: list[Put]) -> None:
    puts = [(x, y, " ".join(text.split())) for x, y, text in puts if text.strip()]
    grid = made([sorted(puts, key=lambda put: put[1])])
    if grid is None:
        return
    numbers = [line.number for cell in grid.cells for line in cell.lines]
    assert set(numbers) == set(range(len(puts)))
    taken = [
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    assert len(grid.cells) <= len(taken)


def test_more_columns_than_a_sheet_has_room_for_are_no_table() -> None:
    row = [(10.0 * place, 100.0, "a") for place in range(300)]
    assert made([row, [(x0, top + 12, text) for x0, top, text in row]]) is None
