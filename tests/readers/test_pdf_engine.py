"""Panics of the fast engine: typed, never passed on, and the engine that broke down is not asked again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pdf_files import page_in_simple_font, pdf_of, stream

from undocparse import errors, pipeline
from undocparse.limits import Budget
from undocparse.readers import pdf, pdf_engine, pdf_spans
from undocparse.readers.pdf import read_pdf
from undocparse.readers.pdf_engine import EnginePanic, guarded
from undocparse.readers.pdf_frame import Frame
from undocparse.readers.pdf_rulings import DrawnLines

PanicException = type("PanicException", (BaseException,), {})
ONE = page_in_simple_font(b"Abcdef", 500, b"1. Opening of the session")


def _pages(*texts: bytes) -> bytes:
    kids = [4 + 2 * place for place in range(len(texts))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"".join(b"%d 0 R " % k for k in kids), len(texts)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for kid, text in zip(kids, texts, strict=True):
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R" % (kid + 1)
        objects.append(page + b" /Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(stream(b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text))
    return pdf_of(objects)


@pytest.fixture(autouse=True)
def sound(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No panic is noted before or after."""
    monkeypatch.setattr(pdf_engine, "_panics", [])
    return


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that the fast engine is asked for; it breaks down over the second."""
    places: list[int] = []
    read = pdf_spans.OxidePages.read

    def panicking(self: pdf_spans.OxidePages, index: int) -> pdf_spans.PdfPage:
        places.append(index)
        if index == 1:
            raise PanicException("torn")
        return read(self, index)

    monkeypatch.setattr(pdf_spans.OxidePages, "read", panicking)
    return places


def test_pages_from_the_broken_one_on_are_read_by_the_second_engine(asked: list[int]) -> None:
    data = _pages(b"First page", b"Second page", b"Third page")
    for fast in ([0, 1], []):  # what it read before makes no difference to what is read
        layout = read_pdf(data, "a.pdf")
        assert [line.text for line in layout.lines] == ["First page", "Second page", "Third page"]
        assert asked == fast
        told = [each.where.page for each in layout.diagnostics if each.where]
        assert told == [page for page in (1, 2, 3) if page - 1 not in fast[:1]]
        asked.clear()


def test_a_document_that_breaks_the_engine_is_read_apart_and_so_are_those_after_it(
    asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    apart: list[str] = []
    monkeypatch.setattr(pipeline, "parse_apart", lambda source, limits: apart.append(source.name))
    pipeline.parse(_pages(b"First page"), name="before.pdf")
    for name in ("first.pdf", "again.pdf"):
        pipeline.parse(_pages(b"First page", b"Second page"), name=name)
    pipeline.parse(b"1. Opening of the session\n", name="text.txt")
    assert apart == ["first.pdf", "again.pdf"]
    assert asked == [0, 0, 1]


def test_a_panic_at_opening_is_an_error_or_another_processs_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    class Engine:
        class PdfDocument:
            @staticmethod
            def from_bytes(_data: bytes) -> Any:
                raise PanicException("torn")

    monkeypatch.setattr("undocparse.readers.pdf.load_engine", lambda: Engine)
    with pytest.raises(EnginePanic):
        read_pdf(ONE, "a.pdf", Budget(apart=True))
    with pytest.raises(errors.UnreadableError, match=r"a\.pdf"):
        read_pdf(ONE, "a.pdf")


def test_a_panic_over_rules_costs_the_rules() -> None:
    def paths() -> list[dict[str, Any]]:
        raise PanicException("torn")

    assert list(DrawnLines(paths, Frame(0, 0, 100, 100, 0))) == []
    assert pdf_engine.is_broken()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(), MemoryError(), ValueError("x")])
def test_whatever_is_no_panic_passes(error: BaseException) -> None:
    with pytest.raises(type(error)), guarded():
        raise error
    assert not pdf_engine.is_broken()


@pytest.mark.parametrize("doubt", ["", "a font has the widths of another document"])
def test_a_page_with_more_than_the_second_engine_lays_out_is_told(
    doubt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_LAID_OUT", 5)
    monkeypatch.setattr(pdf, "_doubt", lambda _: doubt)
    if not doubt:
        monkeypatch.setattr(pdf_spans.OxidePages, "read", lambda *_: 1 / 0)
    layout = read_pdf(ONE, "a.pdf")
    assert [line.text for line in layout.lines] == (["1. Opening of the session"] if doubt else [])
    [told] = [each.message for each in layout.diagnostics if each.code == "limit-reached"]
    assert "Page 1 has 26 characters" in told
    assert (doubt or "nothing of it was read") in told
