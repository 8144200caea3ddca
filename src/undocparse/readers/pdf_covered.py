"""Finds text of a PDF that something was painted over, and other text on that ("Distr.: GeneralLimited")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from undocparse.readers.pdf_spans import PdfSpan

_ROW = 2.0  # points between baselines of texts that run into each other
_OVER = 8.0  # points; a blank at a span's end, or a shadow of it, reaches less far into the next
_INSET = 1.5  # points; the letters beside may reach as far
_CROWD = 200  # texts about one baseline; print has some ten, and each of them would be laid beside each
_SEEN = 10.0  # points of a text that must stand free, so that ink there tells whether it is seen


def run_over(spans: Sequence[PdfSpan]) -> Iterator[tuple[PdfSpan, list[PdfSpan]]]:
    """The spans that others run over, each with its parts that stand free, where it has any.

    Args:
        spans: of one page.
    """
    wide = (span for span in spans if span.x1 - span.x0 > _OVER)  # none runs further than its width
    rows = sorted(wide, key=lambda span: span.base)
    start = end = 0
    for span in rows:
        while rows[start].base < span.base - _ROW:
            start += 1
        while end < len(rows) and rows[end].base <= span.base + _ROW:
            end += 1
        if end - start > _CROWD:
            continue
        others = [
            other
            for other in rows[start:end]
            if other is not span and min(span.x1, other.x1) - max(span.x0, other.x0) > _OVER
        ]
        if others and (free := list(_free_parts(span, others))):
            yield span, free


def _free_parts(span: PdfSpan, others: Sequence[PdfSpan]) -> Iterator[PdfSpan]:
    """The stretches of a span that no other span runs over, and that are long enough to tell."""
    place = span.x0
    ends = [(other.x0, other.x1) for other in sorted(others, key=lambda other: other.x0)]
    for left, right in [*ends, (span.x1, span.x1)]:
        if left - place >= _SEEN:
            yield span._replace(x0=place + _INSET, x1=left - _INSET)
        place = max(place, right)
