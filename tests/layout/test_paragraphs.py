"""Which printed lines are one paragraph, where the words or the place of a line say so."""

from __future__ import annotations

import pytest

from undocparse.layout.blocks import blocks_of
from undocparse.layout.pages import Layout, Line, Page, Run

LEFT, RIGHT = 72.0, 520.0


def line(text: str, row: int, indent: float = LEFT, right: float = RIGHT) -> Line:
    top = 100.0 + 13.0 * row
    run = Run(text, indent, right, 11.0)
    return Line(row, 1, text, (run,), box=(indent, top, right, top + 11.0), size=11.0, indent=indent)


def texts(*lines: Line) -> list[str]:
    return [
        block.text for block in blocks_of(lines, Layout("pdf", "application/pdf", [Page(1, list(lines))]))
    ]


PARTED = {
    "a heading left of the bullet above it": (
        line("• How should the age of a bell be told from its rim, and who may do so?", 0, 90.0, 505.0),
        line("Documents for the item", 1),
    ),
    "a title below a heading in capitals": (
        line("TUNING OF BELLS AND OF CARILLONS IN TOWERS", 0, right=400.0),
        line("Note by the Secretariat on the tuning of bells", 1, right=420.0),
    ),
}
JOINED = {
    "the number of a symbol behind its stroke, in a narrow column": (
        line("the list of the Secretariat (BELL/COP/2031/INF/", 0, right=300.0),
        line("3) is before the Conference, which takes note of it in all of its towers.", 1),
    ),
    "a title behind a colon at the line's end": (
        line("(a) Bells of the northern towers and their ropes:", 0, right=330.0),
        line("second reading", 1, 100.0, 190.0),
    ),
    "the middle of a centred heading": (
        line("Strengthening of cooperation in the care of bells :", 0, 140.0, 460.0),
        line("second reading", 1, 250.0, 350.0),
    ),
}


@pytest.mark.parametrize("lines", PARTED.values(), ids=PARTED)
def test_lines_of_two_paragraphs(lines: tuple[Line, ...]) -> None:
    assert texts(*lines) == [one.text for one in lines]


@pytest.mark.parametrize("lines", JOINED.values(), ids=JOINED)
def test_lines_of_one_paragraph(lines: tuple[Line, ...]) -> None:
    assert len(texts(*lines)) == 1
