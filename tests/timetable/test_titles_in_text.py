"""Titles of an agenda are met in running text, the longest first, and never beyond its end."""

from __future__ import annotations

import pytest

from undocparse.sections.timetable.pieces import ItemTitles


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("adoption of the agenda", 4),
        ("adoption of the agenda and programme of work", 8),
        ("adoption of the", 0),
        ("elections of officers", 1),
        ("other matters", 0),
    ],
)
def test_the_longest_title_that_a_text_begins_with(text: str, length: int) -> None:
    titles = ItemTitles(
        ["Adoption of the agenda", "Adoption of the agenda and programme of work", "Elections"]
    )
    assert titles.length(text.split()) == length
