"""Reads the agenda out of a made-up text."""

from __future__ import annotations

from undocparse.layout.blocks import blocks_of
from undocparse.readers import load, read
from undocparse.sections.agenda import AgendaList, documents_apart, find_agenda


def agenda_in(
    text: str, name: str = "agenda.txt", *, language: str = "en", titled: bool = True
) -> AgendaList | None:
    """The agenda of a text; the ending of the name says in which format the text is."""
    layout = read(load(text.encode(), name=name))
    blocks = documents_apart(blocks_of(list(layout.lines), layout), language)
    return find_agenda(blocks, language, titled=titled)[0]


def rows_of(agenda: AgendaList | None) -> list[str]:
    """Each item as "key title", in document order."""
    return [f"{item.key} {item.title}" for item in agenda.agenda().walk()] if agenda else []
