"""A document as rows of flat tables: every value is a plain one, every list is joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from undocparse.exports.flat.registry import TableSpec, table_spec
from undocparse.exports.frames import timetable_rows
from undocparse.model import AgendaItem, Annotation, Document
from undocparse.model.place import Place

Row = dict[str, Any]
"""A value for each column: text, a number, true or false, or null. Dates are ISO 8601, times `HH:MM`."""


def rows_of(document: Document, table: str) -> list[Row]:
    """What a table holds of one document.

    Args:
        document: as parsed.
        table: its name in `tables()`.

    Returns:
        Rows with the columns `tables()[table].columns`, in that order.

    Raises:
        NoSuchKeyError: there is no such table.
    """
    spec = table_spec(table)
    names = [column.name for column in spec.columns]
    return [{name: row[name] for name in names} for row in _plain(document, spec)]


def rows_of_all(documents: Iterable[Document], table: str) -> Iterator[Row]:
    """What a table holds of several documents, document by document.

    Args:
        documents: as parsed; one that is given twice has its rows twice.
        table: its name in `tables()`.

    Returns:
        Rows with the columns `tables()[table].all_columns`, in that order: `source` and `source_symbol` come
        first, `document` last. `document` joins the tables; names of files may be the same in two folders.

    Raises:
        NoSuchKeyError: there is no such table.
    """
    spec = table_spec(table)
    return (row for document in documents for row in keyed_rows(document, spec))


def keyed_rows(document: Document, spec: TableSpec) -> Iterator[Row]:
    """The rows of one document with the columns that tell it from others."""
    source = document.source
    keys = {"source": source.name, "source_symbol": document.header.symbol, "document": source.sha256}
    names = [column.name for column in spec.all_columns]
    for row in _plain(document, spec):
        whole = keys | row
        yield {name: whole[name] for name in names}


def _plain(document: Document, spec: TableSpec) -> Iterator[Row]:
    """Rows with their lists joined."""
    joined = [(column.name, column.separator) for column in spec.columns if column.separator]
    for row in _MAKERS[spec.name](document):
        yield row | {name: _joined(row[name], separator) for name, separator in joined}


def _joined(values: str | Iterable[str] | None, separator: str) -> str | None:
    """A list as one text, null where it is empty; rows of other exports have it joined before."""
    return (values if isinstance(values, str) else separator.join(values or ())) or None


def _documents(document: Document) -> Iterator[Row]:
    header, source = document.header, document.source
    masthead = header.model_dump(exclude={"session", "places"})
    read = source.model_dump(exclude={"name", "sha256"})
    keys = {"source": source.name, "document": source.sha256}
    meets = header.session
    session = {"session_number": meets.number, "session": meets.text, "session_year": meets.year}
    what = {"document_type": document.document_type, "language": document.language}
    yield {**masthead, **read, **session, "session_kind": meets.kind, **what, **keys, **_counts(document)}


def _counts(document: Document) -> dict[str, int]:
    found = Counter(one.severity for one in document.diagnostics)
    return {
        "agenda_count": sum(1 for _ in document.agenda.walk()),
        "annotation_count": len(document.annotations),
        "paragraph_count": sum(len(one.paragraphs) for one in document.annotations),
        "listed_count": sum(len(one.documents) for one in document.annotations),
        "contact_count": sum(len(one.contacts) for one in document.annotations),
        "sitting_count": len(document.timetable),
        "reference_count": len(document.references),
        "footnote_count": len(document.footnotes),
        "table_count": len(document.tables),
        "error_count": found["error"],
        "warning_count": found["warning"],
        "info_count": found["info"],
        "unassigned_count": len(document.unassigned),
    }


def _agenda(document: Document) -> Iterator[Row]:
    stack: list[tuple[AgendaItem, tuple[str, ...], str | None]] = [
        (item, (), None) for item in reversed(document.agenda.root)
    ]
    position = 0
    while stack:
        item, above, parent = stack.pop()
        path = (*above, item.title)
        yield {
            "position": position,
            "parent": parent,
            "level": len(above),
            "path": path,
            "page": _page(item.place),
            **item.model_dump(include={"key", "label", "title", "group", "entries"}),
        }
        position += 1
        stack.extend((child, path, item.key) for child in reversed(item.items))


def _annotations(document: Document) -> Iterator[Row]:
    for position, one in enumerate(document.annotations):
        counts = {"paragraph_count": len(one.paragraphs), "listed_count": len(one.documents)}
        said = one.model_dump(include={"items", "heading", "title_similarity", "action"})
        yield {"position": position, "page": _page(one.place), **counts, **said}


def _parts(part: str) -> Callable[[Document], Iterator[Row]]:
    """What makes a row of each paragraph, listed document or contact of the annotations."""

    def rows(document: Document) -> Iterator[Row]:
        for number, annotation in enumerate(document.annotations):
            where: Row = {"annotation": number, "items": annotation.items}
            for position, one in enumerate(_part(annotation, part)):
                yield {"position": position, **where, **one.model_dump(exclude={"place"})}

    return rows


def _part(annotation: Annotation, part: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(annotation, part)
    return found


def _sittings(document: Document) -> Iterator[Row]:
    for row in timetable_rows(document.timetable):
        sitting = document.timetable[row["sitting"]]
        entry = sitting.entries[row["entry"]].place if row["entry"] is not None else None
        held = {"meeting": sitting.meeting, "room": sitting.room, "setting": sitting.setting}
        yield {**row, **held, "page": _page(entry) or _page(sitting.place)}


def _references(document: Document) -> Iterator[Row]:
    from undocparse.references.tables import reference_rows  # noqa: PLC0415 - brings what finds references

    for position, row in enumerate(reference_rows(document.source.name, document.references)):
        yield {**row, "position": position}


def _footnotes(document: Document) -> Iterator[Row]:
    for position, one in enumerate(document.footnotes):
        yield {"position": position, **one.model_dump()}


def _tables(document: Document) -> Iterator[Row]:
    for number, table in enumerate(document.tables):
        whole = {"table": number, "kind": table.kind, "title": table.title}
        for position, cell in enumerate(table.cells):
            role = table.roles[cell.column] if cell.column < len(table.roles) else None
            yield {"position": position, "role": role, **whole, **cell.model_dump(exclude={"box"})}


def _diagnostics(document: Document) -> Iterator[Row]:
    for position, one in enumerate(document.diagnostics):
        where = one.where
        about = {
            "section": where.section if where else None,
            "items": where.items if where else (),
            "page": where.page if where else None,
        }
        yield {"position": position, **about, **one.model_dump(exclude={"where"})}


def _unassigned(document: Document) -> Iterator[Row]:
    for position, text in enumerate(document.unassigned):
        yield {"position": position, "text": text}


def _page(place: Place | None) -> int | None:
    return place.page if place else None


_MAKERS: dict[str, Callable[[Document], Iterator[Row]]] = {
    "documents": _documents,
    "agenda": _agenda,
    "annotations": _annotations,
    "paragraphs": _parts("paragraphs"),
    "listed": _parts("documents"),
    "contacts": _parts("contacts"),
    "sittings": _sittings,
    "references": _references,
    "footnotes": _footnotes,
    "tables": _tables,
    "diagnostics": _diagnostics,
    "unassigned": _unassigned,
}
