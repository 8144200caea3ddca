"""Where a reference says that it stands, its text stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import undocparse

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "docs").iterdir())
LETTER = """\
                                                        A/80/17

       Letter dated 3 May 2025 addressed to the Secretary-General

    I have the honour to refer to General Assembly resolution 79/12 and to the
report contained in document A/79/44, as well as to Security Council resolu-
tion 2700 (2023), which was recalled at length in the discussions on decision
78/551 of the Assembly, and to the note by the Secretariat in A/CONF.240/L.3.
"""


def _string(document: dict[str, Any], path: str) -> str:
    found: Any = document
    for part in path.strip("/").split("/"):
        found = found[int(part)] if isinstance(found, list) else found[part]
    assert isinstance(found, str)
    return found


def _check(document: undocparse.Document) -> None:
    data = document.model_dump(mode="json")
    for reference in document.references:
        where = reference.where
        if where.path is not None:
            assert _string(data, where.path)[where.start : where.end] == reference.text
        else:
            assert where.start is None
            assert where.end is None


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_its_characters_are_those_of_the_string_that_it_points_at(path: Path) -> None:
    _check(undocparse.parse(path))


def test_a_reference_inside_a_long_paragraph_stands_in_its_line() -> None:
    document = undocparse.parse(LETTER.encode(), name="letter.txt")
    assert document.document_type == "other"
    _check(document)
    placed = {reference.number: reference.where.path for reference in document.references}
    lines = {path: _string(document.model_dump(mode="json"), path) for path in placed.values() if path}
    assert "A/79/44" in lines[placed["A/79/44"] or ""]
    assert "A/CONF.240/L.3" in lines[placed["A/CONF.240/L.3"] or ""]
    assert len(set(lines)) > 2


def test_a_reference_over_two_lines_has_its_page_and_no_characters() -> None:
    document = undocparse.parse(LETTER.encode(), name="letter.txt")
    (torn,) = (reference for reference in document.references if reference.number == "2700 (2023)")
    assert torn.where.path is None
    assert torn.where.page == 1
