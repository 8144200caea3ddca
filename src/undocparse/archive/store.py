"""The folder of an archive as a run sees it: finished parts, and the published state that they go into.

A part is one file, put in place by a rename: it is there whole or not at all. Publishing makes the next
state aside and lets it hold in one step (`states.py`), and then removes the parts that went into it; a start
after a sudden end removes those that are left. So at whatever moment a run is killed, nothing finished is
lost or counted twice.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from undocparse.archive import damage, disk, states
from undocparse.archive.faults import ArchiveError, told
from undocparse.archive.schemas import MANIFEST, SCHEMAS, TABLES
from undocparse.archive.states import State
from undocparse.archive.streams import Format, from_stream, read_table
from undocparse.archive.work import Entry, Part

__all__ = ["ArchiveError", "Store", "check_folder", "locked"]

_LOCK = ".lock"
_PARTS = ".parts"
_ENTRIES = "manifest.json"


def check_folder(folder: Path, format: Format) -> None:
    """Look whether an archive may be kept in a folder; nothing is written.

    Raises:
        ArchiveError: the archive there is kept in another format, or the folder has other things in it.
    """
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        raise ArchiveError(repr(str(folder)), "its name is no text", "name another folder") from error
    with told(folder):
        if folder.exists() and not folder.is_dir():
            raise ArchiveError(str(folder), "this is a file", "name a folder")
        state = states.current_state(folder) or states.latest_state(folder)
        if state and state.format != format:
            reason = f"the archive is kept as {state.format}, not as {format}"
            raise ArchiveError(str(folder), reason, "name the same format, or another folder")
        if state is None and not (folder / _PARTS).is_dir() and _is_in_use(folder):
            raise ArchiveError(str(folder), "the folder has other files in it", "name an empty folder")
        if other := _foreign(folder):
            raise ArchiveError(str(other), "this is no file of the archive", "move it away")
        for name in (_PARTS, states.STATES, states.NEXT):
            if (folder / name).is_file():
                raise ArchiveError(str(folder / name), "this is a file and must be a folder", "remove it")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a folder to one run; it is made if it is not there.

    Raises:
        ArchiveError: another run is writing to it, or it cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only batches need it

    lock = FileLock(folder / _LOCK, timeout=0)
    try:
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
    except Timeout:
        reason = "another run is writing to it"
        raise ArchiveError(str(folder), reason, "wait for its end, or name another folder") from None
    try:
        yield
    finally:
        lock.release()


class Store:
    """The files of one archive.

    Args:
        folder: made if it is not there.
        format: of the tables; an archive that is there keeps its own.

    Attributes:
        state: the published one; null before the first. Of it nothing is used that is damaged.
        damaged: numbers of the files that are, or that miss a table; `damage.MANIFEST` for the manifest.
        repairs: what was found damaged, for the report.

    Raises:
        ArchiveError: as `check_folder`, or the folder cannot be written.
    """

    def __init__(self, folder: Path, format: Format) -> None:
        check_folder(folder, format)
        self.folder = folder
        self.format: Format = format
        self.repairs: list[str] = []
        with told(folder):
            self._parts.mkdir(parents=True, exist_ok=True)
            self.state: State | None = states.current_state(folder)
            if self.state is None and (latest := states.latest_state(folder)):
                if states.current_number(folder) is not None:
                    self.repairs.append(
                        "the published state was gone; the newest that was left is in its place"
                    )
                states.point(folder, latest.number)  # else a first one, whole, that was not let hold yet
                self.state = latest
            self._clean()
            self.damaged = damage.damaged_numbers(self.state)

    def _clean(self) -> None:
        """Do what a run that was killed has left undone."""
        states.sweep(self.folder)
        states.show(self.folder)
        for aside in self._parts.glob("*.tmp"):
            aside.unlink()
        published = self.state.parts if self.state else {}
        for path in self._parts.glob("*.zip"):
            if published.get(path.name) == path.stat().st_mtime_ns:
                path.unlink()
            elif not _is_sound(path):
                path.unlink()
                self.repairs.append("a part of an earlier run was damaged; its documents are read again")

    @property
    def _parts(self) -> Path:
        return self.folder / _PARTS

    def files(self, table: str) -> dict[int, Path]:
        """The published files of a table by their numbers, without damaged ones."""
        found = self.state.files.get(table, {}) if self.state else {}
        if table == "manifest":
            return {} if damage.MANIFEST in self.damaged else dict(found)
        return {number: path for number, path in sorted(found.items()) if number not in self.damaged}

    def entries(self) -> list[Entry]:
        """The published manifest."""
        with told(self.folder):
            found = [read_table(path, MANIFEST) for path in self.files("manifest").values()]
            return [Entry(**row) for table in found for row in table.to_pylist()]

    def add(self, part: Part) -> None:
        """Keep what came of a chunk; once this returns it is safe.

        Raises:
            ArchiveError: the disk is full, or the folder may not be written any more.
        """
        path = self._parts / f"{_name_of(part)}.zip"
        aside = path.with_suffix(".tmp")
        with told(self.folder):
            try:
                with aside.open("wb") as file:
                    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                        archive.writestr(_ENTRIES, part.manifest())
                        for name, data in part.tables.items():
                            archive.writestr(name, data)
                    disk.sync(file)
                aside.replace(path)
            except OSError:
                aside.unlink(missing_ok=True)
                raise

    def parts(self) -> Iterator[tuple[Path, list[Entry]]]:
        """Unpublished parts, oldest first, and what they hold."""
        for path in sorted(self._parts.glob("*.zip"), key=lambda part: (part.stat().st_mtime_ns, part)):
            yield path, _entries_of(path)

    @staticmethod
    def table(path: Path, name: str) -> pa.Table:
        """A table of a part."""
        with zipfile.ZipFile(path) as archive:
            if name not in archive.namelist():
                return SCHEMAS[name].empty_table()
            return from_stream(archive.read(name))

    def begin(self, dropped: Iterable[Path]) -> Path:
        """A folder to prepare the next state in: what is published and sound, without what is dropped."""
        state = self.state
        without = set(dropped)
        for name in TABLES if state else ():
            without |= {*state.files.get(name, {}).values()} - {*self.files(name).values()}  # type: ignore[union-attr]
        return states.begin(self.folder, state, without)

    def commit(self, parts: Iterable[Path]) -> None:
        """Let the prepared state hold, and remove the parts that went into it."""
        taken = list(parts)
        states.commit(self.folder, self.state, taken)
        self.state = states.current_state(self.folder)
        self.damaged = set()
        for path in taken:
            path.unlink()


def _entries_of(path: Path) -> list[Entry]:
    with zipfile.ZipFile(path) as archive:
        return [Entry(**one) for one in json.loads(archive.read(_ENTRIES))]


def _is_sound(path: Path) -> bool:
    """Whether a part can be read, every byte of it."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None and all(
                isinstance(one.address, str) for one in _entries_of(path)
            )
    except Exception:  # whatever junk may lead to
        return False


def _foreign(folder: Path) -> Path | None:
    """What stands where a table of the archive must, and is none; null where there is nothing of the kind."""
    for name in TABLES:
        place = folder / name
        if place.is_symlink():
            if str(place.readlink()) != f"{states.CURRENT}/{name}":
                return place
        elif place.is_dir():
            if other := next(
                (path for path in place.iterdir() if not states.TABLE_FILE.fullmatch(path.name)), None
            ):
                return other
        elif place.exists():
            return place
    return None


def _is_in_use(folder: Path) -> bool:
    """Whether a folder has anything in it but what a run has made there."""
    own = {_PARTS, _LOCK, states.NEXT, states.STATES, states.CURRENT, *TABLES}
    return folder.is_dir() and any(path.name not in own for path in folder.iterdir())


def _name_of(part: Part) -> str:
    """A name that no other part has but one of the same addresses, which it replaces."""
    named = "\0".join(entry.address for entry in part.entries)
    return sha256(named.encode()).hexdigest()[:24]
