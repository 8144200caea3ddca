"""The published states of an archive: folders that never change, and the link that says which one holds.

`items` is a link to `.current/items`, `.current` one to `.states/000007`. A new state is made aside and the
one link replaced, so that whoever reads sees one state, whole; the one before stays for those who are at
it. Files are never written again under the same name. Where a system has no links, `.current` is a file with
the state's name, and the tables' folders hold copies.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from undocparse.archive.disk import sync_folder, write
from undocparse.archive.faults import ArchiveError
from undocparse.archive.schemas import TABLES
from undocparse.archive.streams import FORMATS, Format

CURRENT, STATES, NEXT = ".current", ".states", ".next"
_NOTE = "state.json"
_TARGET = re.compile(r"\.states[/\\](\d{6,9})")
TABLE_FILE = re.compile(r"part-(\d{5,9})\.(parquet|jsonl)")


@dataclass(frozen=True, slots=True)
class State:
    """One published state.

    Attributes:
        folder: with a folder for each table.
        number: of the state; 0 where the tables stand in the archive's folder itself, as they did once.
        format: of the tables.
        files: of each table, by their numbers.
        digests: of each file, by its path in the folder: bytes, time of change, SHA-256. Empty where the note
            that says so is gone.
        parts: names and times of change of the parts that went into it.
    """

    folder: Path
    number: int
    format: Format
    files: Mapping[str, Mapping[int, Path]]
    digests: Mapping[str, tuple[int, int, str]] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)

    def of(self, table: str) -> list[Path]:
        """The files of a table, in order."""
        return [path for _, path in sorted(self.files.get(table, {}).items())]

    @property
    def last(self) -> int:
        """The highest number that a file has; -1 where there is none."""
        return max((number for files in self.files.values() for number in files), default=-1)


def current_state(folder: Path) -> State | None:
    """The state that holds; null where a folder has none.

    Raises:
        ArchiveError: what should name the state names something else.
    """
    number = current_number(folder)
    if number is None:
        return _state(folder, 0)
    if number == 0:
        return _state(folder / CURRENT, 0)
    return _state(folder / STATES / f"{number:06}", number)


def latest_state(folder: Path) -> State | None:
    """The newest state that is left where the one that holds is gone."""
    numbers = sorted(
        (int(path.name) for path in _listing(folder / STATES) if path.name.isdecimal()), reverse=True
    )
    found = (_state(folder / STATES / f"{number:06}", number) for number in numbers)
    return next((state for state in found if state), None)


def current_number(folder: Path) -> int | None:
    """The number of the state that holds; 0 where a copy stands in its place, null where none is named."""
    pointer = folder / CURRENT
    if pointer.is_symlink():
        target = str(pointer.readlink())
    elif pointer.is_dir():
        return 0
    elif pointer.is_file():
        target = pointer.read_text("utf-8", "replace").strip()
    else:
        return None
    found = _TARGET.fullmatch(target)
    if found is None:
        raise ArchiveError(str(pointer), "it names no state of the archive", "remove it, and run again")
    return int(found[1])


def _state(folder: Path, number: int) -> State | None:
    listed = {
        name: {
            int(found[1]): path
            for path in _listing(folder / name)
            if (found := TABLE_FILE.fullmatch(path.name))
        }
        for name in TABLES
    }
    digests, parts = _read_note(folder / _NOTE)
    for noted in digests:
        name, _, file = noted.partition("/")
        if found := TABLE_FILE.fullmatch(file):
            listed[name][int(found[1])] = folder / noted
    kinds = {path.suffix[1:] for files in listed.values() for path in files.values()}
    kept = next((each for each in FORMATS if each in kinds), None)
    if kept is None:
        return None
    files = {
        name: {n: path for n, path in found.items() if path.suffix == f".{kept}"}
        for name, found in listed.items()
    }
    return State(folder, number, kept, files, digests, parts)


def _listing(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _read_note(path: Path) -> tuple[dict[str, tuple[int, int, str]], dict[str, int]]:
    """What a state's note says; nothing where it is gone, or says what none of ours would."""
    try:
        note = json.loads(path.read_bytes())
        digests = {str(name): (int(a), int(b), str(c)) for name, (a, b, c) in note["files"].items()}
        parts = {str(name): int(changed) for name, changed in note["parts"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, {}
    sound = all(
        name.partition("/")[0] in TABLES and TABLE_FILE.fullmatch(name.partition("/")[2]) for name in digests
    )
    return (digests, parts) if sound else ({}, {})


def begin(folder: Path, kept: State | None, without: Iterable[Path] = ()) -> Path:
    """A folder for the next state, with the files of this one that are kept."""
    aside = folder / NEXT
    _remove(aside)
    aside.mkdir()
    left_out = set(without)
    for name in TABLES:
        (aside / name).mkdir()
        for path in kept.of(name) if kept else ():
            if path not in left_out:
                _same(path, aside / name / path.name)
    return aside


def commit(folder: Path, old: State | None, parts: Iterable[Path]) -> None:
    """Let the prepared state be the one that holds."""
    aside = folder / NEXT
    files = sorted(path for path in aside.rglob("part-*") if path.is_file())
    kept = old.digests if old else {}
    digests = {}
    for path in files:
        name = f"{path.parent.name}/{path.name}"
        digests[name] = kept.get(name) or digest_of(path)
    note = {"format": 1, "files": digests, "parts": {path.name: path.stat().st_mtime_ns for path in parts}}
    write(aside / _NOTE, json.dumps(note).encode())
    for each in (*(aside / name for name in TABLES), aside):
        sync_folder(each)
    number = _free_number(folder)
    (folder / STATES).mkdir(exist_ok=True)
    aside.rename(folder / STATES / f"{number:06}")
    sync_folder(folder / STATES)
    if old is None:
        _announce(folder)
    point(folder, number)
    show(folder)
    sweep(folder)


def _announce(folder: Path) -> None:
    """Have the links of the tables stand before the first state holds, so that all lead to it at once."""
    for name in TABLES:
        place = folder / name
        if not place.exists():
            _linked(place)  # without links the tables are copied once the state holds


def digest_of(path: Path) -> tuple[int, int, str]:
    """Bytes, time of change in nanoseconds, and SHA-256 of a file."""
    status = path.stat()
    with path.open("rb") as file:
        return status.st_size, status.st_mtime_ns, file_digest(file, "sha256").hexdigest()


def _free_number(folder: Path) -> int:
    taken = [int(path.name) for path in _listing(folder / STATES) if path.name.isdecimal()]
    return max(taken, default=0) + 1


def point(folder: Path, number: int) -> None:
    """Let a state hold, in one step."""
    pointer, draft = folder / CURRENT, folder / f"{CURRENT}.tmp"
    target = f"{STATES}/{number:06}"
    draft.unlink(missing_ok=True)
    try:
        draft.symlink_to(target, target_is_directory=True)
    except (OSError, NotImplementedError):
        write(draft, target.encode())
    if pointer.is_dir() and not pointer.is_symlink():
        _remove(
            pointer
        )  # a copy that followed links; the tables' folders are copies too until they are shown
    draft.replace(pointer)
    sync_folder(folder)


def show(folder: Path) -> None:
    """Let the tables' folders show the state that holds; nothing to do where they are links already."""
    state = current_state(folder)
    if state is None or state.folder == folder:
        return
    for name in TABLES:
        place = folder / name
        if place.is_symlink() and str(place.readlink()) == _leads_to(place):
            continue
        _empty(place)
        if not _linked(place):
            _copy(state.of(name), place)


def _leads_to(place: Path) -> str:
    """Where a table's folder leads."""
    return f"{CURRENT}/{place.name}"


def _linked(place: Path) -> bool:
    """Make a table's folder a link to that of the state that holds; whether the system has links."""
    try:
        place.symlink_to(_leads_to(place), target_is_directory=True)
    except (OSError, NotImplementedError):
        return False
    return True


def _empty(place: Path) -> None:
    """Remove a table's folder, in which nothing else may stand."""
    for path in _listing(place):
        if TABLE_FILE.fullmatch(path.name):
            path.unlink()
    if place.is_dir():
        place.rmdir()


def _copy(files: Iterable[Path], place: Path) -> None:
    place.mkdir(exist_ok=True)
    for path in files:
        _same(path, place / path.name)


def _same(path: Path, target: Path) -> None:
    """The same file under another name; a copy where a system has no such thing."""
    try:
        os.link(path, target)
    except (OSError, NotImplementedError):
        shutil.copy2(path, target)


def sweep(folder: Path) -> None:
    """Remove states that nobody needs: all but the one that holds and the one before."""
    _remove(folder / NEXT)
    number = current_number(folder)
    if not number:
        return
    there = sorted(int(path.name) for path in _listing(folder / STATES) if path.name.isdecimal())
    before = max((each for each in there if each < number), default=number)
    for each in there:
        if each not in (before, number):
            _remove(folder / STATES / f"{each:06}")


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
