"""Flat tables as CSV."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from undocparse import Document
from undocparse.exports.flat import csv_of, rows_of, rows_of_all, tables, to_csv
from undocparse.exports.formats import FORMATS, format_of


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_every_table_reads_back(documents: list[Document]) -> None:
    for table in tables():
        found = read("".join(csv_of(documents, table)))
        wanted = list(rows_of_all(documents, table))
        assert len(found) == len(wanted)
        for row, kept in zip(found, wanted, strict=True):
            for name, value in kept.items():
                if not isinstance(value, (str, bool)):
                    assert row[name] == ("" if value is None else str(value))
                elif isinstance(value, bool):
                    assert row[name] == str(value).lower()
                else:
                    assert row[name].removeprefix("'") == value.replace("\n", " ")


def test_csv_of_a_document_is_its_agenda(bridges: Document) -> None:
    written = FORMATS["csv"].write(bridges)
    assert written == to_csv(bridges, "agenda")
    assert isinstance(written, str)
    assert written.startswith("position,key,level,parent,label,title,group,path,entries,page\n0,1,0,,1.,")
    assert [row["key"] for row in read(written)] == [item.key for item in bridges.agenda.walk()]
    assert format_of("agenda.CSV").name == "csv"


def test_a_document_without_an_agenda_is_the_names_of_the_columns(by_name: dict[str, Document]) -> None:
    assert to_csv(by_name["letter.fr.txt"]).splitlines() == [
        to_csv(by_name["bridges.fr.pdf"]).splitlines()[0]
    ]


def test_a_spreadsheet_calculates_nothing_unless_asked(hostile: Document) -> None:
    guarded, verbatim = read(to_csv(hostile))[0], read(to_csv(hostile, verbatim=True))[0]
    assert (guarded["label"], guarded["entries"]) == ("'-", "a b | c")
    assert guarded["title"] == '\'=HYPERLINK("http://x.example")'
    assert (verbatim["label"], verbatim["entries"]) == ("-", "a\nb | c")
    assert verbatim["title"] == rows_of(hostile, "agenda")[0]["title"]
    assert next(iter(read("".join(csv_of([hostile])))))["source"] == "'=x.pdf"


def test_documents_are_taken_one_by_one(bridges: Document) -> None:
    def endless() -> object:
        while True:
            yield bridges

    lines = csv_of(endless(), "agenda")  # type: ignore[arg-type]
    assert [next(lines).split(",")[0] for _ in range(40)] == ["source", *39 * ["bridges.fr.pdf"]]


def test_line_ends_are_written_as_they_are(bridges: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(to_csv(bridges), "utf-8", newline="")
    assert b"\r" not in path.read_bytes()
