"""Without a list, numbered headings that run on through the document are the agenda."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.labelling import Labelling, label
from undocparse.sections.agenda.readings import TOP_STYLES
from undocparse.sections.agenda.tree import AgendaList, tree
from undocparse.sections.agenda.words import ListWords

_LONG_HEADING = 420  # characters


def from_headings(entries: Sequence[Entry], known: ListWords) -> AgendaList | None:
    """The items that headings name; None where fewer than two do.

    Args:
        entries: of the whole document.
        known: words of the language.
    """
    headings = [entry for entry in entries if _looks_like_heading(entry)]
    found: list[Labelling] = []
    for index, entry in enumerate(headings):
        for reading in entry.readings:
            if reading.style in TOP_STYLES and reading.value == 1 and len(found) < 5:
                found.append(label(headings, index, reading, known))
    best = max(found, key=lambda one: one.score, default=None)
    if best is None:
        return None
    nodes = tree(headings, best)
    return AgendaList(nodes, from_headings=True) if len(nodes) > 1 else None


def _looks_like_heading(entry: Entry) -> bool:
    if not entry.readings or not entry.text or entry.breaks > 1 or len(entry.text) > _LONG_HEADING:
        return False
    return entry.block.bold or entry.readings[0].style == "item" or entry.text.isupper()
