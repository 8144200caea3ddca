"""Nothing is lost between a document and the archive's tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.archive.archives import FIXTURES

from undocparse import Document, parse
from undocparse.archive.rows import rows_of, tables_of
from undocparse.archive.schemas import SCHEMAS
from undocparse.archive.streams import from_stream, read_table, to_stream, write_table

_DOCUMENTS = sorted((FIXTURES / "docs").iterdir())


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [parse(path) for path in _DOCUMENTS]


def test_every_part_of_a_document_has_its_row(documents: list[Document]) -> None:
    for document in documents:
        rows = rows_of(document, address="a", size=1)
        assert rows.keys() == SCHEMAS.keys()
        annotations, sittings = document.annotations, document.timetable
        assert {name: len(found) for name, found in rows.items()} == {
            "documents": 1,
            "items": sum(1 for _ in document.agenda.walk()),
            "annotations": len(annotations),
            "paragraphs": sum(len(one.paragraphs) for one in annotations),
            "listed_documents": sum(len(one.documents) for one in annotations),
            "sittings": len(sittings),
            "entries": sum(len(one.entries) for one in sittings),
            "references": len(document.references),
            "tables": len(document.tables),
            "cells": sum(len(one.cells) for one in document.tables),
            "unassigned": len(document.unassigned),
            "footnotes": len(document.footnotes),
            "diagnostics": len(document.diagnostics),
            "json": 1,
        }


def test_the_whole_document_comes_back(documents: list[Document]) -> None:
    table = tables_of(rows_of(one, address="a", size=1) for one in documents)["json"]
    assert [Document.from_json(text) for text in table["json"].to_pylist()] == documents


def test_items_stand_in_the_order_of_the_agenda(documents: list[Document]) -> None:
    for document in documents:
        rows = rows_of(document, address="a", size=1)["items"]
        assert [row[2] for row in rows] == [item.key for item in document.agenda.walk()]
        assert [row[3] for row in rows if row[4] == 0] == [None] * len(document.agenda)


@pytest.mark.parametrize("suffix", ["parquet", "jsonl"])
def test_files_and_streams_keep_every_value(documents: list[Document], tmp_path: Path, suffix: str) -> None:
    tables = tables_of(rows_of(one, address="a", size=1) for one in documents[:6])
    for name, table in tables.items():
        assert from_stream(to_stream(table)) == table
        write_table(table, tmp_path / f"{name}.{suffix}")
        assert read_table(tmp_path / f"{name}.{suffix}", SCHEMAS[name]).to_pylist() == table.to_pylist()
