"""parse() as a table of contents: read, find the language, set furniture apart, segment, refer, check."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from undocparse.checks import check
from undocparse.checks.evidence import Evidence
from undocparse.isolation import parse_apart
from undocparse.languages import FALLBACK, LANGUAGES
from undocparse.languages.detect import detect
from undocparse.layout.blocks import blocks_of
from undocparse.layout.footnotes import take_footnotes
from undocparse.layout.furniture import claim_furniture
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout
from undocparse.layout.tables import find_tables
from undocparse.limits import Budget, Limits
from undocparse.model import (
    Agenda,
    Diagnostic,
    Document,
    Footnote,
    Header,
    Reference,
)
from undocparse.model.document import DocumentType, Source
from undocparse.passages import Passages
from undocparse.readers import Readable, load, read
from undocparse.readers import Source as Loaded
from undocparse.readers.addresses import is_address, load_address
from undocparse.readers.pdf_engine import EnginePanic
from undocparse.readers.sniff import OWN_MARKUP
from undocparse.references import Meeting, read_references
from undocparse.references.masthead_keys import with_keys
from undocparse.sections.agenda import AgendaList, documents_apart, find_agenda, find_annexed
from undocparse.sections.annotated import annotate, annotate_annexed
from undocparse.sections.annotations import Around, around_of
from undocparse.sections.body import Body
from undocparse.sections.document_type import document_type
from undocparse.sections.masthead import read_masthead
from undocparse.sections.tables import table_reader, table_words
from undocparse.sections.timetable import find_timetable, read_timetable
from undocparse.sections.timetable.headings import claim_headings
from undocparse.version import __version__


@dataclass(frozen=True)
class KeptLayout:
    """What `parse(..., keep_layout=True)` keeps: pages of lines, and who claimed them."""

    layout: Layout
    ledger: Ledger


_HEAD = 2000  # bytes; a file of markup names its namespaces there


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


def parse(  # noqa: PLR0913 - what one may ask for
    source: Readable,
    *,
    name: str | None = None,
    keep_layout: bool = False,
    max_bytes: int | None = None,
    limits: Limits | None = None,
    isolate: bool = False,
) -> Document:
    """Read one document.

    Args:
        source: path, bytes, or binary file; or an address (`https://…`), which needs the extra `web`.
        name: what to call the source in the result and in errors.
        keep_layout: keep pages, lines and their owners in `Document.layout`.
        max_bytes: larger sources are refused; `limits.bytes` where not given.
        limits: how much is read of a source, and how long; those of `Limits()` where not given.
        isolate: read it in a process of its own, which may die: that is an error then, and nothing of the
            engines stays in this one. The first reading starts an interpreter; each costs about a tenth of a
            second. A layout cannot be kept.

    Returns:
        The document. What is doubtful or was mended is in its `diagnostics`.

    Raises:
        UndocparseError: the source cannot be read; the subclass says why, the error what to do.
        ValueError: a layout is to be kept of what is read in another process.
    """
    limits = limits or Limits()
    most = limits.bytes if max_bytes is None else max_bytes
    if isinstance(source, str) and is_address(source):
        source = load_address(source, replace(limits, bytes=most), name=name)
    if isolate:
        if keep_layout:
            raise ValueError("keep_layout and isolate exclude each other: a layout stays where it was read")
        return parse_apart(source, name=name, max_bytes=most, limits=limits)
    loaded = load(source, name=name, max_bytes=most)
    try:
        return parse_here(
            loaded, Budget(limits, loaded.origin, apart=not keep_layout), keep_layout=keep_layout
        )
    except EnginePanic:  # a fresh process gives the same answer every time, whatever was read here before
        return parse_apart(loaded, limits=limits)


@_collector_at_rest()
def parse_here(loaded: Loaded, budget: Budget, *, keep_layout: bool = False) -> Document:
    """The document, read in this process, as `parse` says.

    Args:
        loaded: its bytes.
        budget: how much of it may be read.
        keep_layout: as for `parse`.

    Raises:
        UndocparseError: as `parse`.
        EnginePanic: an engine broke down, and `budget.apart` says that another process can read it.
    """
    head = loaded.data[:_HEAD]
    if b"<akomaNtoso" in head and OWN_MARKUP.encode() in head:
        from undocparse.exports.akn import from_akn  # noqa: PLC0415 - rarely needed

        return from_akn(loaded.data, name=loaded.name)
    document, layout, ledger = _read(loaded, budget)
    doubtful = check(Evidence(document, layout, ledger, _with_data(document.language or "")))
    found = (*document.diagnostics, *doubtful, *budget.diagnostics())
    document = document.model_copy(update={"diagnostics": found})
    if keep_layout:
        document._layout = KeptLayout(layout, ledger)
    return document


def _read(loaded: Loaded, budget: Budget) -> tuple[Document, Layout, Ledger]:
    """The document with what it was read from, before anything is weighed against the rest.

    The time is asked for before each step that may be long.
    """
    layout = read(loaded, budget)
    budget.check()
    ledger = Ledger(layout)
    language, diagnostics = (layout.language, []) if layout.language else detect(layout)
    claim_furniture(layout, ledger)
    footnotes = take_footnotes(layout, ledger)
    budget.check()
    layout.tables = find_tables(layout, ledger.free(), table_words(_with_data(language)))
    masthead, doubts = (
        (layout.masthead, []) if layout.masthead else read_masthead(layout, ledger, language, footnotes)
    )
    header = with_keys(masthead, _with_data(language))
    kind = document_type(header, layout, language)
    budget.check()
    body, found = _read_body(layout, ledger, header, _with_data(language), kind)
    budget.check()
    references, opened = _read_references(header, body, footnotes, ledger, language)
    document = Document(
        source=Source(
            name=loaded.name,
            sha256=loaded.sha256,
            media_type=layout.media_type,
            pages=len(layout.pages),
            reader=layout.reader,
            program=f"undocparse {__version__}",
        ),
        document_type=kind,
        language=language,
        header=header,
        agenda=body.agenda,
        annotations=body.annotations,
        timetable=body.timetable,
        timetable_grids=body.grids,
        tables=table_reader(layout, ledger, header, _with_data(language), kind).read(layout.tables),
        footnotes=tuple(footnotes),
        references=references,
        diagnostics=(*layout.diagnostics, *diagnostics, *doubts, *found, *opened),
        unassigned=tuple(line.text for line in ledger.free() if line.text.strip()),
    )
    budget.check()
    return document, layout, ledger


def _with_data(language: str) -> str:
    """The language, or one with a data file where it has none: numbers and symbols are read all the same."""
    return language if language in LANGUAGES else FALLBACK


def _read_body(
    layout: Layout, ledger: Ledger, header: Header, language: str, kind: DocumentType
) -> tuple[Body, list[Diagnostic]]:
    """The agenda with its annotations, and the timetable, which is set apart first.

    A document of another kind has a timetable only under a heading that says so, and no annotations.
    """
    region = find_timetable(layout, ledger, header, language, kind)
    claim_headings(layout, ledger, language)
    if kind == "other":
        body, diagnostics = _read_annexed(layout, ledger, header, language)
    else:
        body, diagnostics = _read_agenda(layout, ledger, language, titled=kind != "organization_of_work")
    if region is not None:
        agenda = body.agenda if len(body.agenda) else None
        body.timetable, body.grids, doubts = read_timetable(region, agenda, header, language)
        diagnostics = [*diagnostics, *doubts]
    return body, diagnostics


def _around(layout: Layout, ledger: Ledger) -> Around:
    """All tables, and where the timetable begins, which was claimed before."""
    return around_of(layout.tables, ledger.of("timetable"))


def _read_agenda(
    layout: Layout, ledger: Ledger, language: str, *, titled: bool
) -> tuple[Body, list[Diagnostic]]:
    """The agenda with its annotations."""
    blocks = documents_apart(blocks_of(ledger.free(), layout), language)
    found, diagnostics = find_agenda(blocks, language, titled=titled)
    body = Body(agenda=found.agenda() if found else Agenda())
    around = _around(layout, ledger)
    body.annotations, taken = annotate(found or AgendaList([]), blocks, around, language)
    for block in found.blocks if found else ():
        ledger.claim(block.lines, "agenda")
    for block in taken:
        ledger.claim(block.lines, "annotations")
    return body, diagnostics


def _read_annexed(
    layout: Layout, ledger: Ledger, header: Header, language: str
) -> tuple[Body, list[Diagnostic]]:
    """The agenda that a document of another kind carries in an annex, and what annotates it there."""
    found, blocks, diagnostics = find_annexed(ledger.free(), layout, header, language)
    if found is None:
        return Body(), diagnostics
    annotations, taken = annotate_annexed(found, blocks, _around(layout, ledger), language)
    for block in found.blocks:
        ledger.claim(block.lines, "agenda")
    for block in taken:
        ledger.claim(block.lines, "annotations")
    return Body(agenda=found.agenda(), annotations=annotations), diagnostics


def _read_references(
    header: Header, body: Body, footnotes: list[Footnote], ledger: Ledger, language: str
) -> tuple[tuple[Reference, ...], list[Diagnostic]]:
    meeting = Meeting(language, header.symbol, header.organ, header.body, header.title, header.date)
    passages = Passages(header, body, footnotes, ledger)
    findings = read_references(passages.all, meeting)
    opened = [
        Diagnostic(
            code="reference-open",
            severity="info",
            message=f"It is not certain what “{reference.text}” points at.",
            where=passages.placed(reference).where,
        )
        for reference in findings.open
    ]
    return tuple(map(passages.placed, findings.references)), opened
