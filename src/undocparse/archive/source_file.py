"""One file to read: what it is called in an archive, and how its bytes are fetched."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote_to_bytes

from undocparse.errors import UnreadableError
from undocparse.limits import Limits
from undocparse.readers import Source, load
from undocparse.readers.addresses import fetch
from undocparse.readers.source import check_size

ZIP = "zip://"
_FILE = "file://"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read; made by `find_sources`, sent to workers.

    Attributes:
        address: a path, or an fsspec address ("s3://…", "zip://inner.pdf::/archive.zip"); well-formed text.
        size: bytes, where the store says so without reading.
        stamp: changes when the content does: the time of change in nanoseconds, or the store's ETag.
        within: of a member of a zip archive: the archive's path, and the member's place in its directory.
        missing: why there is nothing to read; null where there is a file, or where reading has to tell.
    """

    address: str
    size: int | None = None
    stamp: str | None = None
    within: tuple[str, int] | None = None
    missing: str | None = None

    @property
    def local(self) -> bool:
        """Whether it is a plain file of this machine."""
        return path_of(self.address) is not None

    @property
    def name(self) -> str:
        """The file's own name, without folders and store; signs stand for bytes that are no text."""
        path = path_of(self.address)
        if path is not None:
            return os.fsencode(path).rsplit(b"/", 1)[-1].decode("utf-8", "replace")
        if self.within is not None:
            inner = self.address.removesuffix(f"::{address_of(Path(self.within[0]))}")
        else:
            inner = self.address.split("::", 1)[0]
        return inner.rstrip("/").rsplit("/", 1)[-1]

    def read(self, max_bytes: int) -> Source:
        """All bytes, under the file's own name.

        Raises:
            UndocparseError: the file is missing, may not be read, or has more than `max_bytes`.
        """
        if self.missing is not None:
            raise UnreadableError(self.address, self.missing, "check the address")
        path = path_of(self.address)
        if path is not None:
            found = load(path, max_bytes=max_bytes)
        else:
            check_size(self.size or 0, self.address, max_bytes)
            found = load(self._fetch(max_bytes), name=self.address, max_bytes=max_bytes)
        return Source(self.name, self.name, found.data)

    def _fetch(self, max_bytes: int) -> bytes:
        if self.within is None:
            return fetch(self.address, Limits(bytes=max_bytes))[0]
        try:
            return self._unpack(*self.within, max_bytes)
        except FileNotFoundError as error:
            raise UnreadableError(self.address, "there is no such file", "check the address") from error
        except Exception as error:  # a damaged archive raises anything
            reason = f"the file cannot be fetched ({type(error).__name__}: {error})"
            remedy = "check the address and your access to it"
            raise UnreadableError(self.address, reason, remedy) from error

    def _unpack(self, archive: str, member: int, max_bytes: int) -> bytes:
        status = Path(archive).stat()
        opened = _opened(archive, status.st_ino, status.st_mtime_ns)
        info = opened.infolist()[member]
        if stamp_of(info) != self.stamp:
            raise OSError("the zip archive has changed since it was looked into")
        with opened.open(info) as file:
            return file.read(max_bytes + 1)


def address_of(path: Path) -> str:
    """What a file of this machine is called in an archive: its whole path, links as they are named.

    Tables hold nothing but well-formed text, so that a path with other bytes is written as a file's address,
    which no other path can be ("file:///in/a%FF.txt").
    """
    whole = path.absolute()
    text = str(whole)
    try:
        text.encode()
    except UnicodeEncodeError:
        return whole.as_uri()
    return text


def path_of(address: str) -> str | None:
    """The path that an address of this machine stands for; null for those of other stores."""
    if address.startswith(_FILE) and "::" not in address:
        return os.fsdecode(unquote_to_bytes(address[len(_FILE) :]))
    return None if "://" in address else address


def stamp_of(info: zipfile.ZipInfo) -> str:
    """The stamp of a member of a zip archive."""
    return f"{info.CRC:08x}"


@lru_cache(maxsize=4)
def _opened(archive: str, _inode: int, _changed: int) -> zipfile.ZipFile:
    """A zip archive, left open: its directory is read once, not once a member, and anew when it changes."""
    return zipfile.ZipFile(archive)
