"""Each reader gives one form of a character, and joins what line ends, tracked changes and fields part."""

from __future__ import annotations

import pytest
from word_files import para, read_word, run

from undocparse import parse
from undocparse.layout.words import Vocabulary, join
from undocparse.readers import load, read
from undocparse.readers.characters import printed
from undocparse.references.authorities import instrument_names


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("e\u0301tat", "état"),
        ("e\ufb03cient", "efficient"),
        ("Non\u2011Use", "Non-Use"),
        ("4\u00a0May", "4 May"),
    ],
)
def test_characters_have_one_form(written: str, text: str) -> None:
    assert printed(written) == text


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_names_are_found_with_any_hyphen(hyphen: str) -> None:
    text = f"Article VI of the Treaty on the Non{hyphen}Proliferation of Nuclear Weapons"
    assert [named.keys for named in instrument_names("en").find(text)] == [("NPT",)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the imple-", "mentation of it"], "the implementation of it"),
        (["a well-", "known harbour"], "a well-known harbour"),
        (["le procès-", "verbal"], "le procès-verbal"),
    ],
)
def test_words_parted_at_line_ends_are_joined(lines: list[str], text: str) -> None:
    assert join(lines[0], lines[1], Vocabulary(lines)) == text


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    layout = read_word(para("Depth of ", gone) + para("wells") + para("Pumps", gone))
    assert [line.text for line in layout.lines] == ["Depth of wells", "Pumps"]


def _field(instruction: str, inside: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{inside}</w:fldChar></w:r>'
    asks = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return begin + asks + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_fields_without_a_result_print_what_word_prints() -> None:
    numbered = "".join(para(_field("AUTONUM") + run("\t" + title)) for title in ("Wells", "Pumps"))
    listed = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Limited"/>'
    listed += '<w:listEntry w:val="General"/></w:ddList></w:ffData>'
    layout = read_word(numbered + para(run("Distr.: ") + _field("FORMDROPDOWN", listed)))
    assert [line.text for line in layout.lines] == ["1. Wells", "2. Pumps", "Distr.: General"]


def _html(body: str) -> list[str]:
    return [line.text for line in read(load(f"<html><body>{body}</body></html>".encode())).lines]


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ('<ol style="list-style-type: lower-alpha">', ["a.", "b."]),
        ('<style>ol.k > li {list-style: upper-roman}</style><ol class="k">', ["I.", "II."]),
        ("<ol reversed>", ["2.", "1."]),
        ('<ol style="list-style:none">', ["", ""]),
    ],
)
def test_html_lists_count_as_their_styles_say(opening: str, labels: list[str]) -> None:
    found = _html(f"{opening}<li>Wells</li><li>Pumps</li></ol>")
    assert found == [
        f"{label} {title}".strip() for label, title in zip(labels, ("Wells", "Pumps"), strict=True)
    ]


def test_html_hides_what_browsers_hide() -> None:
    assert _html('<p>Wells</p><p style="display:none">Secret</p><p hidden>Secret</p>') == ["Wells"]


@pytest.mark.parametrize(
    "notes",
    [
        '<section class="footnotes"><ol><li>Dug in May. ↩</li></ol></section>',
        "<div id=ftn1><p><sup>1</sup> Dug in May.</p></div>",
        "<p><sup>1</sup> Dug in May.</p>",
    ],
)
def test_html_notes_are_notes(notes: str) -> None:
    page = f"<html><body><p>Wells<sup>1</sup> are deep.</p>{notes}</body></html>"
    found = [line for line in read(load(page.encode())).lines if line.region == "note"]
    assert [(line.mark, line.text) for line in found] == [("1", "Dug in May.")]


@pytest.mark.parametrize(("typed", "counted"), [("111", "123"), ("124", "124")])
def test_markdown_lists_count_where_their_author_does_not(typed: str, counted: str) -> None:
    rows = "".join(f"{number}. Well\n" for number in typed)
    layout = read(load(f"# Wells\n\n{rows}\n[x](y)\n".encode()))
    assert [line.text[0] for line in layout.lines if line.text.endswith("Well")] == list(counted)


def test_a_notice_that_a_document_is_missing_is_said_to_be_one() -> None:
    codes = [each.code for each in parse(b"The document is not in the archive. Ask the desk.\n").diagnostics]
    assert "document-missing" in codes
