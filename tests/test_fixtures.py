"""The fixtures are what their sources make of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from evaluation.gold import load_all, read_gold

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SOURCES = sorted(path.name.removesuffix(".src") for path in (FIXTURES / "sources").glob("*.src"))
LARGEST = 60_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("reportlab")
    folder = tmp_path_factory.mktemp("fixtures")
    command = [sys.executable, str(ROOT / "tools" / "make_fixtures.py"), "--into", str(folder)]
    subprocess.run(command, check=True, timeout=120)
    return folder


@pytest.mark.parametrize("folder", ["docs", "gold", "bad"])
def test_making_them_again_gives_the_same_bytes(made: Path, folder: str) -> None:
    kept = {path.name: path.read_bytes() for path in (FIXTURES / folder).iterdir()}
    again = {path.name: path.read_bytes() for path in (made / folder).iterdir()}
    assert sorted(again) == sorted(kept)
    assert [name for name in kept if kept[name] != again[name]] == []


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_has_gold_and_three_formats(name: str) -> None:
    gold = read_gold(FIXTURES / "gold" / f"{name}.gold.json")
    assert {Path(file).suffix for file in gold["files"]} >= {".pdf", ".docx", ".txt"}
    assert all((FIXTURES / "docs" / file).stat().st_size < LARGEST for file in gold["files"])


def test_every_document_has_gold() -> None:
    golds = load_all(FIXTURES / "gold", FIXTURES / "docs")
    assert {gold.document for gold in golds} == set((FIXTURES / "docs").iterdir())


def test_there_are_several_languages_and_documents_of_other_kinds() -> None:
    golds = [read_gold(path) for path in (FIXTURES / "gold").iterdir()]
    assert {gold["header"]["language"] for gold in golds} == {"en", "es", "fr"}
    assert {gold["document_type"] for gold in golds} >= {
        "annotated_agenda",
        "provisional_agenda",
        "agenda",
        "other",
    }
