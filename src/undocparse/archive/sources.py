"""What a batch reads: files, folders, patterns and addresses in other stores, in a steady order."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from undocparse.archive.finding import files_behind
from undocparse.archive.source_file import SourceFile, path_of
from undocparse.errors import UndocparseError
from undocparse.readers import sniff

__all__ = ["Address", "Filters", "SourceFile", "find_sources"]

_HEAD = 8192  # bytes; enough to tell text, PDF, OLE files and zip containers apart
MEDIA_TYPES = frozenset(
    {sniff.PDF, sniff.DOCX, sniff.DOC, sniff.RTF, sniff.ODT, sniff.WPD, sniff.WORD_XML}
    | {sniff.HTML, sniff.TEXT, sniff.MARKDOWN, sniff.ENCRYPTED, sniff.DAMAGED_ZIP, *sniff.DESCRIPTIONS}
)
"""What a file's content can be found to be."""
Address = str | os.PathLike[str] | SourceFile
"""A path, pattern, zip archive or fsspec address, or a file that was found before."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which of the files found are wanted.

    Attributes:
        include: shell patterns; a file's name or whole address must fit one, where there are any.
        exclude: shell patterns that it must not fit.
        min_bytes: smaller files are left out; so are larger ones than `max_bytes`, if sizes are told.
        max_bytes: see `min_bytes`; null for no limit.
        media_types: by content; where given, the head of every file is read.

    Raises:
        ValueError: nothing can pass: `max_bytes` is below 1 or below `min_bytes`, or no file is ever found to
            be of one of the media types.
    """

    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    min_bytes: int = 0
    max_bytes: int | None = None
    media_types: Sequence[str] = ()

    def __post_init__(self) -> None:
        if self.max_bytes is not None and self.max_bytes < max(self.min_bytes, 1):
            raise ValueError(f"no file can have {max(self.min_bytes, 1)} to {self.max_bytes} bytes")
        if unknown := set(self.media_types) - MEDIA_TYPES:
            known = ", ".join(sorted(MEDIA_TYPES))
            raise ValueError(f"unknown media type {', '.join(sorted(unknown))}; known are {known}")

    def wants(self, source: SourceFile) -> bool:
        """Whether a file passes all filters; what is missing is told unless it is to be left out."""
        if _fits(source, self.exclude):
            return False
        if source.missing is not None:
            return True
        if self.include and not _fits(source, self.include):
            return False
        most = source.size if self.max_bytes is None else self.max_bytes
        if source.size is not None and most is not None and not self.min_bytes <= source.size <= most:
            return False
        return not self.media_types or _head_type(source) in (*self.media_types, None)


def find_sources(addresses: Iterable[Address] | Address, filters: Filters | None = None) -> list[SourceFile]:
    """All files behind these addresses, each once, sorted by address.

    Folders are walked without hidden files; patterns are spread; a zip archive gives its members. What does
    not exist, and what has no file in it, stays in the list, so that reading it says why: nothing is lost.

    Args:
        addresses: paths, patterns ("meetings/**/*.pdf"), zip archives, fsspec addresses; or one of them.
        filters: which of the files are wanted; all by default.

    Raises:
        TypeError: an address is neither text nor a path.
    """
    wanted = filters or Filters()
    single = isinstance(addresses, (str, bytes, os.PathLike, SourceFile))
    each: Iterable[Address] = [addresses] if single else addresses  # type: ignore[list-item, assignment]
    found = {source.address: source for address in each for source in files_behind(address)}
    return [found[address] for address in sorted(found) if wanted.wants(found[address])]


def _fits(source: SourceFile, patterns: Sequence[str]) -> bool:
    return any(
        fnmatch.fnmatch(source.name, pattern) or fnmatch.fnmatch(source.address, pattern)
        for pattern in patterns
    )


def _head_type(source: SourceFile) -> str | None:
    """Media type by content: zip containers are read whole, of others the head is enough.

    Null where the file cannot be opened: it passes, so that reading it says why.
    """
    path = path_of(source.address)
    try:
        if path is not None:
            with Path(path).open("rb") as file:
                head = file.read(_HEAD)
            if not head.startswith(b"PK"):
                return sniff.media_type(head)
        return sniff.media_type(source.read(2**31).data)
    except (OSError, ValueError, UndocparseError):
        return None
