"""Flat tables as a workbook, read back."""

from __future__ import annotations

import sys
import zipfile
from datetime import datetime, time
from io import BytesIO

import openpyxl
import pytest

from undocparse import Document
from undocparse.errors import MissingExtraError, UndocparseError
from undocparse.exports.flat import rows_of_all, tables, to_xlsx, workbook
from undocparse.exports.formats import FORMATS


@pytest.fixture(scope="module")
def book(documents: list[Document]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(to_xlsx(documents)))


def opened(document: Document) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(to_xlsx(document)))


def test_every_table_is_a_sheet_with_all_its_values(
    book: openpyxl.Workbook, documents: list[Document]
) -> None:
    assert book.sheetnames == [*tables(), "codebook"]
    for table, spec in tables().items():
        head, *rows = book[table].iter_rows(values_only=True)
        assert head == tuple(column.name for column in spec.all_columns)
        for found, kept in zip(rows, rows_of_all(documents, table), strict=True):
            for column, value in zip(spec.all_columns, found, strict=True):
                wanted = kept[column.name]
                if column.type == "date" and wanted:
                    wanted = datetime.fromisoformat(wanted)
                elif column.type == "time" and wanted:
                    wanted = time.fromisoformat(wanted)
                assert value == wanted


def test_heads_stay_in_sight_and_have_filters(book: openpyxl.Workbook) -> None:
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A1"].font.bold
    assert book["agenda"].column_dimensions["H"].width > 40 > book["agenda"].column_dimensions["E"].width
    assert book["documents"]["H2"].number_format == "yyyy-mm-dd"
    assert book["sittings"]["E2"].number_format == "hh:mm"


def test_the_last_sheet_says_what_every_column_holds(book: openpyxl.Workbook) -> None:
    rows = list(book["codebook"].iter_rows(min_row=2, values_only=True))
    named = [(spec.name, column.name) for spec in tables().values() for column in spec.all_columns]
    assert [row[:2] for row in rows] == named
    assert next(row for row in rows if row[:2] == ("sittings", "starts"))[2:] == (
        "time", None, "When it begins, by the clock of the place.", "10:00",
    )  # fmt: skip


def test_no_text_is_a_formula_or_a_link(hostile: Document) -> None:
    cells = [cell for sheet in opened(hostile) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert not any(cell.hyperlink for cell in cells)
    values = {cell.value for cell in cells}
    assert {"=x.pdf", "+1", "@SUM(A1)", '=HYPERLINK("http://x.example")', "a b | c", "1.10"} <= values


def test_keys_are_texts_and_no_spreadsheet_complains_of_it(hostile: Document) -> None:
    with zipfile.ZipFile(BytesIO(to_xlsx(hostile))) as book:
        agenda = book.read("xl/worksheets/sheet2.xml").decode("utf-8")
    assert '<ignoredError sqref="A1:XFD3" numberStoredAsText="1"/>' in agenda


def test_days_that_no_spreadsheet_counts_are_texts(hostile: Document) -> None:
    book = opened(hostile)
    assert book["sittings"]["D2"].value == "1025-03-03"
    assert book["documents"]["H2"].value == datetime(9999, 12, 31)


def test_a_text_that_is_too_long_for_a_cell_ends_in_an_ellipsis(hostile: Document) -> None:
    title = str(opened(hostile)["agenda"]["H3"].value)
    assert len(title) == workbook.MOST_SIGNS
    assert title.endswith("…")
    assert ("long " * 8000).startswith(title[:-1])


def test_signs_that_count_twice_in_a_cell_are_not_cut_in_half(hostile: Document) -> None:
    item = hostile.agenda[0].model_copy(update={"title": "𝄞" * 20_000})
    agenda = hostile.agenda.model_copy(update={"root": (item,)})
    title = str(opened(hostile.model_copy(update={"agenda": agenda}))["agenda"]["H2"].value)
    assert title == "𝄞" * 16_383 + "…"


def test_the_same_documents_give_the_same_bytes(bridges: Document) -> None:
    made = FORMATS["xlsx"].write(bridges)
    assert made == to_xlsx([bridges])
    assert isinstance(made, bytes)


def test_more_rows_than_a_sheet_has_are_refused(bridges: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 12)
    with pytest.raises(UndocparseError, match=r"agenda: 13 rows .* data package"):
        to_xlsx(bridges)


def test_without_the_library_it_is_said_what_to_install(
    bridges: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"undocparse\[excel\]"):
        to_xlsx(bridges)
