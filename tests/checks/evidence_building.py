"""A made-up document in which everything adds up, and the lines that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from undocparse.checks import check
from undocparse.checks.evidence import Evidence
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, Page, Run
from undocparse.model import Agenda, AgendaItem, Annotation, Document, Header
from undocparse.model.annotations import ListedDocument, Paragraph
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.document import Source
from undocparse.model.header import Session
from undocparse.model.place import Place
from undocparse.model.timetable import Entry, Sitting, Timetable

SOURCE = Source(name="weirs.txt", sha256="0" * 64, media_type="text/plain", pages=1, reader="pdf")
HEADER = Header(
    symbol="E/WEIR/2031/1",
    distribution="general",
    date="2031-03-03",
    original_languages=("en",),
    body="Committee on Weirs",
    session=Session(number=5, text="Fifth session"),
    place="Oslo",
    starts="2031-05-12",
    ends="2031-05-13",
    title="Annotated provisional agenda",
)
AGENDA = Agenda(
    (
        AgendaItem(key="1", label="1.", title="Opening of the session"),
        AgendaItem(key="2", label="2.", title="Repair of weirs (decision 4/7)"),
        AgendaItem(key="3", label="3.", title="Adoption of the report"),
    )
)


def paragraph(text: str, number: str | None = None, heading: str | None = None) -> Paragraph:
    """One paragraph with a place."""
    return Paragraph(text=text, number=number, heading=heading, page=1, place=Place(page=1))


def annotation(key: str, heading: str, *texts: Paragraph, documents: Sequence[str] = ()) -> Annotation:
    """What stands under the heading of an item; documents are given as printed."""
    return Annotation(
        items=(key,),
        heading=heading,
        title_similarity=1.0,
        paragraphs=texts,
        documents=tuple(ListedDocument(symbol=text.split()[-1], title=text, text=text) for text in documents),
    )


ANNOTATIONS = (
    annotation("1", "1. Opening of the session", paragraph("The Chair will open the session.", "1")),
    annotation(
        "2",
        "2. Repair of weirs (decision 4/7)",
        paragraph("The Committee may wish to take note of the reports.", "2"),
        documents=["Report of the Secretariat on leaks E/WEIR/2031/2"],
    ),
    annotation("3", "3. Adoption of the report", paragraph("The Committee will adopt its report.", "3")),
)


def sitting(day: str, starts: str | None, ends: str | None, *entries: tuple[str, str]) -> Sitting:
    """One sitting; entries are key (or nothing) and title."""
    return Sitting(
        date=day,
        starts=starts,
        ends=ends,
        entries=tuple(Entry(items=(key,) if key else (), title=title) for key, title in entries),
    )


SITTINGS = (
    sitting("2031-05-12", "10:00", "13:00", ("1", "Opening of the session"), ("2", "Repair of weirs")),
    sitting("2031-05-13", "10:00", "13:00", ("2", "Repair of weirs"), ("3", "Adoption of the report")),
)
LINES: tuple[tuple[str | None, str], ...] = (
    ("header", "Distr.: General"),
    ("header", "3 March 2031"),
    ("header", "Original: English"),
    ("header", "Fifth session"),
    ("agenda", "Provisional agenda"),
    ("agenda", "1. Opening of the session"),
    ("agenda", "2. Repair of weirs (decision 4/7)"),
    ("agenda", "3. Adoption of the report"),
    ("annotations", "1. Opening of the session"),
    ("annotations", "1. The Chair will open the session."),
    ("timetable", "Proposed organization of work"),
    ("timetable", "Monday, 12 May 2031"),
    ("timetable", "10 a.m.–1 p.m. Opening of the session"),
    ("timetable", "Tuesday, 13 May 2031"),
)


def evidence(
    *more: tuple[str | None, str], lines: Iterable[tuple[str | None, str]] = LINES, **changes: Any
) -> Evidence:
    """The document with some fields changed, and with further lines, each with the section that has it."""
    document = Document(
        source=SOURCE,
        document_type="annotated_agenda",
        language="en",
        header=HEADER,
        agenda=AGENDA,
        annotations=ANNOTATIONS,
        timetable=Timetable(SITTINGS),
    ).model_copy(update=changes)
    printed = [*lines, *more]
    layout = Layout("pdf", "text/plain", [Page(1)])
    for number, (_, text) in enumerate(printed):
        layout.pages[0].lines.append(Line(number, 1, text, (Run(text),), bold=text.isupper()))
    ledger = Ledger(layout)
    for line, (section, _) in zip(layout.pages[0].lines, printed, strict=True):
        if section:
            ledger.claim([line], section)
    return Evidence(document, layout, ledger, "en")


def doubts(about: Evidence) -> list[Diagnostic]:
    """What is doubted, without what is only told."""
    return [diagnostic for diagnostic in check(about) if diagnostic.severity != "info"]


def header(**changes: Any) -> dict[str, Any]:
    """The masthead with other fields, to be given to `evidence`."""
    return {"header": HEADER.model_copy(update=changes)}


def agenda(*items: tuple[str, str]) -> dict[str, Any]:
    """Items as key and title, without annotations and timetable."""
    listed = Agenda(tuple(AgendaItem(key=key, title=title) for key, title in items))
    return {
        "agenda": listed,
        "annotations": (),
        "timetable": Timetable(),
        "document_type": "provisional_agenda",
        "lines": LINES[:4],
    }


def annotated(*annotations: Annotation) -> dict[str, Any]:
    """Other annotations, to be given to `evidence`."""
    return {"annotations": annotations}


def sittings(*held: Sitting) -> dict[str, Any]:
    """A timetable of these sittings, to be given to `evidence`."""
    return {"timetable": Timetable(held)}
