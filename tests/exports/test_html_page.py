"""The document as one HTML page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

import undocparse
from undocparse.model import (
    AgendaItem,
    Annotation,
    Diagnostic,
    Document,
    Footnote,
    Header,
    Paragraph,
    Sitting,
    Source,
)

FIXTURES = Path(__file__).parents[2] / "fixtures" / "docs"
HOSTILE = "<script>x</script>\x1b[2J\u2028&amp;"


@pytest.mark.parametrize("name", ["bridges.fr.pdf", "tidal.en.docx", "lanterns.es.txt"])
def test_the_page_has_what_the_document_says(name: str) -> None:
    document = undocparse.parse(FIXTURES / name)
    page = html.fromstring(document.to_html())
    text = " ".join(page.text_content().split())
    assert page.get("lang") == document.language
    assert all(item.title in text for item in document.agenda.walk())
    assert all(paragraph.text in text for one in document.annotations for paragraph in one.paragraphs)
    assert len(page.xpath("//h2[.='Timetable']/following::table[1]//tr")) == len(document.timetable) + 1
    links = {link.get("href") for link in page.iter("a")}
    assert {reference.uri for reference in document.references if reference.uri} == links


def test_what_is_said_of_items_that_the_agenda_lacks_is_on_the_page() -> None:
    document = Document(
        source=Source(name="x", sha256="0" * 64, media_type="text/plain", pages=1, reader="text"),
        agenda=(AgendaItem(key="1", title="Locks"),),  # type: ignore[arg-type]
        annotations=(Annotation(items=("9",), paragraphs=(Paragraph(text="Of a stray item."),)),),
    )
    assert "Of a stray item." in document.to_html()


def test_no_text_of_a_document_is_markup() -> None:
    document = Document(
        source=Source(name=HOSTILE, sha256="0" * 64, media_type="text/plain", pages=1, reader="text"),
        header=Header(title=HOSTILE, organ=HOSTILE),
        agenda=(AgendaItem(key="1", title=HOSTILE, group=HOSTILE),),  # type: ignore[arg-type]
        annotations=(Annotation(items=("1",), paragraphs=(Paragraph(text=HOSTILE),)),),
        timetable=(Sitting(track=HOSTILE),),  # type: ignore[arg-type]
        footnotes=(Footnote(mark="1", text=HOSTILE),),
        diagnostics=(Diagnostic(code="x", severity="info", message=HOSTILE),),
        unassigned=(HOSTILE,),
    )
    page = document.to_html()
    assert "<script" not in page
    assert "\x1b" not in page
    assert page.count("&lt;script&gt;x&lt;/script&gt;") == 10
    assert "default-src 'none'" in page
