"""What is read comes from the markup: a change in it is a change in the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from lxml import etree
from tests.exports.akn.akn_building import AKN, FIXTURES, OWN, changed, document, read

from undocparse import Document
from undocparse.exports.akn import from_akn, to_akn

NEW = "Something new"


def find(root: etree._Element, path: str) -> etree._Element:
    """The first element at a path of names: "coverPage//docTitle[@refersTo]"."""
    steps = [step and AKN + step for step in path.split("/")]
    found = root.find(".//" + "/".join(steps))
    assert found is not None, path
    return found


def say(path: str, root: etree._Element) -> None:
    find(root, path).text = NEW


def put(path: str, name: str, value: str, root: etree._Element) -> None:
    find(root, path).set(name, value)


TEXTS: list[tuple[str, Callable[[Document], Any]]] = [
    ("coverPage//docTitle", lambda d: d.header.title),
    ("coverPage//docNumber[@refersTo='#symbol']", lambda d: d.header.symbol),
    ("coverPage//docNumber[@refersTo='#jointSymbol']", lambda d: d.header.other_symbols[0]),
    ("coverPage//docAuthority[@refersTo='#issuingBody #organ']", lambda d: d.header.organ),
    ("coverPage//docAuthority[@refersTo='#subsidiaryBody #body']", lambda d: d.header.body),
    ("coverPage//docStatus", lambda d: d.header.distribution),
    ("coverPage//docProponent", lambda d: d.header.author),
    ("coverPage//location", lambda d: d.header.place),
    ("coverPage//session", lambda d: d.header.session.text),
    ("coverPage//authorialNote/p", lambda d: d.header.notes[0]),
    ("presentation//docketNumber", lambda d: d.header.job_number),
    ("section/heading", lambda d: d.agenda[0].group),
    ("section/paragraph/num", lambda d: d.agenda[0].label),
    ("section/paragraph/indent/content/p", lambda d: d.agenda[0].entries[0]),
    ("mainBody/paragraph/heading", lambda d: d.agenda[1].title),
    ("paragraph/paragraph/heading", lambda d: d.agenda[1].items[0].title),
    ("hcontainer/heading", lambda d: d.annotations[0].heading),
    ("hcontainer/crossHeading", lambda d: d.annotations[0].paragraphs[0].heading),
    ("hcontainer/paragraph/num", lambda d: d.annotations[0].paragraphs[0].number),
    ("clause/point/num/ref", lambda d: d.annotations[0].documents[0].symbol),
    ("clause/point/heading", lambda d: d.annotations[0].documents[0].title),
    ("hcontainer//person", lambda d: d.annotations[0].contacts[0].name),
    ("hcontainer//role", lambda d: d.annotations[0].contacts[0].post),
    ("hcontainer//a", lambda d: d.annotations[0].contacts[0].email),
    ("debateSection/subheading", lambda d: d.timetable[0].track),
    ("debateSection/p", lambda d: d.timetable[0].entries[0].title),
    ("container//authorialNote/p", lambda d: d.footnotes[0].text),
    ("hcontainer/paragraph//ref", lambda d: d.references[0].text),
]


@pytest.mark.parametrize(("path", "value"), TEXTS, ids=[path for path, _ in TEXTS])
def test_a_changed_text_is_read(path: str, value: Callable[[Document], Any]) -> None:
    assert value(document()) != NEW
    assert value(changed(document(), partial(say, path))) == NEW


ATTRIBUTES: list[tuple[str, str, str, Callable[[Document], Any], Any]] = [
    ("docDate[@refersTo='#dateOfIssuance']", "date", "2031-02-02", lambda d: d.header.date, "2031-02-02"),
    ("docDate[@refersTo='#meetingStarts']", "date", "2031-03-02", lambda d: d.header.starts, "2031-03-02"),
    ("docDate[@refersTo='#meetingEnds']", "date", "2031-03-06", lambda d: d.header.ends, "2031-03-06"),
    ("session", "value", "4", lambda d: d.header.session.number, 4),
    ("FRBRExpression/FRBRlanguage", "language", "spa", lambda d: d.language, "es"),
    ("FRBRWork/FRBRname", "value", "adoptedAgenda", lambda d: d.document_type, "agenda"),
    ("debateSection//date", "date", "2031-03-04", lambda d: d.timetable[0].date, "2031-03-04"),
    ("recordedTime[@type='startEvent']", "time", "11:30:00", lambda d: d.timetable[0].starts, "11:30"),
    ("debateSection", "refersTo", "#lunch", lambda d: d.timetable[0].part, "lunch"),
    ("debateSection/p", "refersTo", "#agendaItem_1", lambda d: d.timetable[0].entries[0].items, ("1",)),
    ("debateSection/p", "refersTo", "#agendaItem_1", lambda d: d.timetable[0].entries[0].continued, False),
    ("hcontainer/paragraph", "refersTo", "#action", lambda d: d.annotations[0].paragraphs[0].kind, "action"),
    ("clause/point", "refersTo", "#issued", lambda d: d.annotations[0].documents[0].status, "issued"),
    ("container//authorialNote", "marker", "7", lambda d: d.footnotes[0].mark, "7"),
    ("hcontainer/paragraph//ref", "href", "https://e.org/", lambda d: d.references[0].uri, "https://e.org/"),
    ("hcontainer/paragraph//ref", f"{OWN}pinpoint", "9", lambda d: d.references[0].pinpoint, "9"),
    ("references/TLCReference", "showAs", "A/9", lambda d: d.references[0].number, "A/9"),
    ("references/TLCReference", "name", "rule", lambda d: d.references[0].kind, "rule"),
]


@pytest.mark.parametrize(
    ("path", "name", "new", "value", "wanted"),
    ATTRIBUTES,
    ids=[f"{path}-{name}-{n}" for n, (path, name, *_) in enumerate(ATTRIBUTES)],
)
def test_a_changed_attribute_is_read(
    path: str, name: str, new: str, value: Callable[[Document], Any], wanted: Any
) -> None:
    assert value(document()) != wanted
    assert value(changed(document(), partial(put, path, name, new))) == wanted


def test_a_text_that_xml_cannot_hold_counts_until_the_markup_is_changed() -> None:
    odd = document("a\x1bb")
    assert changed(odd, lambda root: None).header.title == "a\x1bb"
    after = changed(odd, partial(say, "coverPage//docTitle"))
    assert (after.header.title, after.header.author) == (NEW, "a\x1bb")


def test_an_item_that_is_taken_out_is_gone_and_the_others_keep_their_places() -> None:
    path = next(path for path in FIXTURES if path.name == "bridges.fr.pdf")

    def take_out(root: etree._Element) -> None:
        item = root.find(".//*[@eId='item_1.b']")
        assert item is not None
        item.getparent().remove(item)

    before, after = read(path), changed(read(path), take_out)
    kept = [item for item in before.agenda.walk() if item.key not in ("1", "1.b")]
    assert [item for item in after.agenda.walk() if item.key != "1"] == kept
    assert after.annotations == tuple(each for each in before.annotations if each.items != ("1.b",))


def test_mentions_stand_over_exactly_their_characters() -> None:
    path = next(path for path in FIXTURES if path.name == "assembly.en.pdf")
    root = etree.fromstring(to_akn(read(path)).encode())
    links = {ref.get("eId"): "".join(ref.itertext()) for ref in root.iter(f"{AKN}ref") if ref.get("eId")}
    assert links == {f"ref_{n}": each.text for n, each in enumerate(read(path).references, 1)}
    heading = find(root, "section/paragraph/heading")
    assert [(ref.tail, ref.get("href")) for ref in heading] == [
        (" and ", "https://docs.un.org/en/A/RES/103/9"),
        (")", "#target_6"),
    ]


def test_several_mentions_of_the_same_characters_stand_in_each_other() -> None:
    whole = document("rules 5 to 300")
    for count, beside in ((3, 0), (296, 276)):  # no deeper than parsers of XML read
        mentions = whole.references[:1] * count
        written = to_akn(whole.model_copy(update={"references": mentions}))
        assert from_akn(written).references == mentions
        assert len(etree.fromstring(written.encode()).findall(f".//{OWN}mention")) == beside


def test_a_masthead_of_the_un_s_own_files_is_read() -> None:
    cover = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
    <statement name="resolution"><meta><identification source="#x">
    <FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>
    <coverPage><p><docAuthority refersTo="#publisher">Nations Unies</docAuthority></p>
    <p><docNumber refersTo="#symbol">A/RES/99/1</docNumber></p>
    <p><docAuthority refersTo="#issuingBody">Assemblée
       générale</docAuthority></p>
    <p><docDate date="2044-09-12" refersTo="#dateOfIssuance">12 septembre 2044</docDate></p>
    <p><session refersTo="#ga" value="99">Quatre-vingt-dix-neuvième session</session></p>
    <p><docTitle>Titre</docTitle></p></coverPage><mainBody><paragraph><num>1.</num><content>
    <p>Prend acte<authorialNote marker="1"><p>Voir <a href="https://e.org/1">A/98/1</a>.</p></authorialNote>.</p>
    </content></paragraph></mainBody></statement></akomaNtoso>"""
    found = from_akn(cover)
    header = found.header
    assert (header.symbol, header.organ, header.title) == ("A/RES/99/1", "Assemblée générale", "Titre")
    assert (header.date, header.session.number, found.language) == ("2044-09-12", 99, "fr")
    assert found.source.reader == "akn"
    assert [(note.mark, note.text) for note in found.footnotes] == [("1", "Voir A/98/1.")]
    assert [(each.text, each.uri, each.where.path) for each in found.references] == [
        ("A/98/1", "https://e.org/1", "/footnotes/0/text")
    ]
