"""Values by pointer: what a reference or a diagnostic is about."""

from __future__ import annotations

from pathlib import Path

import pytest

import undocparse
from undocparse.errors import NoSuchKeyError
from undocparse.model.place import Where

DOCUMENT = undocparse.parse(Path(__file__).parents[2] / "fixtures" / "docs" / "bridges.fr.pdf")


def test_a_reference_is_where_it_says() -> None:
    assert DOCUMENT.references
    assert all(DOCUMENT.text_at(one.where) == one.text for one in DOCUMENT.references if one.where.path)


def test_without_path_there_is_no_text() -> None:
    assert DOCUMENT.text_at(Where(section="agenda")) is None


@pytest.mark.parametrize(
    "path", ["/agenda/99/title", "/agenda/0/tittle", "/header/places/nothing", "/agenda/x"]
)
def test_a_path_to_nothing_is_an_error(path: str) -> None:
    with pytest.raises(NoSuchKeyError, match="no such value"):
        DOCUMENT.text_at(Where(section="agenda", path=path))
