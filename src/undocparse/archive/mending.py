"""Makes damaged files of an archive anew, from whole documents where those are kept.

What is made anew is kept as parts, like what workers hand back: publishing needs no more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from undocparse.archive.damage import MANIFEST
from undocparse.archive.rows import rows_of, tables_of
from undocparse.archive.schemas import SCHEMAS
from undocparse.archive.source_file import SourceFile
from undocparse.archive.store import Store
from undocparse.archive.streams import read_table, to_stream
from undocparse.archive.work import Entry, Fault, Part, failed
from undocparse.errors import UnreadableError
from undocparse.model import Document

_AT_ONCE = 256  # documents; their rows take some 100 MB
_GONE = Fault("damaged", "its rows in the archive were damaged", "read the file again: name it as a source")


def mend(store: Store) -> None:
    """Restore the documents of damaged files; those that are lost are entered as failed, to be read again.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    if not store.damaged:
        return
    entries = _remembered(store) if MANIFEST in store.damaged else store.entries()
    waiting = {entry.address for _, found in store.parts() for entry in found}
    entries = [entry for entry in entries if entry.address not in waiting]
    if MANIFEST in store.damaged:
        store.add(
            Part(tuple(replace(entry, status="duplicate") for entry in entries), {})
        )  # rows are elsewhere
        store.repairs.append("the manifest was gone or damaged; all files are looked at again")
    read = {entry.document: entry for entry in entries if entry.status == "read" and entry.document}
    whole = {
        row["document"] for path in store.files("documents").values() for row in _rows(path, "documents")
    }
    restored: set[str] = set()
    for number in sorted(store.damaged - {MANIFEST}):
        for part in _parts(_kept(store, number), read):
            store.add(part)
            restored.update(entry.document for entry in part.entries if entry.document)
    lost = [entry for document, entry in read.items() if document not in whole | restored]
    if lost:
        store.add(Part(tuple(_lost(entry) for entry in lost), {}))
    if store.damaged - {MANIFEST}:
        store.repairs.append(
            f"tables were gone or damaged; documents restored: {len(restored)}, to be read again: {len(lost)}"
        )


def _lost(entry: Entry) -> Entry:
    """The entry of a document whose rows are gone; of no version, so that it counts as unread."""
    return failed(SourceFile(entry.address, entry.size, entry.stamp), "", _GONE, entry.document)


def _remembered(store: Store) -> list[Entry]:
    """What documents say of the files that they were read from; of no version: they are read again."""
    return [
        Entry(row["address"], row["bytes"], None, row["document"], "", "read")
        for path in (store.state.of("documents") if store.state else ())
        for row in _rows(path, "documents")
    ]


def _kept(store: Store, number: int) -> Iterator[tuple[str, str]]:
    """The documents of a damaged number, whole, as far as they are kept."""
    path = store.state.files.get("json", {}).get(number) if store.state else None
    for row in _rows(path, "json") if path else ():
        yield row["document"], row["json"]


def _rows(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a file; none where it is damaged itself."""
    try:
        rows: list[dict[str, Any]] = read_table(path, SCHEMAS[name]).to_pylist()
    except (OSError, ValueError, pa.ArrowException):
        return []
    return rows


def _parts(kept: Iterable[tuple[str, str]], read: dict[str, Entry]) -> Iterator[Part]:
    rest = ((read[document], text) for document, text in kept if document in read)
    while group := list(islice(rest, _AT_ONCE)):
        entries, rows = [], []
        for entry, text in group:
            try:
                document = Document.from_json(text)
            except UnreadableError:  # of another schema
                continue
            entries.append(entry)
            rows.append(rows_of(document, address=entry.address, size=entry.size or 0))
        if entries:
            tables = tables_of(rows)
            yield Part(tuple(entries), {name: to_stream(table) for name, table in tables.items()})
