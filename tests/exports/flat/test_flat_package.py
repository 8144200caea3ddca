"""Flat tables as a data package, read back by Frictionless's own library."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import frictionless
import pytest

from undocparse import Document
from undocparse.exports.flat import rows_of_all, tables, write_data_package


@pytest.fixture(scope="module")
def written(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_data_package(documents[:2], tmp_path_factory.mktemp("package") / "new")


def test_it_is_valid_with_all_its_tables(written: Path) -> None:
    report = frictionless.validate(str(written))
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    assert report.stats["tasks"] == len(tables())
    assert {path.name for path in written.parent.iterdir()} == {
        "datapackage.json", *(f"{table}.csv" for table in tables()),
    }  # fmt: skip


def test_values_come_back_as_what_they_are(written: Path, documents: list[Document]) -> None:
    package = frictionless.Package(str(written))
    for table, spec in tables().items():
        rows = package.get_resource(table).read_rows()
        for found, kept in zip(rows, rows_of_all(documents[:2], table), strict=True):
            for column in spec.all_columns:
                value, wanted = found[column.name], kept[column.name]
                if column.type == "date" and wanted:
                    wanted = date.fromisoformat(wanted)
                elif column.type == "time" and wanted:
                    wanted = time.fromisoformat(wanted)
                if column.type == "text":
                    value, wanted = (value or "").removeprefix("'"), (wanted or "").replace("\n", " ")
                assert (float(value) if column.type == "number" and wanted else value) == wanted


def test_a_row_that_belongs_to_no_document_is_found(hostile: Document, tmp_path: Path) -> None:
    descriptor = write_data_package([hostile], tmp_path)
    with (tmp_path / "footnotes.csv").open("a", encoding="utf-8") as file:
        file.write(f"a.pdf,,0,1,x,1,{64 * '0'}\n")
    report = frictionless.validate(str(descriptor))
    assert [found[0] for found in report.flatten(["type"])] == ["foreign-key"]


def test_fields_say_what_they_hold(written: Path) -> None:
    resources = {each["name"]: each for each in json.loads(written.read_text("utf-8"))["resources"]}
    fields = {field["name"]: field for field in resources["references"]["schema"]["fields"]}
    assert fields["start"] == {
        "name": "start",
        "type": "integer",
        "description": "First character, from 0.",
        "example": "311",
        "unit": "characters",
    }
    assert fields["via"]["constraints"] == {"required": True, "enum": ["explicit", "anaphora", "list"]}
    links = [key["reference"]["resource"] for key in resources["paragraphs"]["schema"]["foreignKeys"]]
    assert links == ["documents", "annotations"]


def test_a_file_that_is_there_twice_is_written_once(bridges: Document, tmp_path: Path) -> None:
    again = bridges.model_copy(update={"source": bridges.source.model_copy(update={"name": "copy.pdf"})})
    write_data_package(iter([bridges, again]), tmp_path)
    names, row = (tmp_path / "documents.csv").read_text("utf-8").splitlines()
    assert (names.split(",")[0], row.split(",")[0]) == ("source", "bridges.fr.pdf")


def test_formulas_are_guarded_and_it_is_said_unless_asked_otherwise(
    hostile: Document, tmp_path: Path
) -> None:
    guarded = write_data_package([hostile], tmp_path / "guarded")
    verbatim = write_data_package([hostile], tmp_path / "verbatim", verbatim=True)
    assert "'=HYPERLINK" in (guarded.parent / "agenda.csv").read_text("utf-8")
    assert "'=HYPERLINK" not in (verbatim.parent / "agenda.csv").read_text("utf-8")
    assert "apostrophe" in json.loads(guarded.read_text("utf-8"))["description"]
    assert "apostrophe" not in verbatim.read_text("utf-8")
