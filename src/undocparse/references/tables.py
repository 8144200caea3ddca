"""References and citations as flat rows, for tables and JSON lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from undocparse.model.citations import citations_of
from undocparse.model.references import Reference

REFERENCE_COLUMNS = (
    "source",
    "kind",
    "number",
    "body",
    "pinpoint",
    "via",
    "text",
    "section",
    "items",
    "page",
    "path",
    "start",
    "end",
    "uri",
    "title",
    "session",
    "date",
)
"""Columns of `reference_rows`, in order."""

CITATION_COLUMNS = (
    "source",
    "kind",
    "number",
    "body",
    "count",
    "items",
    "pinpoints",
    "pages",
    "uri",
    "title",
)
"""Columns of `citation_rows`, in order."""


def reference_rows(source: str, references: Iterable[Reference]) -> list[dict[str, Any]]:
    """One row a mention; `items` is a list, everything else a plain value.

    Args:
        source: what names the document in the first column: its symbol or its file.
        references: as `Document.references`.
    """
    rows = []
    for reference in references:
        flat = reference.model_dump(exclude={"where"}) | reference.where.model_dump()
        flat |= {"source": source, "items": list(reference.where.items)}
        rows.append({column: flat[column] for column in REFERENCE_COLUMNS})
    return rows


def citation_rows(source: str, references: Iterable[Reference]) -> list[dict[str, Any]]:
    """One row a target, with counts; `items`, `pinpoints` and `pages` are lists.

    Args:
        source: as for `reference_rows`.
        references: as `Document.references`.
    """
    rows = []
    for citation in citations_of(references):
        flat = {name: list(v) if isinstance(v, tuple) else v for name, v in citation.model_dump().items()}
        flat["source"] = source
        rows.append({column: flat[column] for column in CITATION_COLUMNS})
    return rows
