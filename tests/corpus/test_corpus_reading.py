"""Real documents, where they are there: read without error, and no line is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pdf_oxide
import pytest
from evaluation.gate import CORPUS

import undocparse
from undocparse.errors import UndocparseError
from undocparse.readers.pdf_fonts import fonts_in
from undocparse.readers.pdf_objects import Objects, patched
from undocparse.readers.pdf_veil import veil

FOLDERS = ("docs", "mastheads/docs", "others")
PATHS = sorted(
    p for f in FOLDERS for p in (CORPUS / f).glob("*.*") if p.suffix in {".pdf", ".docx", ".md", ".txt"}
)
pytestmark = pytest.mark.skipif(not PATHS, reason="the shared corpus is not there")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_line_has_one_place(path: Path) -> None:
    document = undocparse.parse(path, keep_layout=True)
    layout, ledger = document.layout.layout, document.layout.ledger
    lines = list(layout.lines)
    assert len({line.number for line in lines}) == len(lines)
    free = [line.text for line in ledger.free() if line.text.strip()]
    assert [text for text in document.unassigned if text.strip()] == free


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_json_comes_back_the_same(path: Path) -> None:
    document = undocparse.parse(path)
    assert undocparse.Document.from_json(document.to_json()) == document


@pytest.mark.parametrize("path", PATHS[::4], ids=lambda path: path.name)
def test_a_file_that_was_cut_off_gives_a_document_or_a_typed_error(path: Path) -> None:
    data = path.read_bytes()
    try:
        undocparse.parse(data[: len(data) // 2], name=path.name)
    except UndocparseError as error:
        told = str(error)
    else:
        told = path.name
    assert path.name in told


_READ = """
import contextlib, sys
from undocparse.errors import UnreadableError
from undocparse.readers.pdf import read_pdf
for path in sys.argv[2:]:
    data = open(path, "rb").read()
    if sys.argv[1] == "cut":
        with contextlib.suppress(UnreadableError):
            read_pdf(data[: len(data) // 2], path)
    print(*((line.text, line.box) for line in read_pdf(data, path).lines), sep="\\n")
"""


def test_broken_files_do_not_spoil_those_that_are_read_after_them() -> None:
    paths = [str(path) for path in PATHS if path.parent.name == "docs" and path.suffix == ".pdf"][:11]
    cut, whole = (
        subprocess.run([sys.executable, "-c", _READ, how, *paths], capture_output=True, text=True, check=True)
        for how in ("cut", "whole")
    )
    assert cut.stdout == whole.stdout


@pytest.mark.parametrize("path", [p for p in PATHS if p.suffix == ".pdf"], ids=lambda path: path.name)
def test_what_is_hidden_from_the_engine_costs_no_character(path: Path) -> None:
    data = path.read_bytes()
    hidden = [patch for patch in veil(Objects(data), fonts_in(data).values()) if patch.instead == b"E"]
    assert _spans(patched(data, hidden)) == _spans(data)


def _spans(data: bytes) -> list[tuple[str, tuple[float, ...], list[float]]]:
    document = pdf_oxide.PdfDocument.from_bytes(data)
    pages = range(document.page_count())
    return [
        (span.text, span.bbox, span.char_widths) for page in pages for span in document.extract_spans(page)
    ]
