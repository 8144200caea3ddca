"""parse() as a table of contents: read, find the language, set furniture apart, segment, refer, check."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from undocparse.checks.timetable import check_timetable
from undocparse.languages import LANGUAGES
from undocparse.languages.detect import detect
from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.footnotes import take_footnotes
from undocparse.layout.furniture import claim_furniture
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout
from undocparse.model import (
    Agenda,
    AgendaItem,
    Annotation,
    Diagnostic,
    Document,
    Footnote,
    Header,
    Reference,
    Timetable,
    TimetableGrid,
)
from undocparse.model.document import Source
from undocparse.readers import MAX_BYTES, Readable, load, read
from undocparse.references import Meeting, Passage, read_references
from undocparse.sections.agenda import AgendaList, find_agenda
from undocparse.sections.alignment import align
from undocparse.sections.annotations import read_annotations
from undocparse.sections.document_type import document_type
from undocparse.sections.masthead import read_masthead
from undocparse.sections.timetable import find_timetable, read_timetable
from undocparse.sections.timetable.headings import claim_headings


@dataclass(frozen=True)
class KeptLayout:
    """What `parse(..., keep_layout=True)` keeps: pages of lines, and who claimed them."""

    layout: Layout
    ledger: Ledger


@dataclass(slots=True)
class _Body:
    """What is read of a meeting document below its masthead; empty for documents of other kinds."""

    agenda: Agenda = field(default_factory=Agenda)
    annotations: tuple[Annotation, ...] = ()
    timetable: Timetable = field(default_factory=Timetable)
    grids: tuple[TimetableGrid, ...] = ()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Stop collecting cycles: all objects of a document live until it is read, and are walked over in vain.

    Over a long document the walks would take a fifth of the time, and more with each page.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_collector_at_rest()
def parse(
    source: Readable, *, name: str | None = None, keep_layout: bool = False, max_bytes: int = MAX_BYTES
) -> Document:
    """Read one document.

    Args:
        source: path, bytes, or binary file.
        name: what to call the source in the result and in errors.
        keep_layout: keep pages, lines and their owners in `Document.layout`.
        max_bytes: larger sources are refused.

    Returns:
        The document. What is doubtful or was mended is in its `diagnostics`.

    Raises:
        UndocparseError: the source cannot be read; the subclass says why, the error what to do.
    """
    loaded = load(source, name=name, max_bytes=max_bytes)
    layout = read(loaded)
    ledger = Ledger(layout)
    language, diagnostics = detect(layout)
    claim_furniture(layout, ledger)
    footnotes = take_footnotes(layout, ledger)
    header, doubts = read_masthead(layout, ledger, language, footnotes)
    kind = document_type(header, layout, language)
    body, found = _Body(), list[Diagnostic]()
    if kind != "other":
        body, found = _read_body(layout, ledger, header, _with_data(language))
    references, opened = _read_references(header, body, footnotes, ledger, language)
    document = Document(
        source=Source(
            name=loaded.name,
            sha256=loaded.sha256,
            media_type=layout.media_type,
            pages=len(layout.pages),
            reader=layout.reader,
        ),
        document_type=kind,
        language=language,
        header=header,
        agenda=body.agenda,
        annotations=body.annotations,
        timetable=body.timetable,
        timetable_grids=body.grids,
        footnotes=tuple(footnotes),
        references=references,
        diagnostics=(*layout.diagnostics, *diagnostics, *doubts, *found, *opened),
        unassigned=tuple(line.text for line in ledger.free() if line.text.strip()),
    )
    if keep_layout:
        document._layout = KeptLayout(layout, ledger)
    return document


def _with_data(language: str) -> str:
    """The language, or one with a data file where it has none: numbers and symbols are read all the same."""
    return language if language in LANGUAGES else LANGUAGES[0]


def _read_body(
    layout: Layout, ledger: Ledger, header: Header, language: str
) -> tuple[_Body, list[Diagnostic]]:
    """The agenda with its annotations, and the timetable, which is set apart first."""
    region = find_timetable(layout, ledger, header, language)
    claim_headings(layout, ledger)
    blocks = blocks_of(ledger.free(), layout)
    found, diagnostics = find_agenda(blocks, language)
    body = _Body(agenda=found.agenda() if found else Agenda())
    body.annotations = _annotate(found or AgendaList([]), blocks, ledger, language)
    if region is not None:
        agenda = body.agenda if len(body.agenda) else None
        body.timetable, body.grids, doubts = read_timetable(region, agenda, header, language)
        diagnostics = [*diagnostics, *doubts, *check_timetable(body.timetable, agenda, header)]
    return body, diagnostics


def _annotate(
    found: AgendaList, blocks: list[Block], ledger: Ledger, language: str
) -> tuple[Annotation, ...]:
    """Read the annotations, and claim them and the list.

    Where headings stood in for the list they head the annotations too; an agenda without annotations keeps
    its prose as an introduction.
    """
    nodes = list(found.walk())
    before, after = blocks[: found.first], blocks[found.last :]
    headings = align(nodes, after, language)
    annotations, taken = read_annotations(headings, after, before, language)
    for block in found.blocks:
        ledger.claim(block.lines, "agenda")
    for block in taken:
        ledger.claim(block.lines, "annotations")
    return annotations


def _read_references(
    header: Header, body: _Body, footnotes: list[Footnote], ledger: Ledger, language: str
) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    meeting = Meeting(language, header.symbol, header.organ, header.body, header.title)
    findings = read_references(list(_passages(header, body, footnotes, ledger)), meeting)
    opened = [
        Diagnostic(
            code="reference-open",
            severity="info",
            message=f"It is not certain what “{reference.text}” points at.",
            where=reference.where,
        )
        for reference in findings.open
    ]
    return tuple(_placed(reference) for reference in findings.references), opened


def _placed(reference: Reference) -> Reference:
    """Characters are counted only in strings of the model."""
    if reference.where.path:
        return reference
    where = reference.where.model_copy(update={"path": None, "start": None, "end": None})
    return reference.model_copy(update={"where": where})


def _passages(header: Header, body: _Body, footnotes: list[Footnote], ledger: Ledger) -> Iterator[Passage]:
    """Every string of the model that may hold references, in document order."""
    for i, note in enumerate(header.notes):
        yield Passage(note, "header", (), 1, f"/header/notes/{i}")
    for path, item in _titled(body.agenda):
        page = item.place.page if item.place else None
        yield Passage(item.title, "agenda", (item.key,), page, path)
    for a, annotation in enumerate(body.annotations):
        yield from _annotation_passages(annotation, f"/annotations/{a}")
    for g, grid in enumerate(body.grids):
        for c, cell in enumerate(grid.cells):
            if cell.column < len(grid.roles) and grid.roles[cell.column] == "documents":
                yield Passage(cell.text, "timetable", (), cell.page, f"/timetable_grids/{g}/cells/{c}/text")
    for s, sitting in enumerate(body.timetable):
        for e, entry in enumerate(sitting.entries):
            page = entry.place.page if entry.place else None
            yield Passage(entry.title, "timetable", entry.items, page, f"/timetable/{s}/entries/{e}/title")
    for i, footnote in enumerate(footnotes):
        yield Passage(footnote.text, "footnotes", (), footnote.page, f"/footnotes/{i}/text")
    yield from _unassigned_passages(ledger)


def _unassigned_passages(ledger: Ledger) -> Iterator[Passage]:
    """Paragraphs that no section has; only one of a single line is a string of the model, and has a path."""
    lines = [line for line in ledger.free() if line.text.strip()]
    places = {line.number: f"/unassigned/{i}" for i, line in enumerate(lines)}
    for block in blocks_of(lines, ledger.layout):
        path = places[block.first.number] if len(block.lines) == 1 and block.text == block.first.text else ""
        yield Passage(block.text, "unassigned", (), block.page, path)


def _titled(agenda: Agenda) -> Iterator[tuple[str, AgendaItem]]:
    stack = [(f"/agenda/{i}", item) for i, item in enumerate(agenda)][::-1]
    while stack:
        path, item = stack.pop()
        yield f"{path}/title", item
        stack.extend([(f"{path}/items/{i}", child) for i, child in enumerate(item.items)][::-1])


def _annotation_passages(annotation: Annotation, path: str) -> Iterator[Passage]:
    items = annotation.items
    for i, paragraph in enumerate(annotation.paragraphs):
        where = f"{path}/paragraphs/{i}/text"
        yield Passage(paragraph.text, "annotations", items, paragraph.page, where)
    seen: set[str] = set()
    for i, listed in enumerate(annotation.documents):
        if listed.text not in seen:  # an entry with two symbols is two documents and one text
            seen.add(listed.text)
            yield Passage(listed.text, "annotations", items, listed.page, f"{path}/documents/{i}/text")
