"""The second opinion: a page by pdfplumber, in the same form as the fast engine gives."""

from __future__ import annotations

import io
from typing import Any

from undocparse.layout.pages import DESCENT, Ruling
from undocparse.readers.pdf_spans import PdfPage, PdfSpan, style_of


def plumber_page(data: bytes, index: int) -> PdfPage | None:
    """One page, counted from 0; null where this engine cannot read it either."""
    import pdfplumber  # noqa: PLC0415 - slow to load, rarely needed

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as pdf:
            page = pdf.pages[0]
            try:
                return _page(page)
            finally:
                page.close()
    except Exception:  # pdfminer raises anything on broken files
        return None


def _page(page: Any) -> PdfPage:
    words = page.extract_words(
        keep_blank_chars=False, use_text_flow=False, extra_attrs=["fontname", "size"], x_tolerance_ratio=0.15
    )
    spans = [_span(word) for word in words]
    rulings = [Ruling(e["x0"], e["top"], e["x1"], e["bottom"]) for e in page.edges]
    return PdfPage(float(page.width), float(page.height), spans, rulings)


def _span(word: dict[str, Any]) -> PdfSpan:
    size = float(word["size"])
    bold, italic = style_of(word["fontname"])
    # pdfplumber's bottom lies below the baseline by the font's descent, about a fifth of its size
    return PdfSpan(word["text"], word["x0"], word["x1"], word["bottom"] - DESCENT * size, size, bold, italic)
