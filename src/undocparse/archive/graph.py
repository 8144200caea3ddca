"""The citation graph of an archive, from its tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from undocparse.exports.citation_graph import CitationGraph, cited_node, document_node, edge
from undocparse.model.references import Citation

if TYPE_CHECKING:
    from undocparse.archive.archive import Archive


def graph_of(archive: Archive) -> CitationGraph:
    """As `Archive.graph`.

    A resolution or decision whose own document is in the archive is the node of that document; so is a
    document that is both there and cited.
    """
    nodes: dict[str, dict[str, Any]] = {}
    names: dict[str, str] = {}
    for one in archive.index.documents:
        node = document_node(one.symbol, one.document, one.title)
        names[one.document] = node["id"]
        nodes.setdefault(node["id"], node)
    edges = []
    for document, citation in _citations(archive):
        there = archive.index.published(citation.kind, citation.number, citation.body)
        if there:
            target = names[there[0].document]
        else:
            cited = cited_node(citation)
            target = cited["id"]
            nodes.setdefault(target, cited)
        edges.append(edge(names[document], target, citation))
    return CitationGraph(tuple(nodes.values()), tuple(edges))


def _citations(archive: Archive) -> Iterator[tuple[str, Citation]]:
    """What each document cites, in the order of first mention; as `Document.citations`, from the tables."""
    import polars  # noqa: PLC0415

    column = polars.col
    found = (
        archive.references.filter(column("number").is_not_null())
        .sort("document", "position")
        .group_by("document", "kind", "number", "body", maintain_order=True)
        .agg(
            column("text").count().alias("count"),
            column("items").explode().drop_nulls().unique(maintain_order=True),
            column("pinpoint").drop_nulls().unique(maintain_order=True).alias("pinpoints"),
            column("uri").drop_nulls().first(),
            column("title").drop_nulls().first(),
        )
    )
    for row in found.collect().to_dicts():
        yield row.pop("document"), Citation(**row)
