"""What must hold of cost everywhere: little is loaded at the start, and time grows in a straight line."""

from __future__ import annotations

import sys
import time
from cProfile import Profile
from pathlib import Path

import pytest
from benchmarks.inputs import long_agenda
from benchmarks.speed import forget
from benchmarks.startup import HELP, loaded_by

from undocparse import parse
from undocparse.readers.pdf_spans import OxidePages, PdfPage


@pytest.mark.parametrize("code", ["import undocparse", HELP], ids=["import", "help"])
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert loaded_by(code) == []


def test_what_is_loaded_is_seen() -> None:
    assert loaded_by("import pydantic") == ["pydantic"]


def test_benchmarks_forget_all_that_is_remembered_of_texts(tmp_path: Path) -> None:
    long_agenda(4, tmp_path / "four.pdf")
    parse(tmp_path / "four.pdf")
    forget()
    # archives keep zip files open, which tells nothing of texts; nothing is compared while documents are read
    ours = (name for name in sys.modules if name.startswith("undocparse."))
    homes = [
        sys.modules[name]
        for name in ours
        if not name.startswith(("undocparse.archive", "undocparse.compare"))
    ]
    values = (value for home in homes for value in vars(home).values() if hasattr(value, "cache_parameters"))
    kept = {value for value in values if value.__module__.startswith("undocparse.")}
    assert not [one for one in kept if one.cache_parameters()["maxsize"] and one.cache_info().currsize]


def _calls_a_page(data: bytes) -> float:
    """How many functions are called for a page, which no other work on the machine can change."""
    forget()
    with Profile() as profile:
        pages = parse(data).source.pages
    return sum(entry.callcount for entry in profile.getstats()) / (pages or 1)


def _processor_time_a_page(data: bytes) -> float:
    forget()
    began = time.process_time()
    pages = parse(data).source.pages
    return (time.process_time() - began) / (pages or 1)


def test_cost_grows_in_a_straight_line(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    files = []
    for pages in (20, 160):
        long_agenda(pages, path)
        files.append(path.read_bytes())
    parse(files[0])  # patterns are compiled when they are first asked
    few, many = map(_calls_a_page, files)
    assert many < 1.2 * few
    # what grows within one call shows in time alone: busy machines double it, a square makes eight of it
    few, many = map(_processor_time_a_page, files)
    assert many < 3 * few


def test_no_page_is_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    real = OxidePages.read

    def counted(pages: OxidePages, index: int) -> PdfPage:
        read.append(index)
        return real(pages, index)

    monkeypatch.setattr(OxidePages, "read", counted)
    long_agenda(6, tmp_path / "six.pdf")
    document = parse(tmp_path / "six.pdf")
    assert read == list(range(document.source.pages))
