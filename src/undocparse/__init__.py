"""Reads United Nations meeting agendas into one object model.

import undocparse

document = undocparse.parse("agenda.pdf")
for item in document.agenda.walk():
    print(item.key, item.title)
"""

from __future__ import annotations

from importlib import import_module as _import
from typing import TYPE_CHECKING
from typing import Any as _Any

from undocparse.version import __version__

if TYPE_CHECKING:
    from undocparse import errors, symbols
    from undocparse.archive.archive import Archive, open_archive
    from undocparse.archive.run import batch
    from undocparse.limits import Limits
    from undocparse.model import (
        Agenda,
        AgendaItem,
        Annotation,
        Chunk,
        Citation,
        Contact,
        Diagnostic,
        Document,
        Entry,
        Header,
        ItemView,
        ListedDocument,
        Paragraph,
        Reference,
        Session,
        Sitting,
        Table,
        Timetable,
    )
    from undocparse.pipeline import parse

__all__ = [
    "Agenda",
    "AgendaItem",
    "Annotation",
    "Archive",
    "Chunk",
    "Citation",
    "Contact",
    "Diagnostic",
    "Document",
    "Entry",
    "Header",
    "ItemView",
    "Limits",
    "ListedDocument",
    "Paragraph",
    "Reference",
    "Session",
    "Sitting",
    "Table",
    "Timetable",
    "__version__",
    "batch",
    "errors",
    "open_archive",
    "parse",
    "symbols",
]

_HOMES = {
    "Archive": "undocparse.archive.archive",
    "Limits": "undocparse.limits",
    "batch": "undocparse.archive.run",
    "open_archive": "undocparse.archive.archive",
    "parse": "undocparse.pipeline",
}
_MODULES = ("errors", "symbols")


def __getattr__(name: str) -> _Any:
    """Load what is asked for only then, so that `import undocparse` stays light."""
    if name in _MODULES:
        return _import(f"undocparse.{name}")
    if name in __all__:
        return getattr(_import(_HOMES.get(name, "undocparse.model")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
