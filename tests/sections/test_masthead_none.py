"""Pages that have no masthead, or no whole one: nothing is invented, and any lines at all are survived."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import undocparse
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, Page
from undocparse.model.header import Header
from undocparse.sections.masthead import read_masthead


def test_document_without_a_masthead_has_nothing_invented() -> None:
    document = undocparse.parse(
        b"Dear colleague,\n\nthe fountain in the hall is broken again.\n", name="letter.txt"
    )
    header = document.header
    assert (header.symbol, header.organ, header.date, header.agenda_items) == (None, None, None, ())
    assert "the fountain in the hall is broken again." in document.unassigned


def test_symbol_from_running_heads_where_the_masthead_has_none() -> None:
    pages = [Page(1, lines=[Line(0, 1, "United Nations"), Line(1, 1, "Distr.: General")])]
    for n in (2, 3):
        pages.append(Page(n, lines=[Line(2 * n, n, "A/C.6/80/912"), Line(2 * n + 1, n, "Text")]))
    layout = Layout("pdf", "application/pdf", pages)
    header, diagnostics = read_masthead(layout, Ledger(layout), "en")
    assert header.symbol == "A/C.6/80/912"
    assert [diagnostic.code for diagnostic in diagnostics] == ["symbol-from-running-head"]


WORDS = st.sampled_from(
    (
        "Distr.: General",
        "General Assembly",
        "A/80/912",
        "/80/912",
        "A",
        "8 May 2025",
        "Original: English",
        "English only",
        "Distr.",
        "GENERAL",
        "United Nations",
        "UNITED",
        "Eightieth session",
        "New York, 3–5 June 2025",
        "Agenda item 3",
        "Second Committee",
        "Title: of it",
        "Note by the Secretariat",
        "1. Text",
        "(a)",
        "Summary",
        "*",
        "(2025)",
        "Ordre du jour",
        ":",
        "25-00227 (E)",
        "Addendum",
        "[Shipping]",
    )
)
LINES = st.lists(
    st.tuples(
        st.one_of(WORDS, st.text(min_size=1, max_size=30)),
        st.integers(0, 500),
        st.integers(0, 700),
        st.sampled_from([0.0, 8.0, 10.0, 12.0, 20.0]),
        st.booleans(),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(LINES, st.booleans(), st.sampled_from(["en", "fr", "es", "ru"]))
def test_any_lines_are_survived(lines: list[Any], boxes: bool, language: str) -> None:
    made = [
        Line(
            number,
            1,
            text,
            box=(float(x), float(y), x + 5.0 * len(text), y + 10.0) if boxes else None,
            size=size,
            bold=bold,
        )
        for number, (text, x, y, size, bold) in enumerate(lines)
    ]
    layout = Layout("pdf", "application/pdf", [Page(1, 600.0 * boxes, 800.0 * boxes, made)])
    ledger = Ledger(layout)
    ledger.claim(made[::5], "furniture")
    header, _ = read_masthead(layout, ledger, language)
    assert {line.number for line in ledger.of("furniture")} == {line.number for line in made[::5]}
    assert Header.model_validate_json(header.model_dump_json()) == header
