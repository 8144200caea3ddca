"""What a Word paragraph prints: tracked changes, fields, symbols, breaks, styles, text boxes."""

from __future__ import annotations

import pytest
from word_files import para, printed, read_word, run

from undocparse.layout.pages import Line


def one(body: str, **parts: str) -> Line:
    (line,) = (line for line in read_word(body, parts=parts).lines if line.region == "body")
    return line


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BOX = f"<w:txbxContent>{para('In a box')}</w:txbxContent>"
TEXTS = {
    "runs": (run("Distr.") + run(": ") + run("General"), "Distr.: General"),
    "blanks": (run("Vienna,\u00a03-5  October\u202f2007 "), "Vienna, 3-5 October 2007"),
    "inserted": (f'{run("Old ")}<w:ins w:id="1">{run("new")}</w:ins>', "Old new"),
    "deleted": (f'{run("Kept")}<w:del w:id="1"><w:r><w:delText> gone</w:delText></w:r></w:del>', "Kept"),
    "moved": (
        f'<w:moveFrom w:id="1">{run("gone ")}</w:moveFrom><w:moveTo w:id="2">{run("here")}</w:moveTo>',
        "here",
    ),
    "hyperlink": (f'<w:hyperlink r:id="x">{run("A/80/1")}</w:hyperlink>', "A/80/1"),
    "smart-tag": (f"<w:smartTag>{run('Geneva')}</w:smartTag>", "Geneva"),
    "content-control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Item 3')}</w:sdtContent></w:sdt>", "Item 3"),
    "simple-field": (f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', "7"),
    "field": (
        field("begin")
        + "<w:r><w:instrText>SEQ item</w:instrText></w:r>"
        + run("not seen")
        + field("separate")
        + run("12")
        + field("end")
        + run(" after"),
        "12 after",
    ),
    "field-in-field": (
        field("begin")
        + field("begin")
        + field("separate")
        + run("inner")
        + field("end")
        + field("separate")
        + run("outer")
        + field("end"),
        "outer",
    ),
    "field-that-never-ends": (
        run("Before ") + field("begin") + "<w:r><w:instrText>X</w:instrText></w:r>",
        "Before",
    ),
    "no-break-hyphen": ("<w:r><w:t>UN</w:t><w:noBreakHyphen/><w:t>Women</w:t></w:r>", "UN-Women"),
    "soft-hyphen": ("<w:r><w:t>organi</w:t><w:softHyphen/><w:t>za\u00adtion</w:t></w:r>", "organization"),
    "symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> Opening</w:t></w:r>', "• Opening"),
    "hidden": (run("Seen") + run(" unseen", "<w:vanish/>"), "Seen"),
    "capitals": (run("Annex", "<w:caps/>"), "ANNEX"),
    "wrapped-break": (
        run("Adoption of the agenda and\norganization of work"),
        "Adoption of the agenda and organization of work",
    ),
    "leading-tabs": (run("\t\tAnnotations"), "Annotations"),
    "formula": ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    "unused-alternative": (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>new</w:t></mc:Choice>"
        "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "new",
    ),
    "ordinal": (
        run("Vienne, 1") + run("er", '<w:vertAlign w:val="superscript"/>') + run(" juin"),
        "Vienne, 1er juin",
    ),
    "number-sign": (run("n") + run("o", '<w:vertAlign w:val="superscript"/>') + run(" 50211"), "no 50211"),
    "unit": (run("12 km") + run("2", '<w:vertAlign w:val="superscript"/>'), "12 km2"),
}


@pytest.mark.parametrize(("content", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(content: str, expected: str) -> None:
    assert one(para(content)).text == expected


def test_a_field_that_never_ends_does_not_hide_what_follows() -> None:
    assert printed(read_word(para(field("begin")) + para("Next"))) == ["Next"]


def test_a_field_may_run_over_paragraphs() -> None:
    body = para(field("begin") + field("separate") + run("1. One")) + para("2. Two") + para(field("end"))
    assert printed(read_word(body)) == ["1. One", "2. Two"]


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
    ],
    ids=["vml", "alternative"],
)
def test_a_text_box_is_read_once_and_before_its_anchor(drawing: str) -> None:
    assert printed(read_word(para(f"<w:r>{drawing}</w:r>{run('Anchor')}"))) == ["In a box", "Anchor"]


