"""Every snippet of docs/archive.md runs, and SQL and polars give the same answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from undocparse import Archive
from undocparse.archive.schemas import TABLES

_PAGE = (Path(__file__).resolve().parents[2] / "docs" / "archive.md").read_text("utf-8")
_QUESTIONS = re.findall(r"### (\d+\. .+?)\n.*?```sql\n(.*?)```\n```python\n(.*?)```", _PAGE, re.DOTALL)


def _rows(frame: Any) -> list[str]:
    return sorted(repr(tuple(row)) for row in frame.rows())


@pytest.mark.parametrize(
    ("question", "sql", "code"), _QUESTIONS, ids=[question for question, *_ in _QUESTIONS]
)
def test_sql_and_polars_agree(archive: Archive, question: str, sql: str, code: str) -> None:
    names: dict[str, Any] = {"archive": archive, "pl": pl}
    exec(code, names)
    by_frames = names["answer"].collect()
    by_sql = archive.sql(sql)
    assert by_sql.columns == by_frames.columns
    assert _rows(by_sql) == _rows(by_frames)
    assert len(by_sql), f"nothing in the fixtures answers {question!r}"


def test_there_are_ten_questions() -> None:
    assert len(_QUESTIONS) == 10


@pytest.mark.parametrize("name", TABLES)
def test_the_page_names_every_column(name: str) -> None:
    row = next(line for line in _PAGE.splitlines() if line.startswith(f"| {name} |"))
    assert [column.strip() for column in row.split("|")[3].split(",")] == TABLES[name].names
