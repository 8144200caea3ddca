"""Makes the tables of an archive out of finished parts: in a steady order, each document once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undocparse.archive.faults import told
from undocparse.archive.rows import table_of
from undocparse.archive.schemas import MANIFEST, SCHEMAS
from undocparse.archive.store import Store
from undocparse.archive.streams import read_table, write_table
from undocparse.archive.work import Entry, Status

_PER_FILE = 4096  # documents; some 60 MB of JSON, less than a tenth of that compressed


@dataclass(slots=True)
class _State:
    """What is known of an archive before it is published.

    Attributes:
        entries: by address, the latest of each.
        fresh: documents of unpublished parts, with the part that has their rows; of several the latest of the
            first address.
        parts: files of these parts.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    fresh: dict[str, Path] = field(default_factory=dict)
    parts: list[Path] = field(default_factory=list)


def publish(store: Store) -> list[Entry]:
    """Publish what is finished, and drop the rows of what changed since.

    Args:
        store: nobody else writes to it.

    Returns:
        The manifest as it is now, sorted by address.

    Raises:
        ArchiveError: the archive cannot be written.
    """
    with told(store.folder):
        state = _state(store)
        if not state.parts and not store.damaged:
            return list(state.entries.values())
        entries = _settled(state, _published(store))
        _prepare(store, state, entries)
        store.commit(state.parts)
        return entries


def _prepare(store: Store, state: _State, entries: Sequence[Entry]) -> None:
    """Write the files of the next state; a file with other rows gets a number that none has had."""
    wanted = {entry.document: entry.address for entry in entries if entry.status == "read" and entry.document}
    stale = dict(_stale(store, wanted.keys() - state.fresh.keys()))
    left_out = [store.files(name)[number] for number in stale for name in SCHEMAS]
    aside = store.begin([*left_out, *store.files("manifest").values()])
    number = store.state.last + 1 if store.state else 0
    for old, kept in stale.items():
        if kept:
            for name, schema in SCHEMAS.items():
                table = read_table(store.files(name)[old], schema)
                left = table.filter(pc.is_in(table["document"], value_set=pa.array(kept, pa.string())))
                _put(left, aside, name, number, store.format)
            number += 1
    order = sorted(wanted.keys() & state.fresh.keys(), key=lambda document: wanted[document])
    for group in _groups(order):
        for name in SCHEMAS:
            _put(_gathered(name, group, state.fresh), aside, name, number, store.format)
        number += 1
    manifest = table_of([entry.row() for entry in entries], MANIFEST)
    _put(
        manifest, aside, "manifest", max(number - 1, store.state.last + 1 if store.state else 0), store.format
    )


def _state(store: Store) -> _State:
    state = _State({entry.address: entry for entry in store.entries()})
    first: dict[str, str] = {}
    for path, entries in store.parts():
        state.parts.append(path)
        for entry in entries:
            state.entries[entry.address] = entry
            if entry.status != "read" or entry.document is None:
                continue
            if entry.address <= first.setdefault(entry.document, entry.address):
                first[entry.document] = entry.address
                state.fresh[entry.document] = path
    return state


def _published(store: Store) -> set[str]:
    return {document for path in store.files("documents").values() for document in _documents(path)}


def _documents(path: Path) -> list[str]:
    return [str(one) for one in read_table(path, SCHEMAS["documents"])["document"].to_pylist()]


def _settled(state: _State, published: Iterable[str]) -> list[Entry]:
    """The manifest: of all addresses with one content the first is `read`, the others are duplicates.

    A duplicate of what failed has failed for the same reason; one of what is not there any more is left out,
    and read by the next run.
    """
    there = {*published, *state.fresh}
    faults = {entry.document: entry for entry in state.entries.values() if entry.status == "failed"}
    first: set[str] = set()
    settled = []
    for address in sorted(state.entries):
        entry = state.entries[address]
        if entry.status == "failed" or entry.document is None:
            settled.append(entry)
        elif entry.document in there:
            status: Status = "duplicate" if entry.document in first else "read"
            first.add(entry.document)
            settled.append(replace(entry, status=status))
        elif fault := faults.get(entry.document):
            settled.append(replace(fault, address=address, size=entry.size, stamp=entry.stamp))
    return settled


def _groups(documents: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(documents)
    while group := list(islice(rest, _PER_FILE)):
        yield group


def _gathered(name: str, documents: Sequence[str], parts: Mapping[str, Path]) -> pa.Table:
    """The rows of some documents, in their order, out of the parts that have them."""
    stretches: dict[str, pa.Table] = {}
    for path in dict.fromkeys(parts[document] for document in documents):
        table = Store.table(path, name)
        stretches |= {d: one for d, one in _by_document(table).items() if parts.get(d) == path}
    found = [stretches[document] for document in documents if document in stretches]
    return pa.concat_tables(found).combine_chunks() if found else SCHEMAS[name].empty_table()


def _by_document(table: pa.Table) -> dict[str, pa.Table]:
    """The rows of each document, which stand together."""
    starts: dict[str, int] = {}
    lengths: dict[str, int] = defaultdict(int)
    for place, document in enumerate(table["document"].to_pylist()):
        starts.setdefault(document, place)
        lengths[document] += 1
    return {document: table.slice(start, lengths[document]) for document, start in starts.items()}


def _stale(store: Store, kept: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The numbers of published files that have rows of documents that are not kept, and those that are."""
    wanted = set(kept)
    for number, path in store.files("documents").items():
        found = _documents(path)
        keeping = [document for document in found if document in wanted]
        if len(keeping) < len(found):
            yield number, keeping


def _put(table: pa.Table, aside: Path, name: str, number: int, suffix: str) -> None:
    write_table(table, aside / name / f"part-{number:05}.{suffix}")
