"""Documents as rows: what the registry says is what there is, and it agrees with the archive."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from typing import Any

import pytest

from undocparse import Document
from undocparse.archive import rows as archive_rows
from undocparse.archive.schemas import SCHEMAS
from undocparse.errors import NoSuchKeyError
from undocparse.exports.flat import rows_of, rows_of_all, tables
from undocparse.model.annotations import Action, DocumentStatus, ParagraphKind
from undocparse.model.diagnostics import Severity
from undocparse.model.document import DocumentType
from undocparse.model.header import SessionKind
from undocparse.model.references import ReferenceKind
from undocparse.model.tables import TableKind

PYTHON = {"text": str, "integer": int, "number": float, "flag": bool, "date": str, "time": str}
IN_ARCHIVE = {
    "documents": "documents",
    "agenda": "items",
    "annotations": "annotations",
    "paragraphs": "paragraphs",
    "listed": "listed_documents",
    "references": "references",
    "tables": "cells",
    "footnotes": "footnotes",
    "diagnostics": "diagnostics",
    "unassigned": "unassigned",
}


def picked(rows: Iterable[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_every_value_is_plain_and_of_its_columns_type(documents: list[Document]) -> None:
    for table, spec in tables().items():
        columns = {column.name: column for column in spec.all_columns}
        rows = list(rows_of_all(documents, table))
        assert rows, table
        for row in rows:
            assert list(row) == list(columns)
            for name, value in row.items():
                assert value is None or type(value) is PYTHON[columns[name].type], (table, name)
                assert value is not None or not columns[name].required, (table, name)
                assert value is None or not columns[name].values or value in columns[name].values


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("documents", "document_type", DocumentType),
        ("documents", "session_kind", SessionKind),
        ("annotations", "action", Action),
        ("paragraphs", "kind", ParagraphKind),
        ("listed", "status", DocumentStatus),
        ("listed", "action", Action),
        ("references", "kind", ReferenceKind),
        ("tables", "kind", TableKind),
        ("diagnostics", "severity", Severity),
    ],
)
def test_what_a_column_may_hold_is_what_the_model_may(table: str, column: str, kind: Any) -> None:
    values = next(each.values for each in tables()[table].columns if each.name == column)
    assert values == typing.get_args(kind)


@pytest.mark.parametrize("table", IN_ARCHIVE)
def test_columns_that_the_archive_has_hold_the_same(table: str, documents: list[Document]) -> None:
    separators = {column.name: column.separator for column in tables()[table].columns}
    schema = SCHEMAS[IN_ARCHIVE[table]]
    shared = [name for name in separators if name in schema.names]
    assert len(shared) > 1
    for document in documents:
        kept = archive_rows.rows_of(document, address="", size=0)[IN_ARCHIVE[table]]
        named = [dict(zip(schema.names, row, strict=True)) for row in kept]
        for row, ours in zip(named, rows_of(document, table), strict=True):
            for name in shared:
                value = row[name]
                if separators[name]:
                    value = separators[name].join(value or ()) or None
                assert str(ours[name]) == str(value), name


def test_an_item_has_its_place_in_the_tree(bridges: Document) -> None:
    found = picked(rows_of(bridges, "agenda"), "position", "key", "level", "parent", "label", "path", "page")
    assert found[:2] == [
        (0, "1", 0, None, "1.", "Questions d’organisation", 1),
        (1, "1.a", 1, "1", "a)", "Questions d’organisation > Ouverture de la session", 1),
    ]
    assert [row[1] for row in found] == [item.key for item in bridges.agenda.walk()]


def test_a_document_is_one_row_with_its_masthead_and_counts(by_name: dict[str, Document]) -> None:
    (row,) = rows_of(by_name["tidal.en.docx"], "documents")
    said = ("source", "symbol", "date", "body", "starts", "session", "agenda_items", "original_languages")
    assert picked([row], *said) == [
        (
            "tidal.en.docx",
            "E/TIDE/2019/7",
            "2019-04-08",
            "Executive Board",
            "2019-06-11",
            "Annual session 2019",
            "1",
            "en",
        )
    ]
    counted = ("agenda", "annotations", "paragraphs", "listed", "contacts", "references", "footnotes")
    names = ("agenda", "annotation", "paragraph", "listed", "contact", "reference", "footnote")
    for table, name in zip(counted, names, strict=True):
        assert row[f"{name}_count"] == len(rows_of(by_name["tidal.en.docx"], table))


def test_listed_documents_and_contacts_say_where_they_stand(by_name: dict[str, Document]) -> None:
    tidal = by_name["tidal.en.docx"]
    listed = picked(rows_of(tidal, "listed"), "annotation", "items", "symbol", "action")
    assert listed[:2] == [(1, "1", "E/TIDE/2019/7", "decision"), (3, "3", "E/TIDE/2019/8", "decision")]
    contacts = picked(rows_of(tidal, "contacts"), "annotation", "position", "name", "telephone")
    assert contacts[:2] == [(1, 0, "Ms. Ottoline Marsh", "212 555 0141"), (3, 0, *contacts[1][2:])]
    assert tidal.annotations[3].contacts[0].name == contacts[1][2]


def test_sittings_are_those_of_the_timetables_frame_with_their_page(bridges: Document) -> None:
    first = rows_of(bridges, "sittings")[0]
    assert first == {
        "sitting": 0,
        "date": "2016-11-21",
        "starts": "10:00",
        "ends": "13:00",
        "part": None,
        "track": "Séance plénière",
        "entry": 0,
        "items": "1.a",
        "title": "Ouverture de la session",
        "continued": False,
        "meeting": None,
        "room": None,
        "setting": None,
        "page": 4,
    }


def test_cells_say_what_their_column_holds(bridges: Document) -> None:
    heads = [row for row in rows_of(bridges, "tables") if row["head"]]
    found = picked(heads, "title", "kind", "row", "column", "columns", "role", "text")
    assert found[0] == (
        "Annexe Programme de travail proposé", "timetable", 0, 2, 2, "item", "Séance plénière",
    )  # fmt: skip
    assert ("day", "Date") in picked(heads, "role", "text")


def test_tables_of_several_documents_say_which(documents: list[Document]) -> None:
    rows = list(rows_of_all(documents, "footnotes"))
    of = {document.source.sha256: document for document in documents}
    assert {row["document"] for row in rows} > {documents[0].source.sha256}
    for row in rows:
        document = of[row["document"]]
        assert (row["source"], row["source_symbol"]) == (document.source.name, document.header.symbol)
        assert document.footnotes[row["position"]].text == row["text"]


def test_lists_of_texts_are_joined_so_that_they_can_be_told_apart(hostile: Document) -> None:
    assert [row["entries"] for row in rows_of(hostile, "agenda")] == ["a\nb | c", None]


def test_a_table_that_is_none_is_refused(bridges: Document) -> None:
    with pytest.raises(NoSuchKeyError, match="sittings"):
        rows_of(bridges, "sitting")
    with pytest.raises(NoSuchKeyError, match="no flat table"):
        rows_of_all([bridges], "")
