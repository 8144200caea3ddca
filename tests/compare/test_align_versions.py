from __future__ import annotations

from typing import Any

import pytest
from tests.compare.compare_building import annotated, changed, version

from undocparse.compare import align
from undocparse.compare.sequence import Strand, align_sequences
from undocparse.errors import UndocparseError

LANTERNS = ("lanterns.en.docx", "lanterns.fr.pdf", "lanterns.es.txt")


def test_three_languages_stand_side_by_side() -> None:
    alignment = align([version(name) for name in LANTERNS])
    assert alignment.languages == ("en", "fr", "es")
    assert all(None not in row.paths for row in alignment.rows if row.kind != "footnote")
    items = [row.paths for row in alignment.of("item")]
    assert items == [(f"/agenda/{index}",) * 3 for index in range(8)]


def test_what_the_first_version_lacks_is_aligned_between_the_others() -> None:
    def drop(whole: dict[str, Any]) -> None:
        del whole["footnotes"], whole["timetable"][0]

    first = changed(version("lanterns.en.docx"), drop)
    rows = align([first, version("lanterns.fr.pdf"), version("lanterns.es.txt")]).of("sitting")
    assert rows[-1].paths == (None, "/timetable/0", "/timetable/0")


def test_paragraphs_go_by_their_printed_numbers() -> None:
    one = [Strand("First of all", number="1"), Strand("Then", number="2"), Strand("At last", number="3")]
    other = [Strand("Ensuite, beaucoup plus tard", number="2."), Strand("Enfin", number="3.")]
    assert align_sequences(one, other) == [(0, None), (1, 0), (2, 1)]


def test_one_document_has_nothing_to_be_aligned_to() -> None:
    with pytest.raises(UndocparseError, match="two or more"):
        align([annotated("en", "Lamps")])
