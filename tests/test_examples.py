"""The scripts in examples/ do what they say, on documents of fixtures/."""

from __future__ import annotations

import csv
import json
import runpy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "fixtures" / "docs"


def main_of(script: str) -> Callable[..., Any]:
    main: Callable[..., Any] = runpy.run_path(str(ROOT / "examples" / script))["main"]
    return main


def folder_of(tmp_path: Path, **names: str) -> Path:
    """A folder with copies of fixtures under names of their own."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for fixture, name in names.items():
        shutil.copy(DOCS / fixture.replace("_", "."), folder / name)
    return folder


def rows(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding).splitlines()))


def test_titles_that_come_back_are_counted_by_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copies = {"pollinators_en_txt": "a.txt", "pollinators_en_docx": "a.docx", "seeds_en_txt": "b.txt"}
    folder = folder_of(tmp_path, **copies)
    (folder / "none.pdf").touch()
    main_of("recurring_items.py")(folder, tmp_path / "out")
    titles = rows(tmp_path / "out" / "titles.csv")
    other = [row for row in titles if row["title"] == "other matters"]
    assert [(row["body"], row["year"], row["symbols"]) for row in other] == [
        ("Conference of the Parties to the Convention on Heirloom Seeds", "2003", "UNEP/SEED/COP/4/1/Add.1"),
        ("Open-ended Working Group on Flowering Corridors", "2014", "CPP/COP/WG.2/2014/1"),
    ]
    assert {row["documents"] for row in titles} == {"2"}
    items = rows(tmp_path / "out" / "items.csv")
    assert {row["source"] for row in items} == {"a.txt", "a.docx", "b.txt"}
    said = capsys.readouterr()
    assert "other matters" in said.out
    assert "none.pdf: the file is empty" in said.err


def test_the_shelf_list_tells_wrong_names_and_doubts(tmp_path: Path) -> None:
    names = {
        "committee_en_txt": "A_C.7_104_L.1.en.txt",
        "calendar_fr_md": "A-AC.309-2036-10.fr.md",  # a symbol that begins like the masthead's
        "seeds_en_txt": "=seeds.txt",
    }
    folder = folder_of(tmp_path, **names)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    main_of("shelf_list.py")(folder, tmp_path / "shelf.csv")
    found = {row["file"]: row for row in rows(tmp_path / "shelf.csv", "utf-8-sig")}
    assert {name: row["name"] for name, row in found.items()} == {
        "A_C.7_104_L.1.en.txt": "agrees",
        "A-AC.309-2036-10.fr.md": "differs",
        "'=seeds.txt": "names no symbol",
        "broken.docx": "",
    }
    assert found["A-AC.309-2036-10.fr.md"]["symbol"] == "A/AC.309/2036/1"
    assert found["A_C.7_104_L.1.en.txt"]["date"] == "2049-09-10"
    assert found["A_C.7_104_L.1.en.txt"]["doubts"] == ""
    assert "may be a part of one" in found["'=seeds.txt"]["doubts"]
    assert "broken.docx" in found["broken.docx"]["failed"]


def test_chunks_have_their_place_and_failures_their_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ROOT / "fixtures" / "bad"
    folder = folder_of(tmp_path, bridges_fr_pdf="pont.pdf")
    for name in ("encrypted.pdf", "picture-only.pdf"):
        shutil.copy(bad / name, folder)
    assert main_of("search_chunks.py")([folder]) == 1
    said = capsys.readouterr()
    chunks = [json.loads(line) for line in said.out.splitlines()]
    second = next(chunk for chunk in chunks if "1.b" in chunk["items"])
    assert second["path"] == "Questions d’organisation > Élection du Bureau"
    assert second["text"].startswith("Aux termes de l’article 15 du règlement intérieur")
    assert (second["symbol"], second["pages"], second["source"]) == ("PONT/COSP/2016/1", [2], "pont.pdf")
    assert len({chunk["id"] for chunk in chunks}) == len(chunks) > 20
    assert max(len(chunk["text"]) for chunk in chunks) <= 800
    failed = [json.loads(line) for line in said.err.splitlines()]
    assert [(line["source"], line["error"]) for line in failed] == [
        ("encrypted.pdf", "encrypted"),
        ("picture-only.pdf", "no-text-layer"),
    ]


def test_without_failures_the_exit_code_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main_of("search_chunks.py")([folder_of(tmp_path, letter_fr_txt="letter.txt")]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out.splitlines()[0])["kind"] == "masthead"
    assert said.err == ""
