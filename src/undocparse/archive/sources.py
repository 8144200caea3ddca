"""What a batch reads: files, folders, patterns and addresses in other stores, in a steady order."""

from __future__ import annotations

import fnmatch
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from undocparse.errors import UndocparseError, UnreadableError
from undocparse.readers import Source, load
from undocparse.readers.sniff import media_type
from undocparse.readers.source import check_size

_PATTERN = "*?["
_ZIP = "zip://"
_HEAD = 8192  # bytes; enough to tell text, PDF, OLE files and zip containers apart
_OFFICE = ("[Content_Types].xml", "mimetype")  # members that make a zip archive a document of its own


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read; made by `find_sources`, sent to workers.

    Attributes:
        address: a path, or an fsspec address ("s3://…", "zip://inner.pdf::/archive.zip").
        size: bytes, where the store says so without reading.
        stamp: changes when the content does: the time of change in nanoseconds, or the store's ETag.
    """

    address: str
    size: int | None = None
    stamp: str | None = None

    @property
    def local(self) -> bool:
        """Whether it is a plain file of this machine."""
        return "://" not in self.address

    @property
    def name(self) -> str:
        """The file's own name, without folders and store."""
        return self.address.split("::", 1)[0].rstrip("/").rsplit("/", 1)[-1]

    def read(self, max_bytes: int) -> Source:
        """All bytes, under the file's own name.

        Raises:
            UndocparseError: the file is missing, may not be read, or has more than `max_bytes`.
        """
        if self.local:
            found = load(self.address, max_bytes=max_bytes)
        else:
            check_size(self.size or 0, self.address, max_bytes)
            found = load(_fetch(self.address, max_bytes), name=self.address, max_bytes=max_bytes)
        return Source(self.name, self.name, found.data)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which of the files found are wanted.

    Attributes:
        include: shell patterns; a file's name or whole address must fit one, where there are any.
        exclude: shell patterns that it must not fit.
        min_bytes: smaller files are left out; so are larger ones than `max_bytes`, if sizes are told.
        max_bytes: see `min_bytes`; null for no limit.
        media_types: by content; where given, the head of every file is read.
    """

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    min_bytes: int = 0
    max_bytes: int | None = None
    media_types: Sequence[str] = ()

    def wants(self, source: SourceFile) -> bool:
        """Whether a file passes all filters."""
        if self.include and not _fits(source, self.include):
            return False
        if _fits(source, self.exclude):
            return False
        if source.size is not None and not self.min_bytes <= source.size <= (self.max_bytes or source.size):
            return False
        return not self.media_types or _head_type(source) in self.media_types


def find_sources(
    addresses: Iterable[str | Path | SourceFile], filters: Filters | None = None
) -> list[SourceFile]:
    """All files behind these addresses, each once, sorted by address.

    Folders are walked without hidden files; patterns are spread; a zip archive gives its members. What does
    not exist stays in the list, so that reading it says why: nothing is lost.

    Args:
        addresses: paths, patterns ("meetings/**/*.pdf"), zip archives, fsspec addresses.
        filters: which of the files are wanted; all by default.
    """
    wanted = filters or Filters()
    found = {source.address: source for address in addresses for source in _found(address)}
    return [found[address] for address in sorted(found) if wanted.wants(found[address])]


def _found(address: str | Path | SourceFile) -> Iterator[SourceFile]:
    if isinstance(address, SourceFile):
        return iter((address,))
    text = os.fspath(address)
    return _remote(text) if "://" in text else _local(Path(text))


def _local(path: Path) -> Iterator[SourceFile]:
    if path.is_dir():
        yield from _walk(path)
    elif path.exists() or not any(mark in str(path) for mark in _PATTERN):
        yield from _file(path)
    else:
        yield from _spread(path)


def _spread(pattern: Path) -> Iterator[SourceFile]:
    """The files that fit a pattern, hidden ones left out."""
    anchor = Path(pattern.anchor or ".")
    inner = pattern.relative_to(pattern.anchor) if pattern.anchor else pattern
    for path in sorted(anchor.glob(str(inner))):
        if path.is_file() and not path.name.startswith("."):
            yield from _file(path)


def _walk(folder: Path) -> Iterator[SourceFile]:
    """Every file below a folder; links to folders are not followed, so that no circle is walked."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield SourceFile(str(folder.absolute()))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry) if not entry.is_symlink() else ()
        elif entry.exists():
            yield from _file(entry)


