"""What a worker does: reads a few documents and hands back tables, ready to be written."""

from __future__ import annotations

import json
from collections.abc import Container
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocparse.archive.source_file import SourceFile
from undocparse.errors import UndocparseError
from undocparse.limits import Limits

if TYPE_CHECKING:
    from undocparse.archive.rows import Row

Status = Literal["read", "duplicate", "failed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the manifest: what became of an address.

    Attributes:
        address: of the file.
        size: bytes; null where it could not be told.
        stamp: as `SourceFile.stamp`.
        document: SHA-256 of the content; null where there was none to be had.
        version: of undocparse, whose rows these are.
        status: whether it was read, has the content of another address, or failed.
        error: as `Failure.error`.
        reason: as `Failure.reason`.
        remedy: as `Failure.remedy`.
        pages: of the document.
    """

    address: str
    size: int | None
    stamp: str | None
    document: str | None
    version: str
    status: Status
    error: str | None = None
    reason: str | None = None
    remedy: str | None = None
    pages: int | None = None

    def row(self) -> Row:
        """The values in the order of the manifest's columns."""
        return tuple(getattr(self, field.name) for field in fields(self))


class Fault(NamedTuple):
    """Why a document could not be read; as in `Failure`."""

    error: str
    reason: str
    remedy: str

    @classmethod
    def of(cls, error: UndocparseError) -> Fault:
        """What an error says."""
        return cls(error.code, error.reason, error.remedy)


TOO_MUCH = Fault("memory", "reading it needs more memory than a worker may take", "raise the limit")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some documents for one worker.

    Attributes:
        sources: what to read.
        version: of undocparse.
        max_bytes: larger files are refused.
        limits: how much is read of each, and how long; null for those of `parse`.
    """

    sources: tuple[SourceFile, ...]
    version: str
    max_bytes: int
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a chunk.

    Attributes:
        entries: one for each of its sources.
        tables: for each table of the archive an Arrow stream; empty where nothing was read.
    """

    entries: tuple[Entry, ...]
    tables: dict[str, bytes]

    def manifest(self) -> bytes:
        """The entries as JSON, in signs that every encoding has."""
        return json.dumps([asdict(entry) for entry in self.entries]).encode()


def read_chunk(chunk: Chunk) -> Part:
    """Read every document of a chunk; one that fails is an entry like any other."""
    from undocparse.archive.rows import tables_of  # noqa: PLC0415 - pyarrow is for workers and reading back
    from undocparse.archive.streams import to_stream  # noqa: PLC0415

    entries: list[Entry] = []
    documents: dict[str, dict[str, list[Row]]] = {}
    for source in chunk.sources:
        entry, rows = _read(source, chunk, documents.keys())
        entries.append(entry)
        if rows is not None and entry.document is not None:
            documents[entry.document] = rows
    found = tables_of(documents.values()) if documents else {}
    return Part(tuple(entries), {name: to_stream(table) for name, table in found.items()})


def _read(
    source: SourceFile, chunk: Chunk, known: Container[str]
) -> tuple[Entry, dict[str, list[Row]] | None]:
    from undocparse.archive.rows import rows_of  # noqa: PLC0415
    from undocparse.pipeline import parse  # noqa: PLC0415

    key: str | None = None
    try:
        found = source.read(chunk.max_bytes)
        key = found.sha256
        if key in known:
            return entry_of(source, chunk.version, "duplicate", key), None
        document = parse(found, limits=chunk.limits)
        rows = rows_of(document, address=source.address, size=len(found.data))
        return entry_of(source, chunk.version, "read", key, pages=document.source.pages), rows
    except UndocparseError as error:
        fault = Fault.of(error)
    except MemoryError:
        fault = TOO_MUCH
    except Exception as error:  # a fault of ours must not take the rest of the archive along
        fault = Fault("internal", f"{type(error).__name__}: {error}", "report the file")
    return failed(source, chunk.version, fault, key), None


def entry_of(
    source: SourceFile, version: str, status: Status, document: str | None, *, pages: int | None = None
) -> Entry:
    """The manifest's line for a source that was read."""
    return Entry(source.address, source.size, source.stamp, document, version, status, pages=pages)


def failed(source: SourceFile, version: str, fault: Fault, document: str | None = None) -> Entry:
    """The manifest's line for a source that could not be read."""
    return Entry(source.address, source.size, source.stamp, document, version, "failed", *fault)
