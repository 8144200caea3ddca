"""The citation graph of an archive, from its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from undocparse.exports.citation_graph import CitationGraph, cited_id, document_id

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
        name = names[one.document] = document_id(one.symbol, one.document)
        node = {"id": name, "kind": "document", "number": one.symbol, "body": None, "uri": None}
        nodes.setdefault(name, {**node, "title": one.title, "parsed": True})
    edges = []
    for row in _citations(archive):
        target = _target(archive, row)
        nodes.setdefault(target["id"], target)
        edges.append(
            {
                "source": names[row["document"]],
                "target": target["id"],
                "count": row["count"],
                "items": row["items"],
                "pinpoints": row["pinpoints"],
            }
        )
    return CitationGraph(tuple(nodes.values()), tuple(edges))


def _citations(archive: Archive) -> list[dict[str, Any]]:
    """One row a document and target, in the order of first mention."""
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
    return found.collect().to_dicts()


def _target(archive: Archive, row: dict[str, Any]) -> dict[str, Any]:
    there = archive.index.published(row["kind"], row["number"], row["body"])
    if there:
        kept = {"kind": "document", "number": there[0].symbol, "body": None, "title": there[0].title}
        return {
            "id": document_id(there[0].symbol, there[0].document),
            **kept,
            "uri": row["uri"],
            "parsed": True,
        }
    kept = {name: row[name] for name in ("kind", "number", "body", "uri", "title")}
    return {"id": cited_id(row["kind"], row["number"], row["body"]), **kept, "parsed": False}
