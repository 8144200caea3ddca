"""What tables are and what their columns hold, whatever the document is."""

from __future__ import annotations

import pytest

from undocparse import Document, parse
from undocparse.model.tables import Table

_TOP = """United Nations  BRG/2025/1

Barge Board

Report of the Harbour Master

"""


def tables(body: str, name: str = "report.md") -> tuple[Table, ...]:
    return parse((_TOP + body).encode(), name=name).tables


AGENDA = (
    "| Item | Title |\n| --- | --- |\n| 1 | Opening |\n| 2 | Mooring of barges |\n| 3 | Other matters |\n"
)
DOCUMENTS = (
    "| Symbol | Title | Status |\n| --- | --- | --- |\n| BRG/2025/2 | Note on mooring | Issued |\n"
    "| BRG/2025/3 | Note on winter ice | Issued |\n"
)
CONTENTS = "| Chapter | Page |\n| --- | --- |\n| Introduction | 2 |\n| Mooring | 5 |\n| Conclusions | 9 |\n"
TIMETABLE = (
    "| Date | Time | Programme |\n| --- | --- | --- |\n| Monday, 5 May 2025 | 10 a.m.–1 p.m. | Opening |\n"
    "| | 3–6 p.m. | Mooring |\n| Tuesday, 6 May 2025 | 10 a.m.–1 p.m. | Closing |\n"
)
FIGURES = "| Port | Barges |\n| --- | --- |\n| North | 14 |\n| South | 203 |\n| West | 71 |\n"


@pytest.mark.parametrize(
    ("body", "kind", "roles"),
    [
        (AGENDA, "agenda", ("item", "title")),
        (DOCUMENTS, "documents", ("symbol", "title", "status")),
        (CONTENTS, "contents", ("title", "page")),
        (TIMETABLE, "timetable", ("day", "time", "title")),
    ],
    ids=["agenda", "documents", "contents", "timetable"],
)
def test_kind_and_roles_follow_from_the_columns(body: str, kind: str, roles: tuple[str, ...]) -> None:
    [table] = tables(body)
    assert (table.kind, table.roles) == (kind, roles)


def test_a_table_of_figures_is_none_of_these() -> None:
    [table] = tables(FIGURES)
    assert table.kind == "other"


def test_headings_and_texts_of_a_table() -> None:
    [table] = tables(DOCUMENTS)
    assert table.heads == ("Symbol", "Title", "Status")
    assert table.texts()[1] == ["BRG/2025/2", "Note on mooring", "Issued"]


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_frame_has_the_rows_below_the_headings(library: str) -> None:
    pytest.importorskip(library)
    [table] = tables(DOCUMENTS)
    frame = table.to_frame(library)
    assert list(frame.columns) == ["Symbol", "Title", "Status"]
    assert len(frame) == 2


def test_tables_come_back_from_json() -> None:
    document = parse((_TOP + AGENDA).encode(), name="report.md")
    assert Document.from_json(document.to_json()).tables == document.tables
