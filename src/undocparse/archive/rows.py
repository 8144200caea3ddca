"""A document as rows of the archive's tables, and rows as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from undocparse.archive.schemas import SCHEMAS
from undocparse.exports.marc import marc_fields
from undocparse.model import Agenda, AgendaItem, Annotation, Document, Sitting, Table
from undocparse.model.moments import as_day
from undocparse.model.place import Place

Row = tuple[Any, ...]
Rows = Mapping[str, Sequence[Row]]
"""For each table its rows; each row has a value for each column of the table's schema, in order."""


def rows_of(document: Document, *, address: str, size: int) -> dict[str, list[Row]]:
    """What the tables hold of one document.

    Args:
        document: as parsed.
        address: where it was read from.
        size: of the file, in bytes.

    Returns:
        A key for each table of `SCHEMAS`.
    """
    key = document.source.sha256
    return {
        "documents": [_document(document, address, size)],
        "items": [(key, n, *item) for n, item in enumerate(_items(document.agenda))],
        "annotations": [(key, n, *_annotation(one)) for n, one in enumerate(document.annotations)],
        "paragraphs": [(key, *row) for row in _paragraphs(document.annotations)],
        "listed_documents": [(key, *row) for row in _listed(document.annotations)],
        "sittings": [(key, n, *_sitting(one)) for n, one in enumerate(document.timetable)],
        "entries": [(key, *row) for row in _entries(document.timetable)],
        "references": [(key, n, *row) for n, row in enumerate(_references(document))],
        "tables": [(key, n, *_table(one)) for n, one in enumerate(document.tables)],
        "cells": [(key, *row) for row in _cells(document.tables)],
        "unassigned": [(key, n, text) for n, text in enumerate(document.unassigned)],
        "footnotes": [(key, n, one.mark, one.text, one.page) for n, one in enumerate(document.footnotes)],
        "diagnostics": [(key, n, *row) for n, row in enumerate(_diagnostics(document))],
        "json": [(key, document.to_json())],
    }


def tables_of(documents: Iterable[Rows]) -> dict[str, pa.Table]:
    """The rows of several documents as one table each, in the order given."""
    gathered: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for rows in documents:
        for name, found in rows.items():
            gathered[name].extend(found)
    return {name: table_of(rows, SCHEMAS[name]) for name, rows in gathered.items()}


def table_of(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Rows as a table with this schema."""
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _document(document: Document, address: str, size: int) -> Row:
    source, header = document.source, document.header
    return (
        source.sha256,
        address,
        source.name,
        size,
        source.media_type,
        source.reader,
        source.pages,
        document.document_type,
        document.language,
        header.symbol,
        header.other_symbols,
        header.distribution,
        as_day(header.date),
        header.original_languages,
        header.job_number,
        header.organ,
        header.organ_key,
        header.body,
        header.body_key,
        header.session.number,
        header.session.text,
        header.session.year,
        header.session.kind,
        header.place,
        as_day(header.starts),
        as_day(header.ends),
        header.agenda_items,
        header.title,
        header.author,
        header.notes,
        *marc_fields(document),
    )


def _page(place: Place | None) -> int | None:
    return place.page if place else None


def _items(agenda: Agenda) -> Iterator[Row]:
    stack: list[tuple[AgendaItem, str | None, int]] = []
    for top in agenda:
        stack.append((top, None, 0))
        while stack:
            item, parent, level = stack.pop()
            yield item.key, parent, level, item.label, item.title, item.group, _page(item.place)
            stack.extend([(child, item.key, level + 1) for child in reversed(item.items)])


def _annotation(one: Annotation) -> Row:
    return one.items, one.heading, one.title_similarity, one.action, _page(one.place)


def _paragraphs(annotations: Iterable[Annotation]) -> Iterator[Row]:
    for place, annotation in enumerate(annotations):
        for n, one in enumerate(annotation.paragraphs):
            yield place, n, annotation.items, one.number, one.text, one.kind, one.rule, one.heading, one.page


def _listed(annotations: Iterable[Annotation]) -> Iterator[Row]:
    for place, annotation in enumerate(annotations):
        for n, one in enumerate(annotation.documents):
            yield place, n, annotation.items, one.symbol, one.title, one.text, one.page


def _sitting(one: Sitting) -> Row:
    minutes = _minutes(one.starts, one.ends)
    held = one.track, one.meeting, one.room, one.setting
    return as_day(one.date), one.starts, one.ends, minutes, one.part, *held, _page(one.place)


def _minutes(starts: str | None, ends: str | None) -> int | None:
    """How long a sitting lasts; null where an end is not printed, over midnight where it comes first."""
    if starts is None or ends is None:
        return None
    first, last = (60 * int(time[:2]) + int(time[3:]) for time in (starts, ends))
    return (last - first) % (24 * 60)


def _entries(timetable: Iterable[Sitting]) -> Iterator[Row]:
    for place, sitting in enumerate(timetable):
        for n, one in enumerate(sitting.entries):
            yield place, n, one.items, one.title, one.continued, _page(one.place)


def _table(one: Table) -> Row:
    return one.kind, one.title, one.page, one.rows, one.columns, one.roles


def _cells(tables: Iterable[Table]) -> Iterator[Row]:
    for place, table in enumerate(tables):
        for n, one in enumerate(table.cells):
            yield place, n, one.row, one.column, one.rows, one.columns, one.text, one.head, one.page


def _references(document: Document) -> Iterator[Row]:
    for one in document.references:
        at = one.where
        where = (at.section, at.items, at.page, at.path, at.start, at.end)
        yield (
            one.kind,
            one.number,
            one.body,
            one.pinpoint,
            one.text,
            one.via,
            one.uri,
            one.title,
            one.session,
            one.date,
            *where,
        )


def _diagnostics(document: Document) -> Iterator[Row]:
    for one in document.diagnostics:
        at = (one.where.section, one.where.items, one.where.page) if one.where else (None, None, None)
        yield one.code, one.severity, one.message, *at, one.before, one.after
