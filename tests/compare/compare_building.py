"""Versions of the fixtures, each read once, and changed copies of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import undocparse
from undocparse import Document

DOCS = Path(__file__).parents[2] / "fixtures" / "docs"


@cache
def version(name: str) -> Document:
    return undocparse.parse(DOCS / name)


def changed(document: Document, change: Callable[[dict[str, Any]], object]) -> Document:
    whole = document.to_dict()
    change(whole)
    return Document.model_validate(whole)


def annotated(language: str, *paragraphs: str, **fields: Any) -> Document:
    """A document of one item with these paragraphs."""
    source = {"name": language, "sha256": language, "media_type": "text/plain", "pages": 1, "reader": "text"}
    whole = {
        "source": source,
        "language": language,
        "agenda": [{"key": "1", "title": "Lanterns"}],
        "annotations": [
            {"items": ["1"], "heading": "1", "paragraphs": [{"text": text} for text in paragraphs], **fields}
        ],
    }
    return Document.model_validate(whole)
