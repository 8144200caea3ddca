"""The folder of an archive: finished parts, the published tables, and the step from one to the other.

A part is one file, put in place by a rename: it is there whole or not at all. Publishing prepares all new
files aside, writes down what is to be moved and removed, and then does it; a start after a sudden end finds
that note and does the rest. So at whatever moment a run is killed, nothing finished is lost or counted twice.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from undocparse.archive.schemas import MANIFEST, SCHEMAS
from undocparse.archive.streams import FORMATS, Format, from_stream, read_table
from undocparse.archive.work import Entry, Part
from undocparse.errors import UndocparseError

LOCK = ".lock"
"""The file that says that a run is writing."""
_PARTS, _NEXT, _NOTE = ".parts", ".next", "note.json"
_ENTRIES = "manifest.json"


class ArchiveError(UndocparseError):
    """The folder is no archive, is in use, or is kept in another format."""

    code = "archive"


class Store:
    """The files of one archive.

    Args:
        folder: made if it is not there.
        format: of the tables; an archive that is there keeps its own.

    Raises:
        ArchiveError: the archive is kept in another format, or the folder has other things in it.
    """

    def __init__(self, folder: Path, format: Format) -> None:
        self.folder = folder
        self.format: Format = format
        self._check()
        self._parts.mkdir(parents=True, exist_ok=True)
        self._roll_forward()

    @property
    def _parts(self) -> Path:
        return self.folder / _PARTS

    def _check(self) -> None:
        kept = format_of(self.folder)
        if kept not in (None, self.format):
            reason = f"the archive is kept as {kept}, not as {self.format}"
            raise ArchiveError(str(self.folder), reason, "name the same format, or another folder")
        if kept is None and not (self.folder / _PARTS).is_dir() and _is_in_use(self.folder):
            raise ArchiveError(str(self.folder), "the folder has other files in it", "name an empty folder")

    def files(self, table: str) -> list[Path]:
        """The published files of a table, in order."""
        return files_of(self.folder, table, self.format)

    def entries(self) -> list[Entry]:
        """The published manifest."""
        found = [read_table(path, MANIFEST) for path in self.files("manifest")]
        return [Entry(**row) for table in found for row in table.to_pylist()]

    def add(self, part: Part) -> None:
        """Keep what came of a chunk; once this returns it is safe."""
        path = self._parts / f"{_name_of(part)}.zip"
        aside = path.with_suffix(".tmp")
        with aside.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(_ENTRIES, part.manifest())
                for name, data in part.tables.items():
                    archive.writestr(name, data)
            _sync(file.fileno())
        aside.replace(path)

    def parts(self) -> Iterator[tuple[Path, list[Entry]]]:
        """Unpublished parts, oldest first, and what they hold; half-written ones are removed."""
        for aside in self._parts.glob("*.tmp"):
            aside.unlink()
        for path in sorted(self._parts.glob("*.zip"), key=lambda part: (part.stat().st_mtime_ns, part)):
            with zipfile.ZipFile(path) as archive:
                yield path, [Entry(**one) for one in json.loads(archive.read(_ENTRIES))]

    @staticmethod
    def table(path: Path, name: str) -> pa.Table:
        """A table of a part."""
        with zipfile.ZipFile(path) as archive:
            if name not in archive.namelist():
                return SCHEMAS[name].empty_table()
            return from_stream(archive.read(name))

    def begin(self) -> Path:
        """A folder to prepare the next state in; what an earlier run left half done there is removed."""
        aside = self.folder / _NEXT
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        return aside

    def commit(self, removed: Iterable[Path]) -> None:
        """Put every prepared file in place and remove others, now or at the next start."""
        aside = self.folder / _NEXT
        moved = [str(path.relative_to(aside)) for path in sorted(aside.rglob("*")) if path.is_file()]
        for name in moved:
            with (aside / name).open("rb") as file:
                _sync(file.fileno())
        note = {"move": moved, "remove": [str(path.relative_to(self.folder)) for path in removed]}
        draft = aside / f"{_NOTE}.tmp"
        draft.write_text(json.dumps(note), "utf-8")
        draft.replace(aside / _NOTE)
        self._roll_forward()

    def _roll_forward(self) -> None:
        aside = self.folder / _NEXT
        if not (aside / _NOTE).exists():
            return
        note = json.loads((aside / _NOTE).read_text("utf-8"))
        for name in note["remove"]:
            (self.folder / name).unlink(missing_ok=True)
        for name in note["move"]:
            target = self.folder / name
            target.parent.mkdir(exist_ok=True)
            if (aside / name).exists():
                (aside / name).replace(target)
        shutil.rmtree(aside)


def files_of(folder: Path, table: str, format: Format) -> list[Path]:
    """The files of a table, in order."""
    return sorted((folder / table).glob(f"part-*.{format}"))


def format_of(folder: Path) -> Format | None:
    """The format that an archive's tables are kept in; null where the folder has no manifest."""
    return next((name for name in FORMATS if files_of(folder, "manifest", name)), None)


def _is_in_use(folder: Path) -> bool:
    """Whether a folder has anything in it but what a run has just made there."""
    return folder.is_dir() and any(path.name not in {_PARTS, _NEXT, LOCK} for path in folder.iterdir())


def _name_of(part: Part) -> str:
    """A name that no other part has but one of the same addresses, which it replaces."""
    named = "\0".join(entry.address for entry in part.entries)
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _sync(descriptor: int) -> None:
    """Have a file written to disk before it is renamed: a rename alone survives a kill, not a power cut."""
    os.fsync(descriptor)
