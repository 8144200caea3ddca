"""What a console, a terminal and a notebook show of the model."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import undocparse
from undocparse.model import AgendaItem, Document, Header, ItemView, Place, Sitting, Source

FIXTURE = Path(__file__).parents[2] / "fixtures" / "docs" / "bridges.fr.pdf"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def document() -> Document:
    return undocparse.parse(FIXTURE)


def test_a_document_is_one_short_line(document: Document) -> None:
    assert repr(document) == (
        "<Document 'PONT/COSP/2016/1' annotated_agenda fr: 7 items, 13 annotations, 13 sittings>"
    )
    assert str(document) == repr(document)
    assert str(document.agenda) == "<Agenda: 7 items, 13 with those below them>"
    assert str(document.timetable) == "<Timetable: 13 sittings on 4 days>"
    assert repr(document.item("1.a")).startswith("<ItemView 1.a 'Ouverture de la session': 2 paragraphs")


def test_parts_show_what_is_set_without_geometry_and_length() -> None:
    item = AgendaItem(key="1", title="T" * 100, place=Place(page=1, boxes=((1, 2, 3, 4),)))
    assert repr(item) == f"AgendaItem(key='1', title='{'T' * 59}…')"
    assert repr(Header(place="Vienna")) == "Header(place='Vienna')"
    assert repr(AgendaItem(key="1", title="a", entries=("b",) * 4)).endswith("entries=<4 of them>)")


def test_a_document_is_hashed_by_its_file(document: Document) -> None:
    again = Document.from_json(document.to_json())
    assert {document: 1}[again] == 1
    assert hash(document.header) == hash(again.header)
    assert len(set(document.timetable)) == len(document.timetable)


def _printed(part: object) -> str:
    console = Console(width=160, file=StringIO())
    console.print(part)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_a_terminal_shows_documents_and_their_parts(document: Document) -> None:
    tree, table = _printed(document.agenda), _printed(document.timetable)
    assert "1.b  Élection du Bureau" in tree
    assert "paragraph" not in tree
    assert "Séance plénière" in table
    shown = _printed(document)
    assert "Élection du Bureau  [2 paragraphs, 0 documents]" in shown
    assert table in shown
    view = document.item("1.a")
    assert "1 Questions d’organisation > 1.a Ouverture de la session" in _printed(view)
    assert view.paragraphs[0].text[:100] in _printed(view)


def test_items_of_a_plain_agenda_have_no_counts(document: Document) -> None:
    assert "paragraphs" not in _printed(document.model_copy(update={"annotations": ()}))


@pytest.mark.parametrize("part", ["document", "agenda", "timetable", "item"])
def test_a_notebook_shows_texts_as_texts(part: str) -> None:
    item = AgendaItem(key="1", title=SCRIPT)
    source = Source(name=SCRIPT, sha256="0" * 64, media_type="text/plain", pages=1, reader="text")
    whole = Document(
        source=source,
        header=Header(title=SCRIPT),
        agenda=(item,),  # type: ignore[arg-type]
        timetable=(Sitting(date="2025-07-01", track=SCRIPT),),  # type: ignore[arg-type]
    )
    view: ItemView = whole.item("1")
    shown = {"document": whole, "agenda": whole.agenda, "timetable": whole.timetable, "item": view}[part]
    html = shown._repr_html_()  # type: ignore[attr-defined]
    assert "<script" not in html
    assert "&lt;script&gt;" in html
