"""Texts that XML cannot hold, or would take for markup; files that want more than to be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.exports.akn.akn_building import AKN, document, faults

from undocparse.exports.akn import AkomaNtosoError, from_akn, to_akn
from undocparse.model import Annotation, Diagnostic, Header, Paragraph

HOSTILE = [
    "<script>alert(1)</script>",
    "]]>",
    "a\x00\x1b[31m\x7fb",
    "&amp; &#0; &x;",
    "half \ud800 a pair",
    "no\ufffecharacter\uffff",
    " two  blanks\r\n\tand ends\u2028 ",
    "%",
    "",
    "\"'",
    "http://[x",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_written_validly_and_comes_back(text: str) -> None:
    whole = document(text)
    written = to_akn(whole)
    assert faults(written) == []
    assert from_akn(written) == whole


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_whatever_a_text_holds(text: str) -> None:
    whole = document(text)
    written = to_akn(whole)
    assert faults(written) == []
    assert from_akn(written) == whole


def test_a_script_is_text() -> None:
    root = etree.fromstring(to_akn(document("<script>")).encode())
    assert root.findtext(f".//{AKN}docTitle") == "<script>"


@pytest.mark.parametrize(("date", "starts"), [("2031-02-30", "24:00"), ("x", "9.30 a.m."), ("", "")])
def test_dates_and_times_that_are_none_come_back(date: str, starts: str) -> None:
    whole = document(header=Header(date=date, starts=date, ends=date))
    [sitting] = whole.timetable
    odd = whole.timetable.model_copy(
        update={"root": (sitting.model_copy(update={"date": date, "starts": starts}),)}
    )
    whole = whole.model_copy(update={"timetable": odd})
    assert faults(to_akn(whole)) == []
    assert from_akn(to_akn(whole)) == whole


def test_annotations_in_any_order_and_of_no_item_keep_theirs() -> None:
    def about(*items: str) -> Annotation:
        return Annotation(items=items, paragraphs=(Paragraph(text=" ".join(items) or "-"),))

    annotations = (about(), about("1.a", "1"), about("9"), about("1"), about())
    whole = document("1", annotations=annotations, references=())
    written = to_akn(whole)
    assert from_akn(written) == whole
    paragraphs = etree.fromstring(written.encode()).iterfind(f".//{AKN}hcontainer/{AKN}paragraph")
    assert sorted("".join(each.itertext()).strip() for each in paragraphs) == ["-", "-", "1", "1.a 1", "9"]


def test_what_is_longer_than_a_text_of_xml_may_be_comes_back() -> None:
    long = Diagnostic(code="x", severity="info", message="é" * 2_000_000)  # six characters each as JSON
    whole = document(diagnostics=(long,))
    assert from_akn(to_akn(whole)) == whole


ENTITY = '<!DOCTYPE akomaNtoso [<!ENTITY e "expanded">]>'


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("<akomaNtoso", f"{ENTITY}<akomaNtoso", "document type"),
        ("<akomaNtoso", '<!DOCTYPE akomaNtoso SYSTEM "no-such-file.dtd"><akomaNtoso', "document type"),
        ("</akomaNtoso>", "", "no XML"),
        ("akn/3.0", "akn/2.0", "not akomaNtoso of version 3.0"),
        ('number="1"', 'number="x"', "damaged"),
        ('<undocparse:field name="source">', '<undocparse:field name="source">!', "damaged"),
        (
            '<undocparse:field name="source">',
            '<undocparse:field name="no">1</undocparse:field><undocparse:field name="source">',
            "no: ",
        ),
        ('time="10:00:00"', 'time="ten"', None),
    ],
)
def test_a_bad_file_is_refused_with_what_is_wrong(before: str, after: str, reason: str | None) -> None:
    whole = document()
    lost = whole.references[0].model_copy(
        update={"where": whole.references[0].where.model_copy(update={"path": None})}
    )
    written = to_akn(whole.model_copy(update={"references": (lost,)}))
    assert before in written
    bad = written.replace(before, after)
    if reason is None:
        assert from_akn(bad).timetable[0].starts == "ten"
        return
    with pytest.raises(AkomaNtosoError, match=reason) as raised:
        from_akn(bad, name="bad.xml")
    assert raised.value.name == "bad.xml"


@pytest.mark.parametrize("text", ["", b"", "not XML", b"\xff\xfe\x00", "\ud800", "<a/>", "{}"])
def test_what_is_no_akoma_ntoso_is_refused(text: str | bytes) -> None:
    with pytest.raises(AkomaNtosoError):
        from_akn(text)


def test_entities_in_attributes_are_never_many() -> None:
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE a [{laughs}]><a b="&e11;">&e11;</a>'
    with pytest.raises(AkomaNtosoError):
        from_akn(bomb)
