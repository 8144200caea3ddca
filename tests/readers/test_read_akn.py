"""Akoma Ntoso of the UN's editors: the cover as marked up, the rest as text; and files of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

import undocparse
from undocparse.errors import UnreadableError

FIXTURES = Path(__file__).parents[2] / "fixtures" / "docs"
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COVER = """
<coverPage>
  <p><docAuthority refersTo="#publisher">United Nations</docAuthority></p>
  <p><docNumber refersTo="#symbol">A/RES/104/7</docNumber></p>
  <p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
  <p><docStatus refersTo="#generalDistribution">Distr.: General</docStatus></p>
  <p><docDate date="2049-12-03" refersTo="#dateOfIssuance">3 December 2049</docDate></p>
  <p><session refersTo="#generalAssembly" value="104">One hundred and fourth session</session></p>
  <p><inline title="16 a)" name="agenda item">Agenda item 16 (a)</inline></p>
  <p><docTitle>Resolution adopted by the General Assembly on 1 December 2049</docTitle></p>
</coverPage>"""
BODY = """
<preamble>
  <formula name="enacting"><p><span class="italic">The General Assembly</span>,</p></formula>
  <container name="Recalling"><p>Recalling its resolution
    <a href="https://undocs.org/en/A/RES/70/1">70/1</a> of 25 September 2015,<authorialNote marker="1"><p>See
    <a href="https://undocs.org/en/A/104/12">A/104/12</a>.</p></authorialNote></p></container>
</preamble>
<mainBody>
  <paragraph><num>1.</num><content><p>Decides to build lighthouses;</p></content></paragraph></mainBody>"""


def file(cover: str = COVER, body: str = BODY, before: str = "") -> bytes:
    text = f'{before}<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution"><meta><identification>'
    text += '<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>'
    return f"{text}{cover}{body}</statement></akomaNtoso>".encode()


def test_the_masthead_is_the_cover() -> None:
    document = undocparse.parse(file())
    header = document.header
    assert (document.language, document.source.reader) == ("en", "akn")
    assert (header.symbol, header.organ, header.distribution) == (
        "A/RES/104/7",
        "General Assembly",
        "general",
    )
    assert (header.date, header.session.number, header.agenda_items) == ("2049-12-03", 104, ("16.a",))
    assert header.title == "Resolution adopted by the General Assembly on 1 December 2049"


def test_a_date_that_is_none_is_no_date() -> None:
    assert undocparse.parse(file(cover=COVER.replace("2049-12-03", "2049-13-03"))).header.date is None


def test_the_text_is_read_with_its_references_and_notes() -> None:
    document = undocparse.parse(file())
    assert [note.text for note in document.footnotes] == ["See A/104/12."]
    assert {(one.number, one.where.section) for one in document.references} == {
        ("70/1", "unassigned"), ("A/104/12", "footnotes"),
    }  # fmt: skip
    assert "1. Decides to build lighthouses;" in document.unassigned
    assert all(document.text_at(one.where) == one.text for one in document.references)


def test_markup_that_is_not_sound_is_read_and_told() -> None:
    document = undocparse.parse(
        file(body="<mainBody><p>See <b>A/104/12<i>.</b></i></p><p>More.</p></mainBody>")
    )
    assert "markup-mended" in {one.code for one in document.diagnostics}
    assert document.header.symbol == "A/RES/104/7"
    assert [one.number for one in document.references] == ["A/104/12"]


def test_entities_are_not_expanded() -> None:
    before = '<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY inner "SECRET">]>'
    document = undocparse.parse(
        file(body="<mainBody><p>Before &inner; behind.</p></mainBody>", before=before)
    )
    assert "SECRET" not in document.to_json()


def test_markup_without_text_is_an_error() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        undocparse.parse(file(cover="", body=""))


@pytest.mark.parametrize("name", ["bridges.fr.pdf", "tidal.en.docx", "lanterns.es.txt"])
def test_what_was_written_here_comes_back_whole(name: str, tmp_path: Path) -> None:
    document = undocparse.parse(FIXTURES / name)
    assert undocparse.parse(document.save(tmp_path / "again.xml")) == document
