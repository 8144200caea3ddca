"""Gold files: what they may say, and a refusal that names the place where one is malformed."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]
HEADER_FIELDS = (
    "symbol", "language", "distribution", "date", "original_languages", "job_number", "organ", "body",
    "session", "place", "starts", "ends", "title", "other_symbols", "agenda_items", "author",
)  # fmt: skip
TOP = {"file", "files", "document_type", "header", "agenda", "annotations", "timetable", "references", "note"}
TYPES = {
    "preliminary_list", "provisional_agenda", "annotated_agenda", "agenda", "organization_of_work", "other",
}  # fmt: skip
KINDS = {"document", "decision", "resolution", "article", "rule", "recommendation"}
DATES = {"date", "starts", "ends"}
KEY = re.compile(r"[0-9A-Z]+(\.[0-9a-z]+)*")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
START = 60
"""Paragraphs are given by so many characters at most."""


class GoldError(Exception):
    """A gold file that cannot be trusted; the message names file, place and fault."""


@dataclass(frozen=True)
class Gold:
    """One document in one format, and what a careful reader finds in it."""

    path: Path
    document: Path
    data: Json


def load_all(folder: Path, documents: Path) -> list[Gold]:
    """Every gold document below `folder`, one for each file that it is about.

    Raises:
        GoldError: a file is malformed, or names a document that is not there.
    """
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        data = read_gold(path)
        for name in data.get("files") or [data["file"]]:
            if not (documents / name).is_file():
                raise GoldError(f"{path.name}: no document {name!r} in {documents}")
            found.append(Gold(path, documents / name, data))
    return found


def read_gold(path: Path) -> Json:
    """One gold file, checked.

    Raises:
        GoldError: with every fault found.
    """
    try:
        data = json.loads(path.read_text("utf-8"), object_pairs_hook=_no_twice)
    except ValueError as error:
        raise GoldError(f"{path.name}: {error}") from error
    if faults := list(_faults(data)):
        raise GoldError("\n".join(f"{path.name}: {fault}" for fault in faults))
    return dict(data)


def _no_twice(pairs: list[tuple[str, Any]]) -> Json:
    found: Json = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"field {name!r} stands twice in one object")
        found[name] = value
    return found


def _faults(data: Any) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "not an object"
        return
    yield from _fields(data, TOP, {"file"}, "top")
    if data.get("document_type", "other") not in TYPES:
        yield f"document_type: {data['document_type']!r} is none of {sorted(TYPES)}"
    if "files" in data and data.get("file") not in data["files"]:
        yield "files: does not have the one named in `file`"
    yield from _header(data.get("header", {}))
    keys: list[str] = []
    yield from _agenda(data.get("agenda", []), "", keys)
    known = set(keys) if "agenda" in data and keys else None
    yield from _annotations(data.get("annotations", []), known)
    yield from _timetable(data.get("timetable", []), known)
    yield from _references(data.get("references", []))


def _fields(part: Any, allowed: set[str], needed: set[str], where: str) -> Iterator[str]:
    if not isinstance(part, dict):
        yield f"{where}: not an object"
        return
    for name in sorted(set(part) - allowed):
        yield f"{where}: unknown field {name!r}"
    for name in sorted(needed - set(part)):
        yield f"{where}: field {name!r} is missing"


def _date(value: Any, where: str) -> Iterator[str]:
    try:
        if value is not None and datetime.date.fromisoformat(value).isoformat() != value:
            yield f"{where}: {value!r} is not an ISO 8601 date"
    except (TypeError, ValueError):
        yield f"{where}: {value!r} is not an ISO 8601 date"


def _header(header: Any) -> Iterator[str]:
    yield from _fields(header, set(HEADER_FIELDS), set(), "header")
    for name in DATES & set(header):
        yield from _date(header[name], f"header.{name}")
    for name in {"other_symbols", "agenda_items", "original_languages"} & set(header):
        if not isinstance(header[name], list):
            yield f"header.{name}: not a list"


def _agenda(items: Any, parent: str, seen: list[str]) -> Iterator[str]:
    for item in items:
        yield from _fields(item, {"key", "title", "items", "group", "label"}, {"key", "title"}, "agenda")
        key = item.get("key", "")
        if not KEY.fullmatch(key):
            yield f"agenda: {key!r} is no item key"
        if parent and not key.startswith(f"{parent}."):
            yield f"agenda: {key!r} stands below {parent!r}"
        if key in seen:
            yield f"agenda: {key!r} stands twice"
        if not item.get("title"):
            yield f"agenda: {key!r} has no title"
        seen.append(key)
        yield from _agenda(item.get("items", []), key, seen)


def _known(items: Any, known: set[str] | None, where: str) -> Iterator[str]:
    for key in items:
        if known is not None and key not in known:
            yield f"{where}: item {key!r} is not in the agenda"


def _annotations(annotations: Any, known: set[str] | None) -> Iterator[str]:
    allowed = {"items", "heading", "paragraphs", "documents", "action"}
    for at, annotation in enumerate(annotations):
        where = f"annotations[{at}]"
        yield from _fields(annotation, allowed, {"items", "paragraphs"}, where)
        yield from _known(annotation.get("items", []), known, where)
        for text in annotation.get("paragraphs", []):
            if not isinstance(text, str) or not text.strip() or len(text) > START:
                yield f"{where}: {text!r} is no paragraph start of 1 to {START} characters"
        for name in annotation.get("documents", []):
            if not isinstance(name, str) or not name.strip():
                yield f"{where}: {name!r} is neither symbol nor title"


def _timetable(sittings: Any, known: set[str] | None) -> Iterator[str]:
    for at, sitting in enumerate(sittings):
        where = f"timetable[{at}]"
        yield from _fields(
            sitting, {"date", "starts", "ends", "track", "entries"}, {"date", "entries"}, where
        )
        yield from _date(sitting.get("date"), f"{where}.date")
        for name in ("starts", "ends"):
            value = sitting.get(name)
            if value is not None and not TIME.fullmatch(str(value)):
                yield f"{where}.{name}: {value!r} is not HH:MM"
        for entry in sitting.get("entries", []):
            needed = {"items", "title", "continued"}
            yield from _fields(entry, needed, needed, where)
            yield from _known(entry.get("items", []), known, where)
            if not isinstance(entry.get("continued"), bool):
                yield f"{where}: `continued` is neither true nor false"


def _references(references: Any) -> Iterator[str]:
    seen = set()
    for at, reference in enumerate(references):
        where = f"references[{at}]"
        yield from _fields(reference, {"kind", "number", "body", "pinpoint"}, {"kind", "number"}, where)
        if reference.get("kind") not in KINDS:
            yield f"{where}: {reference.get('kind')!r} is none of {sorted(KINDS)}"
        values = tuple(reference.get(name) for name in ("kind", "number", "body", "pinpoint"))
        if values in seen:
            yield f"{where}: {values} stands twice"
        seen.add(values)
