"""An archive read back: documents by symbol, versions, an item over sessions, the citation graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse import Archive, open_archive, parse
from undocparse.archive.index import ArchivedDocument, Index
from undocparse.archive.rows import rows_of, table_of, tables_of
from undocparse.archive.schemas import MANIFEST
from undocparse.archive.store import ArchiveError
from undocparse.archive.streams import write_table
from undocparse.archive.versions import versions_of
from undocparse.model import Document, Reference
from undocparse.model.place import Where


def _listed(symbol: str, language: str = "en", **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(
        ("other_symbols", "body", "organ", "session_number", "starts", "date", "title")
    )
    name = f"{symbol}.{language}"
    return row | {"document": name, "address": name, "symbol": symbol, "language": language} | more


def _reference(kind: str, number: str, body: str | None) -> Reference:
    return Reference(kind=kind, number=number, body=body, text=number, where=Where(section="agenda"))  # type: ignore[arg-type]


def test_a_folder_without_an_archive_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive here"):
        open_archive(tmp_path)


def test_tables_are_lazy_and_named(archive: Archive) -> None:
    assert archive.documents.collect().height == archive.json.collect().height > 30
    with pytest.raises(AttributeError, match="no table 'nothing'"):
        _ = archive.nothing
    with pytest.raises(KeyError):
        archive.table("nothing")


def test_what_could_not_be_read_is_in_the_manifest(archive: Archive) -> None:
    failed = archive.sql("SELECT error FROM manifest WHERE status = 'failed'")
    assert set(failed["error"]) >= {"empty", "encrypted", "not-a-document", "unreadable"}


def test_documents_come_back_whole(archive: Archive) -> None:
    row = archive.documents.drop_nulls("symbol").collect().row(0, named=True)
    original = parse(row["address"])
    assert archive.document(row["document"]) == original
    assert original in archive.documents_of(row["symbol"])
    with pytest.raises(KeyError):
        archive.document("A/99/999")


def test_a_resolution_is_its_document() -> None:
    rows = [
        _listed("A/RES/60/251"),
        _listed("A/80/62", other_symbols=["E/2025/12"]),
        _listed("DP/2025/L.2/Rev.1"),
    ]
    index = Index([*rows, _listed("DP/2025/L.2/Add.1")])

    def found(target: str | Reference) -> list[str | None]:
        return [one.symbol for one in index.resolve(target)]

    assert found(_reference("resolution", "60/251", "A")) == ["A/RES/60/251"]
    assert found(_reference("resolution", "60/251", "E")) == []
    assert found(_reference("document", "E/2025/12", None)) == ["A/80/62"]
    assert found("DP/20 25/L.2*") == ["DP/2025/L.2/Rev.1"]
    assert found("DP/2025/L.2/Add.1") == ["DP/2025/L.2/Add.1"]
    assert found("no symbol") == []


def test_languages_and_revisions_are_versions_of_one_document() -> None:
    names = ["E/2025/9", "E/2025/9/Rev.1", "E/2025/9/Rev.2", "E/2025/9/Corr.1", "E/2025/9/Add.1", "E/2025/10"]
    index = Index([*(_listed(name) for name in names), _listed("E/2025/9", "fr")])
    first, second = versions_of(index.documents)
    assert (first.symbol, second.symbol) == ("E/2025/9", "E/2025/10")
    assert first.languages == ("en", "fr")
    assert [(one.change, one.number) for one in first.members] == [
        ("original", 0),
        ("original", 0),
        ("revision", 1),
        ("revision", 2),
        ("corrigendum", 1),
        ("addendum", 1),
    ]
    assert _symbol(first.current("en")) == "E/2025/9/Rev.2"
    assert _symbol(first.current("fr")) == "E/2025/9"
    assert first.current("es") is None


def _symbol(one: ArchivedDocument | None) -> str | None:
    return one.symbol if one else None


@given(st.lists(st.sampled_from(["A/1", "A/1/Rev.1", "A/2/Add.3", "E/2025/L.1"]), max_size=12))
def test_each_document_is_in_one_group_of_versions(symbols: list[str]) -> None:
    index = Index(_listed(symbol, address=str(n)) for n, symbol in enumerate(symbols))
    groups = versions_of(index.documents)
    assert sum(len(group.members) for group in groups) == len(symbols)


def _agenda(symbol: str, language: str, day: str, items: dict[str, str], cites: dict[str, str]) -> Document:
    source = {
        "name": symbol,
        "sha256": f"{symbol}{language}",
        "media_type": "x",
        "pages": 1,
        "reader": "text",
    }
    references = [
        _reference("resolution", number, "A").model_copy(
            update={"where": Where(section="annotations", items=(key,))}
        )
        for key, number in cites.items()
    ]
    return Document.model_validate(
        {
            "source": source,
            "language": language,
            "header": {"symbol": symbol, "starts": day},
            "agenda": [{"key": key, "title": title} for key, title in items.items()],
            "references": references,
        }
    )


@pytest.fixture
def sessions(tmp_path: Path) -> Archive:
    changed = {"5": "River deltas and their protection"}
    plenty = {"1": "Opening", "2": "Protection of river deltas", "3": "Other matters"}
    documents = [
        _agenda("A/AC.900/2021/1", "en", "2021-03-01", plenty, {"2": "70/900"}),
        _agenda("A/AC.900/2021/1", "fr", "2021-03-01", {"2": "Protection des deltas"}, {}),
        _agenda("A/AC.900/2022/1", "en", "2022-03-01", {"4": "River deltas: protection"}, {}),
        _agenda("A/AC.900/2023/1", "en", "2023-03-01", changed, {"5": "70/900"}),
        _agenda("A/AC.900/2024/1", "en", "2024-03-01", {"5": "Protection of forests"}, {"5": "70/901"}),
    ]
    tables = tables_of(rows_of(one, address=f"{n}", size=1) for n, one in enumerate(documents))
    for name, table in [*tables.items(), ("manifest", table_of([], MANIFEST))]:
        (tmp_path / name).mkdir()
        write_table(table, tmp_path / name / "part-00000.parquet")
    return open_archive(tmp_path)


def test_an_item_is_followed_over_sessions_languages_and_changes_of_its_title(sessions: Archive) -> None:
    found = sessions.trace("Protection of river deltas")
    assert [(one.date, one.document.language, one.key) for one in found] == [
        (date(2021, 3, 1), "en", "2"),
        (date(2021, 3, 1), "fr", "2"),
        (date(2022, 3, 1), "en", "4"),
        (date(2023, 3, 1), "en", "5"),
    ]
    assert [one.translated for one in found] == [False, True, False, False]
    assert found[0].shared == found[3].shared == ("resolution A 70/900",)
    assert found[3].likeness < 0.8 <= found[2].likeness


def test_the_graph_counts_what_is_cited(sessions: Archive) -> None:
    graph = sessions.graph()
    cited = [edge for edge in graph.edges if edge["target"] == "resolution:A:70/900"]
    assert sorted(edge["source"] for edge in cited) == [
        "document:A/AC.900/2021/1",
        "document:A/AC.900/2023/1",
    ]
    assert sum(node["parsed"] for node in graph.nodes) == 4
