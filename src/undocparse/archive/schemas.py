"""The tables of an archive and the types of their columns; stable, and documented in docs/archive.md."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

_TEXT, _COUNT, _FLAG, _DATE = pa.string(), pa.int32(), pa.bool_(), pa.date32()
_TEXTS = pa.list_(pa.string())


def _schema(columns: Mapping[str, pa.DataType]) -> pa.Schema:
    return pa.schema(
        [pa.field("document", _TEXT, nullable=False), *(pa.field(*one) for one in columns.items())]
    )


SCHEMAS: dict[str, pa.Schema] = {
    "documents": _schema(
        {
            "address": _TEXT,
            "name": _TEXT,
            "bytes": pa.int64(),
            "media_type": _TEXT,
            "reader": _TEXT,
            "pages": _COUNT,
            "document_type": _TEXT,
            "language": _TEXT,
            "symbol": _TEXT,
            "other_symbols": _TEXTS,
            "distribution": _TEXT,
            "date": _DATE,
            "original_languages": _TEXTS,
            "job_number": _TEXT,
            "organ": _TEXT,
            "organ_key": _TEXT,
            "body": _TEXT,
            "body_key": _TEXT,
            "session_number": _COUNT,
            "session": _TEXT,
            "session_year": _COUNT,
            "session_kind": _TEXT,
            "place": _TEXT,
            "starts": _DATE,
            "ends": _DATE,
            "agenda_items": _TEXTS,
            "title": _TEXT,
            "author": _TEXT,
            "notes": _TEXTS,
            "marc_191": _TEXTS,
            "marc_245": _TEXT,
            "marc_269": _TEXT,
            "marc_991": _TEXTS,
        }
    ),
    "items": _schema(
        {
            "position": _COUNT,
            "key": _TEXT,
            "parent": _TEXT,
            "level": _COUNT,
            "label": _TEXT,
            "title": _TEXT,
            "group": _TEXT,
            "page": _COUNT,
        }
    ),
    "annotations": _schema(
        {
            "position": _COUNT,
            "items": _TEXTS,
            "heading": _TEXT,
            "title_similarity": pa.float64(),
            "action": _TEXT,
            "page": _COUNT,
        }
    ),
    "paragraphs": _schema(
        {
            "annotation": _COUNT,
            "position": _COUNT,
            "items": _TEXTS,
            "number": _TEXT,
            "text": _TEXT,
            "kind": _TEXT,
            "rule": _TEXT,
            "heading": _TEXT,
            "page": _COUNT,
        }
    ),
    "listed_documents": _schema(
        {
            "annotation": _COUNT,
            "position": _COUNT,
            "items": _TEXTS,
            "symbol": _TEXT,
            "title": _TEXT,
            "text": _TEXT,
            "page": _COUNT,
        }
    ),
    "sittings": _schema(
        {
            "position": _COUNT,
            "date": _DATE,
            "starts": _TEXT,
            "ends": _TEXT,
            "minutes": _COUNT,
            "part": _TEXT,
            "track": _TEXT,
            "meeting": _TEXT,
            "room": _TEXT,
            "setting": _TEXTS,
            "page": _COUNT,
        }
    ),
    "entries": _schema(
        {
            "sitting": _COUNT,
            "position": _COUNT,
            "items": _TEXTS,
            "title": _TEXT,
            "continued": _FLAG,
            "page": _COUNT,
        }
    ),
    "references": _schema(
        {
            "position": _COUNT,
            "kind": _TEXT,
            "number": _TEXT,
            "body": _TEXT,
            "pinpoint": _TEXT,
            "text": _TEXT,
            "via": _TEXT,
            "uri": _TEXT,
            "title": _TEXT,
            "session": _TEXT,
            "date": _TEXT,
            "section": _TEXT,
            "items": _TEXTS,
            "page": _COUNT,
            "path": _TEXT,
            "start": _COUNT,
            "end": _COUNT,
        }
    ),
    "tables": _schema(
        {
            "position": _COUNT,
            "kind": _TEXT,
            "title": _TEXT,
            "page": _COUNT,
            "rows": _COUNT,
            "columns": _COUNT,
            "roles": _TEXTS,
        }
    ),
    "cells": _schema(
        {
            "table": _COUNT,
            "position": _COUNT,
            "row": _COUNT,
            "column": _COUNT,
            "rows": _COUNT,
            "columns": _COUNT,
            "text": _TEXT,
            "head": _FLAG,
            "page": _COUNT,
        }
    ),
    "unassigned": _schema({"position": _COUNT, "text": _TEXT}),
    "footnotes": _schema({"position": _COUNT, "mark": _TEXT, "text": _TEXT, "page": _COUNT}),
    "diagnostics": _schema(
        {
            "position": _COUNT,
            "code": _TEXT,
            "severity": _TEXT,
            "message": _TEXT,
            "section": _TEXT,
            "items": _TEXTS,
            "page": _COUNT,
            "before": _TEXT,
            "after": _TEXT,
        }
    ),
    "json": _schema({"json": _TEXT}),
}
"""What is known of each document; `document` is the SHA-256 of its bytes and joins all tables."""

MANIFEST: pa.Schema = pa.schema(
    {
        "address": _TEXT,
        "size": pa.int64(),
        "stamp": _TEXT,
        "document": _TEXT,
        "version": _TEXT,
        "status": _TEXT,
        "error": _TEXT,
        "reason": _TEXT,
        "remedy": _TEXT,
        "pages": _COUNT,
    }
)
"""What became of each address: read, a duplicate of what was read, or failed and why."""

TABLES: dict[str, pa.Schema] = {**SCHEMAS, "manifest": MANIFEST}
"""Every table that is kept in files."""
