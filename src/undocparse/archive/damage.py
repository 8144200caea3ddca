"""Notices which published files are gone or hold something else than they did."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from undocparse.archive.schemas import SCHEMAS, TABLES
from undocparse.archive.states import State, digest_of
from undocparse.archive.streams import read_table

MANIFEST = -1
"""What stands for the manifest among the numbers of damaged files."""


def damaged_numbers(state: State | None) -> set[int]:
    """The numbers of which a table is gone or damaged, so that their documents are not whole."""
    if state is None:
        return set()
    found = {
        number
        for name, files in state.files.items()
        for number, path in files.items()
        if name in SCHEMAS and not _is_sound(path, state)
    }
    numbers = {number for name in SCHEMAS for number in state.files.get(name, {})}
    found |= {
        number for number in numbers if any(number not in state.files.get(name, {}) for name in SCHEMAS)
    }
    manifest = state.of("manifest")
    if not manifest or not all(_is_sound(path, state) for path in manifest):
        found.add(MANIFEST)
    return found


def _is_sound(path: Path, state: State) -> bool:
    """Whether a file is as it was written: by size and time, or else by its digest, or else by a look."""
    noted = state.digests.get(f"{path.parent.name}/{path.name}")
    try:
        if noted is None:
            return _can_be_read(path)
        status = path.stat()
        if status.st_size != noted[0]:
            return False
        return status.st_mtime_ns == noted[1] or digest_of(path)[2] == noted[2]
    except OSError:
        return False


def _can_be_read(path: Path) -> bool:
    try:
        if path.suffix == ".parquet":
            with path.open("rb") as file:
                pq.read_metadata(file)
        else:
            read_table(path, TABLES[path.parent.name])
    except (OSError, ValueError, pa.ArrowException):
        return False
    return True
