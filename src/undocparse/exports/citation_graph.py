"""Who cites what, over many documents: node and edge tables, as Parquet, GraphML or a networkx graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocparse.exports.plain import one_line
from undocparse.model.citations import citations_of
from undocparse.model.document import Document
from undocparse.model.references import Citation

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True)
class CitationGraph:
    """A directed graph of documents and what they cite.

    Attributes:
        nodes: columns `id`, `kind`, `number`, `body`, `uri`, `title`, `parsed`; `parsed` is true for the
            documents that the graph was made from.
        edges: columns `source`, `target`, `count`, `items`, `pinpoints`; one a document and target.
    """

    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]


def citation_graph(documents: Iterable[Document]) -> CitationGraph:
    """The graph of the documents; one that is both parsed and cited is one node."""
    nodes: dict[str, dict[str, Any]] = {}
    edges: list[dict[str, Any]] = []
    for document in documents:
        source = document_node(document.header.symbol, document.source.sha256, document.header.title)
        nodes[source["id"]] = nodes.get(source["id"], {}) | source
        for citation in citations_of(document.references):
            target = cited_node(citation)
            nodes.setdefault(target["id"], target)
            edges.append(edge(source["id"], target["id"], citation))
    return CitationGraph(tuple(nodes.values()), tuple(edges))


def to_networkx(graph: CitationGraph) -> networkx.DiGraph[str]:
    """The graph for networkx; lists become text, since GraphML has none.

    Raises:
        ImportError: networkx is not installed.
    """
    import networkx  # noqa: PLC0415 - optional

    made: networkx.DiGraph[str] = networkx.DiGraph()
    for node in graph.nodes:
        made.add_node(one_line(node["id"]), **_plain(node, "id"))
    for edge in graph.edges:
        made.add_edge(one_line(edge["source"]), one_line(edge["target"]), **_plain(edge, "source", "target"))
    return made


def write_graphml(graph: CitationGraph, path: Path) -> None:
    """Writes the graph as GraphML, for Gephi, yEd and the like.

    Raises:
        ImportError: networkx is not installed.
    """
    import networkx  # noqa: PLC0415 - optional

    networkx.write_graphml(to_networkx(graph), path)


def write_parquet(graph: CitationGraph, folder: Path) -> tuple[Path, Path]:
    """Writes `nodes.parquet` and `edges.parquet`.

    Raises:
        ImportError: pyarrow is not installed.
    """
    import pyarrow  # noqa: PLC0415 - optional
    from pyarrow import parquet  # noqa: PLC0415

    text, number, many = pyarrow.string(), pyarrow.int64(), pyarrow.list_(pyarrow.string())
    names = ("id", "kind", "number", "body", "uri", "title")
    node_schema = pyarrow.schema([*((name, text) for name in names), ("parsed", pyarrow.bool_())])
    edge_schema = pyarrow.schema(
        [("source", text), ("target", text), ("count", number), ("items", many), ("pinpoints", many)]
    )
    folder.mkdir(parents=True, exist_ok=True)
    paths = (folder / "nodes.parquet", folder / "edges.parquet")
    tables = ((graph.nodes, node_schema), (graph.edges, edge_schema))
    for path, (rows, schema) in zip(paths, tables, strict=True):
        parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), path)
    return paths


def document_node(symbol: str | None, digest: str, title: str | None) -> dict[str, Any]:
    """The node of a document that was read; known by its bytes where it has no symbol."""
    return {
        "id": f"document:{symbol or digest}",
        "kind": "document",
        "number": symbol,
        "body": None,
        "uri": None,
        "title": title,
        "parsed": True,
    }


def cited_node(citation: Citation) -> dict[str, Any]:
    """The node of what is cited."""
    # a document's symbol says all; a number alone does not say whose it is
    name = citation.number if citation.kind == "document" else f"{citation.body or '?'}:{citation.number}"
    return {
        "id": f"{citation.kind}:{name}",
        "kind": citation.kind,
        "number": citation.number,
        "body": citation.body,
        "uri": citation.uri,
        "title": citation.title,
        "parsed": False,
    }


def edge(source: str, target: str, citation: Citation) -> dict[str, Any]:
    """That one node cites another."""
    return {
        "source": source,
        "target": target,
        "count": citation.count,
        "items": list(citation.items),
        "pinpoints": list(citation.pinpoints),
    }


def _plain(row: dict[str, Any], *without: str) -> dict[str, Any]:
    return {
        name: one_line(", ".join(value) if isinstance(value, list) else value)
        if isinstance(value, (list, str))
        else value
        for name, value in row.items()
        if name not in without and value is not None
    }
