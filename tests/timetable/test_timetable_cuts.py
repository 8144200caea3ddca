"""Where a cell of a printed timetable begins below another one of its column."""

import pytest

from undocparse.sections.timetable.cuts import cell_words


@pytest.mark.parametrize(
    ("language", "above", "text", "begins"),
    [
        ("en", "9.30 a.m.", "2.30 p.m.", True),
        ("en", "9.30 a.m. to", "12.30 p.m.", False),
        ("en", "2.30 p.m.", "9.30 a.m.", False),
        ("fr", "9 h 30", "14 h 30", True),
        ("fr", "9 h 30 à", "12 h 30", False),
        ("fr", "9 h 30", "à 12 h 30", False),
    ],
)
def test_later_start_begins_a_cell_and_an_end_does_not(
    language: str, above: str, text: str, begins: bool
) -> None:
    assert cell_words(language).starts(above, text) is begins


def test_heads_of_columns_begin_with_a_capital() -> None:
    words = cell_words("en")
    assert words.heads("Meeting")
    assert not words.heads("meeting")
