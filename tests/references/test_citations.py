"""Mentions grouped by target, as citations, rows and a graph."""

from pathlib import Path

import pytest

from undocparse.exports.citation_graph import citation_graph, to_networkx, write_graphml, write_parquet
from undocparse.model import Document, Header, Reference, Source
from undocparse.model.citations import citations_of
from undocparse.references import Meeting, Passage, find_references
from undocparse.references.tables import CITATION_COLUMNS, REFERENCE_COLUMNS, citation_rows, reference_rows

PASSAGES = [
    Passage("Dans sa décision 2/6, la Conférence des Parties a agi.", "annotations", ("1.a",), 2, "/a"),
    Passage(
        "Voir le paragraphe 4 de la décision 2/6 et CTOC/COP/WG.2/2007/2.", "annotations", ("2",), 3, "/b"
    ),
]


def references(symbol: str = "CTOC/COP/WG.2/2007/1") -> tuple[Reference, ...]:
    return tuple(find_references(PASSAGES, Meeting("fr", symbol)))


def document(symbol: str) -> Document:
    source = Source(name="x", sha256=symbol, media_type="application/pdf", pages=1, reader="pdf")
    return Document(source=source, header=Header(symbol=symbol), references=references(symbol))


def test_one_citation_a_target() -> None:
    decision, paper = citations_of(references())
    assert (decision.number, decision.body, decision.count) == ("2/6", "CTOC/COP", 2)
    assert (decision.items, decision.pinpoints, decision.pages) == (("1.a", "2"), ("4",), (2, 3))
    assert (paper.kind, paper.number) == ("document", "CTOC/COP/WG.2/2007/2")


def test_several_paragraphs_are_one_mention() -> None:
    found = find_references([Passage("paragraphs 8 and 9 of resolution 1952 (2010)")], Meeting("en"))
    (citation,) = citations_of(found)
    assert (citation.count, citation.pinpoints) == (1, ("8", "9"))


def test_rows() -> None:
    assert tuple(reference_rows("x", references())[0]) == REFERENCE_COLUMNS
    assert tuple(citation_rows("x", references())[0]) == CITATION_COLUMNS


def test_a_document_that_is_parsed_and_cited_is_one_node() -> None:
    graph = citation_graph([document("CTOC/COP/WG.2/2007/1"), document("CTOC/COP/WG.2/2007/2")])
    assert sorted(node["id"] for node in graph.nodes) == [
        "decision:CTOC/COP:2/6",
        "document:CTOC/COP/WG.2/2007/1",
        "document:CTOC/COP/WG.2/2007/2",
    ]
    assert len(graph.edges) == 4
    assert all(node["parsed"] for node in graph.nodes if node["kind"] == "document")


def test_graph_files(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    parquet = pytest.importorskip("pyarrow.parquet")
    graph = citation_graph([document("CTOC/COP/WG.2/2007/1")])
    write_graphml(graph, tmp_path / "graph.graphml")
    assert set(networkx.read_graphml(tmp_path / "graph.graphml")) == set(to_networkx(graph))
    nodes, edges = write_parquet(graph, tmp_path)
    assert parquet.read_table(nodes).num_rows == len(graph.nodes)
    assert parquet.read_table(edges).to_pylist()[0]["items"] == ["1.a", "2"]
