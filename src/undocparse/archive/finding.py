"""Finds the files behind an address: in folders, patterns, zip archives and other stores."""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from undocparse.archive.source_file import ZIP, SourceFile, address_of, path_of, stamp_of

_PATTERN = "*?["
_ARCHIVE = ".states"  # what a batch made is nothing for one to read
_OFFICE = ("[Content_Types].xml", "mimetype")  # members that make a zip archive a document of its own


def files_behind(address: str | os.PathLike[str] | SourceFile) -> Iterator[SourceFile]:
    """Every file behind an address; where there is none, one that says so.

    Raises:
        TypeError: the address is neither text nor a path.
    """
    if isinstance(address, SourceFile):
        return iter((address,))
    text = os.fspath(address)
    if not isinstance(text, str):
        raise TypeError(f"an address is text or a path, not {text!r}")
    if (member := _member(text)) is not None:
        return iter((member,))
    path = path_of(text)
    return _remote(text) if path is None else _local(path)


def _nothing(address: str, reason: str) -> Iterator[SourceFile]:
    yield SourceFile(address, missing=reason)


def _local(text: str) -> Iterator[SourceFile]:
    path = Path(text)
    if _holds(path.is_dir):
        return _walk(path)
    if os.path.lexists(text) or not any(mark in text for mark in _PATTERN):
        return _file(path)
    return _spread(path)


def _holds(question: Callable[[], bool]) -> bool:
    """The answer to a question about a path; no where there can be no such path."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def _spread(pattern: Path) -> Iterator[SourceFile]:
    """The files that fit a pattern and those in folders that fit it, hidden ones left out."""
    anchor = Path(pattern.anchor or ".")
    inner = pattern.relative_to(pattern.anchor) if pattern.anchor else pattern
    try:
        fitting = [path for path in anchor.glob(str(inner)) if not path.name.startswith(".")]
    except (OSError, ValueError, NotImplementedError) as error:
        yield from _nothing(address_of(pattern), f"this is no pattern ({error})")
        return
    if not fitting:
        yield from _nothing(address_of(pattern), "no file fits the pattern")
    for path in fitting:
        yield from _local(str(path))


def _walk(folder: Path) -> Iterator[SourceFile]:
    """Every file below a folder, hidden ones left out.

    Links to folders are not followed, so that no circle is walked; one that leads to a folder that is not
    walked anyway is told.
    """
    root = os.path.realpath(folder)
    found = False
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                shown = [
                    entry for entry in entries if not entry.name.startswith(".") or entry.name == _ARCHIVE
                ]
        except OSError as error:
            found = True
            yield from _nothing(address_of(Path(here)), f"the folder cannot be opened ({error.strerror})")
            continue
        if any(entry.name == _ARCHIVE for entry in shown):
            continue
        for entry in shown:
            if not _is_folder(entry):
                found = True
                yield from _file(Path(entry.path))
            elif not entry.is_symlink():
                waiting.append(entry.path)
            elif not _is_walked(os.path.realpath(entry.path), root):
                found = True
                yield from _nothing(address_of(Path(entry.path)), "this is a link to a folder elsewhere")
    if not found:
        yield from _nothing(address_of(folder), "there is no file in this folder")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a circle of links, or a path too long: reading it will tell
        return False


def _is_walked(target: str, root: str) -> bool:
    """Whether a folder is the one that is walked, or below it and not hidden."""
    if not Path(target).is_relative_to(root):
        return False
    return not any(name.startswith(".") for name in Path(target).relative_to(root).parts)


def _file(path: Path) -> Iterator[SourceFile]:
    if path.suffix.lower() == ".zip" and (members := _members(path)) is not None:
        yield from members or _nothing(address_of(path), "there is no file in this zip archive")
        return
    address = address_of(path)
    try:
        status = path.stat()
    except (OSError, ValueError):
        yield SourceFile(address)
        return
    yield SourceFile(address, status.st_size, str(status.st_mtime_ns))


def _members(path: Path) -> list[SourceFile] | None:
    """The files in a zip archive; null where it is none, or is itself a document.

    Of several members with one name the last has the plain address, as programs that unpack leave that one;
    those before it are numbered.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            directory = archive.infolist()
    except Exception:  # whatever a damaged directory makes of the names and numbers in it
        return None
    if any(info.filename in _OFFICE for info in directory):
        return None
    total = Counter(info.filename for info in directory)
    seen: Counter[str] = Counter()
    base, archive_path = address_of(path), str(path.absolute())
    members = []
    for place, info in enumerate(directory):
        if info.is_dir() or info.filename.rsplit("/", 1)[-1].startswith("."):
            continue
        name = info.filename
        seen[name] += 1
        if seen[name] < total[name]:
            name = _free(f"{name}#{seen[name]}", total)
        address = f"{ZIP}{name}::{base}"
        members.append(SourceFile(address, info.file_size, stamp_of(info), (archive_path, place)))
    return members


def _free(name: str, taken: Counter[str]) -> str:
    """A name that no member has."""
    while name in taken:
        name += "#"
    taken[name] += 1
    return name


def _member(address: str) -> SourceFile | None:
    """The member of a zip archive of this machine with an address of that form; null where there is none."""
    if not address.startswith(ZIP):
        return None
    rest = address
    while (cut := rest.find("::")) >= 0:
        rest = rest[cut + 2 :]
        path = path_of(rest)
        if path is not None and _holds(Path(path).is_file):
            found = {one.address: one for one in _members(Path(path)) or ()}
            return found.get(address)
    return None


def _remote(address: str) -> Iterator[SourceFile]:
    from fsspec.core import url_to_fs  # noqa: PLC0415 - only other stores need it

    try:
        store, path = url_to_fs(address)
        if any(mark in path for mark in _PATTERN) and not store.exists(path):  # addresses of the web have "?"
            details = store.glob(path, detail=True).values()
        elif store.isdir(path):
            details = store.find(path, detail=True).values()
        else:
            details = [store.info(path)]
    except Exception:  # each store has errors of its own; reading the address will say what is wrong
        yield SourceFile(address)
        return
    files = [detail for detail in details if detail.get("type") != "directory"]
    if not files:
        yield from _nothing(address, "there is no file behind this address")
    for detail in files:
        yield SourceFile(_address_of(store, address, detail), detail.get("size"), _stamp(detail))


def _address_of(store: Any, asked: str, detail: dict[str, Any]) -> str:
    _, chain, rest = asked.partition("::")
    return f"{store.unstrip_protocol(detail['name'])}{chain}{rest}"


def _stamp(detail: dict[str, Any]) -> str | None:
    for key in ("ETag", "etag", "LastModified", "last_modified", "mtime", "CRC", "created"):
        if detail.get(key) is not None:
            return str(detail[key])
    return None
