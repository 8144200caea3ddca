"""The document as JSON, for people on many lines and for programs on one."""

from __future__ import annotations

from undocparse.model.document import Document


def to_json(document: Document) -> str:
    """The whole document, a line for each value, with a line end at its end."""
    return document.to_json(indent=1) + "\n"


def to_line(document: Document) -> str:
    """The whole document on one line, with its line end: files of these can be joined (JSON Lines)."""
    return document.to_json() + "\n"
