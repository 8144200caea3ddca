"""Threads read documents at the same time, as executors and web servers have them do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from contextlib import closing
from pathlib import Path

import pytest

from undocparse.readers.pdf import read_pdf
from undocparse.readers.pdf_pdfium import PdfiumPages

_FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "docs"
_FILES = [(_FIXTURES / name).read_bytes() for name in ("pollinators.en.pdf", "tidal.en.pdf")]
_A_WHILE = 0.3  # seconds; a page is there within a hundredth


def test_threads_read_what_one_reads() -> None:
    alone = [_read(data) for data in _FILES]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(_read, 10 * _FILES)) == 10 * alone


def _read(data: bytes) -> str:
    return repr([page.lines for page in read_pdf(data, "a file").pages])


def test_pages_of_the_engine_that_serves_one_thread_wait_for_one_another() -> None:
    """Two of them at a time, of whatever files, end the process sooner or later."""
    with closing(PdfiumPages(_FILES[0])) as first, ThreadPoolExecutor(1) as threads:
        with first.page(0):
            second = threads.submit(_width, _FILES[1])
            with pytest.raises(StillWaiting):
                second.result(_A_WHILE)
        assert second.result() > 0


def _width(data: bytes) -> float:
    with closing(PdfiumPages(data)) as pages, pages.page(0) as page:
        return float(page.get_width())
