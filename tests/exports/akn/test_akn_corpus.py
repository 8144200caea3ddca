"""Real documents, where they are there, as Akoma Ntoso."""

from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.gate import CORPUS
from tests.exports.akn.akn_building import faults, read

from undocparse.exports.akn import from_akn, to_akn

PATHS = sorted(p for p in (CORPUS / "docs").glob("*.*") if p.suffix in {".pdf", ".docx", ".md"})
OWN_FILES = sorted((CORPUS / "akn").glob("*.xml"))
pytestmark = pytest.mark.skipif(not PATHS, reason="the shared corpus is not there")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_real_document_is_valid_and_comes_back_the_same(path: Path) -> None:
    written = to_akn(read(path))
    assert faults(written) == []
    assert from_akn(written) == read(path)


@pytest.mark.parametrize("path", OWN_FILES[::7], ids=lambda path: path.name)
def test_the_mastheads_of_the_un_s_own_files_are_read(path: Path) -> None:
    header = from_akn(path.read_bytes(), name=path.name).header
    assert header.symbol
    assert header.organ
    assert header.date
