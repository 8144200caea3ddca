"""The document as JSON, for people on many lines and for programs on one."""

from __future__ import annotations

import json
from typing import Any

from undocparse.model.document import Document

_GEOMETRY = {"box", "boxes", "places", "timetable_grids"}
"""Fields that hold where texts stand on the page and nothing else; all of them have defaults."""


def to_json(document: Document) -> str:
    """The whole document, a line for each value, with a line end at its end."""
    return document.to_json(indent=1) + "\n"


def to_line(document: Document) -> str:
    """The whole document on one line, with its line end: files of these can be joined (JSON Lines)."""
    return document.to_json() + "\n"


def without_geometry(document: Document, *, indent: int | None = None) -> str:
    """The document without boxes, places of the masthead and grids of timetables: a third shorter or more.

    Pages stay. `Document.from_json` reads it, and finds no geometry in it.

    Args:
        document: as it was read.
        indent: blanks before the values of a level; null for one line.
    """
    return json.dumps(_bare(document.model_dump(mode="json")), ensure_ascii=False, indent=indent)


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items() if name not in _GEOMETRY}
    if isinstance(value, list):
        return [_bare(part) for part in value]
    return value
