"""Automatic numbers as Word prints them; ECMA-376 part 1, 17.9."""

from __future__ import annotations

import pytest
from word_files import level, listed, para, printed, read_word

from undocparse.readers.docx_numbering import number_text
from undocparse.readers.raised import ordinal

THREE = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")
LEGAL = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")


def lists(*abstracts: str, more: str = "", **nums: tuple[int, str]) -> dict[str, str]:
    """A numbering part; each `n1=(0, …)` is a list: its abstract one and its overrides."""
    found = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{inside}</w:abstractNum>'
        for at, inside in enumerate(abstracts)
    )
    nums = nums or {"n1": (0, "")}
    for name, (abstract, overrides) in nums.items():
        found += f'<w:num w:numId="{name[1:]}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
    return {"numbering": found + more}


def start_at(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


CASES = {
    "levels": (
        lists(THREE),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 1), (1, 0), (1, 1)],
        ["1.", "(a)", "(b)", "(i)", "(c)", "2.", "(a)"],
    ),
    "multi-level": (
        lists(LEGAL),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
        ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1"],
    ),
    "interrupted": (lists(THREE), [(1, 0), (0, 0), (1, 0)], ["1.", "", "2."]),
    "two-lists-of-one-kind-go-on": (
        lists(THREE, n1=(0, ""), n2=(0, "")),
        [(1, 0), (2, 0), (1, 0)],
        ["1.", "2.", "3."],
    ),
    "start-override": (
        lists(THREE, n1=(0, ""), n2=(0, start_at(0, 1))),
        [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
        ["1.", "2.", "1.", "2.", "3."],
    ),
    "start-override-below": (
        lists(THREE, n1=(0, ""), n2=(0, start_at(1, 3))),
        [(1, 0), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1)],
        ["1.", "(a)", "(c)", "(d)", "2.", "(c)"],
    ),
    "own-level": (
        lists(
            THREE,
            n1=(0, ""),
            n2=(0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'),
        ),
        [(1, 0), (2, 0)],
        ["1.", "B."],
    ),
    "separate-kinds": (
        lists(level(0, "upperRoman", "%1."), level(0, "upperLetter", "%1)"), n1=(0, ""), n2=(1, "")),
        [(1, 0), (2, 0), (1, 0), (2, 0)],
        ["I.", "A)", "II.", "B)"],
    ),
    "starts-at-seven": (lists(level(0, "decimal", "%1.", start=7)), [(1, 0), (1, 0)], ["7.", "8."]),
    "never-restarts": (
        lists(level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["I.", "1.", "II.", "2."],
    ),
    "restarts-after-the-top-only": (
        lists(
            level(0, "decimal", "%1.")
            + level(1, "lowerLetter", "%2)")
            + level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
        ),
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
        ["1.", "a)", "1.", "b)", "2.", "2.", "1."],
    ),
    "legal": (
        lists(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")),
        [(1, 0), (1, 0), (1, 1)],
        ["I.", "II.", "2.1"],
    ),
    "bullets": (lists(level(0, "bullet", "\uf0b7") + level(1, "bullet", "o")), [(1, 0), (1, 1)], ["•", "○"]),
    "french": (
        lists(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)")),
        [(1, 0), (1, 1)],
        ["1.", "a)"],
    ),
    "words-are-printed-too": (lists(level(0, "decimal", "Item %1")), [(1, 0), (1, 0)], ["Item 1", "Item 2"]),
    "no-number": (lists(level(0, "none", "") + level(1, "decimal", "%2.")), [(1, 0), (1, 1)], ["", "1."]),
    "unused-parent": (lists(LEGAL), [(1, 1), (1, 0), (1, 1)], ["", "1.", "1.1"]),
    "spelt-out": (lists(level(0, "cardinalText", "%1.")), [(1, 0)], [""]),
    "unknown-list": (lists(THREE), [(9, 0)], [""]),
    "unknown-level": (lists(level(0, "decimal", "%1.")), [(1, 4)], [""]),
}


@pytest.mark.parametrize(("parts", "paragraphs", "expected"), CASES.values(), ids=CASES)
def test_numbers(parts: dict[str, str], paragraphs: list[tuple[int, int]], expected: list[str]) -> None:
    body = "".join(listed("Title", number, index) for number, index in paragraphs)
    assert printed(read_word(body, parts=parts)) == [f"{number} Title".strip() for number in expected]


def style(name: str, inside: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def test_styles_number_their_paragraphs() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    linked = level(0, "decimal", "%1.", '<w:pStyle w:val="One"/>') + level(
        1, "lowerLetter", "%2)", '<w:pStyle w:val="Two"/>'
    )
    off = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    parts = lists(linked) | {
        "styles": style("One", numbered)
        + style("Two", numbered, "One")
        + style("Child", "", "Two")
        + style("Off", off, "One")
    }
    body = "".join(listed("x", style=name) for name in ("One", "Two", "Child", "Off", "One"))
    body += listed("x", 0, style="One") + listed("x", level=1, style="One")
    assert printed(read_word(body, parts=parts)) == ["1. x", "a) x", "b) x", "x", "2. x", "x", "a) x"]


def test_a_list_takes_its_levels_from_a_numbering_style() -> None:
    link, other = '<w:numStyleLink w:val="Agenda"/>', '<w:styleLink w:val="Agenda"/>' + THREE
    styles = (
        '<w:style w:type="numbering" w:styleId="Agenda"><w:name w:val="Agenda"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    parts = lists(link, other, n1=(0, ""), n2=(1, "")) | {"styles": styles}
    assert printed(read_word(listed("x", 1, 0) + listed("x", 1, 1), parts=parts)) == ["1. x", "(a) x"]


def test_an_enumerator_is_a_label_and_words_are_text() -> None:
    (line,) = read_word(listed("Title", 1, 1), parts=lists(THREE)).lines
    assert (line.label, line.text, line.indent) == ("(a)", "Title", 54.0)
    (line,) = read_word(listed("Title", 1, 0), parts=lists(level(0, "decimal", "Annex %1"))).lines
    assert (line.label, line.text, [each.text for each in line.runs]) == (
        None,
        "Annex 1 Title",
        ["Annex 1", "Title"],
    )


def test_an_empty_numbered_paragraph_counts() -> None:
    body = listed("a", 1, 0) + listed("", 1, 0) + listed("c", 1, 0)
    assert printed(read_word(body, parts=lists(THREE))) == ["1. a", "2.", "3. c"]


def test_a_deleted_numbered_paragraph_does_not_count() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    body = listed("a", 1, 0) + gone + listed("c", 1, 0)
    assert printed(read_word(body, parts=lists(THREE))) == ["1. a", "2. c"]


def test_what_was_left_out_is_said() -> None:
    found = read_word(listed("x", 1, 0), parts=lists(level(0, "cardinalText", "%1.")))
    assert [each.code for each in found.diagnostics] == ["docx-number-left-out"]


def test_text_boxes_in_headers_count_for_themselves() -> None:
    parts = lists(THREE) | {"header1": listed("head", 1, 0)}
    section = '<w:headerReference w:type="first" r:id="header1"/><w:titlePg/>'
    assert printed(read_word(listed("body", 1, 0), parts=parts, section=section)) == ["1. head", "1. body"]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1, "decimal", "1"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (3, "decimalZero", "03"),
        (0, "lowerLetter", None),
        (5, "ordinalText", None),
        (2, "ordinal", "2nd"),
    ],
)
def test_number_formats(value: int, form: str, expected: str | None) -> None:
    assert number_text(value, form) == expected


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        *((1, "en", "1st"), (3, "en", "3rd"), (11, "en", "11th"), (22, "en", "22nd"), (112, "en", "112th")),
        *((1, "fr", "1er"), (2, "fr", "2e"), (21, "fr", "21e"), (5, "xx", None)),
    ],
)
def test_ordinals(number: int, language: str, expected: str | None) -> None:
    assert ordinal(number, language) == expected


def test_typed_numbers_stay_text_with_a_gap() -> None:
    tabbed = "<w:r><w:t>(a)</w:t><w:tab/><w:t>Opening</w:t></w:r>"
    (line,) = read_word(para(tabbed, '<w:ind w:left="1000" w:hanging="500"/>')).lines
    assert (line.label, line.text, line.indent) == (None, "(a) Opening", 25.0)
    assert [(each.text, each.x0) for each in line.runs] == [("(a)", 25.0), ("Opening", 50.0)]
