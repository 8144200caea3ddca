"""Text of a PDF that other text was painted over."""

from __future__ import annotations

from undocparse.readers.pdf_covered import run_over
from undocparse.readers.pdf_spans import PdfSpan


class Watched(PdfSpan):
    """A span that counts how often it is looked at."""

    looks = 0

    @property
    def x1(self) -> float:  # type: ignore[override]
        Watched.looks += 1
        return self[2]


def looks_at(count: int) -> int:
    Watched.looks = 0
    letters = [Watched("i", float(place), place + 5.0, 700.0, 10.0, False, False) for place in range(count)]
    assert [*run_over(letters)] == []
    return Watched.looks


def test_letters_drawn_one_by_one_are_looked_at_once_each() -> None:
    assert looks_at(2000) <= 12 * looks_at(200)


def test_texts_that_no_line_has_room_for_are_not_laid_beside_one_another() -> None:
    Watched.looks = 0
    texts = [Watched("a text", 72.0, 140.0, 700.0, 10.0, False, False) for _ in range(2000)]
    assert [*run_over(texts)] == []
    assert Watched.looks <= 3 * len(texts)
