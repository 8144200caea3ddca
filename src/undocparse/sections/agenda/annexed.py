"""The agenda in the annex of a letter, or in a resolution or decision that adopts it.

Documents of other kinds have hundreds of pages, and most have no agenda: their lines are asked for a heading
of one first, and blocks are made only of what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.pages import Layout, Line
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header
from undocparse.model.place import Where
from undocparse.sections.agenda.candidates import Head
from undocparse.sections.agenda.find import find_agenda
from undocparse.sections.agenda.parting import documents_apart
from undocparse.sections.agenda.tree import AgendaList
from undocparse.sections.agenda.words import ListWords, list_words

_ABOVE = 8  # lines: how far above the heading of the list that of the annex may stand
_STRETCH = 2500  # lines: 180 items on twelve pages are 700 (A/80/150), and documents may stand between
_FIRST = re.compile(r"\(?\d{1,3}[.)]?(?:\s|$)|\(?a\)\s|I\.\s|.{1,300}\[\d{1,3}\]$")
_BELOW = 6  # lines: how far below its heading the list begins
_ADOPTED = re.compile(r"(?:^|/)(?:RES|DEC)(?:/|$)")


def find_annexed(
    lines: Sequence[Line], layout: Layout, header: Header, language: str
) -> tuple[AgendaList | None, list[Block], list[Diagnostic]]:
    """The agenda that a document of another kind carries, the blocks from its heading on, and its place.

    Args:
        lines: below the masthead.
        layout: where they come from.
        header: its title and symbol tell whether the document may carry an agenda.
        language: BCP 47 subtag.
    """
    known = list_words(language)
    if header.title and known.report.match(header.title):
        return None, [], []
    adopted = bool(_ADOPTED.search(header.symbol or "") or known.adopted.match(header.title or ""))
    for index, line in enumerate(lines):
        if not _heads_agenda(line, known) or not (adopted or _below_annex(lines, index, known)):
            continue
        if not any(_begins_list(below, known) for below in lines[index + 1 : index + 1 + _BELOW]):
            continue
        blocks = documents_apart(blocks_of(lines[index : index + _STRETCH], layout), language)
        found, doubts = find_agenda(blocks, language, least=Head.LIST)
        if found is not None and found.first == 0:
            return found, blocks, [_said(line), *doubts]
    return None, [], []


def _said(line: Line) -> Diagnostic:
    return Diagnostic(
        code="agenda-in-annex",
        severity="info",
        message=f"The document is no agenda: it carries the one on page {line.page}.",
        where=Where(section="agenda", page=line.page),
    )


def _begins_list(line: Line, known: ListWords) -> bool:
    printed = f"{line.label} " if line.label else line.text
    return _FIRST.match(printed) is not None or known.item.match(printed) is not None


def _heads_agenda(line: Line, known: ListWords) -> bool:
    """Whether a line is only the heading of a list; "Agenda and documentation" or a sentence is none."""
    match = known.heading.match(line.text)
    return match is not None and known.heading_tail.fullmatch(line.text, match.end()) is not None


def _below_annex(lines: Sequence[Line], index: int, known: ListWords) -> bool:
    return any(known.annex.match(line.text) for line in lines[max(index - _ABOVE, 0) : index])
