"""Every string of the model that may hold references, and back: where in the model a reference stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.ledger import Ledger
from undocparse.model import Agenda, AgendaItem, Annotation, Footnote, Header, Reference
from undocparse.references import Passage
from undocparse.sections.annotations.documentation import sentences
from undocparse.sections.body import Body

_BROKEN = "-\u00ad\u2010"  # what a line may lose at its end when the next one is joined to it


class _Stretch(NamedTuple):
    """A line inside a paragraph: where it begins there, and where in the model it stands."""

    start: int
    text: str
    page: int
    path: str


class Passages:
    """The strings of one document.

    Paragraphs that no section has are read as a whole, since references run over lines; the model has them
    line by line.

    Args:
        header: its notes are strings of their own.
        body: what the sections have.
        footnotes: in document order.
        ledger: knows which lines no section has.
    """

    def __init__(self, header: Header, body: Body, footnotes: Sequence[Footnote], ledger: Ledger) -> None:
        self._stretches: dict[str, list[_Stretch]] = {}
        self.all = [
            *_of_sections(header, body),
            *(
                Passage(note.text, "footnotes", (), note.page, f"/footnotes/{i}/text")
                for i, note in enumerate(footnotes)
            ),
            *self._left_over(ledger),
        ]

    def _left_over(self, ledger: Ledger) -> Iterator[Passage]:
        lines = [line for line in ledger.free() if line.text.strip()]
        paths = {line.number: f"/unassigned/{i}" for i, line in enumerate(lines)}
        for block in blocks_of(lines, ledger.layout):
            path = paths[block.first.number]
            if block.text != block.first.text:
                self._stretches[path] = list(_stretches(block, paths))
            yield Passage(block.text, "unassigned", (), block.page, path)

    def placed(self, reference: Reference) -> Reference:
        """The reference with its characters counted in the model; none where it runs over lines."""
        where = reference.where
        stretches = self._stretches.get(where.path or "")
        if stretches is None or where.start is None or where.end is None:
            return reference
        last = bisect_right(stretches, where.start, key=lambda line: line.start) - 1
        if last >= 0:
            line = stretches[last]
            start, end = where.start - line.start, where.end - line.start
            if line.text[start:end] == reference.text:
                update = {"path": line.path, "start": start, "end": end, "page": line.page}
                return reference.model_copy(update={"where": where.model_copy(update=update)})
        update = {"path": None, "start": None, "end": None}
        return reference.model_copy(update={"where": where.model_copy(update=update)})


def _stretches(block: Block, paths: dict[int, str]) -> Iterator[_Stretch]:
    place = 0
    for line in block.lines:
        for kept in (line.text, line.text.rstrip(_BROKEN)):
            if (start := block.text.find(kept, place)) >= 0:
                yield _Stretch(start, line.text, line.page, paths[line.number])
                place = start + len(kept)
                break


def _of_sections(header: Header, body: Body) -> Iterator[Passage]:
    for i, note in enumerate(header.notes):
        yield Passage(note, "header", (), 1, f"/header/notes/{i}")
    for path, item in _titled(body.agenda):
        page = item.place.page if item.place else None
        yield Passage(item.title, "agenda", (item.key,), page, path)
    for a, annotation in enumerate(body.annotations):
        yield from _of_annotation(annotation, f"/annotations/{a}")
    for g, grid in enumerate(body.grids):
        for c, cell in enumerate(grid.cells):
            if cell.column < len(grid.roles) and grid.roles[cell.column] == "documents":
                yield Passage(cell.text, "timetable", (), cell.page, f"/timetable_grids/{g}/cells/{c}/text")
    for s, sitting in enumerate(body.timetable):
        for e, entry in enumerate(sitting.entries):
            page = entry.place.page if entry.place else None
            yield Passage(entry.title, "timetable", entry.items, page, f"/timetable/{s}/entries/{e}/title")


def _titled(agenda: Agenda) -> Iterator[tuple[str, AgendaItem]]:
    stack = [(f"/agenda/{i}", item) for i, item in enumerate(agenda)][::-1]
    while stack:
        path, item = stack.pop()
        yield f"{path}/title", item
        stack.extend([(f"{path}/items/{i}", child) for i, child in enumerate(item.items)][::-1])


def _of_annotation(annotation: Annotation, path: str) -> Iterator[Passage]:
    items = annotation.items
    for i, paragraph in enumerate(annotation.paragraphs):
        where = f"{path}/paragraphs/{i}/text"
        yield Passage(paragraph.text, "annotations", items, paragraph.page, where)
    seen = {sentence for paragraph in annotation.paragraphs for sentence in sentences(paragraph.text)}
    for i, listed in enumerate(annotation.documents):
        # an entry with two symbols is two documents and one text; a sentence is read with its paragraph
        if listed.text not in seen:
            seen.add(listed.text)
            yield Passage(listed.text, "annotations", items, listed.page, f"{path}/documents/{i}/text")
