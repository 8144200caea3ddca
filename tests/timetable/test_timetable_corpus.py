"""Timetables of real documents, where the shared corpus is at hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from undocparse.layout.footnotes import take_footnotes
from undocparse.layout.furniture import claim_furniture
from undocparse.layout.ledger import Ledger
from undocparse.model.header import Header
from undocparse.model.timetable import Timetable
from undocparse.readers.pdf import read_pdf
from undocparse.sections.timetable import find_timetable, read_timetable

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
GOLD = sorted((CORPUS / "gold").glob("*.json")) if CORPUS.exists() else []
OTHERS = sorted((CORPUS / "others").glob("*.pdf")) if CORPUS.exists() else []

pytestmark = pytest.mark.skipif(not GOLD, reason="the shared corpus is not here")


def timetable_of(path: Path, header: Header, language: str) -> Timetable:
    layout = read_pdf(path.read_bytes(), path.name)
    ledger = Ledger(layout)
    claim_furniture(layout, ledger)
    take_footnotes(layout, ledger)
    found = find_timetable(layout, ledger, header, language)
    return read_timetable(found, None, header, language)[0] if found else Timetable()


def counted(sittings: list[dict[str, Any]]) -> Counter[Any]:
    """Entries as the contract scores them: when, which items or else what title, and whether it goes on."""
    return Counter(
        (
            sitting["date"],
            sitting["starts"],
            sitting["ends"],
            tuple(sorted(entry["items"])) or entry["title"].casefold()[:40],
            entry["continued"],
        )
        for sitting in sittings
        for entry in sitting["entries"]
    )


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_sittings_are_those_of_the_gold(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    if "timetable" not in gold or not gold["file"].endswith(".pdf"):
        pytest.skip("no timetable in the gold, or no PDF")
    known = gold["header"]
    header = Header(starts=known.get("starts"), ends=known.get("ends"), date=known.get("date"))
    language = gold.get("language") or known.get("language") or "en"
    got = timetable_of(CORPUS / "docs" / gold["file"], header, language)
    want, have = counted(gold["timetable"]), counted([sitting.model_dump() for sitting in got])
    assert 2 * (want & have).total() >= 0.97 * (want.total() + have.total())


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_other_documents_have_no_timetable(path: Path) -> None:
    assert not len(timetable_of(path, Header(), "fr" if ".fr." in path.name else "en"))
