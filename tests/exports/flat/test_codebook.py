"""The codebook is that of the registry."""

from __future__ import annotations

import sys
from pathlib import Path

from undocparse.exports.flat import tables

ROOT = Path(__file__).parent.parent.parent.parent


def test_the_page_is_made_of_the_registry() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    import make_codebook  # noqa: PLC0415

    assert make_codebook.PAGE.read_text("utf-8") == make_codebook.page()


def test_every_column_is_described_in_a_sentence_and_has_an_example() -> None:
    columns = [column for spec in tables().values() for column in spec.all_columns]
    assert [column.name for column in columns if not column.description.endswith(".")] == []
    assert [column.name for column in columns if not column.example] == []


def test_every_table_can_be_joined_to_its_documents() -> None:
    for name, spec in tables().items():
        names = [column.name for column in spec.all_columns]
        assert {"source", "document"} <= set(names)
        assert len(names) == len(set(names)), name
        assert set(spec.unique) <= set(names)
