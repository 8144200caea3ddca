"""The zip archive that a Word file is: its parts, their relations, and safe XML."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from undocparse.errors import EncryptedError, TooLargeError, UnreadableError
from undocparse.limits import Budget
from undocparse.readers.tree_size import BEYOND, check_tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_STRICT = (  # ISO 29500 Strict, to the namespaces that all else uses
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
)
_MAX_PART = 64_000_000  # bytes; the parts of a long report are a tenth of it
_MAX_READ = 200_000_000  # bytes of all parts that are read
_MAX_PARTS = 20_000
_FETCH = "open it in Word and save it again, or fetch it again"
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError),
    *(ValueError, OverflowError, NotImplementedError, RuntimeError),
)
"""What damaged archives make the standard library raise."""


@contextmanager
def _damage(name: str, reason: str) -> Iterator[None]:
    """Turn what a damaged archive causes into the typed error."""
    try:
        yield
    except _DAMAGE as error:
        raise UnreadableError(name, reason, _FETCH) from error


class Package:
    """A Word file's parts by name; damage and traps become typed errors."""

    def __init__(self, data: bytes, name: str, budget: Budget) -> None:
        """Open the archive.

        Raises:
            UnreadableError: it is no zip archive, damaged, or has no document part.
            EncryptedError: its parts are encrypted.
            TooLargeError: it declares more than it can honestly hold.
        """
        self.name = name
        self._budget = budget
        self._read = 0
        with _damage(name, "the Word file is no sound zip archive"):
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts: Mapping[str, zipfile.ZipInfo] = {
                info.filename.replace("\\", "/").lstrip("/"): info for info in self._archive.infolist()
            }
        if len(self._parts) > _MAX_PARTS:
            raise TooLargeError(name, f"the Word file has {len(self._parts)} parts", "this is no document")
        self.main = self._main_part()

    def xml(self, part: str) -> etree._Element | None:
        """The root element of a part; null where there is none.

        Raises:
            UnreadableError: the part is damaged or declares entities.
            TooLargeError: it unpacks to more than a document can have.
        """
        info = self._parts.get(part)
        return None if info is None else self._parse(self._bytes(info), part)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Of each relation of a part: its kind (last word of its type) and the part that it leads to."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found = {}
        for relation in root.iter(_RELATION):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                target = relation.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[relation.get("Id", "")] = (kind, posixpath.normpath(path))
        return found

    def _main_part(self) -> str:
        for kind, target in self.relations("").values():
            if kind == "officeDocument" and target in self._parts:
                return target
        if _MAIN in self._parts:
            return _MAIN
        raise UnreadableError(self.name, "the Word file has no document part", _FETCH)

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        self._read += info.file_size
        if info.file_size > _MAX_PART or self._read > _MAX_READ:
            reason = f"{info.filename} unpacks to {info.file_size / 1e6:.0f} MB"
            raise TooLargeError(self.name, reason, "this is no ordinary document")
        if info.flag_bits & 1:
            raise EncryptedError(self.name, "the Word file is encrypted", "save a copy without a password")
        with _damage(self.name, f"{info.filename} in the Word file is damaged"):
            return self._archive.read(info)  # unpacks no more than was declared

    def _parse(self, data: bytes, part: str) -> etree._Element:
        if b"http://purl.oclc.org/ooxml/" in data[:4000]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        check_tree(data, self._budget, self.name, part)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if getattr(error, "code", None) in BEYOND:
                reason = f"{part} in the Word file is nested too deep, or has a text of over 10 MB"
                raise TooLargeError(self.name, reason, "split the file") from error
            raise UnreadableError(self.name, f"{part} in the Word file is damaged", _FETCH) from error
        if root.getroottree().docinfo.internalDTD is not None:  # OOXML forbids them; entities are traps
            raise UnreadableError(self.name, f"{part} in the Word file declares entities", _FETCH)
        return root
