"""Without a list, numbered headings that run on through the document are the agenda."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.labelling import Labelling, label
from undocparse.sections.agenda.readings import GROUP_STYLES, TOP_STYLES
from undocparse.sections.agenda.run_in import by_sentence, set_apart
from undocparse.sections.agenda.tree import AgendaList, tree
from undocparse.sections.agenda.words import ListWords

_LONG_HEADING = 420  # characters
_PLAIN_HEADING = 200  # characters of a heading that type does not set apart
_STARTS = 5  # places where the headings may begin that are tried


def from_headings(entries: Sequence[Entry], known: ListWords, *, titled: bool) -> AgendaList | None:
    """The items that headings name; None where fewer than two do.

    Headings may run into the paragraphs below them; where no type shows it, they are looked for last, and
    only in an agenda.

    Args:
        entries: of the whole document.
        known: words of the language.
        titled: whether the document's own title names an agenda.
    """
    headings = [one for entry in entries if (one := _as_heading(entry))]
    found = _best(headings, known)
    if found is None and titled:
        run_in = [one for entry in entries if (one := _as_heading(entry) or by_sentence(entry, known))]
        found = _best(run_in, known)
    return found


def _best(headings: Sequence[Entry], known: ListWords) -> AgendaList | None:
    """The items of the best sequence of headings."""
    for styles, first in ((TOP_STYLES, True), (TOP_STYLES, False), (GROUP_STYLES, True)):
        found: list[Labelling] = []
        for index, entry in enumerate(headings):
            for reading in entry.readings:
                begins = reading.begins if first else index == 0
                if reading.style in styles and begins and len(found) < _STARTS:
                    found.append(label(headings, index, reading, known))
        best = max(found, key=lambda one: one.score, default=None)
        nodes = tree(headings, best) if best else []
        if len(nodes) > 1:
            return AgendaList(nodes, from_headings=True)
    return None


def _as_heading(entry: Entry) -> Entry | None:
    """The entry, or its beginning, as a heading; None where it is none."""
    if not entry.readings:
        return None
    if entry.block.ends_sentence and (run_in := set_apart(entry)):
        return run_in
    return entry if _looks_like_heading(entry) else None


def _looks_like_heading(entry: Entry) -> bool:
    if not entry.readings or not entry.text or entry.breaks > 1 or len(entry.text) > _LONG_HEADING:
        return False
    if entry.block.bold or entry.readings[0].style == "item" or entry.text.isupper():
        return True
    return (
        len(entry.text) < _PLAIN_HEADING and not entry.block.ends_sentence
    )  # numbered paragraphs end in a stop
