"""Footnotes, headers and footers of Word files."""

from __future__ import annotations

import pytest
from word_files import cell, para, printed, read_word, row, run, table

REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
CUSTOM = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{}"/><w:t>{}</w:t></w:r>'
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def notes(*texts: str) -> str:
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>____</w:t></w:r></w:p></w:footnote>'
    return separator + "".join(
        f'<w:footnote w:id="{at}">{para(text)}</w:footnote>' for at, text in enumerate(texts, 1)
    )


def found(body: str, *texts: str, **more: str) -> list[tuple[str | None, str, int]]:
    layout = read_word(body, parts={"footnotes": notes(*texts), **more})
    return [(line.mark, line.text, line.page) for line in layout.lines if line.region == "note"]


def test_notes_are_numbered_in_the_order_of_their_references() -> None:
    body = para(run("a") + REFERENCE.format(2)) + para(run("b") + REFERENCE.format(1))
    assert found(body, "First in the part.", "Second in the part.") == [
        ("1", "Second in the part.", 1),
        ("2", "First in the part.", 1),
    ]


def test_the_reference_is_a_raised_mark() -> None:
    body = para(run("the Commission") + REFERENCE.format(1) + run(" may"))
    line = next(read_word(body, parts={"footnotes": notes("x")}).lines)
    assert (line.text, line.marks) == ("the Commission may", (("1", 14),))


def test_a_mark_that_the_author_typed_is_kept_and_not_counted() -> None:
    body = para(run("A/80/1") + CUSTOM.format(1, "*") + run(" x") + REFERENCE.format(2))
    texts = ("\t*\tReissued for technical reasons.", "Counted.")
    assert found(body, *texts) == [("*", "Reissued for technical reasons.", 1), ("1", "Counted.", 1)]


def test_only_a_typed_mark_is_taken_off_the_text() -> None:
    body = para(run("a") + REFERENCE.format(1) + run(" b") + CUSTOM.format(2, "**"))
    assert found(body, "1 January 2025.", "** ** Twice.") == [
        ("1", "1 January 2025.", 1),
        ("**", "Twice.", 1),
    ]


def test_notes_stand_on_the_page_of_their_reference() -> None:
    body = para(run("a") + REFERENCE.format(1)) + para(BREAK + run("b") + REFERENCE.format(2))
    assert found(body, "One.", "Two.") == [("1", "One.", 1), ("2", "Two.", 2)]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("eachSect", ["1", "2", "1"]), ("continuous", ["1", "2", "3"]), ("eachPage", ["1", "2", "1"])],
)
def test_notes_count_anew_where_the_file_says_so(restart: str, expected: list[str]) -> None:
    section = f'<w:sectPr><w:footnotePr><w:numRestart w:val="{restart}"/></w:footnotePr></w:sectPr>'
    body = para(run("a") + REFERENCE.format(1)) + para(run("b") + REFERENCE.format(2), section)
    body += para(run("c") + REFERENCE.format(3))
    settings = f'<w:footnotePr><w:numRestart w:val="{restart}"/></w:footnotePr>'
    assert [mark for mark, _, _ in found(body, "x", "y", "z", settings=settings)] == expected


def test_stars_and_daggers() -> None:
    body = para(run("a") + REFERENCE.format(1) + run("b") + REFERENCE.format(2))
    settings = '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>'
    assert [mark for mark, _, _ in found(body, "x", "y", settings=settings)] == ["*", "†"]


def test_endnotes_are_notes_too() -> None:
    body = para(run("a") + '<w:r><w:endnoteReference w:id="1"/></w:r>')
    layout = read_word(body, parts={"endnotes": f'<w:endnote w:id="1">{para("End.")}</w:endnote>'})
    assert [(line.mark, line.text) for line in layout.lines if line.region == "note"] == [("i", "End.")]


def test_a_reference_without_a_note_is_no_error() -> None:
    assert found(para(run("a") + REFERENCE.format(99))) == []


MASTHEAD = table(
    row(cell("United Nations"), cell("A/80/1")), row(cell("General Assembly"), cell("Distr.: General"))
)
FIRST = (
    '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
)


def test_the_header_of_a_first_page_is_the_masthead() -> None:
    layout = read_word(
        para("Body"), parts={"header1": MASTHEAD, "header2": para("A/80/1/x")}, section=FIRST + "<w:titlePg/>"
    )
    assert printed(layout) == ["United Nations", "A/80/1", "General Assembly", "Distr.: General", "Body"]
    assert [line.text for line in layout.lines if line.region == "head"] == ["A/80/1/x"]
    assert len(layout.pages[0].grids) == 1


def test_a_first_header_without_a_title_page_is_not_printed_as_text() -> None:
    layout = read_word(para("Body"), parts={"header1": MASTHEAD, "header2": para("run")}, section=FIRST)
    assert printed(layout) == ["Body"]


def test_a_long_header_is_a_masthead_too() -> None:
    parts = {
        "header1": "".join(
            map(para, ["United Nations", "A/80/1", "General Assembly", "Distr.: General", "1 May 2025"])
        )
    }
    section = '<w:headerReference w:type="default" r:id="header1"/>'
    assert len(printed(read_word(para("Body"), parts=parts, section=section))) == 6


def test_feet_stand_on_page_1_each_line_once() -> None:
    section = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{name}"/>'
        for kind, name in (("default", "footer1"), ("even", "footer2"))
    )
    parts = {"footer1": para("25-00227 (E)") + para("*2500227*"), "footer2": para("25-00227 (E)")}
    layout = read_word(para("a") + para(BREAK + run("b")), parts=parts, section=section)
    assert [(line.page, line.text) for line in layout.lines if line.region == "foot"] == [
        (1, "25-00227 (E)"),
        (1, "*2500227*"),
    ]


def test_a_starred_line_of_a_footer_is_a_note() -> None:
    section = '<w:footerReference w:type="default" r:id="footer1"/>'
    layout = read_word(
        para("A/80/1*"), parts={"footer1": para("* Reissued for technical reasons.")}, section=section
    )
    assert [(line.region, line.mark, line.text) for line in layout.lines][1:] == [
        ("note", "*", "Reissued for technical reasons.")
    ]
