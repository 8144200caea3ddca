"""Reads United Nations meeting agendas into one object model.

import undocparse

document = undocparse.parse("agenda.pdf")
for item in document.agenda.walk():
    print(item.key, item.title)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from undocparse import errors
    from undocparse.archive.archive import Archive, open_archive
    from undocparse.archive.run import batch
    from undocparse.limits import Limits
    from undocparse.model import Document
    from undocparse.pipeline import parse

__all__ = ["Archive", "Document", "Limits", "batch", "errors", "open_archive", "parse"]

_HOMES = {
    "Archive": "undocparse.archive.archive",
    "Document": "undocparse.model",
    "Limits": "undocparse.limits",
    "batch": "undocparse.archive.run",
    "open_archive": "undocparse.archive.archive",
    "parse": "undocparse.pipeline",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for only then, so that `import undocparse` stays light."""
    if name == "errors":
        return import_module("undocparse.errors")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
