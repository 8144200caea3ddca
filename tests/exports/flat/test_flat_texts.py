"""Flat tables of documents whose texts hold anything."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from undocparse import Document
from undocparse.exports.flat import frame_of, to_csv, to_xlsx, write_data_package
from undocparse.exports.plain import one_line, spreadsheet_cell
from undocparse.model import Agenda, AgendaItem
from undocparse.model.document import Source

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),  # lone surrogates too
    st.text("=+-@\"',;|\\ \t\r\n\x00\x1b\x0b\u2028\ufeff", max_size=12),
)
SOURCE = Source(name="x.pdf", sha256="0" * 64, media_type="application/pdf", pages=1, reader="pdf")


def document(*titles: str) -> Document:
    items = tuple(AgendaItem(key=str(number), title=title) for number, title in enumerate(titles, start=1))
    return Document(source=SOURCE, agenda=Agenda(items))


def written_out(text: str) -> str:
    """The text as UTF-8 can have it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def titles(text: str) -> list[str]:
    return [row["title"] for row in csv.DictReader(StringIO(text, newline=""))]


@given(TEXTS)
def test_a_title_survives_csv(title: str) -> None:
    assert titles(to_csv(document(title))) == [spreadsheet_cell(title)]
    assert titles(to_csv(document(title), verbatim=True)) == [title]


@given(st.lists(TEXTS, max_size=60))
@settings(max_examples=6)
def test_titles_survive_the_workbook(titles: list[str]) -> None:
    sheet = openpyxl.load_workbook(BytesIO(to_xlsx(document(*titles))))["agenda"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2, min_col=8, max_col=8)]
    assert [cell.value for cell in cells] == [one_line(title) for title in titles]
    assert {cell.data_type for cell in cells} <= {"s"}


@given(TEXTS)
@settings(max_examples=40)
def test_a_title_survives_the_data_package(title: str) -> None:
    with TemporaryDirectory() as folder:
        write_data_package([document(title)], Path(folder), verbatim=True)
        written = (Path(folder) / "agenda.csv").read_bytes().decode("utf-8")
    assert titles(written) == [written_out(title)]


@given(TEXTS)
@settings(max_examples=40)
def test_a_title_survives_frames(title: str) -> None:
    read = document(title)
    assert frame_of(read, "agenda", "polars")["title"].to_list() == [written_out(title)]
    assert frame_of(read, "agenda", "pandas")["title"].to_list() == [written_out(title)]
    assert frame_of(read, "agenda", "arrow")["title"].to_pylist() == [written_out(title)]