def _file(path: Path) -> Iterator[SourceFile]:
    if path.suffix.lower() == ".zip" and (members := _members(path)) is not None:
        yield from members
        return
    address = str(path.absolute())  # links stay as they are named
    try:
        status = path.stat()
    except (OSError, ValueError):
        yield SourceFile(address)
        return
    yield SourceFile(address, status.st_size, str(status.st_mtime_ns))


def _members(path: Path) -> list[SourceFile] | None:
    """The files in a zip archive; null where it is none, or is itself a document."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (OSError, zipfile.BadZipFile):
        return None
    if any(info.filename in _OFFICE for info in members):
        return None
    base = str(path.absolute())
    return [
        SourceFile(f"{_ZIP}{info.filename}::{base}", info.file_size, f"{info.CRC:08x}")
        for info in members
        if not info.filename.rsplit("/", 1)[-1].startswith(".")
    ]


def _remote(address: str) -> Iterator[SourceFile]:
    from fsspec.core import url_to_fs  # noqa: PLC0415 - only other stores need it

    try:
        store, path = url_to_fs(address)
        if any(mark in path for mark in _PATTERN):
            details = store.glob(path, detail=True).values()
        elif store.isdir(path):
            details = store.find(path, detail=True).values()
        else:
            details = [store.info(path)]
    except Exception:  # each store has errors of its own; reading the address will say what is wrong
        yield SourceFile(address)
        return
    for detail in details:
        if detail.get("type") != "directory":
            yield SourceFile(_address_of(store, address, detail), detail.get("size"), _stamp(detail))


def _address_of(store: Any, asked: str, detail: dict[str, Any]) -> str:
    _, chain, rest = asked.partition("::")
    return f"{store.unstrip_protocol(detail['name'])}{chain}{rest}"


def _stamp(detail: dict[str, Any]) -> str | None:
    for key in ("ETag", "etag", "LastModified", "last_modified", "mtime", "CRC", "created"):
        if detail.get(key) is not None:
            return str(detail[key])
    return None


def _fetch(address: str, max_bytes: int) -> bytes:
    try:
        if address.startswith(_ZIP) and "://" not in address[len(_ZIP) :]:
            member, _, archive = address[len(_ZIP) :].partition("::")
            status = Path(archive).stat()
            with _opened(archive, status.st_ino, status.st_mtime_ns).open(member) as file:
                return file.read(max_bytes + 1)
        import fsspec  # noqa: PLC0415 - only other stores need it

        with fsspec.open(address, "rb") as file:
            return bytes(file.read(max_bytes + 1))
    except FileNotFoundError as error:
        raise UnreadableError(address, "there is no such file", "check the address") from error
    except Exception as error:  # each store has errors of its own
        reason = f"the file cannot be fetched ({type(error).__name__}: {error})"
        raise UnreadableError(address, reason, "check the address and your access to it") from error


@lru_cache(maxsize=4)
def _opened(archive: str, _inode: int, _changed: int) -> zipfile.ZipFile:
    """A zip archive, left open: its directory is read once, not once a member, and anew when it changes."""
    return zipfile.ZipFile(archive)


def _fits(source: SourceFile, patterns: Sequence[str]) -> bool:
    return any(
        fnmatch.fnmatch(source.name, pattern) or fnmatch.fnmatch(source.address, pattern)
        for pattern in patterns
    )


def _head_type(source: SourceFile) -> str | None:
    """Media type by content: zip containers are read whole, of others the head is enough."""
    try:
        if source.local:
            with Path(source.address).open("rb") as file:
                head = file.read(_HEAD)
            if not head.startswith(b"PK"):
                return media_type(head)
        return media_type(source.read(2**31).data)
    except (OSError, UndocparseError):
        return None
