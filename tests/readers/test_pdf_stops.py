"""Cells of PDF tables that stand closer to each other than words set wide, and line numbers beside them."""

import math

import pytest

from undocparse.layout.pages import Ruling
from undocparse.readers.pdf_asides import asides_of
from undocparse.readers.pdf_lines import page_lines
from undocparse.readers.pdf_spans import AsideSpan, PdfPage, PdfSpan

SIZE = 10.0
LEFTS = (72.0, 150.0, 300.0)


def span(text: str, x0: float, base: float, *, width: float = 5.0, size: float = SIZE) -> PdfSpan:
    widths = [width] * len(text)
    return PdfSpan(text, x0, x0 + sum(widths), base, size, False, False, widths if " " in text else ())


def table(*rows: tuple[str, str, str]) -> list[PdfSpan]:
    return [
        span(text, x0, 100.0 + 14 * number)
        for number, row in enumerate(rows)
        for x0, text in zip(LEFTS, row, strict=True)
        if text
    ]


def texts(spans: list[PdfSpan], rulings: list[Ruling] | None = None) -> list[str]:
    lines = page_lines(spans, 1, rulings=rulings or [])
    return [run.text for line in lines for run in line.runs]


BELOW = (
    ("Tuesday", "Ferries", "Dredging"),
    ("Friday", "Moorings", "Lock gates"),
    ("Sunday", "Wells", "Tides"),
)


def test_full_cell_is_parted_from_the_next_column() -> None:
    full = span("Monday, 5 May x", 72.0, 100.0)  # ends 3 points before the second column
    spans = [full, span("Opening", 150.0, 100.0), *table(("", "", ""), *BELOW)]
    assert texts(spans)[:2] == ["Monday, 5 May x", "Opening"]


def test_bullet_is_not_parted_from_its_text() -> None:
    spans = [span("–", 141.0, 100.0), span("Opening", 150.0, 100.0), *table(("", "", ""), *BELOW)]
    assert texts(spans)[0] == "– Opening"


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([], ["Mooring of barges", "Ferries and locks"]),
        ([Ruling(149.0, 80.0, 149.0, 200.0)], ["Mooring of barges", "Ferries and locks"]),
    ],
)
def test_cells_that_an_engine_joined_are_parted(rulings: list[Ruling], expected: list[str]) -> None:
    text = " ".join(expected)
    widths = [4.3] * len(expected[0]) + [150.0 - 72.0 - 4.3 * len(expected[0])]
    widths += [5.0] * len(expected[1])
    joined = PdfSpan(text, 72.0, 72.0 + sum(widths), 114.0, SIZE, False, False, widths)
    spans = [*table(("Monday", "Opening", "Talks"), ("", "", "Dredging"), *BELOW), joined]
    assert [run for run in texts(spans, rulings) if run in expected] == expected


def test_a_blank_at_the_end_of_a_cell_makes_no_cell_of_its_own() -> None:
    widths = [4.3] * 17 + [80.0]
    blank = PdfSpan("Mooring of barges ", 72.0, 72.0 + sum(widths), 114.0, SIZE, False, False, widths)
    spans = [*table(("Monday", "Opening", "Talks"), ("", "", "Dredging"), *BELOW), blank]
    assert "Mooring of barges" in texts(spans, [Ruling(149.0, 80.0, 149.0, 200.0)])


def test_words_of_running_text_stay_together() -> None:
    prose = [span("Mooring of barges and of all other boats there", 72.0, 300.0 + 12 * n) for n in range(4)]
    assert texts([*table(*BELOW), *prose])[-1] == "Mooring of barges and of all other boats there"


def test_small_numbers_at_one_distance_are_those_of_lines_beside_a_table_too() -> None:
    spans = [span(str(n), 40.0, 100.0 + 11 * n, size=7.0) for n in range(1, 15)]
    cells = [span("Ferries", 72.0 + 90 * (n % 3), 105.0 + 4 * n) for n in range(36)]
    page = PdfPage(612.0, 792.0, [*spans, *cells], [])
    assert [line.text for line in asides_of(page, 1)] == [str(n) for n in range(1, 15)]
    assert page.spans == cells


def test_text_whose_place_is_no_number_stands_at_the_edge() -> None:
    odd = PdfSpan("Opening", 72.0, math.inf, math.nan, 10.0, bold=False, italic=False)
    aside = AsideSpan(odd, (0.0, math.nan, math.inf, 9.0), aslant=False)
    page = PdfPage(612.0, 792.0, [odd], [], asides=[aside])
    page.settle()
    assert page.spans == [odd._replace(x1=72.0, base=0.0)]
    assert page.asides == [AsideSpan(page.spans[0], (0.0, 0.0, 0.0, 9.0), aslant=False)]
