"""What is set as a Word file or as a text table is read as it was written."""

from __future__ import annotations

import io
from itertools import groupby
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_timetable_properties import Sitting, expected, got, programmes, rows_of

docx = pytest.importorskip("docx")


def word_file(rows: list[list[str]]) -> bytes:
    """A Word file with one table; empty date and time cells are merged with the one above."""
    document = docx.Document()
    document.add_heading("Annex", level=1)
    document.add_paragraph("Proposed organization of work")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for column in (0, 1):
        _merge_down(table, rows, column)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _merge_down(table: Any, rows: list[list[str]], column: int) -> None:
    tops = [r for r, row in enumerate(rows) if row[column] or (column == 1 and row[0])]
    for top, bottom in zip(tops, [*tops[1:], len(rows)], strict=True):
        if bottom - top > 1 and not any(row[column] for row in rows[top + 1 : bottom]):
            text = rows[top][column]
            merged = table.cell(top, column).merge(table.cell(bottom - 1, column))
            merged.text = text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programme=st.integers(1, 2).flatmap(programmes))
def test_word_table(programme: tuple[str, list[Sitting]]) -> None:
    reader = pytest.importorskip("undocparse.readers.docx")
    language, sittings = programme
    data = word_file(rows_of(language, sittings))
    assert got(reader.read_docx(data, "x.docx"), language) == expected(sittings)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programme=programmes(1))
def test_text_table(programme: tuple[str, list[Sitting]]) -> None:
    reader = pytest.importorskip("undocparse.readers.text")
    language, sittings = programme
    rows = rows_of(language, sittings)
    text = "Annex\n\nProposed organization of work\n\n" + "\n".join("\t".join(row) for row in rows) + "\n"
    assert got(reader.read_text(text.encode(), "x.txt"), language) == expected(sittings)


def test_merging_keeps_every_row() -> None:
    """The tests' own file has the rows that it was given."""
    rows = [["Date", "Time"], ["a", "b"], ["", "c"], ["", ""], ["d", "e"]]
    table = docx.Document(io.BytesIO(word_file(rows))).tables[0]
    first = [cell.text for cell in table.columns[0].cells]
    assert [text for text, _ in groupby(first)] == ["Date", "a", "d"]