BREAKS = {
    "masthead": (
        "Fifth session\nGeneva, 3-7 May 2010\nItem 2",
        ["Fifth session", "Geneva, 3-7 May 2010", "Item 2"],
    ),
    "sentence": (
        "decided to hold its next\nsession in Vienna",
        ["decided to hold its next session in Vienna"],
    ),
    "entries": (
        "Opening of the session:\na) Elections;\nb) Agenda",
        ["Opening of the session:", "a) Elections;", "b) Agenda"],
    ),
    "full-line": ("x" * 101 + "\nUnited Nations", ["x" * 101 + " United Nations"]),
    "empty": ("Annex\n\nProgramme\n", ["Annex", "Programme"]),
}


@pytest.mark.parametrize(("text", "expected"), BREAKS.values(), ids=BREAKS)
def test_soft_breaks_part_lines_that_mean_different_things(text: str, expected: list[str]) -> None:
    assert printed(read_word(para(text))) == expected


def test_styles_are_resolved_over_their_bases() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="heading 2"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Base"/>'
        '<w:pPr><w:ind w:left="200"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    child = one(para("Title", '<w:pStyle w:val="Child"/>'), styles=styles)
    assert (child.size, child.bold, child.italic, child.heading, child.centred, child.indent) == (
        14,
        True,
        True,
        2,
        True,
        10,
    )
    assert one(para("x"), styles=styles).size == 11
    assert one(para(run("x", '<w:b w:val="0"/>'), '<w:pStyle w:val="Child"/>'), styles=styles).bold is False
    toggled = para(run("x", '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Child"/>')
    assert one(toggled, styles=styles).bold is False  # two styles that set a toggle cancel out
    assert one(para(run("x", '<w:rStyle w:val="Strong"/>')), styles=styles).bold is True


def test_a_style_based_on_itself_is_no_trap() -> None:
    loop = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style>'
    assert one(para("x", '<w:pStyle w:val="A"/>'), styles=loop).text == "x"


def test_raised_marks_stand_apart() -> None:
    line = one(para(run("the Assembly,") + run("1, 2", '<w:vertAlign w:val="superscript"/>') + run(" which")))
    assert (line.text, line.marks) == ("the Assembly, which", (("1, 2", 13),))
    assert [each.text for each in line.runs if each.raised] == ["1, 2"]


def test_leading_tabs_indent() -> None:
    line = one(
        para(
            "\t\tAnnotations",
            '<w:ind w:left="1267" w:hanging="1267"/><w:tabs><w:tab w:val="right" w:pos="1002"/></w:tabs>',
        )
    )
    assert line.indent == 63.35


def test_the_page_number_of_a_contents_list_is_a_line_of_its_own() -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    assert printed(read_word(para("Opening of the session\t12", tabs))) == [
        "Opening of the session .....",
        "12",
    ]


def pages(body: str) -> list[tuple[int, str]]:
    return [(line.page, line.text) for line in read_word(body).lines]


RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'
SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(para("a") + para(RENDERED + run("b")), [1, 2], id="rendered"),
        pytest.param(para("a") + para(run("b ") + RENDERED + run("c")) + para("d"), [1, 1, 2], id="inside"),
        pytest.param(para(run("a") + PAGE) + para(RENDERED + run("b")), [1, 2], id="set-and-rendered"),
        pytest.param(para("a") + para("b", "<w:pageBreakBefore/>"), [1, 2], id="before"),
        pytest.param(para("a", "<w:sectPr/>") + para("b"), [1, 2], id="section"),
        pytest.param(
            para("a", "<w:sectPr/>") + para("b", SECTION.format("continuous")) + para("c"),
            [1, 1, 2],
            id="continuous",
        ),
        pytest.param(para(run("a") + PAGE + run("B")), [1, 2], id="both-sides"),
        pytest.param(para("a") + para("b"), [1, 1], id="none"),
    ],
)
def test_pages(body: str, expected: list[int]) -> None:
    assert [page for page, _ in pages(body)] == expected


def test_lines_are_whole_paragraphs_in_reading_order() -> None:
    lines = list(read_word(para("a") + para("") + para("b")).lines)
    assert [line.number for line in lines] == [0, 1]
    assert all(line.whole and line.box is None for line in lines)
    assert lines[0].gap is None
    assert lines[1].gap is not None
    assert lines[1].gap >= 1
